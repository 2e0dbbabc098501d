"""Digest → the view of its stance summary."""

from collections.abc import Iterator

from tellings.model.corrections import Edit
from tellings.model.event import Target
from tellings.model.findings import Stance, StanceEvidence
from tellings.render import wording
from tellings.render.counting import of_counted
from tellings.render.index import Text
from tellings.render.phrases import Phrases
from tellings.render.viewing.desk import Desk
from tellings.render.viewing.saying import saying
from tellings.render.viewing.terms import table
from tellings.render.viewing.voices import voices
from tellings.render.views.common import Link
from tellings.render.views.stance import (
    StanceCell,
    StanceProof,
    StanceProofs,
    StanceRow,
    StanceTarget,
    StanceValue,
    StanceView,
)

__all__ = ["stance_view", "stances_of"]

VOICE_ORDER = ("own", "quoted")
MARKS = "“”‘’\"'«»"


def stance_view(desk: Desk) -> StanceView:
    """Show how the texts speak of each target."""
    digest = desk.index.digest
    texts = of_counted(len(desk.index.texts), desk.phrases)
    return StanceView(
        title=digest.event.title,
        event=Link(words=digest.event.title, href=desk.to_digest()),
        count=f"{texts} · {wording.count(len(digest.targets), 'target', desk.phrases)}",
        targets_by=targets_by(digest.targets, desk.phrases),
        findings=tuple(findings(desk)),
        settled=tuple(settled(desk)),
        targets=tuple(target_view(desk, target) for target in digest.targets),
        rows=tuple(row(desk, text) for text in desk.index.texts),
        columns=tuple(desk.column(text) for text in desk.index.texts),
        terms=table(desk),
        saying=saying(desk),
        voices=tuple(voices(desk, text) for text in desk.index.texts),
    )


def targets_by(targets: tuple[Target, ...], phrases: Phrases) -> str:
    """Say who chose the targets; nothing where there are none."""
    if not targets:
        return ""
    if all(target.set_by == "editor" for target in targets):
        return phrases.text("targets set by the editor")
    if all(target.set_by == "tool" for target in targets):
        return phrases.text(
            "targets proposed by the program: names that most texts share and tell most differently"
        )
    return phrases.text("targets set by the editor and proposed by the program")


def findings(desk: Desk) -> Iterator[str]:
    """Say how many texts take which side in their own voice, and of how many this is unsure."""
    sides = False
    for target in desk.index.digest.targets:
        taken = [
            stance
            for text in desk.index.texts
            for stance in stances_of(desk, text, target.id)
            if stance.voice == "own" and stance.value
        ]
        for critical in (True, False):
            found = [one for one in taken if one.value and (one.value < 0) is critical]
            if found:
                yield finding(desk, target, found, critical=critical)
        sides = sides or bool(taken)
    if desk.index.digest.targets and desk.index.texts and not sides:
        yield desk.phrases.text("No text was found to take a side in its own voice.")


def finding(desk: Desk, target: Target, found: list[Stance], *, critical: bool) -> str:
    """Say of one target how many texts speak critically or favourably of it."""
    phrases = desk.phrases
    texts = wording.count(len(desk.index.texts), "text", phrases)
    said = (
        phrases.plural(
            "%(target)s: %(num)s of %(texts)s speaks critically in its own voice",
            "%(target)s: %(num)s of %(texts)s speak critically in their own voice",
            len(found),
            texts=texts,
            target=target.name,
        )
        if critical
        else phrases.plural(
            "%(target)s: %(num)s of %(texts)s speaks favourably in its own voice",
            "%(target)s: %(num)s of %(texts)s speak favourably in their own voice",
            len(found),
            texts=texts,
            target=target.name,
        )
    )
    unsure = sum(one.confidence == "low" for one in found)
    if not unsure:
        return f"{said}."
    if unsure == len(found):
        return phrases.text("%(said)s; the program is unsure.", said=said)
    return phrases.text(
        "%(said)s; the program is unsure of %(unsure)s of them.", said=said, unsure=unsure
    )


def settled(desk: Desk) -> Iterator[str]:
    """Say what of this page the editor has set, with the reasons given."""
    phrases = desk.phrases
    digest = desk.index.digest
    names = {target.id: target.name for target in digest.targets}
    targets = [target.name for target in digest.targets if target.set_by == "editor"]
    if targets:
        yield phrases.text("the targets %(targets)s", targets=wording.listed(targets, phrases))
    for stance in digest.stances:
        if stance.edit:
            label = desk.index.every_text[stance.source].label
            voice, value = (
                phrases.text(wording.STANCE_VOICES[stance.voice]),
                wording.value(stance.value, phrases),
            )
            yield phrases.text(
                "%(label)s on %(names)s, %(voice)s: %(value)s%(because)s",
                label=label,
                names=names[stance.target],
                voice=voice,
                value=value,
                because=reason(stance.edit, phrases),
            )
    for frame in digest.frames:
        if frame.edit:
            label = desk.index.every_text[frame.passage.source].label
            yield phrases.text(
                "%(label)s: the term “%(term)s”%(because)s",
                label=label,
                term=frame.term,
                because=reason(frame.edit, phrases),
            )


def reason(edit: Edit, phrases: Phrases) -> str:
    """Say why an editor has set something, where the editor says so."""
    return phrases.text(", because %(because)s", because=edit.because) if edit.because else ""


