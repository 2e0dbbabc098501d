"""The settings: read once, refused with file and line, found from any folder below."""

from pathlib import Path

import pytest

from tellings import config
from tellings.config import Config
from tellings.errors import ConfigError
from tests.case_files import cases


def load(folder: Path, text: str) -> Config:
    (folder / "pyproject.toml").write_text(text, "utf-8")
    return config.load(folder)


def test_every_setting_is_read(tmp_path: Path) -> None:
    text = """
        [tool.tellings]
        title = "Harbour digests"
        description = "Who said what."
        base_url = "https://example.org/harbour"
        language = "en-GB"
        author = "Mara Lind"
        theme = "broadsheet"
        cname = "Digests.Example.org"
        search = true
        output = "public/pages/"
    """
    assert load(tmp_path, text) == Config(
        title="Harbour digests",
        description="Who said what.",
        base_url="https://example.org/harbour/",
        language="en-GB",
        author="Mara Lind",
        theme="broadsheet",
        cname="digests.example.org",
        search=True,
        output="public/pages",
    )


def test_an_empty_table_gives_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path, "[tool.tellings]\n") == Config()


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert load(tmp_path, '\ufeff[tool.tellings]\ntitle = "Harbour"\n').title == "Harbour"


def test_a_custom_domain_alone_says_where_the_site_stands(tmp_path: Path) -> None:
    chosen = load(tmp_path, '[tool.tellings]\ncname = "digests.example.org"\n')
    assert chosen.base_url == "https://digests.example.org/"


def test_what_no_editor_shows_as_a_line_s_end_ends_none() -> None:
    content = "# one\x85two\u2028three\n[tool.tellings]\ntitel = 'Harbour'\n".encode()
    assert config.line_of(content, "titel") == 3


@pytest.mark.parametrize(("text", "expected"), cases("settings-refused"))
def test_wrong_settings_are_refused_all_at_once(text: str, expected: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as refused:
        load(tmp_path, text)
    assert str(refused.value) == expected


@pytest.mark.parametrize(("address", "expected"), cases("base-urls"))
def test_an_address_has_one_form(address: str, expected: str) -> None:
    assert config.normal_base_url(address) == expected
    assert config.normal_base_url(expected) == expected


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/repo/",
        "ftp://example.org/",
        "javascript:alert(1)",
        "https://",
        "https://user@example.org/",
        "https://example.org/#top",
        "https://example.org/a b/",
        "https://example.org/../up/",
        "https://example.org:port/",
        'https://example.org/"><script>/',
    ],
)
def test_what_is_no_plain_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        config.normal_base_url(address)


def test_the_project_is_found_from_a_folder_inside_it(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.tellings]\n", "utf-8")
    below = tmp_path / "content" / "events"
    below.mkdir(parents=True)
    (below / "pyproject.toml").write_text('[project]\nname = "another"\n', "utf-8")
    assert config.find_root(below) == tmp_path


def test_outside_of_any_project_the_help_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no project here") as refused:
        config.find_root(tmp_path)
    assert "--root" in refused.value.problems[0].hint


def test_a_missing_file_is_told_without_a_traceback(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no pyproject\.toml in"):
        config.load(tmp_path)


def test_a_file_that_is_not_utf_8_is_told_with_its_byte(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_bytes(b'[tool.tellings]\ntitle = "\xff"\n')
    with pytest.raises(ConfigError, match=r"byte 26"):
        config.load(tmp_path)
