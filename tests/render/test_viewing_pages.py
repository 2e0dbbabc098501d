import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.model.corrections import Corrected, Edit, SetGist
from tellings.model.findings import Difference, Frame, Name, Reading, VoiceShare
from tellings.model.span import Span
from tellings.render import links, pages, wording
from tellings.render.html import Html
from tellings.render.urls import Addresses
from tellings.render.viewing.home import home_view
from tellings.render.views import HomeView
from tests.render import making
from tests.render.seeing import desk, shown, source, stance, words
from tests.render.sites import PLAIN
from tests.render.texts import passage


def test_every_sentence_of_a_source_says_where_it_went() -> None:
    view = source("ledger")
    went = [([claim.link.words for claim in one.claims], one.used) for one in view.sentences]
    assert went[2] == (["claim 1"], "")
    assert went[0] == ([], "not used")
    assert all(claims or used for claims, used in went)
    assert view.sentences[2].claims[0].link.href == f"#{making.digest().claims[0].id}"


def test_beside_a_sentence_stands_how_many_tell_its_claim_and_whether_they_differ() -> None:
    told = [claim.told for one in source("ledger").sentences for claim in one.claims]
    assert told[:3] == ["3 of 3 texts, differs: number", "2 of 3 texts", "only here"]
    assert "only here, told as expected" in told


def test_a_source_says_what_it_alone_has_and_what_it_lacks() -> None:
    view = source("standard")
    assert [(one.link.words, one.sentence.words) for one in view.alone] == [("claim 3", "headline")]
    assert view.lacks is not None
    assert view.lacks.carries == "carries 1 of 3, 1 not clearly"
    assert [one.link.words for one in view.lacks.claims] == ["claim 2"]
    assert source("quai").lacks is None


def test_a_loaded_word_inside_an_attribution_is_its_own_class() -> None:
    loaded = source("standard").sentences[1]
    assert (loaded.voice, loaded.voice_words) == ("loaded", "attributed, loaded word")
    assert [(s.words, s.mark) for s in loaded.segments] == [
        ("Reckless", "loaded"),
        (" dockers walked out on Tuesday …", ""),
    ]
    assert loaded.loaded.endswith("“Reckless”")


def test_an_excerpt_shows_used_sentences_alone() -> None:
    told = ["".join(s.words for s in one.segments) for one in source("standard").sentences]
    assert told == [
        "Militants strangle the islands",
        "Reckless dockers walked out on Tuesday …",
        "The board deserves praise for its calm.",
    ]


def test_an_entry_on_a_sentence_that_may_not_be_shown_leads_to_its_text() -> None:
    (telling,) = (one for one in making.digest().tellings if one.id == "standard")
    known = {sentence.id for sentence in source("standard").sentences}
    kept_back = next(one for one in telling.document.sentences if one.id not in known)
    stale = Corrected(
        correction=SetGist(line=1, at=(kept_back.passage,)),
        did="chose the words that stand for a claim",
        problem="these words stand in no sentence that tells a claim",
    )
    made = pages.of_event(making.digest(corrections=(stale,)), making.INPUTS, making.SITE, PLAIN)
    assert links.survey(made).problems == ()


def test_a_fact_says_how_it_is_known() -> None:
    facts = {fact.term: fact for fact in source("ledger").facts}
    outlet, published = facts["Outlet"], facts["Published"]
    assert [(known.words, known.line) for known in outlet.known_from] == [
        ("from “© The Ledger”", 14)
    ]
    assert not outlet.by_editor
    assert published.by_editor
    assert [(r.value, r.because) for r in published.refused] == [
        ("5 March 2026", "the day the copy was made")
    ]


def test_what_was_removed_is_disclosed() -> None:
    removed = source("ledger").removed
    assert removed == "5 reader comments. None of it is on any page or in any download."


@pytest.mark.parametrize(
    ("kind", "number", "said"),
    [
        ("reader-comments", 1, "1 reader comment"),
        ("related", 4, "4 related articles"),
        ("cookie-notice", 2, "2 cookie notices"),
    ],
)
def test_removed_furniture_is_counted_in_plain_words(kind: str, number: int, said: str) -> None:
    assert wording.removed(kind, number) == said


def test_a_text_in_another_language_is_shown_and_not_analysed() -> None:
    view = source("quai")
    assert (view.lang, view.analysed, len(view.sentences)) == ("fr", False, 3)


def test_only_things_named_differently_are_in_a_text_s_list_of_words() -> None:
    (row,) = source("standard").terms
    assert (row.thing, words(row.here)) == (
        "Harbour Workers’ Union",
        ["“reckless” (inside an attribution)"],
    )
    assert row.elsewhere == ("“dockers”: Coastwire copy", "“dockers”: The Ledger")


