"""Whose words fill a text."""

from collections import Counter
from collections.abc import Iterator
from re import findall

from tellings.model.findings import Telling, VoiceShare

__all__ = ["share"]

PRONOUNS = frozenset(["", "he", "she", "it", "they", "we", "i", "you", "who"])
"""What names nobody when it stands unresolved."""


def share(tellings: tuple[Telling, ...]) -> tuple[VoiceShare, ...]:
    """Count each speaker's share of the words that a text quotes, the most quoted first."""
    return tuple(voice for telling in tellings for voice in _shares(telling))


def _shares(telling: Telling) -> Iterator[VoiceShare]:
    count: Counter[str | None] = Counter()
    for attribution in telling.attributions:
        if attribution.kind in {"direct", "partial"}:
            said = findall(r"\w+(?:[’'-]\w+)*", attribution.content.of(telling.text))
            known = (attribution.speaker or "").lower() not in PRONOUNS
            count[attribution.speaker if known else None] += len(said)
    whole, before = count.total(), 0
    for speaker, number in sorted(count.items(), key=lambda pair: (-pair[1], pair[0] or "")):
        if number:
            # Rounded at their sums, so that a text's shares make one.
            upto = round((before + number) / whole, 4)
            share = round(upto - round(before / whole, 4), 4)
            yield VoiceShare(source=telling.id, speaker=speaker, words=number, share=share)
            before += number
