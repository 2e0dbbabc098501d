"""The tool that counts how rules are supported."""

import re
from pathlib import Path

import pytest

from tellings.analysis.dates.rules import rules
from tools import date_support, rule_support
from tools.support import Supports, alternatives, fewest, table


def test_an_expression_is_taken_apart_at_its_longest_alternation() -> None:
    found = alternatives(r"\W*(?:page|site) (?:menu|log ?in|[a|b]|close\b(?: it)?)\W*")
    assert [name for name, _ in found] == ["(?!)", "menu", "log ?in", "[a|b]", r"close\b(?: it)?"]
    wholes = {name: re.compile(whole) for name, whole in found}
    assert [name for name, whole in wholes.items() if whole.fullmatch("page login")] == ["log ?in"]


def test_an_expression_without_a_long_alternation_stays_whole() -> None:
    assert alternatives(r"(?:read|see) more") == ()


def test_an_alternative_counts_only_where_the_line_needs_it() -> None:
    parts = tuple((name, re.compile(whole)) for name, whole in alternatives(r"\d+|(?:a|b|c) x"))
    assert list(rule_support.deciding(parts, "b x")) == ["b"]
    assert list(rule_support.deciding(parts, "12")) == []


def test_rules_below_three_sites_are_named() -> None:
    supports = Supports(["never"])
    for site in ("ledger", "ledger", "gazette"):
        supports["twice"].add(site, right=False)
    for site in ("ledger", "gazette", "courier"):
        supports["thrice"].add(site)
    assert fewest(supports) == ("never", "twice")
    assert [line.split()[:5] for line in table("rules", supports)][1:] == [
        ["thrice", "3", "3", "0", "0"],
        ["twice", "2", "3", "3", "3"],
        ["never", "0", "0", "0", "0"],
    ]


def test_every_date_rule_has_a_name_of_its_own() -> None:
    assert len({rule.name for rule in rules()}) == len(rules())


def test_date_rules_are_counted_where_they_fire() -> None:
    texts = [("ledger", "The ferry sank in March 2024.", "2026-03-04")]
    ((title, supports),) = date_support.count(None, texts)
    fired = [name for name, support in supports.items() if support.fired]
    assert (title, fired) == ("date rules, in articles", ["month of a year"])


def test_attribution_rules_and_cue_words_are_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Ferry late\n\nMara Lind said the ferry was late.\n"
    spans = {part: text.index(part) for part in ("Mara Lind", "said", "the ferry was late")}
    lines = [
        f"T{n}\t{role} {start} {start + len(words)}\t{words}"
        for n, (role, (words, start)) in enumerate(
            zip(("Source", "Cue", "Content"), spans.items(), strict=True), start=1
        )
    ]
    lines.append("E1\tAttribution:T9 Source:T1 Cue:T2 Content:T3")
    for folder in ("text", "attributions"):
        (tmp_path / "train" / folder).mkdir(parents=True)
    (tmp_path / "train/text/ferry.txt").write_text(text, "utf-8")
    (tmp_path / "train/attributions/ferry_0aaa.ann").write_text("\n".join(lines), "utf-8")
    rule_support.main(["--attributions", str(tmp_path)])
    printed = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["indirect,", "clause,", "before", "1", "1", "1", "0"] in [line[:7] for line in printed]
    assert ["saying:", "say", "1", "1", "1", "0"] in [line[:6] for line in printed]
