"""Who says what, on the digest page."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tellings.analysis import names, quotations
from tellings.model.findings import Attribution, Lineage, Quotation, Telling
from tellings.model.span import Passage
from tellings.render.views.parts import SpeakerView
from tellings.render.wordings import compare
from tests.making import telling
from tests.render import making
from tests.render.seeing import shown, words


def printed(*said: tuple[str, str]) -> tuple[SpeakerView, ...]:
    """Show who says what in texts that hold one attribution each: its words and its speaker."""
    texts = {f"s{n}": f"{words} {speaker} spoke." for n, (words, speaker) in enumerate(said)}
    tellings = tuple(
        replace(
            telling(texts[id_], id=id_),
            attributions=(
                Attribution(
                    content=Passage(id_, 0, len(words)),
                    kind="direct",
                    speaker=speaker or None,
                    speaker_at=None,
                ),
            ),
        )
        for id_, (words, speaker) in zip(texts, said, strict=True)
    )
    places = tuple(one.attributions[0].content for one in tellings)
    whole = replace(
        making.tiny(),
        tellings=tellings,
        lineage=Lineage(texts=tuple((id_,) for id_ in texts)),
        quotations=(Quotation(id="q1", printings=places),),
    )
    return shown(whole).speakers


def test_words_changed_inside_the_marks_are_marked_and_said() -> None:
    (lind,) = printed(
        ("“We will not leave the port of Norrin today.”", "Mara Lind"),
        ("“We will not quit the port today.”", "Mara Lind"),
    )
    first, variant = lind.quotes
    assert not any(piece.mark for piece in first.words)
    assert [piece.words for piece in variant.words if piece.mark == "changed"] == ["quit"]
    assert variant.differs == (
        "differs inside the marks: “quit” for “leave” and without “of Norrin”"
    )


def test_words_left_out_with_dots_are_cut_and_without_dots_they_differ() -> None:
    whole = ("“We will not leave the port of Norrin today.”", "Mara Lind")
    (dotted,) = printed(whole, ("“We will not leave the port … today.”", "Mara Lind"))
    (silent,) = printed(whole, ("“We will not leave the port today.”", "Mara Lind"))
    assert dotted.quotes[1].differs == "cut"
    assert silent.quotes[1].differs == "differs inside the marks: without “of Norrin”"


def test_one_quotation_given_to_two_people_says_so() -> None:
    (lind,) = printed(
        ("“We will not leave the port of Norrin.”", "Mara Lind"),
        ("“We will not leave the port of Norrin!”", "Mara Lind"),
        ("“We will not leave the port”", "Otto Brandt"),
        ("“not leave the port of Norrin”", ""),
    )
    assert [(words(q.told_by), q.given_to) for q in lind.quotes] == [
        (["S0", "S1"], ""),
        (["S3"], "no speaker named"),
        (["S2"], "given to Otto Brandt"),
    ]


def test_a_person_named_in_one_text_stands_above_a_description_in_others() -> None:
    said = "“We will not leave the port of Norrin,” said {}."
    tellings = tuple(
        telling(said.format(speaker), id=f"s{n}")
        for n, speaker in enumerate(("a docker", "a docker", "union leader Mara Lind"))
    )
    (lind,) = shown(
        replace(
            making.tiny(),
            tellings=tellings,
            names=names.register(tellings),
            lineage=Lineage(texts=tuple((one.id,) for one in tellings)),
            quotations=quotations.gather(tellings),
        )
    ).speakers
    assert lind.name == "Mara Lind"
    assert {q.given_to for q in lind.quotes} == {"", "given to a docker"}


@given(st.text("ab “”…. [x]", min_size=1), st.text("ab “”…. [x]", min_size=1))
def test_a_comparison_marks_only_words_of_the_printing_itself(here: str, there: str) -> None:
    found = compare(here, there)
    assert all(span.end <= len(here) for span in found.spans)
    assert list(found.spans) == sorted(found.spans)
    assert all(change.here in here and change.there in there for change in found.changes)
    assert compare(here, here).changes == ()


def test_a_speaker_is_one_under_every_spelling_with_the_roles_texts_print() -> None:
    tellings = tuple(
        telling(text, id=f"s{n}")
        for n, text in enumerate(
            (
                "“We stay here tonight,” said union leader Antony Valé.",
                "“The gates are shut,” said Mr. Vale. Anthony Vale, the dockers’ chief, left.",
                "“Nobody has asked us,” Vale said.",
            )
        )
    )
    (vale,) = shown(
        replace(
            making.tiny(),
            tellings=tellings,
            names=names.register(tellings),
            lineage=Lineage(texts=tuple((one.id,) for one in tellings)),
        )
    ).speakers
    assert (vale.name, vale.spellings) == ("Anthony Vale", ("Antony Valé",))
    assert len(vale.quotes) == 3
    assert [(role.words, words(role.told_by)) for role in vale.roles] == [
        ("union leader", ["S0"]),
        ("the dockers’ chief", ["S1"]),
    ]


def test_reported_speech_is_shown_with_the_verb_that_leads_into_it() -> None:
    text = "Mara Lind called for an end to the strike. The port is safe, she said."
    content, after = text.index("an end"), text.index("The port")
    one = telling(text, id="s0")
    told = replace(
        one,
        attributions=(
            Attribution(
                content=Passage("s0", content, content + len("an end to the strike")),
                kind="indirect",
                speaker="Mara Lind",
                cue_at=Passage("s0", text.index("called"), text.index("called") + 6),
            ),
            Attribution(
                content=Passage("s0", after, after + len("The port is safe")),
                kind="indirect",
                speaker="Mara Lind",
                cue_at=Passage("s0", text.index("said"), text.index("said") + 4),
            ),
        ),
    )
    whole = replace(making.tiny(), tellings=(told,), lineage=Lineage(texts=(("s0",),)))
    (lind,) = shown(whole).speakers
    assert ["".join(piece.words for piece in said.words) for said in lind.reported] == [
        "called for an end to the strike",
        "The port is safe",
    ]


def test_a_ministry_is_one_speaker_under_both_forms_of_its_name() -> None:
    (ministry,) = printed(
        ("“We will not leave the port of Norrin.”", "the Norlandish Ministry of Foreign Affairs"),
        ("“We will not leave the port of Norrin!”", "the Norlandish Foreign Ministry"),
    )
    assert ministry.quotes[0].given_to == ""


def test_sentences_of_one_quotation_stand_together_where_all_that_print_one_print_both() -> None:
    late, always = "“The boat is late.", "It is always late,”"

    def quoted(id_: str, *said: str) -> Telling:
        text = f"{' '.join(said)} said Mara Lind."
        places = [(at := text.index(words), at + len(words)) for words in said]
        given = tuple(
            Attribution(content=Passage(id_, *place), kind="direct", speaker="Mara Lind")
            for place in places
        )
        return replace(telling(text, id=id_), attributions=given)

    def said(*tellings: Telling) -> list[str]:
        places = [[one.content for one in t.attributions] for t in tellings]
        both = tuple(
            Quotation(id=f"q{n}", printings=tuple(p[n] for p in places if len(p) > n))
            for n in range(2)
        )
        digest = replace(
            making.tiny(),
            tellings=tellings,
            lineage=Lineage(texts=tuple((one.id,) for one in tellings)),
            quotations=both,
        )
        (lind,) = shown(digest).speakers
        return ["".join(piece.words for piece in quote.words) for quote in lind.quotes]

    assert said(quoted("a", late, always), quoted("b", late, always)) == [f"{late} {always}"]
    assert said(quoted("a", late, always), quoted("b", f"{late}”")) == [late, always]
