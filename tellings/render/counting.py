"""The honest count: files, texts, origins, and why they are not the same."""

from collections.abc import Iterator

from tellings.model.findings import Backing, Cover
from tellings.render import wording
from tellings.render.index import Index

__all__ = ["agencies", "counted", "of_claim", "reasons"]

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def agencies(index: Index) -> tuple[str, ...]:
    """Name the agencies that the texts go back to."""
    origins = index.digest.lineage.origins
    return tuple(o.name for o in origins if o.kind == "agency" and o.sources)


def counted(index: Index) -> str:
    """Count in words: "5 files · 4 texts · 1 agency"."""
    files = len(index.digest.tellings) + index.digest.event.withheld
    found = len(agencies(index))
    return " · ".join(
        (
            wording.count(files, "file"),
            wording.count(len(index.counted), "text"),
            wording.count(found, "agency") if found else "no agency",
        )
    )


def reasons(index: Index) -> tuple[str, ...]:
    """Say why there are fewer texts than files, and what else the count rests on."""
    return (*of_texts(index), *of_origins(index), *of_files(index))


def of_texts(index: Index) -> Iterator[str]:
    """Say which files are one text, and which text is not counted."""
    for text in index.texts:
        if len(text.files) > 1:
            labels = tuple(dict.fromkeys(index.source(id_).label for id_ in text.files))
            one = f"{wording.listed(labels)}: {wording.count(len(text.files), 'file')} with"
            yield f"{one} the same text; it counts once."
        if text not in index.counted:
            yield f"{text.label} is shown and, by the editor’s choice, not counted."


def of_origins(index: Index) -> Iterator[str]:
    """Say who stands behind several texts, and how many claims go back to one origin."""
    for origin in index.digest.lineage.origins:
        named = {index.every_text[s] for s in origin.sources if s in index.every_text}
        behind = named & set(index.counted)
        if origin.kind == "agency" and len(behind) > 1:
            yield f"{origin.name} is behind {len(behind)} of {len(index.counted)} texts."
    covers = (index.covers[id_] for id_ in index.claims if id_ in index.covers)
    shared = [cover for cover in covers if cover.texts > 1]
    single = sum(len(cover.backings) == 1 for cover in shared)
    if single:
        told, goes = wording.count(len(shared), "claim"), "goes" if single == 1 else "go"
        yield f"Of {told} that several texts tell, {single} {goes} back to one origin."


def of_files(index: Index) -> Iterator[str]:
    """Say which files take no part, and how many are not shown."""
    for telling in index.digest.tellings:
        source = telling.document.source
        if not source.english:
            language = wording.language(source.lang)
            yield f"{source.label} is in {language} and takes no part in the comparison."
    withheld = index.digest.event.withheld
    if withheld:
        are = "is" if withheld == 1 else "are"
        yield f"{wording.count(withheld, 'file')} {are} counted and not shown."


def of_claim(index: Index, cover: Cover) -> str:
    """Say how many origins a claim of several texts has: "2 origins: AFP behind two of 3 texts"."""
    if cover.texts < 2 or not cover.backings:
        return ""
    told = tuple(behind(index, one, cover.texts) for one in cover.backings if len(one.texts) > 1)
    found = wording.count(len(cover.backings), "origin")
    return f"{found}: {'; '.join(told)}" if told else found


def behind(index: Index, one: Backing, texts: int) -> str:
    """Say behind which texts an origin stands, and how they show it."""
    labels = tuple(dict.fromkeys(index.every_text[text].label for text in one.texts))
    shown, more = len(one.shown), len(one.texts) - len(one.shown)
    if one.kind == "shared":
        return f"{wording.listed(labels)} share sentences"
    if one.kind == "outlet":
        return f"{number(shown, texts)} from {one.name}"
    who = f"{one.name}, quoted in" if one.kind == "speaker" else f"{one.name} behind"
    these = "it" if shown == 1 else "these"
    share = "shares" if more == 1 else "share"
    also = f", and {number(more)} that {share} sentences with {these}" if more else ""
    return f"{who} {number(shown, texts)}{also}"


def number(count: int, every: int = 0) -> str:
    """Give a number of texts in words: "both", "all four", "three"."""
    word = NUMBERS[count - 1] if count <= len(NUMBERS) else str(count)
    if count == every:
        return "both" if count == 2 else f"all {word}"
    return word
