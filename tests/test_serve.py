"""The local server: the published bytes, live in the browser, and closed to everybody else."""

import http.client
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tellings.analysis.study import study
from tellings.errors import Problem
from tellings.model.event import Event
from tellings.reading import content_folder
from tellings.serve import files, live
from tellings.serve.live import State
from tellings.serve.server import Place, Server, running
from tests.case_files import cases
from tests.projects import event, project, source

PAGE = (
    "<!DOCTYPE html><html><head>"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'\">"
    "<title>Home</title></head><body>home</body></html>"
)
ERROR = Problem(path="content/events/harbour/event.md", line=3, message="“onn” <b>is no field</b>")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    output = tmp_path / "site"
    (output / "events" / "harbour").mkdir(parents=True)
    (output / "index.html").write_text("home", "utf-8")
    (output / "404.html").write_text("not here", "utf-8")
    (output / "éclair.txt").write_text("cake", "utf-8")
    (output / "events" / "harbour" / "index.html").write_text("digest", "utf-8")
    (output / "events" / "harbour" / "coverage.csv").write_text("a,b", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    if sys.platform != "win32":
        (output / "linked.txt").symlink_to(tmp_path / "secret.txt")
        (output / "linked").symlink_to(tmp_path)
    return output


@contextmanager
def serving(output: Path, base_path: str = "/") -> Iterator[Server]:
    with running(Place(output, base_path), 0) as server:
        yield server


def ask(
    server: Server, path: str, method: str = "GET", **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    try:
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


@pytest.mark.parametrize(("path", "expected"), cases("served-paths"))
def test_a_path_is_answered_from_inside_the_folder_alone(
    path: str, expected: str, site: Path
) -> None:
    answer = files.find(site, "/repo/", path)
    told = answer.location or f"{answer.kind} {answer.body.decode().rstrip()}"
    assert f"{answer.status} {told}" == expected


def test_a_page_is_served_fresh_and_under_the_base_path(site: Path) -> None:
    with serving(site, "/repo/") as server:
        response, body = ask(server, "/repo/events/harbour/")
        assert (response.status, response.getheader("Cache-Control")) == (200, "no-store")
        assert body.startswith(b"digest")
        assert ask(server, "/")[0].getheader("Location") == "/repo/"
        assert ask(server, "/repo/nowhere")[0].status == 404


def test_head_tells_the_length_and_sends_no_body(site: Path) -> None:
    with serving(site) as server:
        length = len(ask(server, "/")[1])
        response, body = ask(server, "/", "HEAD")
        assert (response.status, response.getheader("Content-Length"), body) == (
            200,
            str(length),
            b"",
        )


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_nothing_but_get_and_head_is_answered(method: str, site: Path) -> None:
    with serving(site) as server:
        assert ask(server, "/", method)[0].status == 501


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
def test_the_machine_is_asked_by_its_own_names(name: str, site: Path) -> None:
    with serving(site) as server:
        assert ask(server, "/", Host=f"{name}:{server.server_port}")[0].status == 200


@pytest.mark.parametrize(
    "host", ["elsewhere.example:{port}", "localhost", "localhost:1", "127.0.0.1.nip.io:{port}", ""]
)
@pytest.mark.parametrize("path", ["/", live.EVENTS, live.SCRIPT_AT])
def test_a_name_that_is_not_ours_is_refused(host: str, path: str, site: Path) -> None:
    with serving(site) as server:
        response, body = ask(server, path, Host=host.format(port=server.server_port))
        assert (response.status, b"home" in body) == (403, False)


def test_a_page_of_another_origin_is_refused(site: Path) -> None:
    with serving(site) as server:
        assert ask(server, "/", Origin="https://elsewhere.example")[0].status == 403
        own = f"http://127.0.0.1:{server.server_port}"
        assert ask(server, "/", Origin=own)[0].status == 200


def test_the_script_is_in_the_served_bytes_and_never_in_the_folder(site: Path) -> None:
    (site / "index.html").write_text(PAGE, "utf-8")
    with serving(site) as server:
        served = ask(server, "/")[1].decode()
        csv = ask(server, "/events/harbour/coverage.csv")[1]
        script = ask(server, live.SCRIPT_AT)[1]
    assert f'<script src="{live.SCRIPT_AT}?at=' in served
    assert (csv, script) == (b"a,b", live.SCRIPT)
    assert (site / "index.html").read_text("utf-8") == PAGE


def test_the_policy_of_a_served_page_allows_the_script_and_nothing_else() -> None:
    served = live.enliven(PAGE.encode(), State(at="a-1")).decode()
    assert served == (
        "<!DOCTYPE html><html><head>"
        '<meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;; '
        'style-src &#x27;self&#x27;; script-src &#x27;self&#x27;; connect-src &#x27;self&#x27;">'
        "<title>Home</title>"
        '<script src="/_tellings/live.js?at=a-1" defer></script>\n</head><body>home</body></html>'
    )


def test_a_policy_that_speaks_of_scripts_already_keeps_what_it_allows() -> None:
    allowed = "a; SCRIPT-SRC b; connect-src &apos;none&apos;"
    page = f"<META http-equiv=Content-Security-Policy content='{allowed}'>"
    served = live.enliven(page.encode(), State(at="a-1")).decode()
    assert 'content="a; script-src b &#x27;self&#x27;; connect-src &#x27;self&#x27;"' in served


def states(response: http.client.HTTPResponse) -> Iterator[dict[str, object]]:
    while line := response.readline():
        if line.startswith(b"data: "):
            yield json.loads(line.removeprefix(b"data: "))


def test_a_waiting_page_hears_of_errors_and_of_new_pages(site: Path) -> None:
    with serving(site) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connection.request("GET", live.EVENTS)
        response = connection.getresponse()
        assert response.getheader("Content-Type") == "text/event-stream; charset=utf-8"
        heard = states(response)
        first = next(heard)
        server.live.show((ERROR,), changed=False)
        failed = next(heard)
        server.live.show((), changed=False)
        mended = next(heard)
        server.live.show((), changed=True)
        changed = next(heard)
        connection.close()
    assert first["problems"] == mended["problems"] == changed["problems"] == []
    assert failed["problems"] == [str(ERROR)]
    assert first["at"] == failed["at"] == mended["at"] != changed["at"]


def test_a_page_loaded_before_a_build_sees_that_it_is_old(site: Path) -> None:
    with serving(site) as server:
        before = ask(server, "/")[1].decode()
        server.live.show((), changed=True)
        assert server.live.state.at not in before
        assert f"?at={server.live.state.at}" in ask(server, "/")[1].decode()


def test_warnings_cover_no_page(site: Path) -> None:
    with serving(site) as server:
        server.live.show((Problem(path="a", message="b", severity="warning"),), changed=False)
        assert server.live.state.problems == ()


def test_a_taken_port_gives_way_to_the_next(site: Path) -> None:
    with serving(site) as one, running(Place(site), one.server_port) as other:
        assert one.server_port < other.server_port <= one.server_port + 10
        assert ask(one, "/")[0].status == ask(other, "/")[0].status == 200


def test_the_server_closes_while_pages_still_wait(site: Path) -> None:
    with serving(site) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
        connection.request("GET", live.EVENTS)
        response = connection.getresponse()
        next(states(response))
    assert response.read() == b"\n"
    connection.close()


def test_before_the_first_build_there_is_a_page_that_waits(tmp_path: Path) -> None:
    with serving(tmp_path / "site") as server:
        response, body = ask(server, "/")
    assert response.status == 404
    assert live.SCRIPT_AT.encode() in body


def event_of(root: Path) -> Event:
    read = content_folder.read_event(root, "harbour")
    assert read.event is not None
    return read.event


@contextmanager
def correcting(root: Path) -> Iterator[Server]:
    with running(Place(root / "site", root=root), 0) as server:
        yield server


def test_a_sentence_is_explained_with_the_entries_to_paste(tmp_path: Path) -> None:
    root = project(tmp_path, "harbour")
    with correcting(root) as server:
        digest = study(event_of(root))
        claim = digest.claims[0]
        body = b""
        for asked in (
            f"claim={claim.id}",
            f"source=ledger&sentence={digest.telling('ledger').document.sentences[1].id}",
        ):
            response, body = ask(server, f"/_tellings/correct?event=harbour&{asked}")
            assert (response.status, response.getheader("Content-Type")) == (
                200,
                "text/html; charset=utf-8",
            )
            assert b"content/events/harbour/corrections.toml" in body
            assert b"[[gist]]" in body
        assert b"speaker = &quot;Mara Lind&quot;" in body


def test_a_stance_is_offered_to_be_set_where_nothing_was_found(tmp_path: Path) -> None:
    root = project(tmp_path)
    event(root, "harbour", "targets:\n- {id: moon, name: The moon}\n")
    with correcting(root) as server:
        where = "/_tellings/correct?event=harbour&source=ledger&target=moon"
        body = ask(server, where)[1].decode()
        assert "target = &quot;moon&quot;\nvoice = &quot;own&quot;\nclear = true" in body


@pytest.mark.parametrize(
    "query",
    [
        "",
        "event=harbour",
        "event=../harbour&claim=c-000000",
        "event=harbour&source=../../etc&sentence=s-1",
        "event=harbour&claim=%3Cscript%3E",
        "&".join(f"a{n}=b" for n in range(50)),
        "event=%ff&claim=%00",
    ],
)
def test_what_is_not_there_is_not_corrected(query: str, tmp_path: Path) -> None:
    with correcting(project(tmp_path, "harbour")) as server:
        response, body = ask(server, f"/_tellings/correct?{query}")
    assert (response.status, body) == (404, b"There is nothing to correct there.\n")


def test_words_of_a_source_are_no_markup_there(tmp_path: Path) -> None:
    root = project(tmp_path, "harbour")
    source(
        root,
        "harbour",
        "ledger",
        "The port is shut, said \\<script\\>alert(1)\\</script\\> twice.\n",
    )
    with correcting(root) as server:
        sentence = study(event_of(root)).telling("ledger").document.sentences[0].id
        where = f"/_tellings/correct?event=harbour&source=ledger&sentence={sentence}"
        body = ask(server, where)[1]
    assert b"<script" not in body
    assert b"&lt;script" in body
