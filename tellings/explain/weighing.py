"""Why two sentences are held to tell the same thing: the chance, and the signals behind it."""

from tellings.analysis import similarity
from tellings.analysis.claims.chances import reasons
from tellings.model.digest import Digest
from tellings.model.span import Passage

__all__ = ["Weighing"]

MOST = 4
"""How many signals are named."""


class Weighing:
    """The sentences of a digest, weighed against one another when they are asked for."""

    def __init__(self, digest: Digest) -> None:
        tellings = (one for one in digest.tellings if one.document.source.english)
        self._tellings = tuple(tellings)
        self._texts = {one.id: digest.lineage.text_of(one.id) for one in self._tellings}
        self._likeness = similarity.compare(self._tellings)
        self._places = {place: n for n, place in enumerate(self._likeness.passages)}

    def of(self, sentence: Passage) -> dict[Passage, str]:
        """Say for each sentence that is near why it is: “.81: numbers_shared +.40, run −.10”."""
        place = self._places.get(sentence)
        if place is None:
            return {}
        found = reasons(self._tellings, self._likeness, self._texts, place)
        return {
            self._likeness.passages[other]: f"{chance:.2f}: "
            + ", ".join(f"{name} {added:+.2f}".replace("-", "−") for name, added in why[:MOST])
            for other, (chance, why) in found.items()
        }
