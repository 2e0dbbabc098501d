"""Every parser that reads what strangers or editors write, each as a function of bytes.

A parser ends in silence when its promises hold; it raises when one is broken. What may be refused
is refused with the program's own error, which counts as kept.
"""

import atexit
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from tellings import config
from tellings.errors import ContentError, TellingsError
from tellings.ingest import drafting
from tellings.ingest.formats import invisible
from tellings.ingest.receiving import addresses
from tellings.model.corrections import Correction
from tellings.model.source import Part, Source
from tellings.publish import manifest, paths
from tellings.reading import article, corrections, event_folder, front_matter, source_file
from tellings.reading.article import Paragraph
from tellings.reading.corrections import words as quoted
from tellings.render import catalogues, theme
from tests.fuzz import analysing, asking, recording
from tests.fuzz.promises import errors_name_a_place, inside, keep, refused, whole
from tests.making import source as made
from tests.projects import LEDGER, STANDARD, project

__all__ = ["PARSERS", "Parser"]

Parser = Callable[[bytes], None]

TEXTS = (made(LEDGER, id="ledger"), made(STANDARD, id="standard"))


@cache
def desk() -> Path:
    """Give a small project whose files are written over again and again."""
    root = project(Path(mkdtemp(prefix="fuzz-")), "harbour")
    atexit.register(rmtree, root)
    (root / "themes" / "mine").mkdir(parents=True)
    return root


def read_front_matter(content: bytes) -> None:
    """The head of a content file."""
    try:
        front = front_matter.read(content, "a.md")
    except ContentError as error:
        refused(error, "a.md", content)
        return
    lines = content.count(b"\n") + content.count(b"\r") + 1
    keep(all(1 <= node.line <= lines for node in front.fields.values()), "fields have lines")
    keep(1 <= front.body_line <= lines, "the body begins on a line of the file", front.body_line)
    plain = front_matter.decode(content, "a.md")
    keep(plain.endswith(front.body), "the body is the end of the file")


def read_source(content: bytes) -> None:
    """A source's Markdown file, and the same file written again."""
    try:
        source, warnings = source_file.parse(content, "a.md", "a")
    except ContentError as error:
        refused(error, "a.md", content)
        return
    errors_name_a_place(warnings, "a.md", content)
    whole(source)
    written_again(source)


def written_again(source: Source) -> None:
    """Hold that a source which is written is read as it was."""
    written = source_file.write(source).encode()
    again, warnings = source_file.parse(written, source.path, source.id)
    keep(not warnings, "what is written is read without a warning", warnings)
    keep(again.text == source.text, "text is read as written", source.text, again.text)
    parts = [[block.part for block in each.blocks] for each in (source, again)]
    keep(parts[0] == parts[1], "parts are read as written", *parts)
    keep(source_file.write(again).encode() == written, "it is written as it was")


def read_article(content: bytes) -> None:
    """Markdown, read quickly where it is plain and by the full parser else: both say the same."""
    try:
        body = front_matter.decode(content, "a.md")
    except ContentError:
        return
    quick, full = article.read(body), article.parse(body)
    if not article.too_deep(body):
        keep(quick == full, "both ways of reading give the same", quick, full)


def read_event(content: bytes) -> None:
    """An event's own file."""
    folder = desk() / "content" / "events" / "harbour"
    (folder / "event.md").write_bytes(content)
    read = event_folder.read(folder, desk(), drafts=False)
    errors_name_a_place(read.problems, "content/events/harbour/event.md", content)
    said = read.event or read.skipped or read.problems
    keep(said, "an event is read, skipped or refused")


def read_corrections(content: bytes) -> None:
    """The editor's last word."""
    try:
        read = corrections.parse(content, "c.toml", TEXTS, ("union",), frozenset(["draft"]))
    except ContentError as error:
        refused(error, "c.toml", content)
        return
    errors_name_a_place(read.problems, "c.toml", content)
    for entry in read.corrections:
        keep(1 <= entry.line <= content.count(b"\n") + 1 + content.count(b"\r"), "a line", entry)
        quotes(entry)


def quotes(entry: Correction) -> None:
    """Hold that the passages of an entry have the words that it quotes."""
    for passage in inside(entry.at, TEXTS, "an entry"):
        text = next(source.text for source in TEXTS if source.id == passage.source)
        keep(passage.span in quoted.places(passage.of(text), text), "words are found", passage)


def read_settings(content: bytes) -> None:
    """The settings of a site."""
    (desk() / config.FILE).write_bytes(content)
    try:
        found = config.load(desk())
    except TellingsError as error:
        refused(error, config.FILE, content)
        return
    place = desk() / found.output
    keep(place.resolve() != desk().resolve(), "the site has a folder of its own", found.output)
    keep(place.resolve().is_relative_to(desk().resolve()), "the site is inside", found.output)
    if found.base_url:
        keep(config.normal_base_url(found.base_url) == found.base_url, "an address has one form")


