"""Whether a text that was filed early in the day tells of the day before as its today."""

import re
from datetime import date, timedelta

from tellings.analysis.dates import clock, tenses
from tellings.model.document import Document

__all__ = ["day_told"]

FILED = re.compile(r"\d{4}-\d\d-\d\d[ T](?P<clock>\d\d:\d\d)(?::\d\d)?(?P<zone>.*)")
PARTS = {"this afternoon": "12:00", "this evening": "17:00", "tonight": "18:00"}
TODAY = re.compile(r"\b(?:this\s+afternoon|this\s+evening|tonight|today)\b", re.IGNORECASE)
NO_OWN_CLOCK = re.compile(r"\b(?:GMT|UTC|Z)\b")
"""Stamps in these zones are often the site's and not the text's own."""


def day_told(document: Document, day: date | None) -> date | None:
    """Give the day before the article's, where the text tells of an hour that had not yet come.

    “Was not answered this afternoon”, filed at seven in the morning, was written the day before.
    """
    filed = FILED.match(document.source.published or "")
    if day is None or filed is None or filed["clock"] == "00:00" or filed["clock"] >= "12:00":
        return None
    if NO_OWN_CLOCK.search(filed["zone"]) or not TODAY.search(document.source.text):
        return None
    for sentence in document.sentences:
        if told_too_early(document.words(sentence), filed["clock"]):
            return day - timedelta(days=1)
    return None


def told_too_early(words: str, filed: str) -> bool:
    """Tell whether a sentence tells of what came later in the day than its text was filed."""
    for found in TODAY.finditer(words):
        times = [time.clock for time in clock.find(words)]
        said = " ".join(found.group().lower().split())
        hour = PARTS.get(said) or max(times, default="")
        if hour > filed and tenses.at(words, *found.span()) == "past":
            return True
    return False
