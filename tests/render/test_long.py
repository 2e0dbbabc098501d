"""What pages show of very much, and of very little."""

from dataclasses import replace
from typing import Any

import pytest

from tellings.model.digest import Digest
from tellings.model.findings import Origin, Section, Telling
from tellings.render import pages
from tellings.render.html import Html
from tellings.render.index import index
from tellings.render.urls import Addresses
from tellings.render.viewing import coverage
from tellings.render.viewing.home import home_view
from tests.making import telling
from tests.render import making
from tests.render.seeing import desk, shown, stance, words


def many_claims(number: int) -> Digest:
    """Make a digest in which several texts tell very many things, in one section."""
    whole = making.digest()
    claims = tuple(replace(whole.claims[1], id=f"c-{n:06}") for n in range(number))
    return replace(
        whole,
        claims=claims,
        sections=(Section(id="part", name="Part", claims=tuple(one.id for one in claims)),),
        covers=tuple(replace(whole.covers[1], claim=one.id) for one in claims),
        differences=(),
        omissions=(),
        summary=(),
    )


def test_of_very_many_claims_of_a_section_the_first_are_shown_and_all_can_be_opened() -> None:
    (section,) = shown(many_claims(60)).sections
    assert len(section.claims) == 24
    assert [one.number for one in (*section.claims, *section.more)] == list(range(1, 61))
    (few,) = shown(many_claims(25)).sections
    assert (len(few.claims), few.more) == (25, ())


def test_what_a_text_leaves_out_is_listed_as_far_as_it_can_be_read() -> None:
    digest = many_claims(60)
    eye = desk(digest)
    text = next(one for one in eye.index.texts if one.id == "standard")
    near = {(text.id, one.id): None for one in digest.claims}
    found = coverage.left_out_of(eye, text, digest.claims, near)
    assert len(found.claims) + len(found.more) == 40
    assert found.rest is not None
    assert found.rest.words == "20 more are in coverage.csv"
    assert found.rest.href.endswith("#downloads")


def test_a_table_of_very_many_claims_says_where_the_rest_is() -> None:
    large, small = shown(many_claims(160)).coverage, shown(many_claims(150)).coverage
    assert large is not None
    assert small is not None
    assert (len(large.rows), large.totals[0]) == (150, 160)
    assert large.rest is not None
    assert large.rest.words == "10 more are in coverage.csv"
    assert (len(small.rows), small.rest) == (150, None)


def test_what_most_texts_tell_stands_first_in_what_one_leaves_out() -> None:
    eye = desk()
    claims = tuple(eye.index.claims.values())
    text = min(eye.index.texts, key=lambda one: len(eye.index.told.get(one.id, ())))
    near = {(text.id, one.id): None for one in claims if text not in eye.index.texts_of(one)}
    found = coverage.left_out_of(eye, text, claims, near)
    others = [one.others for one in (*found.claims, *found.more)]
    assert others == sorted(others, reverse=True)
    assert len(set(others)) > 1


def dated(*texts: str) -> tuple[Telling, ...]:
    return (telling(" ".join(texts)),)


def test_a_long_timeline_is_cut_where_a_new_time_begins() -> None:
    days = [f"Boat {n} sank on {n // 2 + 1} March 2026." for n in range(60)]
    timeline = shown(replace(making.tiny(), tellings=dated(*days))).timeline
    assert timeline is not None
    assert timeline.story_more
    assert timeline.story_more[0].day is not None
    assert len((*timeline.story, *timeline.story_more)) == 60


SHUT = "The pier was shut on 2 March 2026. The ferry sank on 4 March 2026. "


@pytest.mark.parametrize(
    ("more", "finding"),
    [
        (
            "The board met on 4 March 2026. It will meet again in May 2026.",
            "The story has 4 dated entries, 2 March to May 2026, most (2) for 4 March 2026.",
        ),
        (
            "The board met on 5 March 2026. By 2027 all will be built.",
            "The story has 4 dated entries, 2 March 2026 to 2027.",
        ),
        (
            "The board met on 5 March 2026. In 2026 the pier was painted.",
            "The story has 4 dated entries, 2 to 5 March 2026.",
        ),
    ],
)
def test_the_caption_of_a_timeline_says_no_more_than_it_shows(more: str, finding: str) -> None:
    timeline = shown(replace(making.tiny(), tellings=dated(SHUT + more))).timeline
    assert timeline is not None
    assert timeline.chart is not None
    assert timeline.chart.finding == finding


def test_an_entry_of_the_timeline_begins_where_its_words_read_alone() -> None:
    words_before = (
        "The harbour board of the old town of Saltmere, the dockers, the pilots and the owners of "
        "nine boats agreed in the end, when all had spoken twice, that the pier will be shut on 4 "
        "March 2026."
    )
    timeline = shown(replace(making.tiny(), tellings=dated(words_before))).timeline
    assert timeline is not None
    assert timeline.story[0].words == (
        "… when all had spoken twice, that the pier will be shut on 4 March 2026."
    )


