"""The honest count: files, texts, origins, and why they are not the same."""

from collections.abc import Iterator

from tellings.model.findings import Backing, Cover
from tellings.render import wording
from tellings.render.index import Index
from tellings.render.phrases import Phrases, mark

__all__ = [
    "agencies",
    "counted",
    "differences",
    "incomparable",
    "of_claim",
    "of_counted",
    "origins",
    "reasons",
]

NUMBERS = mark(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"))


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
            wording.count(files, "file", index.phrases),
            of_counted(len(index.counted), index.phrases),
            wording.count(found, "agency", index.phrases),
        )
    )


def of_counted(texts: int, phrases: Phrases) -> str:
    """Count the texts that are compared."""
    return wording.count(texts, "text", phrases) if texts else phrases.text("no text to compare")


def differences(index: Index) -> str:
    """Count differences in words, or say why there could be none."""
    claims = sum(standing == "differs" for standing in index.standings.values())
    said = wording.differences(index.digest.differences, index.phrases, claims=claims)
    return incomparable(index) or said


def incomparable(index: Index) -> str:
    """Say why texts could not be compared; nothing where they could."""
    if len(index.texts) < 2:
        return index.phrases.text("nothing to compare")
    if index.digest.differences or any(len(index.texts_of(c)) > 1 for c in index.claims.values()):
        return ""
    return index.phrases.text("no claim told by two texts")


def reasons(index: Index) -> tuple[str, ...]:
    """Say why there are fewer texts than files, and what else the count rests on."""
    return (*of_texts(index), *of_origins(index), *of_files(index))


def of_texts(index: Index) -> Iterator[str]:
    """Say which files are one text, and which text is not counted."""
    for text in index.texts:
        if len(text.files) > 1:
            labels = tuple(dict.fromkeys(index.source(id_).label for id_ in text.files))
            yield index.phrases.text(
                "%(labels)s: %(files)s with the same text; it counts once.",
                labels=wording.listed(labels, index.phrases),
                files=wording.count(len(text.files), "file", index.phrases),
            )
        if text not in index.counted:
            yield index.phrases.text(
                "%(text)s is shown and, by the editor’s choice, not counted.", text=text.label
            )


def of_origins(index: Index) -> Iterator[str]:
    """Say who stands behind several texts, and how many claims go back to one origin."""
    for origin in index.digest.lineage.origins:
        named = {index.every_text[s] for s in origin.sources if s in index.every_text}
        behind = named & set(index.counted)
        if origin.kind == "agency" and behind:
            yield index.phrases.plural(
                "%(origin)s is behind %(behind)s of %(num)s text.",
                "%(origin)s is behind %(behind)s of %(num)s texts.",
                len(index.counted),
                origin=origin.name,
                behind=len(behind),
            )
    covers = (index.covers[id_] for id_ in index.claims if id_ in index.covers)
    shared = [cover for cover in covers if cover.texts > 1]
    single = sum(len(cover.backings) == 1 for cover in shared)
    if single and len(shared) == 1:
        yield index.phrases.text("The one claim that several texts tell goes back to one origin.")
    elif single:
        yield index.phrases.plural(
            "Of %(claims)s that several texts tell, %(num)s goes back to a single origin.",
            "Of %(claims)s that several texts tell, %(num)s go back to a single origin each.",
            single,
            claims=wording.count(len(shared), "claim", index.phrases),
        )


def of_files(index: Index) -> Iterator[str]:
    """Say which files take no part, and how many are not shown."""
    unread = [t.document.source for t in index.digest.tellings if not t.document.source.english]
    if unread:
        told = [
            index.phrases.text(
                "%(source)s is in %(language)s",
                source=source.label,
                language=wording.language(source.lang, index.phrases),
            )
            for source in unread
        ]
        yield index.phrases.plural(
            "%(told)s and takes no part in the comparison.",
            "%(told)s; they take no part in the comparison.",
            len(unread),
            told=wording.listed(told, index.phrases),
        )
    withheld = index.digest.event.withheld
    if withheld:
        yield index.phrases.plural(
            "%(num)s file is counted and not shown.",
            "%(num)s files are counted and not shown.",
            withheld,
        )


def of_claim(index: Index, cover: Cover) -> str:
    """Say how many origins a claim of several texts has, and what one is: "1 origin: AFP"."""
    if cover.texts < 2 or not cover.backings:
        return ""
    found = wording.count(len(cover.backings), "origin", index.phrases)
    several = [one for one in cover.backings if len(one.texts) > 1]
    if len(several) == 1 and plain(several[0]):
        return f"{found}: {behind(index, several[0], cover.texts)}"
    if len(cover.backings) > 1 or not several:
        return found
    shared = several[0].kind == "shared"
    return f"{found}: {index.phrases.text('shared sentences') if shared else several[0].name}"


def origins(index: Index, cover: Cover) -> str:
    """Say which texts have a claim from one origin, where its line has no room for that."""
    several = [one for one in cover.backings if len(one.texts) > 1]
    if cover.texts < 2 or not several or (len(several) == 1 and plain(several[0])):
        return ""
    return "; ".join(behind(index, one, cover.texts) for one in several)


def plain(one: Backing) -> bool:
    """Tell whether a few words say what stands behind texts: each of them shows it."""
    return one.kind != "shared" and len(one.shown) == len(one.texts)


def behind(index: Index, one: Backing, texts: int) -> str:
    """Say behind which texts an origin stands, and how they show it."""
    labels = tuple(dict.fromkeys(index.every_text[text].label for text in one.texts))
    shown, more = len(one.shown), len(one.texts) - len(one.shown)
    phrases = index.phrases
    if one.kind == "shared":
        return phrases.text("%(labels)s share sentences", labels=wording.listed(labels, phrases))
    if one.kind == "outlet":
        these = number(shown, texts, phrases=phrases)
        return phrases.text("%(number)s from %(name)s", number=these, name=one.name)
    told = {"name": one.name, "number": number(shown, texts, phrases=phrases)}
    if one.kind == "speaker":
        who = phrases.text("%(name)s, quoted in %(number)s", **told)
    else:
        who = phrases.text("%(name)s behind %(number)s", **told)
    return f"{who}{sharing(shown, more, phrases)}" if more else who


def sharing(shown: int, more: int, phrases: Phrases) -> str:
    """Say how many texts only share sentences with those that show an origin."""
    others = number(more, phrases=phrases)
    if shown == 1:
        return phrases.plural(
            ", and %(others)s that shares sentences with it",
            ", and %(others)s that share sentences with it",
            more,
            others=others,
        )
    return phrases.plural(
        ", and %(others)s that shares sentences with these",
        ", and %(others)s that share sentences with these",
        more,
        others=others,
    )


def number(count: int, every: int = 0, *, phrases: Phrases) -> str:
    """Give a number of texts in words: "both", "all four", "three"."""
    word = phrases.text(NUMBERS[count - 1]) if count <= len(NUMBERS) else str(count)
    if count != every:
        return word
    return phrases.text("both") if count == 2 else phrases.text("all %(number)s", number=word)