def stances_of(desk: Desk, text: Text, target: str) -> tuple[Stance, ...]:
    """Give a text's stances towards a target, own voice first; the first file speaks for all."""
    found = [
        stance
        for stance in desk.index.digest.stances
        if stance.source in text.files and stance.target == target
    ]
    by_voice: dict[str, Stance] = {}
    for stance in sorted(found, key=lambda s: (s.value is None, text.files.index(s.source))):
        by_voice.setdefault(stance.voice, stance)
    return tuple(by_voice[voice] for voice in VOICE_ORDER if voice in by_voice)


def row(desk: Desk, text: Text) -> StanceRow:
    """Show one text's row."""
    cells = []
    for target in desk.index.digest.targets:
        stances = stances_of(desk, text, target.id)
        covered = any(stance.value is not None for stance in stances)
        values = tuple(value_view(desk, stance) for stance in stances) if covered else ()
        cells.append(StanceCell(covered=covered, values=values))
    return StanceRow(text=desk.column(text), cells=tuple(cells))


def value_view(desk: Desk, stance: Stance) -> StanceValue:
    """Show one value."""
    covered = stance.value is not None
    return StanceValue(
        voice=desk.phrases.text(wording.STANCE_VOICES[stance.voice]),
        words=in_words(stance, desk.phrases),
        covered=covered,
        confidence=desk.phrases.text(wording.CONFIDENCES[stance.confidence]) if covered else "",
        doubtful=covered and stance.confidence == "low",
        by_editor=stance.set_by == "editor",
        because=because(desk, stance) if stance.value else (),
        sentences=tuple(
            Link(words=short_name(desk, one), href=f"#{anchor(desk, stance, one)}")
            for one in proofs_of(desk, stance)
        ),
    )


def in_words(stance: Stance, phrases: Phrases) -> str:
    """Say a value; where it is unsure that nothing judges, that nothing was found."""
    unsure = stance.value == 0 and stance.confidence == "low" and not stance.edit
    return phrases.text("no side found") if unsure else wording.value(stance.value, phrases)


def because(desk: Desk, stance: Stance) -> tuple[str, ...]:
    """Give the words that decided, each once; of a name held off, that marks do so."""
    every = (desk.index.words(word) for one in stance.evidence for word in one.words)
    return tuple(dict.fromkeys(marked(word, desk.phrases) for word in every))


def marked(word: str, phrases: Phrases) -> str:
    """Set one pair of marks around a word; say so where the text has them."""
    bare = word.strip(MARKS)
    return f"“{bare}”" if bare == word else phrases.text("“%(bare)s” in quotation marks", bare=bare)


def proofs_of(desk: Desk, stance: Stance) -> tuple[StanceEvidence, ...]:
    """Give a stance's sentences, each once."""
    once: dict[str, StanceEvidence] = {}
    for one in stance.evidence:
        once.setdefault(anchor(desk, stance, one), one)
    return tuple(once.values())


def anchor(desk: Desk, stance: Stance, one: StanceEvidence) -> str:
    """Name the place of a stance's sentence on the page."""
    targets = [target.id for target in desk.index.digest.targets]
    sentence = desk.index.sentence(one.passage)
    place = sentence.id if sentence else one.passage.start
    number = targets.index(stance.target) + 1
    return f"t{number}-{one.passage.source}-{place}-{stance.voice}".replace(" ", "-")


def short_name(desk: Desk, one: StanceEvidence) -> str:
    """Name a sentence briefly: its number in the text."""
    sentence = desk.index.sentence(one.passage)
    if sentence is None:
        return desk.phrases.text("passage")
    if sentence.part == "title":
        return desk.phrases.text("headline")
    return desk.phrases.text("s%(number)s", number=desk.index.ordinal(sentence))


def target_view(desk: Desk, target: Target) -> StanceTarget:
    """Show the sentences about one target, text by text."""
    texts, plain, silent = [], [], []
    for text in desk.index.texts:
        stances = stances_of(desk, text, target.id)
        judging, others = (
            StanceProofs(
                label=text.label,
                proofs=tuple(
                    proof(desk, stance, one)
                    for stance in stances
                    if bool(stance.value) is judges
                    for one in proofs_of(desk, stance)
                ),
            )
            for judges in (True, False)
        )
        if all(stance.value is None for stance in stances):
            silent.append(text.label)
        texts += [judging] if judging.proofs else []
        plain += [others] if others.proofs else []
    return StanceTarget(
        id=f"target-{target.id}".replace(" ", "-"),
        name=target.name,
        texts=tuple(texts),
        plain=tuple(plain),
        number=sum(len(one.proofs) for one in plain),
        silent=wording.listed(silent, desk.phrases),
    )


def proof(desk: Desk, stance: Stance, one: StanceEvidence) -> StanceProof:
    """Show one sentence behind a value."""
    source = one.passage.source
    sentence = desk.index.sentence(one.passage)
    span = sentence.span if sentence else one.passage.span
    place = desk.numbered(sentence) if sentence else desk.phrases.text("passage")
    return StanceProof(
        id=anchor(desk, stance, one),
        segments=desk.segments(source, span, [words.span for words in one.words]),
        rule=desk.rule(source, span)[0],
        voice=desk.phrases.text(wording.STANCE_VOICES[stance.voice]),
        value=in_words(stance, desk.phrases),
        reason=desk.phrases.worded(one.reason or stance.reason),
        link=Link(words=place, href=desk.to_sentence(one.passage)),
    )
