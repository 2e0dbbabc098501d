"""Who a speaker's phrase means, as the text goes on."""

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from tellings.analysis.attributions.grammar import DETERMINERS
from tellings.analysis.attributions.naming import (
    after_office,
    body_speaking,
    capitals,
    head_noun,
    several,
    shortened,
    surname_like,
)
from tellings.analysis.attributions.offices import bears, described, holder, in_office, rivals
from tellings.analysis.attributions.subjects import (
    acting,
    acts,
    leads_in,
    outside,
    role_leading,
    told_of,
)
from tellings.analysis.attributions.tokens import Placed, listed
from tellings.analysis.names.capitals import fold, honorific, in_list
from tellings.analysis.names.people import People, Person, personal
from tellings.model.document import Document, Sentence
from tellings.model.span import Span

__all__ = ["Talk"]

POSSESSIVE: Final = {"his": "he", "her": "she"}
CONTRACTED = re.compile(r"[’'](?:d|s|ll|ve|re|m)$")
"""“she’d”, “he's”"""

TURN = re.compile(r"[—;]|--")
QUOTING = '"“”«'
LONGEST = 5
"""Words of a phrase that may be a role and no more."""

RANKING = frozenset(["top", "senior", "chief", "same", "young", "old", "older", "veteran"])
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
    described: str | None = None
    """Who was last given as wanting, calling or describing something, resolved."""

    described_at: int = -9
    heard: dict[str, str] = field(default_factory=dict)
    """The pronoun that stands for a name: by what stands beside it, or once resolved."""

    quoted: frozenset[int] = frozenset()
    """The sentences that are nothing but quotation: who is meant stands farther back."""

    marked: tuple[Span, ...] = ()
    """What stands in quotation marks."""

    introduced: dict[str, str | None] = field(default_factory=dict)
    """What a role means that nobody named holds: “a pilot of the port”; None when it is two."""

    def resolve(
        self, phrase: tuple[Placed, ...], sentence: Sentence, index: int, *, trailing: bool
    ) -> str:
        """Name who a printed phrase means; the phrase itself where the text leaves a doubt.

        `trailing` tells that the phrase follows what is said: “…, he said”.
        """
        text = self.document.source.text[phrase[0].start : phrase[-1].end]
        printed = shortened(text, marked=len(phrase) == 1 and phrase[0].kind == "quote")
        lower = CONTRACTED.sub("", phrase[0].lower)
        lower = POSSESSIVE.get(lower, lower)
        if len(phrase) == 1 and lower in SINGULAR:
            place = Place(index, sentence, phrase[0].start)
            named = self._pronoun(lower, place, trailing=trailing)
            return named or (printed if printed.lower() == lower else lower)
        if len(phrase) == 1 and lower in {"it", "they", "we"}:
            # "The port says it waits": whoever has just been given as speaking.
            near = self.last_sentence >= (index - 2 if trailing else index)
            return (body_speaking(self.last, self.people, lower) if near else None) or printed
        found = self._person(phrase) or self._role(phrase, index)
        return found or self._new(phrase, printed)

    def say(self, speaker: str | None, index: int) -> None:
        """Remember who has just spoken."""
        if speaker is not None:
            self.last, self.last_sentence = speaker, index
            self.paragraph_of_last = self.document.sentences[index].paragraph

    def describe(self, speaker: str | None, index: int) -> None:
        """Remember whose words or wishes a sentence has just told without quoting them."""
        if speaker is not None:
            self.described, self.described_at = speaker, index

    def opening(self, paragraph: int) -> str | None:
        """Name whom a paragraph introduces and speaks of alone, if it does."""
        here = [s for s in self.document.sentences if s.paragraph == paragraph]
        if not here or here[0].part != "body":
            return None
        people = self.people.within(Span(here[0].span.start, here[-1].span.end))
        if len(people) != 1 or not people[0].roles or not self._opens(people[0], here[0]):
            return None
        fresh = people[0].mentions[0].start >= here[0].span.start
        return people[0].name if fresh or len(here) == 1 else None

    def _new(self, phrase: tuple[Placed, ...], printed: str) -> str:
        """Remember “a pilot of the port” for “the pilot”; give the phrase back."""
        role = fold(head_noun(printed))
        if phrase[0].lower == "another":
            self.introduced[role] = None
        if phrase[0].lower in {"a", "an", "one"} and role in in_list("roles", "male", "female"):
            same = fold(self.introduced.get(role, printed) or "") == fold(printed)
            self.introduced[role] = printed if same else None
        return printed

    def _pronoun(self, pronoun: str, place: Place, *, trailing: bool) -> str | None:
        sentence = place.sentence
        before = Span(sentence.span.start, max(place.start, sentence.span.start + 1))
        named = outside(self.people.within(before), before, self.marked)
        here = [p for p in named if self._fits(p, pronoun)]
        here = told_of(self.document.source.text, here, before, pronoun)
        if not trailing and (len(here) > 1 or (here and self._acts(here[0], before))):
            clear = len(here) == 1 or (self._coordinated(place) and self._leads(here, sentence))
            return self._settle(here[0], pronoun) if clear else None
        if self.last_sentence == place.index and not trailing:
            return self._speaker(pronoun)
        return self._earlier(pronoun, place.index, self._beside(place, trailing=trailing))

    def _beside(self, place: Place, *, trailing: bool) -> tuple[Person, ...]:
        """Give those named in what a pronoun says: not Lind says “Lind was wrong, he said”."""
        span = place.sentence.span
        if not trailing and leads_in(self.document.source.text, Span(span.start, place.start + 1)):
            return ()
        plain = not any(mark in span.of(self.document.source.text) for mark in QUOTING)
        start = span.start if trailing and plain else place.start
        turn = TURN.search(self.document.source.text, place.start, span.end)
        return self.people.within(Span(start, turn.start() if turn else span.end))

    def _earlier(self, pronoun: str, index: int, beside: tuple[Person, ...]) -> str | None:
        """Find whom a pronoun means in the sentences before its own, but nobody of `beside`."""
        text = self.document.source.text
        for back in self._told_before(index):
            if self.last_sentence >= back and self.last is not None:
                if self.last.lower() == pronoun:
                    return None
                if (last := self._speaker(pronoun)) is not None:
                    spoke = self.last_sentence == index or self.people.named(last) not in beside
                    return last if spoke else None
                if self.last.isalpha() and self.last.istitle() and not self.people.named(self.last):
                    return None
            earlier = self.document.sentences[back]
            known, subject = self._subject(back, pronoun, beside)
            if known:
                return self._settle(subject, pronoun) if subject else None
            there = outside(self.people.within(earlier.span), earlier.span, self.marked)
            there = [p for p in there if self._fits(p, pronoun) and p not in beside]
            there = acting(text, told_of(text, there, earlier.span, pronoun), earlier.span)
            if there:
                single = len(there) == 1 or self._leads(there, earlier)
                return self._settle(there[0], pronoun) if single else None
        return None

    def _subject(
        self, back: int, pronoun: str, beside: tuple[Person, ...]
    ) -> tuple[bool, Person | None]:
        """Tell whether a sentence has a subject that a pronoun means, and who it is."""
        told = self.people.named(self.described) if self.described else None
        if self.described_at == back and told and told not in beside and self._fits(told, pronoun):
            return True, told
        span = self.document.sentences[back].span
        leads, name = role_leading(self.document.source.text, self.people, span, pronoun)
        person = self.people.named(name) if name else None
        return leads, person if person and self._fits(person, pronoun) else None

    def _coordinated(self, place: Place) -> bool:
        """Tell whether a pronoun goes on with its sentence's subject: “…, though he said”."""
        before = self.document.source.text[place.sentence.span.start : place.start].split()
        return bool(before) and before[-1].lower() in listed("cues", "coordinating")

    def _told_before(self, index: int) -> tuple[int, ...]:
        """Give the last three sentences before one that are not mere quotation, nearest first."""
        told = (n for n in range(index - 1, -1, -1) if n not in self.quoted)
        return tuple(islice(told, 3))

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
        head = fold(head_noun(self.last))
        other = in_list("female") if pronoun == "he" else in_list("male")
        human = in_list("roles", "male", "female")
        if surname_like(self.last):
            return self.last
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

    def _acts(self, person: Person, span: Span) -> bool:
        """Tell whether somebody is the likely subject of a stretch."""
        near = any(span.start <= m.start <= span.start + 45 for m in person.mentions)
        return near or acts(self.document.source.text, person, span)

    def _person(self, phrase: tuple[Placed, ...]) -> str | None:
        """Name the person a phrase names, titles and appositions aside."""
        if phrase[0].lower == "the" and not any(
            honorific(t.text) or fold(t.text) in in_list("roles") for t in phrase
        ):
            return None
        head = phrase
        for at, token in enumerate(phrase):
            if at and (token.text in {",", "(", "-", "--", "—", "–"} or token.lower == "like"):
                head = phrase[:at]
                break
        after = phrase[len(head) + 1 :]
        # "Lind, 35, the daughter of Otto and Ada Lind": one.
        apposed = bool(after) and after[0].text[0].isdigit()
        if several(head if apposed else phrase, self.people):
            return None
        named = after_office(head) or capitals(head)
        if not named and len(head) < len(phrase):
            # "her sister, Mara Lind": the name is the apposition.
            named = capitals(phrase[len(head) + 1 :]) if self._related(head) else ()
        if not named:
            return None
        words = tuple(token.text for token in named)
        titled = any(honorific(word) for word in words)
        name = personal(tuple(w.removesuffix("'s").removesuffix("’s") for w in words))
        found = self.people.named(" ".join(name), named[-1].start)
        if found is not None:
            # "Lind, 35, the daughter of Otto Lind": not the father.
            beside = " ".join(token.text for token in phrase[len(head) :])
            return found.name if found.name not in beside or named[0].start > head[-1].end else None
        return " ".join(name) if titled else None

    def _related(self, head: tuple[Placed, ...]) -> bool:
        return fold(head[-1].text) in in_list("roles", "male", "female")

    def _role(self, phrase: tuple[Placed, ...], index: int) -> str | None:
        """Name the holder of a role: “the mayor”, when the text has one mayor."""
        if phrase[0].lower not in {"the", "his", "her", "their"}:
            return None
        if any(token.lower == "of" for token in phrase):
            above = self.document.sentences[index].part != "body"
            return in_office(phrase, self.people, above=above)
        head = [t for t in phrase if t.lower not in DETERMINERS | RANKING]
        word = fold(head[-1].text) if head and len(phrase) <= LONGEST else ""
        if word not in in_list("roles", "male", "female"):
            return None
        last = self.people.named(self.last) if self.last else None
        if last and len(head) == 1 and bears(last, word) and self.last_sentence >= index - 2:
            since = Span(self.document.sentences[self.last_sentence].span.start, phrase[-1].end)
            if not rivals(self.people, last, word, since):
                return last.name
        ranked = any(t.lower in RANKING for t in phrase)
        return None if ranked else self._holder(word, head[:-1], phrase[0].start)

    def _holder(self, role: str, words: list[Placed], before: int) -> str | None:
        """Name who alone holds a role, with the words that stand before it."""
        if words:
            return described(self.document, self.people, role, words, before)
        if not any(role in person.roles for person in self.people.everybody):
            return self.introduced.get(role)
        return holder(self.people, role, before)
