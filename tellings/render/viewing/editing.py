"""What the editor has set, told apart from what was found."""

from collections.abc import Iterator

from tellings.render import urls, wording
from tellings.render.viewing.desk import Desk
from tellings.render.views.common import Link
from tellings.render.views.digest import EditorLine

__all__ = ["set_by_editor"]


def set_by_editor(desk: Desk) -> tuple[EditorLine, ...]:
    """List what the editor has set among the findings, once each."""
    return tuple(dict.fromkeys(lines(desk)))


def lines(desk: Desk) -> Iterator[EditorLine]:
    """Give what the editor has set: claims, differences, speakers, stances."""
    found = desk.index
    for claim in found.claims.values():
        if claim.set_by == "editor":
            yield EditorLine(words="which sentences tell it", link=desk.claim(claim))
    for difference in found.digest.differences:
        if difference.set_by == "editor":
            claim = found.claims[difference.claim]
            words = f"{difference.kind}, {wording.RELATIONS[difference.relation]}"
            yield EditorLine(words=words, link=desk.claim(claim))
    for telling in found.digest.tellings:
        for given in telling.attributions:
            if given.set_by == "editor":
                words = f"said by {given.speaker or 'nobody named'}"
                label = found.every_text[telling.id].label
                sentence = found.sentence(given.content)
                place = f", {desk.numbered(sentence)}" if sentence else ""
                link = Link(words=f"{label}{place}", href=desk.to_sentence(given.content))
                yield EditorLine(words=words, link=link)
    names = {target.id: target.name for target in found.digest.targets}
    for stance in found.digest.stances:
        if stance.set_by == "editor":
            label, target = found.every_text[stance.source].label, names.get(stance.target, "")
            words = f"{label} on {target}, {wording.STANCE_VOICES[stance.voice]}"
            link = Link(words="stance summary", href=desk.at.to(urls.stance(desk.slug)))
            yield EditorLine(words=words, link=link)