def read_theme(content: bytes) -> None:
    """What a theme says of itself."""
    (desk() / "themes" / "mine" / "theme.toml").write_bytes(content)
    try:
        theme.find("mine", theme.places(desk())).static()
    except TellingsError as error:
        keep(error.problems, "an error has a problem")
        keep(all(p.path.startswith("themes/") for p in error.problems), "it names a file", error)


def read_catalogue(content: bytes) -> None:
    """The words of a theme in another language."""
    path = desk() / "themes" / "mine" / "locale" / "de.po"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    try:
        found = catalogues.read(path)
    except TellingsError as error:
        refused(error, "themes/mine/locale/de.po", content)
        return
    for number in (0, 1, 2, 5, 21):
        keep(found.form(number) >= 0, "a number has a form", number)


def read_manifest(content: bytes) -> None:
    """The manifest of a site that was built before."""
    for path in manifest.outputs_in(content):
        keep(paths.fault_of(path) is None, "a manifest names plain paths", path)
        keep(not Path(path).is_absolute() and ".." not in path.split("/"), "inside", path)


def read_address(content: bytes) -> None:
    """An address to be fetched."""
    try:
        found = addresses.checked(content.decode("utf-8", "replace"))
    except addresses.Refused:
        return
    keep(found.isascii() and found.isprintable(), "an address is plain", found)
    keep(addresses.checked(found) == found, "an address that was read stays", found)
    name = addresses.name_of(found, "html")
    keep("/" not in name and not name.startswith("."), "its name is one of a file", name)


def raw(kind: str) -> Parser:
    """Give the parser of a kind of raw file."""

    def read(content: bytes) -> None:
        path = f"raw/page.{kind}"
        try:
            draft = drafting.make(content, path)
        except ContentError as error:
            refused(error, path, content)
            return
        source = draft.source
        whole(source)
        written_again(source)
        lines = len(content.splitlines()) + content.count(b"\r") + content.count(b"\n") + 1
        named = {one.line for one in source.evidence} | {one.line for one in source.refused}
        named |= {one.line for one in source.repairs}
        ranges = {one.lines for one in source.removed} | {one.lines for one in source.unsure}
        keep(all(0 <= line <= lines for line in named), "a line of the file", named)
        keep(all(1 <= a <= b <= lines for a, b in ranges), "lines of the file", ranges)
        if kind == "txt":
            verbatim(source, content)

    read.__doc__ = f"A raw file of the kind “{kind}”, down to the source that is filed."
    return read


def verbatim(source: Source, content: bytes) -> None:
    """Hold that the words of a source, and of its evidence, are those of the raw file."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return
    if any(repair.kind == "joined-words" for repair in source.repairs):
        return
    every = " ".join(invisible.strip(text.replace("\r", "\n")).split())
    for block in source.blocks:
        words = block.span.of(source.text)
        keep(words in every, "paragraphs are verbatim", words)
    for one in source.evidence:
        keep(one.field == "lang" or one.words in every, "evidence is verbatim", one)


def told(content: bytes) -> Source | None:
    """Give a text as filing leaves it; None where it leaves none."""
    words = front_matter.CONTROL.sub(" ", content.decode("utf-8", "replace"))
    lines = [" ".join(line.split()) for line in words.replace("\ufeff", " ").split("\n")]
    paragraphs: list[Paragraph] = []
    for line in lines:
        if line.removeprefix("# "):
            part: Part = "title" if line.startswith("# ") and not paragraphs else "body"
            paragraphs.append(Paragraph(words=line.removeprefix("# "), part=part, line=1))
    if not paragraphs or max(map(len, words.split()), default=0) > source_file.LONGEST_WORD:
        return None
    text, blocks = source_file.assemble(paragraphs)
    return Source(id="a", path="a.md", text=text, blocks=blocks)


def text_of(parse: Callable[[Source], None]) -> Parser:
    """Make a parser of texts a parser of bytes."""

    def read(content: bytes) -> None:
        source = told(content)
        if source is not None:
            parse(source)

    read.__doc__ = parse.__doc__
    return read


PARSERS: Mapping[str, Parser] = {
    "front-matter": read_front_matter,
    "source": read_source,
    "article": read_article,
    "event": read_event,
    "corrections": read_corrections,
    "settings": read_settings,
    "theme": read_theme,
    "catalogue": read_catalogue,
    "manifest": read_manifest,
    "address": read_address,
    **{kind: raw(kind) for kind in ("txt", "md", "html", "eml", "json")},
    **{name: text_of(parse) for name, parse in analysing.PARSERS.items()},
    **asking.PARSERS,
    **recording.PARSERS,
}
