from dataclasses import replace

import pytest

from tellings.model.findings import Derivation, Mention, Origin, Related, Section
from tellings.render import wording
from tellings.render.index import index
from tests.making import telling
from tests.render import making
from tests.render.seeing import shown, words


def test_the_count_is_honest_and_says_why() -> None:
    view = shown()
    assert view.count == "5 files · 3 texts · 1 agency"
    assert view.reasons == (
        "Evening Courier and Isles Today: 2 files with the same text; it counts once.",
        "Coastwire is behind 1 of 3 texts.",
        "Le Quai is in French and takes no part in the comparison.",
    )


def test_files_that_are_counted_and_not_shown_are_in_the_count() -> None:
    whole = making.digest()
    view = shown(replace(whole, event=replace(whole.event, withheld=2)))
    assert view.count == "7 files · 3 texts · 1 agency"
    assert view.reasons[-1] == "2 files are counted and not shown."


def test_two_texts_of_one_outlet_have_names_of_their_own() -> None:
    whole = making.digest()
    renamed = tuple(
        replace(
            t, document=replace(t.document, source=replace(t.document.source, outlet="The Ledger"))
        )
        if t.id == "standard"
        else t
        for t in whole.tellings
    )
    labels = [text.label for text in index(replace(whole, tellings=renamed)).texts]
    assert labels[0] == "Coastwire copy"
    assert labels[1] == "The Ledger (“Night watch cut brings …”)"
    assert labels[2].startswith("The Ledger (“")
    assert len(set(labels)) == len(labels)


def test_a_gist_is_verbatim_with_an_ellipsis_where_its_sentence_is_cut() -> None:
    gists = [claim.gist for section in shown().sections for claim in section.claims]
    assert gists[0] == "About 300 dockers walked out at Saltmere harbour on Tuesday …"
    assert gists[3] == "The board cut the night watch in November."


def test_a_claim_names_each_text_once_and_links_to_its_sentence() -> None:
    first = shown().sections[0].claims[0]
    sentence = making.digest().telling("ledger").document.sentences[2]
    assert words(first.told_by) == ["Coastwire copy", "The Ledger", "The Standard"]
    assert first.told_by[1].href == f"sources/ledger/#{sentence.id}"


def test_a_claim_names_each_other_that_may_tell_the_same_once() -> None:
    whole = making.digest()
    first, second, *rest = whole.claims
    link = Related(claim=second.id, here=first.gist, there=second.gist, score=0.3)
    view = shown(replace(whole, claims=(replace(first, related=(link, link)), second, *rest)))
    claims = {claim.id: claim for section in view.sections for claim in section.claims}
    other = f"claim {claims[second.id].number}"
    assert [one.words for one in claims[first.id].related] == [other]
    assert not claims[second.id].related


def test_claims_are_numbered_as_they_are_read_those_of_several_texts_first() -> None:
    whole = making.digest()
    backwards = tuple(
        replace(section, claims=section.claims[::-1]) for section in whole.sections[::-1]
    )
    view = shown(replace(whole, sections=backwards))
    read = [claim.number for section in view.sections for claim in section.claims + section.folded]
    assert read == list(range(1, 10))
    assert [len(claim.told_by) > 1 for claim in view.sections[1].claims] == [
        True,
        True,
        False,
        False,
    ]


def test_marks_are_words() -> None:
    section = shown().sections[0]
    assert [[badge.words for badge in claim.badges] for claim in section.claims] == [
        ["3 of 3 texts", "differs: number"],
        ["2 of 3 texts"],
        ["only one text", "headline only", "set by the editor"],
        ["only one text"],
    ]


def test_the_same_words_in_files_of_one_text_are_shown_once() -> None:
    first, *_ = shown().sections[0].claims[0].evidence
    assert first.link.words == "Coastwire copy, sentence 2"
    assert words(first.also) == []


def test_what_only_some_files_of_a_text_print_is_theirs() -> None:
    whole = making.digest()
    alone, *rest = whole.claims
    mentions = tuple(m for m in alone.mentions if m.passage.source != "isles")
    told = replace(alone, mentions=mentions)
    first, *_ = shown(replace(whole, claims=(told, *rest))).sections[0].claims[0].evidence
    assert first.link.words == "Evening Courier, sentence 2"


def test_a_sentence_that_is_the_claim_is_not_printed_again_beside_it() -> None:
    shared, quoted, title, cut, *_ = shown().sections[0].claims
    assert title.alone is not None
    assert (title.alone.link.words, title.alone.segments, title.evidence) == (
        "The Standard, headline",
        (),
        (),
    )
    assert shared.alone is None
    assert [bool(one.segments) for one in quoted.evidence] == [False, True]
    assert cut.alone is not None


