"""The tool that measures attributions on annotated articles."""

from pathlib import Path

import pytest

from tellings.model.span import Span
from tools import attribution_baseline, measure_attribution
from tools.attribution_corpus import Annotated, Article, Said, quoted_words, read, words_of
from tools.measure_attribution import Measured, compare

TEXT = (
    "Ferry late at Saltmere\n\n"
    "“The ferry was late,” said Mara Lind. “It often is.”\n\n"
    "Otto Brandt said that the quay was empty.\n"
)


def spot(words: str, text: str = TEXT) -> tuple[int, int]:
    """Say where some words stand."""
    return text.index(words), text.index(words) + len(words)


def annotation(*said: tuple[str, str, tuple[str, ...]]) -> str:
    """Write source, cue and contents as a standoff file."""
    lines: list[str] = []
    for source, cue, contents in said:
        events: list[str] = []
        ends = ";".join(" ".join(map(str, spot(words))) for words in contents)
        for role, places, words in (
            ("Source", " ".join(map(str, spot(source))), source),
            ("Cue", " ".join(map(str, spot(cue))), cue),
            ("Content", ends, " ".join(contents)),
        ):
            number = sum(line.startswith("T") for line in lines) + 1
            lines.append(f"T{number}\t{role} {places}\t{words}")
            events.append(f"{role}:T{number}")
        lines.append(f"E{len(lines)}\tAttribution:T0 {' '.join(events)}")
    return "\n".join(lines)


WHOLE = annotation(
    ("Mara Lind", "said", ("“The ferry was late,”", "“It often is.”")),
    ("Otto Brandt", "said that", ("the quay was empty",)),
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Lay out a corpus of one article that two annotators have read."""
    for folder in ("text", "attributions"):
        (tmp_path / "dev" / folder).mkdir(parents=True)
    (tmp_path / "dev/text/ferry.txt").write_text(TEXT, "utf-8")
    (tmp_path / "dev/attributions/ferry_0aaa.ann").write_text(WHOLE, "utf-8")
    only = annotation(("Mara Lind", "said", ("“The ferry was late,”", "“It often is.”")))
    (tmp_path / "dev/attributions/ferry_0bbb.ann").write_text(only, "utf-8")
    return tmp_path


def test_an_article_is_read_with_its_annotators_in_order(corpus: Path) -> None:
    (article,) = read(corpus / "dev")
    assert [reading.by for reading in article.readings] == ["0aaa", "0bbb"]
    first, second = article.said
    assert article.words(first.content) == "The ferry was late,” said Mara Lind. “It often is"
    assert (article.words(second.source), article.words(second.cue)) == ("Otto Brandt", "said that")
    assert [article.how(said.content) for said in article.said] == ["direct", "indirect"]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("She was “very late” again", "very late"),
        ('He said "we left', "we left"),
        ("''Go home,'' she said, ''now.''", "Go home now"),
        ("“One.\nTwo” three", "One"),
    ],
)
def test_quoted_words_stand_between_marks_of_one_paragraph(text: str, inside: str) -> None:
    found = sorted(quoted_words(text))
    assert [text[at:].split(maxsplit=1)[0].strip("”'.,") for at in found] == inside.split()


def test_pieces_with_one_cue_are_one_content(corpus: Path) -> None:
    (article,) = read(corpus / "dev")
    found = measure_attribution.by_program(article)
    assert [said.content for said in found] == [said.content for said in article.said]


def test_a_content_is_found_from_half_of_its_words_and_exact_with_all(corpus: Path) -> None:
    (article,) = read(corpus / "dev")
    measured = Measured()
    first, _ = article.said
    start, _ = spot("late,”")
    compare(measured, article, [Said(content=frozenset(at for at in first.content if at < start))])
    assert (
        measured.tallies["overlap", "direct"].found,
        measured.tallies["exact", "direct"].found,
    ) == (0, 0)
    compare(measured, article, [Said(content=first.content - {min(first.content)})])
    assert (
        measured.tallies["overlap", "direct"].found,
        measured.tallies["exact", "direct"].found,
    ) == (1, 0)
    compare(measured, article, [first])
    assert (
        measured.tallies["overlap", "direct"].found,
        measured.tallies["exact", "direct"].found,
    ) == (2, 1)


def test_a_speaker_is_right_by_place_or_by_name() -> None:
    text = "The ferry was late, he said."
    words = {
        part: words_of(text, [Span(*spot(part, text))])
        for part in ("The ferry was late", "said", "he")
    }
    true = Said(content=words["The ferry was late"], cue=words["said"], source=words["he"])
    article = Article(name="a", text=text, readings=(Annotated(by="0aaa", said=(true,)),))
    by_place = Said(content=true.content, source=words["he"], speaker="Otto Brandt")
    by_name = Said(content=true.content, speaker="Otto Brandt")
    other = Said(content=true.content, speaker="Mara Lind")
    every = (by_place,)
    assert measure_attribution.same_speaker(by_place, true, article, every)
    assert measure_attribution.same_speaker(by_name, true, article, every)
    assert not measure_attribution.same_speaker(other, true, article, every)


def test_the_tables_are_printed_and_no_miss_of_the_reported_part(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    measure_attribution.main(["--corpus", str(corpus), "--agreement"])
    printed = capsys.readouterr().out
    assert "regular expressions" in printed
    assert "annotators by one another" in printed
    with pytest.raises(SystemExit):
        measure_attribution.main(["--corpus", str(corpus), "--part", "dev", "--misses", "3"])


def test_the_baseline_finds_a_quotation_and_its_speaker() -> None:
    (found,) = attribution_baseline.find("“The ferry is late again,” said Mara Lind on Monday.")
    assert (len(found.content), len(found.source)) == (5, 2)
