"""Who a speaker's phrase means, as the text goes on."""

from dataclasses import dataclass, field
from typing import Final

from tellings.analysis.attributions.grammar import DETERMINERS
from tellings.analysis.attributions.tokens import Token
from tellings.analysis.names.capitals import fold, honorific, in_list
from tellings.analysis.names.people import People, Person, personal
from tellings.model.document import Document, Sentence
from tellings.model.span import Span

__all__ = ["Talk"]

BREAKS = frozenset(["of", "for", "at", "in", "from", "with", "who", "by", "on"])
POSSESSIVE: Final = {"his": "he", "her": "she"}
SINGULAR: Final = {"he": "male", "she": "female"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document a phrase stands."""

    index: int
    sentence: Sentence
    start: int


@dataclass(slots=True, kw_only=True)
class Talk:
    """Who has spoken so far in a document; grows as its sentences are read."""

    document: Document
    people: People
    last: str | None = None
    """The last speaker, resolved."""

    last_sentence: int = -9
    paragraph_of_last: int = -9
    heard: dict[str, str] = field(default_factory=dict)
    """The pronoun that stood for a name, once resolved."""

    def resolve(
        self, phrase: tuple[Token, ...], sentence: Sentence, index: int, *, trailing: bool
    ) -> str:
        """Name who a printed phrase means; the phrase itself where the text leaves a doubt.

        `trailing` tells that the phrase follows what is said: “…, he said”.
        """
        printed = " ".join(self.document.source.text[phrase[0].start : phrase[-1].end].split())
        lower = POSSESSIVE.get(phrase[0].lower, phrase[0].lower)
        if len(phrase) == 1 and lower in SINGULAR:
            place = Place(index, sentence, phrase[0].start)
            return self._pronoun(lower, place, trailing=trailing) or printed
        if len(phrase) == 1 and lower in {"it", "they", "we"}:
            near = self.last_sentence >= index - 2
            return (self._body(lower) if trailing and near else None) or printed
        return self._person(phrase) or self._role(phrase, index) or printed

    def say(self, speaker: str | None, index: int) -> None:
        """Remember who has just spoken."""
        if speaker is not None:
            self.last, self.last_sentence = speaker, index
            self.paragraph_of_last = self.document.sentences[index].paragraph

    def _pronoun(self, pronoun: str, place: Place, *, trailing: bool) -> str | None:
        sentence, index = place.sentence, place.index
        before = Span(sentence.span.start, max(place.start, sentence.span.start + 1))
        here = [p for p in self.people.within(before) if self._fits(p, pronoun)]
        if here and not trailing:
            if self._opens(here[0], sentence) and len(here) == 1:
                return self._settle(here[0], pronoun)
            if len(here) > 1:
                return None
        for back in range(index - 1, max(-1, index - 4), -1):
            if self.last_sentence >= back and (last := self._speaker(pronoun)):
                return last
            earlier = self.document.sentences[back]
            there = [p for p in self.people.within(earlier.span) if self._fits(p, pronoun)]
            if there:
                single = len(there) == 1 or self._leads(there, earlier)
                return self._settle(there[0], pronoun) if single else None
        return None

    def _fits(self, person: Person, pronoun: str) -> bool:
        return (
            person.gender in {None, SINGULAR[pronoun]}
            and self.heard.get(person.name, pronoun) == pronoun
        )

    def _settle(self, person: Person, pronoun: str) -> str:
        self.heard.setdefault(person.name, pronoun)
        return person.name

    def _speaker(self, pronoun: str) -> str | None:
        """Give the last speaker, if the pronoun can mean that one."""
        if self.last is None:
            return None
        person = self.people.named(self.last)
        if person is not None:
            return self._settle(person, pronoun) if self._fits(person, pronoun) else None
        head = fold(_head(self.last))
        other = in_list("female") if pronoun == "he" else in_list("male")
        human = in_list("roles", "male", "female")
        return self.last if head in human and head not in other else None

    def _leads(self, people: list[Person], sentence: Sentence) -> bool:
        """Tell whether the first of several is alone the subject: not “Lind and Brisk met”."""
        if not self._opens(people[0], sentence):
            return False
        first = next(m for m in people[0].mentions if m.start >= sentence.span.start)
        second = next(m for m in people[1].mentions if m.start >= sentence.span.start)
        between = self.document.source.text[first.end : second.start].split()
        return not (
            between[:1] in (["and"], ["or"], ["with"])
            or all(w in {",", "and", "or"} or w[0].isupper() for w in between)
        )

    def _opens(self, person: Person, sentence: Sentence) -> bool:
        """Tell whether somebody is named at the head of a sentence: its likely subject."""
        return any(
            sentence.span.start <= m.start <= sentence.span.start + 45 for m in person.mentions
        )

    def _body(self, word: str) -> str | None:
        """Resolve “it” to a body, “they” to several people who spoke last."""
        if self.last is None or self.people.named(self.last):
            return None
        if fold(_head(self.last)) in in_list("roles"):
            return None
        plural = fold(self.last.split()[-1]).endswith("s") or fold(self.last) in {
            "police",
            "the police",
        }
        return self.last if plural == (word != "it") else None

    def _person(self, phrase: tuple[Token, ...]) -> str | None:
        """Name the person a phrase names, titles and appositions aside."""
        if phrase[0].lower == "the" and not any(
            honorific(t.text) or fold(t.text) in in_list("roles") for t in phrase
        ):
            return None
        head = phrase
        for at, token in enumerate(phrase):
            if token.text in {",", "(", "-", "--", "—", "–"} and at:
                head = phrase[:at]
                break
        named = self._capitals(head)
        if not named and len(head) < len(phrase):
            # "her sister, Mara Lind": the name is the apposition.
            named = self._capitals(phrase[len(head) + 1 :]) if self._related(head) else ()
        if not named:
            return None
        words = tuple(token.text for token in named)
        titled = any(honorific(word) for word in words)
        name = personal(tuple(w.removesuffix("'s").removesuffix("’s") for w in words))
        found = self.people.named(" ".join(name), named[-1].start)
        if found is not None:
            return found.name
        return " ".join(name) if titled else None

    def _related(self, head: tuple[Token, ...]) -> bool:
        return fold(head[-1].text) in in_list("roles", "male", "female")

    def _capitals(self, phrase: tuple[Token, ...]) -> tuple[Token, ...]:
        """Give the capitalised words that end a phrase's head."""
        end = len(phrase)
        for at, token in enumerate(phrase):
            # "a spokesman for Dorn Shipping" names nobody.
            if at and not token.capital and (token.lower in BREAKS or token.lower.endswith("ed")):
                end = at
                break
        first = end
        while first and (
            phrase[first - 1].capital
            or (fold(phrase[first - 1].text) in in_list("particles") and first < end)
        ):
            if first < end and phrase[first - 1].owner:
                break
            first -= 1
        if first < end and phrase[end - 1].owner and len(phrase) > end:
            return ()
        return phrase[first:end]

    def _role(self, phrase: tuple[Token, ...], index: int) -> str | None:
        """Name the holder of a role: “the mayor”, when the text has one mayor."""
        if phrase[0].lower not in {"the", "his", "her", "their"} or len(phrase) > 5:
            return None
        head = [t for t in phrase if t.lower not in DETERMINERS]
        if not head or any(t.capital for t in head[:-1]):
            return None
        word = fold(head[-1].text)
        if word not in in_list("roles", "male", "female"):
            return None
        last = self.people.named(self.last) if self.last else None
        if last and word in last.roles and self.last_sentence >= index - 2:
            return last.name
        person = self.people.holding(word, phrase[0].start)
        return person.name if person and len(head) == 1 else None


def _head(printed: str) -> str:
    """Give the head noun of a printed phrase: “a member of the entourage” is a member."""
    words = printed.partition(",")[0].split()
    for at, word in enumerate(words):
        if at and word in {"of", "for", "at", "in", "from", "with", "who"}:
            return words[at - 1]
    return words[-1]
