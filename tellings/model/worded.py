"""How values of findings are named, in pages and in what is found of corrections alike."""

from tellings.model.findings import Relation
from tellings.model.phrase import mark

__all__ = ["RELATIONS", "VALUES"]

RELATIONS: dict[Relation, str] = mark(
    {
        "conflict": "in conflict",
        "update": "later state",
        "part": "one holds the other",
        "compatible": "both can hold",
    }
)
VALUES: dict[int, str] = mark(
    {
        -2: "strongly critical",
        -1: "critical",
        0: "neutral",
        1: "favourable",
        2: "strongly favourable",
    }
)
