"""What is held about a place of a served page, and the entries that would change it."""

import html
import re
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from tellings.errors import TellingsError
from tellings.serve.files import KINDS, Answer

if TYPE_CHECKING:
    from tellings.explain import Held
    from tellings.model.digest import Digest

__all__ = ["AT", "Corrector"]

AT = "/_tellings/correct"
MOST, LONGEST = 8, 2_000
"""Fields and characters; no link of ours asks more."""

NAME = re.compile(r"[\w-]{1,200}")

PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Correct this</title>
<style>
body {{ max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif;
  background: Canvas; color: CanvasText; color-scheme: light dark; }}
blockquote {{ margin: 1rem 0; font: 1.1rem/1.5 Georgia, serif; }}
pre {{ padding: .8rem; overflow-x: auto; border: 1px solid GrayText; }}
dt {{ font-weight: bold; }} dd {{ margin: 0 0 .4rem; }}
</style>
</head>
<body>
<h1>Correct this</h1>
{body}
</body>
</html>
"""


class Corrector:
    """Answers what is asked of an event's sentences, claims and stances."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: tuple[str, Digest] | None = None
        """The event studied last, and the state of the site it was studied in."""
        self._studying = threading.Lock()

    def answer(self, query: str, state: str) -> Answer:
        """Answer a query; `state` is a mark of the files that the site was made from."""
        try:
            pairs = parse_qsl(query[:LONGEST], max_num_fields=MOST)
        except ValueError:
            pairs = []
        asked = {name: value for name, value in pairs if NAME.fullmatch(value)}
        try:
            with self._studying:
                # Who asks for what another is waiting for gets what that one has found.
                digest = self._digest(asked.get("event", ""), state)
            body = "".join(_body(digest, asked)) if digest else ""
        except TellingsError as error:
            body = "".join(f"<p>{html.escape(str(one))}</p>" for one in error.problems)
        if not body:
            return Answer(
                status=404, kind=KINDS[".txt"], body=b"There is nothing to correct there.\n"
            )
        return Answer(status=200, kind=KINDS[".html"], body=PAGE.format(body=body).encode())

    def _digest(self, slug: str, state: str) -> "Digest | None":
        from tellings.analysis.study import study  # noqa: PLC0415 - slow
        from tellings.reading import content_folder  # noqa: PLC0415 - slow

        mark = f"{state} {slug}"
        if self._known and self._known[0] == mark:
            return self._known[1]
        if slug not in content_folder.slugs(self._root):
            return None
        read = content_folder.read_event(self._root, slug, drafts=True)
        if read.event is None:
            raise TellingsError.of(read.problems)
        digest = study(read.event)
        self._known = mark, digest
        return digest


def _body(digest: "Digest", asked: Mapping[str, str]) -> Iterator[str]:
    from tellings.explain import of_cell  # noqa: PLC0415 - slow

    target = asked.get("target")
    if target:
        entries = of_cell(digest, asked.get("source", ""), target)
        words = f"How {asked.get('source')} speaks of {target}"
    else:
        held = _held(digest, asked)
        if held is None:
            return
        entries, words = held.entries, f"{held.source}, {held.name}"
        yield f"<blockquote>{html.escape(held.words)}</blockquote><dl>"
        for fact in held.facts:
            yield f"<dt>{html.escape(fact.about)}</dt><dd>{html.escape(fact.words)}</dd>"
        yield "</dl>"
    if entries:
        file = f"content/events/{digest.event.slug}/corrections.toml"
        yield f"<h2>{html.escape(words)}</h2>"
        yield f"<p>Paste what you want to change into <code>{html.escape(file)}</code>, "
        yield "with what it should be; each entry stands here as it is now. "
        yield 'A line <code>because = "…"</code> gives your reason.</p>'
        yield from (f"<pre>{html.escape(entry)}</pre>" for entry in entries)


def _held(digest: "Digest", asked: Mapping[str, str]) -> "Held | None":
    """Find the sentence that is asked about, by its id or as the words of a claim."""
    from tellings.explain import held  # noqa: PLC0415 - slow

    source, sentence = asked.get("source", ""), asked.get("sentence", "")
    claim = next((one for one in digest.claims if one.id == asked.get("claim")), None)
    for telling in digest.tellings:
        for one in telling.document.sentences:
            gist = claim and one.source == claim.gist.source and one.span.holds(claim.gist.span)
            if gist or (one.source, one.id) == (source, sentence):
                return held(digest, telling, one, claim.gist if claim else None)
    return None
