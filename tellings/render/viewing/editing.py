"""What the editor has set, with the reasons: the log of corrections.toml."""

from tellings.model.corrections import Corrected
from tellings.model.span import Passage
from tellings.render.viewing.desk import Desk
from tellings.render.views.common import Link
from tellings.render.views.digest import EditorLine

__all__ = ["set_by_editor"]


def set_by_editor(desk: Desk) -> tuple[EditorLine, ...]:
    """List what became of each entry, in the order of the file."""
    return tuple(line(desk, one) for one in desk.index.digest.corrections)


def line(desk: Desk, one: Corrected) -> EditorLine:
    """Show an entry: what it did, where, and why."""
    edit = one.correction.edit
    did = desk.phrases.worded(one.did)
    return EditorLine(
        words=did[:1].upper() + did[1:],
        places=tuple(dict.fromkeys(place(desk, at) for at in one.correction.at)),
        because=edit.because,
        by=edit.by,
        problem=desk.phrases.worded(one.problem),
    )


def place(desk: Desk, at: Passage) -> Link:
    """Link to the sentence that an entry quotes."""
    sentence = desk.index.sentence(at)
    label = desk.index.every_text[at.source].label
    words = f"{label}, {desk.numbered(sentence)}" if sentence else label
    return Link(words=words, href=desk.to_sentence(at))