def test_a_line_under_words_has_a_word_beside_it() -> None:
    claims = shown().sections[0].claims
    assert claims[0].marks == (
        "Underlined: what tells the claim. Wavy line: a loaded word inside an attribution."
    )
    assert claims[1].marks == ""


def test_of_many_sentences_those_that_differ_stand_beside_the_claim() -> None:
    whole = making.digest()
    first, *rest = whole.claims
    sentences = whole.telling("ledger").document.sentences
    more = tuple(Mention(passage=sentences[n].passage) for n in (3, 4, 6, 7))
    told = replace(first, mentions=(*first.mentions, *more))
    claim = shown(replace(whole, claims=(told, *rest))).sections[0].claims[0]
    assert [one.link.words for one in claim.evidence] == [
        "Coastwire copy, sentence 2",
        "The Ledger, sentence 3",
    ]
    assert len(claim.evidence) + len(claim.evidence_more) == 7
    assert shown().sections[0].claims[0].evidence_more == ()


def test_evidence_is_open_where_texts_differ() -> None:
    claims = shown().sections[0].claims
    assert [claim.open for claim in claims] == [True, False, False, False]


def test_more_than_three_claims_of_one_text_alone_are_folded() -> None:
    first, second = shown().sections
    assert (len(first.claims), len(first.folded)) == (4, 0)
    assert (len(second.claims), len(second.folded)) == (1, 4)


def test_the_sharpest_difference_comes_first() -> None:
    (first,), (second,) = (claim.points for claim in shown().differ)
    assert (first.kind, second.kind) == ("number", "certainty")
    assert [(r.words, words(r.told_by)) for r in first.readings] == [
        ("About 300", ["Coastwire copy"]),
        ("Some 450", ["The Ledger"]),
    ]
    assert [r.meaning for r in second.readings] == ["stated as fact", "said by Mara Lind"]


def test_what_differs_is_headed_by_words_that_hold_it() -> None:
    whole = making.digest()
    number, certainty = whole.differences[0], whole.differences[1]
    elsewhere = tuple(replace(one, claim=whole.claims[-1].id) for one in (number, certainty))
    (by_number,) = shown(replace(whole, differences=elsewhere[:1])).differ
    (by_claim,) = shown(replace(whole, differences=elsewhere[1:])).differ
    assert "Some 450" in by_number.title
    assert by_claim.title == wording.clip(index(whole).gist(whole.claims[-1]), 64)


def test_many_differences_are_not_all_at_the_top() -> None:
    whole = making.digest()
    one = whole.differences[0]
    many = tuple(
        replace(one, readings=tuple(replace(r, value=f"{r.value} {n}") for r in one.readings))
        for n in range(9)
    )
    view = shown(replace(whole, differences=many))
    assert [len(claim.points) for claim in (*view.differ, *view.differ_more)] == [6, 3]
    assert view.differ_rest == "3 more differences"


def test_a_difference_in_two_claims_is_shown_and_counted_once() -> None:
    whole = making.digest()
    one = whole.differences[0]
    again = replace(one, claim=whole.claims[-1].id)
    twice = replace(whole, differences=(one, again))
    assert len(shown(twice).differ) == 1
    assert wording.differences(twice.differences) == "1 difference"
    assert "1 difference in 2 claims" in shown(twice).meta


def test_texts_that_only_attribute_differently_agree() -> None:
    whole = making.digest()
    readings = tuple(
        replace(reading, value=value)
        for reading, value in zip(
            whole.differences[0].readings, ("own voice", "Lind"), strict=False
        )
    )
    weak = replace(
        whole.differences[0], kind="attribution", relation="compatible", readings=readings
    )
    view = shown(replace(whole, differences=(weak,)))
    first = view.sections[0].claims[0]
    assert (view.differ, len(view.differ_more), first.differences, first.standing) == (
        (),
        1,
        (),
        "shared",
    )
    ((point,),) = (claim.points for claim in view.differ_more)
    assert [(reading.words, reading.meaning) for reading in point.readings] == [
        ("", "own voice"),
        ("", "Lind"),
    ]
    assert [badge.words for badge in first.badges] == [
        "3 of 3 texts",
        "own voice in some, attributed in others",
    ]
    assert "no differences, 1 claim attributed differently" in view.meta


def test_texts_that_name_different_speakers_are_not_said_to_tell_it_themselves() -> None:
    whole = making.digest()
    weak = replace(whole.differences[0], kind="attribution", relation="compatible")
    assert any(mention.voice == "own" for mention in whole.claims[0].mentions)
    first = shown(replace(whole, differences=(weak,))).sections[0].claims[0]
    assert first.badges[1].words == "attributed to different speakers"


