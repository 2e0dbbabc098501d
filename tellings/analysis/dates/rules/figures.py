"""Rules for dates in figures alone."""

from tellings.analysis.dates import printed
from tellings.analysis.dates.rules.table import Rule, rule

__all__ = ["figure_rules"]


def figure_rules() -> tuple[Rule, ...]:
    """Give the rules for dates in figures alone."""
    return (
        rule(
            "year, month and day in figures",
            ("year", "joined"),
            r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])",
            printed.read_iso,
        ),
        rule(
            "day, month and year in figures",
            ("year", "dotted"),
            r"(?<![\d/.])(?P<one>\d{1,2})[/.](?P<other>\d{1,2})[/.](?P<y>(?:19|20)\d\d)(?![\d/])",
            printed.read_figures,
            lead=6,
        ),
    )