def home_says(digest: Digest) -> str:
    """Say what the home page says of the differences of an event."""
    at = Addresses(page="index.html", base_url=None)
    listing = pages.listing(digest)
    (month,) = home_view((listing,), None, Html(""), (), making.SITE, at).months
    return month.events[0].differences


def test_texts_that_could_not_be_compared_are_not_said_to_agree() -> None:
    whole = making.digest()
    apart = tuple(one for one in whole.claims if len(set(one.sources)) == 1)
    kept = {one.id for one in apart}
    nothing = replace(
        whole,
        claims=apart,
        differences=(),
        omissions=(),
        summary=(),
        covers=tuple(one for one in whole.covers if one.claim in kept),
        sections=(Section(id="part", name="Part", claims=tuple(sorted(kept))),),
    )
    for digest, said, why in (
        (making.tiny(), "nothing to compare", "There is only one text"),
        (nothing, "no claim told by two texts", "No two texts tell the same thing"),
        (making.digest(differences=()), "no differences", "No difference was found"),
    ):
        view = shown(digest)
        assert said in view.meta
        assert view.no_difference.startswith(why)
        assert home_says(digest) == said


def test_nobody_is_said_to_have_chosen_targets_that_there_are_none_of() -> None:
    assert stance(replace(making.tiny(), targets=())).targets_by == ""


def test_a_line_in_short_links_the_text_where_it_names_it() -> None:
    named = [line for line in shown().short if any(part.href for part in line.words)]
    assert named
    for line in named:
        linked = {part.words for part in line.words if part.href}
        assert not linked & set(words(line.told_by))
        # “Only The Ledger:” says already how many texts tell it.
        assert line.support == ""


def labels(**facts: dict[str, Any]) -> list[str]:
    """Name two texts of one outlet, with what is known of each."""
    whole = making.digest()
    tellings = tuple(
        replace(
            t,
            document=replace(
                t.document,
                source=replace(t.document.source, outlet="The Ledger", **facts[t.id]),
            ),
        )
        if t.id in facts
        else t
        for t in whole.tellings
    )
    return [text.label for text in index(replace(whole, tellings=tellings)).texts][1:]


def test_two_texts_of_one_outlet_are_told_apart_by_their_days_if_each_has_its_own() -> None:
    one = {"published": "2026-03-04"}
    assert labels(ledger=one, standard={"published": "2026-03-05T06:00"}) == [
        "The Ledger (4 March 2026)",
        "The Ledger (5 March 2026)",
    ]


def test_two_texts_of_one_outlet_and_day_are_told_apart_by_their_headlines() -> None:
    one = {"published": "2026-03-04", "title": "Dockers of Norrin walk off the job at noon"}
    other = {"published": "2026-03-04", "title": "Talks fail"}
    for second in (other, other | {"published": None}):
        named = labels(ledger=one, standard=second)
        assert named[1] == "The Ledger (“Talks fail”)"
    assert labels(ledger=one, standard=other)[0] == "The Ledger (“Dockers of Norrin walk off …”)"


def test_two_texts_that_share_day_and_headline_are_told_apart_by_their_files() -> None:
    for title in ("Talks fail", None):
        one = {"published": "2026-03-04", "title": title}
        assert labels(ledger=one, standard=one) == ["The Ledger (ledger)", "The Ledger (standard)"]


def test_who_gave_two_texts_their_words_is_said_in_a_whole_sentence() -> None:
    whole = making.digest()
    evidence = tuple(
        next(a.content for t in whole.tellings if t.id == id_ for a in t.attributions)
        for id_ in ("ledger", "courier")
    )
    one = Origin(
        name="the dockers", kind="speaker", sources=("ledger", "courier"), evidence=evidence
    )
    lineage = replace(whole.lineage, origins=(one,))
    every = shown(replace(whole, lineage=lineage))
    line = next(line for line in every.lineage if "speaker" in line.words)
    assert line.words == "The dockers, a primary speaker: much the same words in"
    assert line.named
    assert words(line.evidence) == ["The Ledger", "Evening Courier and Isles Today"]


def test_very_many_quotations_of_one_speaker_are_folded_and_none_is_lost() -> None:
    said = [f"“The {n}th boat is late again,” said Mara Lind." for n in range(4, 24)]
    (lind,) = shown(replace(making.tiny(), tellings=dated(*said))).speakers
    assert len(lind.quotes) == 8
    assert len((*lind.quotes, *lind.quotes_more)) == 20


def test_the_sentences_of_one_quotation_stand_together() -> None:
    told = dated(
        "“The boat is late. It is always late,” said Mara Lind. “Nobody cares,” she added."
    )
    (lind,) = shown(replace(making.tiny(), tellings=told)).speakers
    said = ["".join(piece.words for piece in quote.words) for quote in lind.quotes]
    assert said == ["“The boat is late. It is always late,”", "“Nobody cares,”"]