def test_that_nothing_differs_is_said() -> None:
    assert shown(making.digest(differences=())).no_difference.startswith("No difference")
    assert shown(making.tiny()).no_difference.startswith("There is only one text")


def test_the_timeline_says_each_date_once_and_keeps_background_apart() -> None:
    timeline = shown().timeline
    assert timeline is not None
    assert [entry.day.words if entry.day else None for entry in timeline.story] == ["3 March 2026"]
    assert words(timeline.story[0].told_by) == ["Coastwire copy", "The Ledger", "The Standard"]
    (entry,) = timeline.background
    assert (entry.day and entry.day.machine, entry.basis) == (
        "2025-11",
        "counted back 4 months from the article’s day",
    )


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Lind will run in the 2027 council election of Norrin.", []),
        ("Lind will pay for her 2027 campaign herself.", []),
        ("In 2027 Lind will run for the council of Norrin.", ["2027"]),
        ("Lind wants the pier rebuilt by 2027, she said.", ["2027"]),
    ],
)
def test_a_year_that_names_something_is_no_entry_of_the_story(text: str, years: list[str]) -> None:
    told = telling(text)
    assert [date.date for date in told.dates] == ["2027"]
    timeline = shown(replace(making.tiny(), tellings=(told,))).timeline
    assert timeline is not None
    assert [entry.day.words for entry in timeline.story if entry.day] == years


def test_printings_of_one_quotation_stand_together_the_longest_first() -> None:
    first = shown().speakers[0]
    assert first.name == "Mara Lind"
    assert [
        ("".join(piece.words for piece in q.words), words(q.told_by), q.differs)
        for q in first.quotes
    ] == [
        ("“We will not move until the night watch is back,”", ["Coastwire copy"], ""),
        ("“We will not move,”", ["The Ledger"], "cut"),
    ]


def test_an_unknown_speaker_is_not_invented_and_stands_last() -> None:
    assert [speaker.name for speaker in shown().speakers] == [
        "Mara Lind",
        "the harbour board",
        None,
    ]


def test_a_text_that_does_not_carry_a_claim_says_so() -> None:
    coverage = shown().coverage
    assert coverage is not None
    assert [[cell.words for cell in row.cells] for row in coverage.rows] == [
        ["attributed", "own voice", "attributed, loaded word"],
        ["quoted", "own voice", "not in it"],
        ["own voice", "own voice", "not clearly"],
    ]
    assert coverage.totals == (3, 3, 1)
    assert coverage.finding == "6 of 9 claims stand in one text only; 1 stands in all 3."


def test_what_is_left_out_is_counted_on_what_two_texts_tell() -> None:
    assert [(text.label, text.carries) for text in shown().left_out] == [
        ("Coastwire copy", "carries 3 of 3"),
        ("The Ledger", "carries 3 of 3"),
        ("The Standard", "carries 1 of 3, 1 not clearly"),
    ]


def test_of_two_texts_neither_leaves_out_what_two_others_tell() -> None:
    whole = making.digest()
    two = (("courier", "isles", "standard"), ("ledger",), ("quai",))
    view = shown(replace(whole, lineage=replace(whole.lineage, texts=two)))
    assert view.left_out == ()
    assert "#left-out" not in {link.href for link in view.contents}
    assert "#left-out" in {link.href for link in shown().contents}


def test_shared_sentences_that_are_quotations_are_said_to_be() -> None:
    whole = making.digest()
    said = tuple(
        next(a.content for t in whole.tellings if t.id == id_ for a in t.attributions)
        for id_ in ("ledger", "courier")
    )
    one = Derivation(passage=said[0], origin=said[1], kind="near")
    lines = shown(replace(whole, lineage=replace(whole.lineage, derived=(one,)))).lineage
    assert lines[-1].words == (
        "The Ledger and Coastwire copy share 1 sentence, a quotation; "
        "which came first is not known."
    )


def test_an_agency_that_texts_only_cite_is_said_to_be_cited_and_not_counted() -> None:
    whole = making.digest()
    cited = Origin(name="Coastwire", kind="agency", sources=(), cited_by=("ledger",))
    view = shown(replace(whole, lineage=replace(whole.lineage, origins=(cited,))))
    assert view.count == "5 files · 3 texts · no agency"
    assert "Coastwire, an agency: cited by The Ledger." in [line.words for line in view.lineage]


def test_what_a_text_may_tell_in_other_words_is_not_given_as_left_out() -> None:
    standard = shown().left_out[-1]
    assert [one.link.words for one in standard.claims] == ["claim 2"]
    assert [(one.claim.words, one.sentence.words) for one in standard.unclear] == [
        ("claim 5", "sentence 2")
    ]


