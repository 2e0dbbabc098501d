"""How a digest is cited."""

import re

from tellings.render import urls, wording
from tellings.render.counting import counted
from tellings.render.site import Site
from tellings.render.viewing.desk import Desk
from tellings.render.views.digest import CiteView

__all__ = ["cite", "version"]

ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}%&$#_"},
}


def version(inputs_sha256: str) -> str:
    """Name the version of a digest by its inputs."""
    return inputs_sha256[:8]


def cite(desk: Desk, inputs_sha256: str, site: Site) -> CiteView:
    """Say how the digest is cited: as a line and as a BibTeX entry."""
    event = desk.index.digest.event
    files = len(desk.index.digest.tellings) + event.withheld
    address = urls.absolute(site.base_url, urls.digest(event.slug)) if site.base_url else None
    parts = (
        f"“{event.title}”",
        desk.phrases.text("digest of %(files)s", files=wording.count(files, "file", desk.phrases)),
        *((site.title,) if site.title else ()),
        *((wording.day(event.on, phrases=desk.phrases),) if event.on else ()),
        desk.phrases.text("version %(version)s", version=version(inputs_sha256)),
        *((address,) if address else ()),
    )
    fields = [
        ("title", bibtex(event.title)),
        *([("author", bibtex(site.author))] if site.author else []),
        *([("date", event.on)] if event.on else []),
        ("version", version(inputs_sha256)),
        (
            "note",
            bibtex(
                desk.phrases.text(
                    "Digest: %(counted)s", counted=counted(desk.index).replace(" · ", ", ")
                )
            ),
        ),
        *([("url", address)] if address else []),
    ]
    key = re.sub(r"[^A-Za-z0-9-]+", "-", event.slug).strip("-") or "digest"
    lines = ",\n".join(f"  {name:<7} = {{{words}}}" for name, words in fields)
    return CiteView(words=", ".join(parts), bibtex=f"@misc{{{key},\n{lines}\n}}")


def bibtex(words: str) -> str:
    """Escape what BibTeX would read as markup."""
    return "".join(ESCAPES.get(sign, sign) for sign in words)
