"""Whatever is filed, studying it gives a digest that can be shown."""

import dataclasses
import string
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.analysis.study import study
from tellings.model.digest import Digest
from tellings.model.event import Event
from tellings.model.span import Passage
from tests.making import source

TOLD = (
    "the of in a he she it they who said told “No,” “ ” \" ' ‘ ’s according to denied will was not "
    "Mara Lind Otto Brandt Lind’s Norrin Saltmere Jr. Sr III Mr. Mayor U.S. (NHU) NHU Ministry of "
    "police killed wounded strike $60 million 3.5% 24 1,000 two twenty-one dozens ago 12:30 p.m. "
    "Monday last week year 31/12/2012 2024-04-02 May 4, 8-year-old . , ; : ! ? … — – - ² ½ ٣ Ⅳ é "
    "\u0301 🙂 \u202e שלום 你好 ß ﬃ İ ǅ \u200b \t http://a.b/c # * _ [A] <b> &amp; \\ | A.B.C."
)

news = st.lists(st.sampled_from(TOLD.split(" ")), max_size=60).map(" ".join)
marks = st.text(alphabet=string.punctuation + "“”‘’…—«» \n", max_size=60)
figures = st.lists(st.integers(min_value=0).map(str), max_size=20).map(" ".join)
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
long_words = st.sampled_from(["a" * 400, "A" * 400 + ".", "word " * 300, "9" * 400, "“" * 90])
texts = st.one_of(news, news.map(str.upper), marks, figures, anything, long_words)
bodies = st.lists(texts, max_size=4).map("\n\n".join)
days = st.sampled_from([None, "2026-03-04", "2024-02-29", "2026-02-30", "0001-01-01", "9999-12-31"])


def event(told: list[str], titles: list[str], day: str | None) -> Event:
    """Make an event of texts; the last is a copy of the first when there are four."""
    told = [*told[:3], told[0]] if len(told) == 4 else told
    sources = tuple(
        source(body, id=f"text-{n}", title=title.strip() or None, published=day)
        for n, (body, title) in enumerate(zip(told, titles, strict=True))
    )
    return Event(slug="harbour", path="event.md", title="Harbour", on=day, sources=sources)


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Draw an event of one to four texts of any kind."""
    told = draw(st.lists(bodies, min_size=1, max_size=4))
    titles = [draw(texts).replace("\n", " ") for _ in told]
    return event(told, titles, draw(days))


def passages(finding: object) -> Iterator[Passage]:
    """Give every passage that a finding holds, at any depth."""
    if isinstance(finding, Passage):
        yield finding
    elif isinstance(finding, tuple):
        for one in finding:
            yield from passages(one)
    elif dataclasses.is_dataclass(finding):
        for field in dataclasses.fields(finding):
            yield from passages(getattr(finding, field.name))


def sound(digest: Digest) -> bool:
    """Tell whether passages lie in their texts and every word lies in exactly one sentence."""
    assert all(p.end <= len(digest.telling(p.source).text) for p in passages(digest))
    for telling in digest.tellings:
        spans = [sentence.span for sentence in telling.document.sentences]
        ends, starts = [0, *(s.end for s in spans)], [*(s.start for s in spans), len(telling.text)]
        for end, start in zip(ends, starts, strict=True):
            assert end <= start
            assert not telling.text[end:start].strip()
    return True


@settings(max_examples=40, deadline=None)
@given(events())
def test_any_texts_at_all_give_a_digest_whose_every_passage_lies_in_its_text(one: Event) -> None:
    assert sound(study(one))


@settings(max_examples=10, deadline=None)
@given(events())
def test_the_same_texts_give_the_same_digest(one: Event) -> None:
    assert study(one) == study(one)


@pytest.mark.parametrize(
    "body",
    [
        "The dockers " + "walked off the job in Norrin and " * 600,
        "strike " * 3000,
        "“We will not load.” " * 120,
        "24 cranes, 24 ships, " * 120,
    ],
    ids=["no sentence end", "one word", "one quotation", "one number"],
)
def test_a_paragraph_without_measure_is_studied_like_any_other(body: str) -> None:
    assert sound(study(event([body, body.replace("Norrin", "Tresa") + " x"], ["", ""], None)))
