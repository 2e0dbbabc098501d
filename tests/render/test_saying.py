"""How each text lets somebody speak, on the stance summary."""

from dataclasses import replace

from tellings.analysis import voices
from tellings.model.event import Target
from tellings.model.findings import Frame, Lineage
from tellings.render import wording
from tellings.render.views import StanceView
from tests.making import telling
from tests.render import making
from tests.render.seeing import stance, words


def summary(
    *texts: str, frames: tuple[Frame, ...] = (), targets: tuple[Target, ...] = ()
) -> StanceView:
    """Show the stance summary of texts, read as they are."""
    tellings = tuple(telling(text, id=f"s{n}") for n, text in enumerate(texts))
    lineage = Lineage(texts=tuple((one.id,) for one in tellings))
    whole = replace(making.tiny(), tellings=tellings, lineage=lineage, frames=frames)
    return stance(replace(whole, targets=targets, voices=voices.share(tellings)))


def rows(*texts: str) -> list[tuple[str, list[list[str] | str]]]:
    return [
        (row.speaker, [words(cell.verbs) or ("plain" if cell.speaks else "") for cell in row.cells])
        for row in summary(*texts).saying
    ]


def test_a_verb_that_adds_something_is_shown_beside_the_plain_ones() -> None:
    assert rows(
        "Mara Lind claimed that the port was safe.",
        "Mara Lind said that the port was safe.",
        "The port was safe.",
    ) == [("Mara Lind", [["“claimed” (in doubt)"], "plain", ""])]


def test_a_speaker_whom_all_let_speak_plainly_has_no_row() -> None:
    assert rows(*["Mara Lind said that the port was safe."] * 2) == []


def test_a_verb_that_takes_words_for_true_is_shown_where_another_text_has_none() -> None:
    noted, said = "Mara Lind noted that the port was safe.", "Mara Lind said that it was safe."
    assert rows(noted, said) == [("Mara Lind", [["“noted” (as true)"], "plain"])]
    assert rows(noted, noted) == []
    assert rows(noted) == []


def test_each_verb_stands_once_and_links_to_its_sentence() -> None:
    text = "Mara Lind admitted that it rained. Mara Lind admitted that it poured."
    (row,) = summary(text).saying
    (verb,) = row.cells[0].verbs
    assert verb.words == "“admitted” (as a fault)"
    assert "#s-" in verb.href


def test_how_much_of_a_text_is_quoted_is_said() -> None:
    long = " ".join(["wait"] * 24)
    quoting, few, plain = summary(
        f"“{long},” the crew of the Alda said.", "“We will wait,” Lind said.", "The port is shut."
    ).voices
    assert (quoting.quoted, few.quoted) == ("24 of 30 words, 80 %", "3 of 5 words")
    assert plain.quoted == ""


def test_a_speaker_who_is_named_by_a_target_stands_on_its_side() -> None:
    council = Target(id="council", name="Norrin council", aliases=("council",))
    text = "“We will wait,” the council said. “Never,” Mara Lind said."
    (one,) = summary(text, targets=(council,)).voices
    assert [(share.speaker, share.side) for share in one.shares] == [
        ("the council", "Norrin council"),
        ("Mara Lind", ""),
    ]


def test_a_name_held_off_by_marks_is_shown_as_such_among_the_terms() -> None:
    (told,) = (telling("The fleet of “Norway” left.", id="s0"),)
    start = told.text.index("“")
    held = Frame(
        target="norway",
        term="Norway",
        voice="own",
        passage=replace(
            told.document.sentences[0].passage, start=start, end=start + len("“Norway”")
        ),
    )
    view = summary(told.text, frames=(held,))
    assert words(view.terms[0].cells[0].terms) == ["“Norway” (in quotation marks)"]


def test_what_is_no_name_has_no_row() -> None:
    told = telling("Mara Lind claimed that it rained.", id="s0")
    (one,) = told.attributions
    tellings = (replace(told, attributions=(replace(one, speaker="hat MORE"),)),)
    lineage = Lineage(texts=(("s0",),))
    whole = replace(making.tiny(), tellings=tellings, lineage=lineage)
    assert stance(whole).saying == ()


def test_thousands_are_parted_as_english_does() -> None:
    assert wording.count(10_000, "file") == "10,000 files"
    assert wording.count(999, "file") == "999 files"