def test_the_table_of_terms_names_targets_then_the_event_then_what_more_texts_name() -> None:
    found = making.digest()
    ledger, courier = passage("ledger", "strike"), passage("courier", "dockers")
    more = [("other things", ledger), ("attack", ledger), ("unrest", ledger), ("unrest", courier)]
    frames = [Frame(target=t, term="x", voice="own", passage=p) for t, p in more]
    event = Frame(target="event", term="x", voice="own", passage=ledger)
    rows = stance(replace(found, frames=(*frames, event, *found.frames))).terms
    assert [row.thing for row in rows] == [
        "Harbour Workers’ Union",
        "the event",
        "the unrest",
        "the attack",
        "the strike",
        "other things",
    ]


def test_a_text_that_does_not_name_a_target_does_not_cover_it() -> None:
    table = [(row.text.label, [cell.covered for cell in row.cells]) for row in stance().rows]
    assert table == [
        ("Coastwire copy", [True, False]),
        ("The Ledger", [False, False]),
        ("The Standard", [True, True]),
    ]
    assert [target.silent for target in stance().targets] == [
        "The Ledger",
        "Coastwire copy and The Ledger",
    ]


def test_own_voice_and_quoted_are_kept_apart_and_doubt_is_said() -> None:
    own, quoted = stance().rows[2].cells[0].values
    assert (own.words, own.confidence, own.doubtful, own.by_editor) == (
        "strongly critical",
        "unsure",
        True,
        True,
    )
    assert (quoted.voice, quoted.words, quoted.covered) == ("quoted", "not covered", False)


def test_a_value_leads_to_its_sentence_and_each_sentence_stands_once() -> None:
    own = stance().rows[2].cells[0].values[0]
    (proofs,) = [p for p in stance().targets[0].texts if p.label == "The Standard"]
    assert [link.href for link in own.sentences] == [f"#{one.id}" for one in proofs.proofs]
    assert [(s.words, s.mark) for s in proofs.proofs[0].segments] == [
        ("Militants", "told"),
        (" strangle the islands", ""),
    ]


def test_a_sentence_shows_its_own_reason_and_else_that_of_its_value() -> None:
    digest = making.digest()
    named, *others = digest.stances
    (evidence,) = named.evidence
    reasoned = replace(named, evidence=(replace(evidence, reason="its own words: “calm”"),))
    shown_ = stance(replace(digest, stances=(reasoned, *others)))
    target = shown_.targets[0]
    first = {text.label: text.proofs[0].reason for text in (*target.texts, *target.plain)}
    assert first == {"Coastwire copy": "its own words: “calm”", "The Standard": "=a loaded word"}


def test_sentences_that_take_a_side_are_not_lost_among_those_that_take_none() -> None:
    target = stance().targets[0]
    assert {proof.value for text in target.texts for proof in text.proofs} == {"strongly critical"}
    assert {proof.value for text in target.plain for proof in text.proofs} == {"neutral"}
    assert target.number == sum(len(text.proofs) for text in target.plain)


def because(*words: str, value: int) -> tuple[str, ...]:
    digest = making.digest()
    named, *others = digest.stances
    (evidence,) = named.evidence
    decided = tuple(making.passage("ledger", word) for word in words)
    one = replace(named, value=value, evidence=(replace(evidence, words=decided),))
    shown_ = stance(replace(digest, stances=(one, *others)))
    return next(v.because for row in shown_.rows for cell in row.cells for v in cell.values)


def test_words_that_decided_stand_in_one_pair_of_marks_and_the_text_s_own_are_named() -> None:
    assert because("We will not move", value=-1) == ("“We will not move”",)
    assert because("“We will not move,”", value=-1) == ("“We will not move,” in quotation marks",)


def test_a_cell_that_takes_no_side_shows_no_words() -> None:
    assert because("We will not move", value=0) == ()


def test_what_the_editor_has_set_is_told_with_its_reason() -> None:
    digest = making.digest()
    named, *others = digest.stances
    mine = replace(named, value=1, edit=Edit(because="it quotes a joke"))
    settled = stance(replace(digest, stances=(mine, *others))).settled
    assert settled[0] == "the targets Harbour Workers’ Union"
    assert (
        "Coastwire copy on Harbour Workers’ Union, own voice: favourable, because it quotes"
        in (settled[1])
    )


def shares_of(each: int) -> list[tuple[str, str, str]]:
    digest = making.digest()
    shares = tuple(
        VoiceShare(source="ledger", speaker=speaker, words=words * each, share=words / 10)
        for speaker, words in (
            ("The harbour board", 4),
            ("the harbour board", 3),
            ("she", 2),
            (None, 1),
        )
    )
    (ledger,) = [
        v for v in stance(replace(digest, voices=shares)).voices if v.label == "The Ledger"
    ]
    return [(s.speaker, s.words, s.side) for s in ledger.shares]


