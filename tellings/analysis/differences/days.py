"""When a text was published."""

from tellings.model.findings import Telling

__all__ = ["day_of"]


def day_of(text: str, tellings: dict[str, Telling], texts: dict[str, str]) -> str:
    """Give the first day that a file of a text was published, "" when none says."""
    days = (
        telling.document.source.published
        for id_, telling in sorted(tellings.items())
        if texts[id_] == text
    )
    return min((day[:10] for day in days if day), default="")
