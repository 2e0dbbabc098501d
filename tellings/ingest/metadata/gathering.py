"""What is being gathered about a source: the words that values are read from, and refusals."""

from dataclasses import dataclass, field

from tellings.model.source import Evidence, Refusal

__all__ = ["Notes"]


@dataclass(slots=True)
class Notes:
    """What is being gathered."""

    evidence: list[Evidence] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)

    def accept(self, field_: str, words: str, line: int) -> None:
        """Note the words that a value was read from, as a file can hold them: on one line."""
        entry = Evidence(field=field_, words=" ".join(words.split()), line=line)
        if entry not in self.evidence:
            self.evidence.append(entry)

    def refuse(self, field_: str, value: str, line: int, because: str) -> None:
        """Note a value that is not taken; the same one once."""
        value = " ".join(value.split())
        if not any((r.field, r.value) == (field_, value) for r in self.refused):
            self.refused.append(Refusal(field=field_, value=value, line=line, because=because))