def test_the_forms_of_one_speaker_are_one_share_and_pronouns_are_nobody() -> None:
    assert shares_of(10) == [
        ("The harbour board", "70 words, 70 %", ""),
        ("no speaker named", "30 words, 30 %", ""),
    ]


def test_a_few_words_have_no_share() -> None:
    assert [words for _, words, _ in shares_of(1)] == ["7 words", "3 words"]


def test_people_who_are_named_and_never_given_words_are_listed() -> None:
    digest = making.digest()
    quiet = Name(
        id="n9", name="Otto Brandt", kind="person", mentions=(passage("ledger", "A baker"),)
    )
    found = stance(replace(digest, names=(*digest.names, quiet))).voices
    assert {voices.label: voices.unheard for voices in found}["The Ledger"] == "Otto Brandt"


def home(number: int) -> HomeView:
    one = pages.listing(making.digest())
    listings = tuple(
        replace(one, slug=f"e{n}", on=f"2026-{n % 9 + 1:02}-01" if n else None)
        for n in range(number)
    )
    return home_view(
        listings, None, Html(""), (), making.SITE, Addresses(page="index.html", base_url=None)
    )


def test_few_events_stand_in_one_list_newest_first() -> None:
    (month,) = home(12).months
    days = [event.day.machine if event.day else None for event in month.events]
    assert days[0] == "2026-09-01"
    assert days[-1] is None
    assert month.name == "Events"


def test_many_events_are_grouped_by_month() -> None:
    months = home(13).months
    assert [month.name for month in months][:2] == ["September 2026", "August 2026"]
    assert months[-1].name == "Without a date"
    assert sum(len(month.events) for month in months) == 13


@pytest.mark.parametrize(
    ("date", "said", "machine"),
    [
        ("2026-03-04", "4 March 2026", "2026-03-04"),
        ("2026-03", "March 2026", "2026-03"),
        ("2026", "2026", "2026"),
        ("2026-06/2026-08", "June to August 2026", None),
        ("2026-08-07/2026-08-13", "7 to 13 August 2026", None),
        ("2025-12-30/2026-01-02", "30 December 2025 to 2 January 2026", None),
        ("2026-03-04 09:30", "4 March 2026", None),
        ("soon", "soon", None),
        ("2026-13-01", "2026-13-01", "2026-13-01"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(
    date: str, said: str, machine: str | None
) -> None:
    assert (wording.day(date), wording.machine_day(date)) == (said, machine)


def test_a_clock_time_is_said_with_its_zone() -> None:
    assert wording.day("2026-03-04", "15:40", "GMT") == "4 March 2026, 15.40 GMT"
    assert wording.day("2026-03-04", "15:40") == "4 March 2026, 15.40"


DESK = desk()


@given(st.integers(0, 118), st.integers(1, 60), st.integers(0, 118), st.integers(1, 30))
def test_marking_loses_no_word(start: int, length: int, at: int, size: int) -> None:
    text = making.text_of("ledger")
    span = Span(start, start + length)
    pieces = DESK.segments("ledger", span, [Span(at, at + size)])
    joined = "".join(piece.words for piece in pieces)
    assert "".join(joined.split()) == "".join(span.of(text).split())


@given(st.text("ab ,.“”\u2007\n", max_size=80), st.integers(5, 40))
def test_clipping_keeps_to_the_words_and_the_length(text: str, most: int) -> None:
    clipped = wording.clip(text, most)
    assert len(clipped) <= most + 2
    assert wording.shown(text).startswith(clipped.removesuffix(" …").rstrip())


def test_a_reading_is_shown_once_for_the_texts_that_give_it() -> None:
    whole = making.digest()
    same = tuple(
        Reading(passage=making.passage(id_, "on Tuesday"), value="2026-03-03")
        for id_ in ("courier", "isles", "ledger", "standard")
    )
    difference = Difference(
        claim=whole.claims[0].id, kind="date", relation="compatible", readings=same
    )
    (shown_,) = shown(replace(whole, differences=(difference,))).differ[0].points[0].readings
    assert words(shown_.told_by) == ["Coastwire copy", "The Ledger", "The Standard"]


def test_a_build_with_nothing_to_make_loads_no_template_engine() -> None:
    code = (
        "import sys; from tellings.render import pages, theme, links, export; "
        "print({'jinja2', 'markdown_it', 'numpy'} & set(sys.modules))"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert made.stdout.strip() == "set()"


def test_the_stance_page_says_first_what_its_table_shows() -> None:
    union = "Harbour Workers’ Union: 1 of 3 texts speaks critically in its own voice"
    board = "Harbour board: 1 of 3 texts speaks favourably in its own voice"
    assert stance().findings == (f"{union}; the program is unsure.", f"{board}.")
    none = tuple(replace(one, value=0) if one.value else one for one in making.digest().stances)
    silent = stance(making.digest(stances=none)).findings
    assert silent == ("No text was found to take a side in its own voice.",)
