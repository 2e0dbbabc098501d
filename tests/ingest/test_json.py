import json

import pytest

from tellings.errors import ContentError
from tellings.ingest import drafting, formats
from tellings.ingest.facts import Fact

PROSE = "The dockers of Norrin walked out at dawn and the harbour office shut all nine gates."
MORE = "“We will not move,” said Mara Lind, who has worked at the quay for more than thirty years."
BODY = f"{PROSE}\n\nAdvertisement\n\n{MORE}"
MARKUP = f"<p>{PROSE}</p><p>{MORE}</p><p>{PROSE} It was the first strike in nine years.</p>"
ARTICLE = {
    "@type": ["NewsArticle"],
    "headline": "Dockers &amp; ships",
    "datePublished": "2026-03-04T15:30:00+01:00",
    "dateModified": "2026-03-05",
    "author": [{"@type": "Person", "name": "Mara Lind"}, "Otto Brandt", {"name": ""}],
    "publisher": {"@type": "Organization", "name": "The Ledger"},
    "inLanguage": "en_GB",
    "mainEntityOfPage": {"@id": "https://ledger.example/port"},
    "articleBody": BODY,
}
NINJS = {
    "uri": "https://wire.example/1",
    "headline": "Dockers and ships",
    "byline": "By Mara Lind and Otto Brandt",
    "firstcreated": "2026-03-04T15:30:00Z",
    "versioncreated": "2026-03-05T08:00:00Z",
    "language": "en",
    "provider": "Coast Wire",
    "usageterms": "Not for use after March.",
}


def draft(value: object, indent: int | None = None) -> drafting.Draft:
    return drafting.make(json.dumps(value, indent=indent).encode(), "raw/item.json")


@pytest.mark.parametrize("value", [ARTICLE, [ARTICLE], {"@graph": [{"@type": "WebPage"}, ARTICLE]}])
def test_an_article_of_schema_org_is_read_wherever_it_stands(value: object) -> None:
    source = draft(value).source
    assert source.text == f"Dockers & ships\n\n{PROSE}\n\n{MORE}"
    assert (source.outlet, source.authors) == ("The Ledger", ("Mara Lind", "Otto Brandt"))
    assert source.published == "2026-03-04 15:30 +01:00"
    assert (source.updated, source.url) == ("2026-03-05", "https://ledger.example/port")
    assert [removal.kind for removal in source.removed] == ["advertisement"]


@pytest.mark.parametrize(
    "more",
    [
        {"body_text": BODY, "body_html": "<p>Another text.</p>"},
        {"bodies": [{"contenttype": "text/html", "value": "<p>x</p>"}, {"value": BODY}]},
        {"body_html": MARKUP},
        {"body_xhtml": f"<div>{MARKUP}</div>"},
        {"bodies": [{"contenttype": "text/html", "value": MARKUP}]},
        {"body_text": BODY, "headline": "", "headlines": [{"value": "Dockers and ships"}]},
        {"body_text": BODY, "provider": {"name": "Coast Wire", "uri": "x"}},
    ],
)
def test_ninjs_of_every_version_is_read(more: dict[str, object]) -> None:
    source = draft({**NINJS, **more}).source
    assert source.text.startswith(f"Dockers and ships\n\n{PROSE}\n\n{MORE}")
    assert (source.outlet, source.authors) == ("Coast Wire", ("Mara Lind", "Otto Brandt"))
    assert (source.published, source.updated) == ("2026-03-04 15:30 Z", "2026-03-05 08:00 Z")
    assert "syndication-credit" in {removal.kind for removal in source.removed}


@pytest.mark.parametrize("indent", [None, 1, 4])
def test_values_have_the_line_on_which_they_stand(indent: int | None) -> None:
    text = json.dumps({"@graph": [ARTICLE]}, indent=indent)
    raw = formats.read(text.encode(), "item.json")
    lines = text.split("\n")
    for fact in raw.facts:
        assert (
            json.dumps(fact.words.partition(": ")[2])[1:-1].replace("&", "&amp;")
            in (lines[fact.line - 1])
        )
    assert {number for number, _ in raw.lines} == {
        next(n for n, line in enumerate(lines, 1) if "articleBody" in line)
    }


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ('{\n"a": }', "this is no JSON: Expecting value", 2),
        ('{"title": "x"}', "the JSON holds no article of a known shape", 1),
        ("[[[]]]", "the JSON holds no article of a known shape", 1),
        ("[" * 90 + "]" * 90, "the JSON is nested too deeply", 0),
        ("[" * 99_999 + "]" * 99_999, "the JSON is nested too deeply", 0),
    ],
)
def test_json_that_is_no_article_is_one_clear_error(text: str, message: str, line: int) -> None:
    with pytest.raises(ContentError) as caught:
        formats.read(text.encode(), "item.json")
    (problem,) = caught.value.problems
    assert (problem.message, problem.line) == (message, line)
    assert "known shape" not in message or "ninjs" in problem.hint


def test_what_json_spells_out_and_no_file_may_hold_is_taken_out() -> None:
    source = draft(
        {**ARTICLE, "headline": "Dockers\x00", "articleBody": f"{BODY}\ud800\x07"}
    ).source
    assert source.text == f"Dockers\n\n{PROSE}\n\n{MORE}"
    assert ("control-character", 1) in [(each.kind, each.line) for each in source.repairs]


def test_a_pages_json_ld_is_read_line_by_line() -> None:
    head = json.dumps({"@graph": [ARTICLE]}, indent=2)
    page = f'<html><head>\n<script type="application/ld+json">\n{head}\n</script></head>\n'
    raw = formats.read(f"{page}<body>{MARKUP}</body></html>".encode(), "page.html")
    line = page.split("\n").index('        "name": "The Ledger"') + 1
    words = "publisher: The Ledger"
    assert Fact(field="outlet", value="The Ledger", words=words, line=line) in raw.facts
    assert {number for number, _ in raw.lines} == {page.count("\n") + 1}
    assert [fact.value for fact in raw.facts if fact.field == "authors"] == [
        "Mara Lind",
        "Otto Brandt",
    ]
