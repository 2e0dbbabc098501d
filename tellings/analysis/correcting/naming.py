"""Who is who, and which files are one text, as the editor has it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tellings.analysis.correcting.entries import of_kind
from tellings.model.corrections import (
    Correction,
    CountSource,
    MergeNames,
    OneText,
    PartNames,
)
from tellings.model.findings import Lineage, Name, Telling

__all__ = ["correct_lineage", "correct_names"]


def correct_names(
    names: tuple[Name, ...], tellings: Mapping[str, Telling], corrections: Iterable[Correction]
) -> tuple[Name, ...]:
    """Give the register with names merged and parted; `tellings` holds the event's by id."""
    entries = tuple(corrections)
    for merged in of_kind(entries, MergeNames):
        names = _merge(names, merged)
    for parted in of_kind(entries, PartNames):
        names = _part(names, parted, tellings)
    return names


def _bears(name: Name, printed: str) -> bool:
    return printed.casefold() in {form.casefold() for form in (name.name, *name.variants)}


def _merge(names: tuple[Name, ...], entry: MergeNames) -> tuple[Name, ...]:
    found = [name for name in names if any(_bears(name, printed) for printed in entry.names)]
    if not found or not all(any(_bears(n, printed) for n in found) for printed in entry.names):
        return names
    main = entry.names[0]
    forms = {form for name in found for form in (name.name, *name.variants)}
    one = replace(
        found[0],
        name=main,
        variants=tuple(sorted(forms - {main})),
        roles=tuple(dict.fromkeys(role for name in found for role in name.roles)),
        mentions=tuple(sorted({place for name in found for place in name.mentions})),
        edit=entry.edit,
    )
    return tuple(one if name is found[0] else name for name in names if name not in found[1:])


def _part(
    names: tuple[Name, ...], entry: PartNames, tellings: Mapping[str, Telling]
) -> tuple[Name, ...]:
    """Take the first name's printings out of the entry that holds the others too."""
    apart, others = entry.names[0], entry.names[1:]
    found = next(
        (n for n in names if _bears(n, apart) and any(_bears(n, other) for other in others)), None
    )
    if found is None:
        return names
    own = tuple(
        place
        for place in found.mentions
        if place.of(tellings[place.source].text).casefold() == apart.casefold()
    )
    if not own or len(own) == len(found.mentions):
        return names
    forms = (found.name, *found.variants)
    kept = tuple(form for form in forms if form.casefold() != apart.casefold())
    rest = replace(
        found,
        name=kept[0],
        variants=kept[1:],
        mentions=tuple(place for place in found.mentions if place not in own),
        edit=entry.edit,
    )
    alone = Name(id=_free(names), name=apart, kind=found.kind, mentions=own, edit=entry.edit)
    return (*(rest if name is found else name for name in names), alone)


def _free(names: tuple[Name, ...]) -> str:
    """Give an id that no name has."""
    return f"n{1 + max((int(name.id[1:]) for name in names), default=0)}"


def correct_lineage(lineage: Lineage, corrections: Iterable[Correction]) -> Lineage:
    """Give the texts with files joined and parted, and the sources that are not counted."""
    entries = tuple(corrections)
    texts = lineage.texts
    for entry in of_kind(entries, OneText):
        texts = _joined(texts, entry.sources) if entry.same else _apart(texts, entry.sources)
    uncounted = tuple(sorted({entry.source for entry in of_kind(entries, CountSource)}))
    return replace(lineage, texts=texts, uncounted=uncounted)


def _joined(
    texts: tuple[tuple[str, ...], ...], sources: tuple[str, ...]
) -> tuple[tuple[str, ...], ...]:
    one = tuple(id_ for group in texts if {*group} & {*sources} for id_ in group)
    first = next((group for group in texts if {*group} & {*sources}), ())
    return tuple(
        one if group is first else group
        for group in texts
        if group is first or not {*group} & {*sources}
    )


def _apart(
    texts: tuple[tuple[str, ...], ...], sources: tuple[str, ...]
) -> tuple[tuple[str, ...], ...]:
    """Make each of these files a text of its own; the first stays with the rest of its group."""
    found: list[tuple[str, ...]] = []
    for group in texts:
        leaving = [id_ for id_ in group if id_ in sources][1:]
        found.append(tuple(id_ for id_ in group if id_ not in leaving))
        found += [(id_,) for id_ in leaving]
    return tuple(sorted(group for group in found if group))
