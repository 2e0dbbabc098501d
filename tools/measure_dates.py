"""Measure what dated expressions come to, on specs of Recognizers-Text and on annotated events.

    python -m tools.measure_dates [--specs FOLDER] [--misses N] [--gold FOLDER] [--apart EVENT …]

SPECS is the folder `DateTime/English`; `date_specs.py` says which cases concern news. An answer is
right when its first and last day are those of one reading that the case allows; half of the cases,
by a hash, are looked at, and `--misses` prints of that half alone. *Coarser* answers hold the right
one (“a month ago” is a month here, a day there) and count as not right. What is found in a case
of which nothing is left out, beside its expressions, is wrong. GOLD is a folder of annotated
events: dated mentions of their timelines with a day, a month or a year. `--apart` names events
whose figures stand by themselves.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tellings.analysis.dates import finding
from tellings.analysis.dates.finding import Found
from tellings.analysis.dates.readings import Place
from tellings.model.findings import Telling
from tellings.model.span import Span
from tools import annotated
from tools.annotated_texts import f1, means, tellings_of
from tools.date_specs import Case, Expected, days_of, read

PRECISE = {"day": 10, "month": 7, "year": 4}


def same(found: Found, expected: Expected) -> bool:
    """Tell whether what was found is one of the readings allowed.

    Of “2014 to 2018” the specs end where 2018 begins.
    """
    first, last = days_of(found.reading.date)
    begins = days_of(found.reading.date.rpartition("/")[2])[0]
    return bool({(first, last), (first, begins)} & expected.days)


def holds(found: Found, expected: Expected) -> bool:
    """Tell whether what was found is coarser than a reading allowed, and holds it."""
    first, last = days_of(found.reading.date)
    return any(first <= begin and end <= last for begin, end in expected.days)


def judge(case: Case) -> tuple[Counter[str], list[str]]:
    """Count what a case asks, what it gets, and say what is not right."""
    found = finding.read(Place(sentence=case.words, day=case.day))
    counts: Counter[str] = Counter(wanted=len(case.expected))
    wrong: list[str] = []
    for expected in case.expected:
        here = [one for one in found if one.span.shared(expected.span)]
        hit = any(same(one, expected) for one in here)
        coarser = not hit and any(holds(one, expected) for one in here)
        counts.update(right=hit, coarser=coarser, given=bool(here))
        if not hit:
            answers = ", ".join(one.reading.date for one in here) or "nothing"
            allowed = " or ".join("/".join(days) for days in sorted(expected.days)[:2])
            label = "coarser" if coarser else "wrong" if here else "missed"
            wrong.append(f"{label}: {case.words} [{expected.words}] {answers} for {allowed}")
    if not case.reasons:
        beside = [one for one in found if not any(one.span.shared(e.span) for e in case.expected)]
        counts["given"] += len(beside)
        wrong += [f"beside: {case.words} [{one.span.of(case.words)}]" for one in beside]
    return counts, wrong


def measure_specs(cases: Sequence[Case], misses: int) -> None:
    """Print how many cases are right, and why others are left out."""
    reasons = Counter(reason for case in cases for reason in case.reasons)
    print(f"{len(cases)} sentences; expressions left out: {sum(reasons.values())}")
    for reason, count in reasons.most_common():
        print(f"  {count:>5} {reason}")
    print(f"{'':<24}{'precision':>9}{'recall':>8}{'F1':>7}{'expressions':>13}{'coarser':>9}")
    for title, part in (
        ("half looked at", [case for case in cases if case.to_tune]),
        ("half only measured", [case for case in cases if not case.to_tune]),
    ):
        counts: Counter[str] = sum((judge(case)[0] for case in part), Counter())
        figures = f1(counts["right"], counts["given"], counts["wanted"])
        print(f"{title:<24}{figures}{counts['wanted']:>13}{counts['coarser']:>9}")
    wrong = [miss for case in cases if case.to_tune for miss in judge(case)[1]]
    print("\n".join(wrong[:misses]))


def mentions(folder: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Give every mention of an event's timeline with its entry."""
    for entry in annotated.loaded(folder, "timeline"):
        for mention in entry["mentions"]:
            yield entry, mention


def measure_event(folder: Path) -> tuple[int, int, int, list[str]]:
    """Count right, given and wanted of an event's dates, and what is not right."""
    told = tellings_of(folder)
    owner = {sentence: source for source, (_, places) in told.items() for sentence in places}
    wanted = right = 0
    known: list[tuple[str, Span]] = []
    other: list[tuple[str, Span]] = []
    wrong: list[str] = []
    for entry, mention in mentions(folder):
        telling, places = told[owner[mention["sentence"]]]
        sentence = places[mention["sentence"]]
        text = telling.document.source.text
        start = text.find(mention["expression"], sentence.start, sentence.end)
        if start < 0:
            continue
        span = Span(start, start + len(mention["expression"]))
        length = PRECISE.get(entry["precision"].rstrip("~"))
        if length is None:
            other.append((owner[mention["sentence"]], span))
            continue
        known.append((owner[mention["sentence"]], span))
        here = [d.date for d in telling.dates if span.shared(Span(d.passage.start, d.passage.end))]
        wanted, hit = wanted + 1, entry["date"][:length] in here
        right += hit
        if not hit:
            words = f"{sentence.of(text)[:140]} [{mention['expression']}]"
            wrong.append(f"{words} {', '.join(here) or 'nothing'} for {entry['date']}")
    given = sum(counted(source, told[source][0], known, other) for source in told)
    return right, max(given, right), wanted, wrong


def counted(
    source: str, telling: Telling, known: list[tuple[str, Span]], other: list[tuple[str, Span]]
) -> int:
    """Count a source's dates, but for those at mentions that are not measured."""
    spans = [Span(d.passage.start, d.passage.end) for d in telling.dates]
    return sum(
        any(s == source and span.shared(at) for s, at in known)
        or not any(s == source and span.shared(at) for s, at in other)
        for span in spans
    )


def measure_gold(gold: Path, apart: Sequence[str], misses: int) -> None:
    """Print a line for each event, and means; misses of events that do not stand apart."""
    scores: dict[str, list[float]] = {"apart": [], "the others": []}
    lines: list[str] = []
    print(f"{'':<24}{'precision':>9}{'recall':>8}{'F1':>7}{'annotated':>11}")
    for folder in sorted(path for path in gold.iterdir() if (path / "gold").is_dir()):
        right, given, wanted, wrong = measure_event(folder)
        aside = any(folder.name.startswith(name) for name in apart)
        figures = f1(right, given, wanted)
        scores["apart" if aside else "the others"].append(float(figures.split()[2]))
        lines += [] if aside else wrong
        print(f"{folder.name:<24}{figures}{wanted:>11}{'  apart' if aside else ''}")
    means(scores)
    print("\n".join(lines[:misses]))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--specs", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--apart", nargs="*", default=())
    parser.add_argument("--misses", type=int, default=0)
    given = parser.parse_args(arguments)
    if given.specs:
        measure_specs(tuple(read(given.specs)), given.misses)
    if given.gold:
        measure_gold(given.gold, given.apart, given.misses)


if __name__ == "__main__":
    main()