def test_nothing_is_left_out_where_one_origin_stands_behind_all_that_is_shared() -> None:
    whole = making.digest()
    covers = tuple(replace(cover, carriers=("Coastwire",)) for cover in whole.covers)
    assert shown(replace(whole, covers=covers)).left_out == ()


def test_a_citation_names_the_version_by_its_inputs() -> None:
    whole = making.digest()
    cite = shown(replace(whole, event=replace(whole.event, title="50 % & {more}"))).cite
    assert "version 5e1f5e1f" in cite.words
    assert cite.words.endswith("https://digests.example/strike-site/events/saltmere-strike/")
    assert "title   = {50 \\% \\& \\{more\\}}" in cite.bibtex


def test_the_files_of_one_text_are_one_entry_in_the_list_of_sources() -> None:
    first, *others = shown().sources
    assert (first.link.words, words(tuple(copy.link for copy in first.copies))) == (
        "Coastwire copy",
        ["Isles Today"],
    )
    assert [card.link.words for card in others] == ["The Ledger", "Le Quai", "The Standard"]


def test_a_short_digest_folds_no_section_and_a_long_one_those_without_differences() -> None:
    assert {section.summary for section in shown().sections} == {""}
    whole = making.digest()
    many = tuple(replace(whole.claims[1], id=f"c-{n}") for n in range(40))
    sections = tuple(
        Section(id=f"part-{n}", name=f"Part {n}", claims=tuple(c.id for c in part))
        for n, part in enumerate((many[:25], many[25:]))
    )
    covers = tuple(replace(whole.covers[1], claim=claim.id) for claim in many)
    long = replace(
        whole,
        claims=many,
        sections=sections,
        covers=covers,
        differences=(),
        omissions=(),
        summary=(),
    )
    first, second = shown(long).sections
    assert (first.open, second.open) == (True, False)
    assert second.summary == "15 claims, each told by several texts"


def test_a_source_that_the_editor_does_not_count_is_shown_and_counted_nowhere() -> None:
    whole = making.digest()
    apart = making.digest(lineage=replace(whole.lineage, uncounted=("ledger",)))
    before, after = shown(whole), shown(apart)
    assert (before.count, after.count) == (
        "5 files · 3 texts · 1 agency",
        "5 files · 2 texts · 1 agency",
    )
    assert "The Ledger is shown and, by the editor’s choice, not counted." in after.reasons
    assert [line.support for line in after.short] == ["2 of 2 texts", "in no text that counts"]


def test_what_the_editor_has_set_is_listed() -> None:
    given, named, stale = shown().editor
    assert (given.words, given.because, given.by, given.problem) == (
        "Gave words to the union",
        "She spoke for the union.",
        "M. K.",
        "",
    )
    assert [place.words for place in given.places] == ["The Ledger, sentence 4"]
    assert (named.words, named.places) == ("Made one name of Mara Lind and Mara Lynd", ())
    assert stale.problem == "no date was found there"
    assert shown(making.tiny()).editor == ()


def test_paper_gets_every_sentence_that_is_no_claim_itself_once() -> None:
    notes = {text.label: text for text in shown().endnotes}
    assert notes["Coastwire copy"].addresses == (
        "https://digests.example/strike-site/events/saltmere-strike/sources/courier/",
    )
    assert [(note.number, note.claims) for note in notes["The Ledger"].notes] == [
        (3, "1"),
        (4, "2"),
        (7, "5, told as scheduled"),
    ]
    printed = [note.words for text in notes.values() for note in text.notes if note.words]
    assert len(printed) == len(set(printed))


def test_paper_says_whose_voice_a_claim_is_told_in_where_its_words_are_printed_already() -> None:
    told = {note.claims for text in shown().endnotes for note in text.notes if not note.words}
    assert told == {"2, quoted"}


def test_a_line_that_sets_a_text_against_a_claim_of_others_counts_nobody() -> None:
    whole = making.digest()
    first, second = whole.summary
    both = replace(second, evidence=(*second.evidence, *first.evidence))
    lines = shown(replace(whole, summary=(first, both))).short
    assert [line.support for line in lines] == ["3 of 3 texts", ""]


def test_speakers_and_times_have_anchors_made_of_what_they_say() -> None:
    view = shown()
    assert [speaker.id for speaker in view.speakers] == [
        "who-mara-lind",
        "who-harbour-board",
        "who-unnamed",
    ]
    assert view.timeline is not None
    assert [entry.id for entry in view.timeline.story] == ["story-2026-03-03"]
