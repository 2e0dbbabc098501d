"""Templates and how they are filled."""

import re
import traceback
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2

from tellings.errors import Problem, ThemeError
from tellings.render import blocks, bounds
from tellings.render.bounds import Environment
from tellings.render.html import Html
from tellings.render.phrases import ENGLISH, Phrases
from tellings.render.theme import Theme

__all__ = ["environment", "fill"]

OURS = Path(__file__).parent.parent
BETWEEN = (__file__, bounds.__file__)
"""What an error of a template's goes through on its way."""

BLOCKS = re.compile(
    r"\n\s*+(?=</?(?:article|blockquote|d[dlt]|details|div|figure|figcaption|h[1-6]|ol|p|path|section"
    r"|summary|svg|table|tbody|td|tfoot|th|thead|title|tr|ul)\b)"
)
INDENTS = re.compile(r"\n\s+(?=<)")


def fill(theme: Theme, template: str, **views: object) -> bytes:
    """Fill a template with views.

    Raises:
        ThemeError: when a template is missing, does not parse, or names what no view offers.
    """
    try:
        pages = environment(theme.templates, theme.digest, theme.phrases)
        pages.begin()
        made = pages.get_template(template).render(views)
        refuse_blocks(theme, template, pages)
    except jinja2.TemplateSyntaxError as error:
        shown = named(theme, error.filename) or f"themes/{theme.name}/templates/{error.name}"
        raise ThemeError(
            Problem(path=shown, line=error.lineno, message=str(error.message))
        ) from error
    except jinja2.TemplateNotFound as error:
        raise ThemeError(
            Problem(
                path=f"themes/{theme.name}/templates/{error.name}",
                message="there is no such template",
                hint='a theme with `extends = "plain"` takes over what it does not have'
                + "; what begins with a dot is not read" * ("/." in f"/{error.name}"),
            )
        ) from error
    except ThemeError:
        raise
    except Exception as error:
        # Whatever a template's own words raise is the theme's fault, and only that.
        place = blamed(theme, error)
        if place is None:
            raise
        kind = "" if isinstance(error, jinja2.TemplateError) else f"{type(error).__name__}: "
        raise ThemeError(Problem(path=place[0], line=place[1], message=f"{kind}{error}")) from error
    return bare(made).encode()


def refuse_blocks(theme: Theme, template: str, pages: Environment) -> None:
    """Refuse a block that is filled and never shown.

    Raises:
        ThemeError: naming it, its line, and what may be meant.
    """
    lost = blocks.astray(template, pages.outlines)
    if lost is not None:
        raise ThemeError(
            Problem(
                path=named(theme, lost.file) or f"themes/{theme.name}/templates",
                line=lost.line,
                message=f"the block “{lost.name}” is in no template that this one extends: it is "
                "never shown",
                hint=f"did you mean “{lost.meant}”?" if lost.meant else "",
            )
        )


def bare(made: str) -> str:
    """Leave out what a template has for its readers alone, and a browser does not show.

    That is the indentation before tags, the line breaks before blocks, and the escaping of
    quotation marks outside tags. The words of a drawing stay apart for those who read no drawing.
    """
    flush = INDENTS.sub("\n", BLOCKS.sub("", made))
    return unescaped(unescaped(flush, "&#34;", '"'), "&#39;", "'")


def unescaped(made: str, escape: str, mark: str) -> str:
    """Print a mark itself where its escape stands outside tags."""
    first, *rest = made.split(escape)
    outside = first.rfind(">") > first.rfind("<")
    pieces = [first]
    for piece in rest:
        pieces += (mark if outside else escape, piece)
        opened, closed = piece.rfind("<"), piece.rfind(">")
        outside = outside if opened == closed else closed > opened
    return "".join(pieces)


class Shelf(jinja2.FileSystemLoader):
    """The templates of a theme: what is hidden is no part of it, nor of its digest."""

    def get_source(self, environment: jinja2.Environment, template: str) -> Any:
        """Give a template."""
        if any(step.startswith(".") for step in template.split("/")):
            raise jinja2.TemplateNotFound(template)
        return super().get_source(environment, template)


# The digest is part of the key so that an edited theme is read anew.
@lru_cache(maxsize=4)
def environment(folders: tuple[Path, ...], digest: str, phrases: Phrases = ENGLISH) -> Environment:
    """Make the environment of a theme: escaping on, unknown names refused."""
    made = Environment(
        extensions=["jinja2.ext.i18n"],
        loader=Shelf(folders),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.phrases = phrases
    analysed = Html("") if phrases.english else Html(' lang="en"')
    made.globals["of_texts"] = analysed
    # jinja2 puts the values in place itself, escaped.
    install = made.install_gettext_callables  # type: ignore[attr-defined]
    install(phrases.found, phrases.counted, newstyle=True)
    return made


def blamed(theme: Theme, error: Exception) -> tuple[str, int] | None:
    """Find the last line of a template that an error went through, if it began there."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        shown = named(theme, frame.filename)
        if shown is not None:
            return shown, frame.lineno or 0
        if frame.filename not in BETWEEN and Path(frame.filename).is_relative_to(OURS):
            break
    return unread(theme) if isinstance(error, UnicodeDecodeError) else None


def unread(theme: Theme) -> tuple[str, int] | None:
    """Find the template that is not UTF-8, and the line where it ceases to be."""
    for file in (file for folder in theme.templates for file in sorted(folder.rglob("*.html"))):
        body = file.read_bytes()
        try:
            body.decode()
        except UnicodeDecodeError as fault:
            return named(theme, str(file)) or "", body.count(b"\n", 0, fault.start) + 1
    return None


def named(theme: Theme, filename: str | None) -> str | None:
    """Name a template's file from the themes folder on, if it is one of the theme's."""
    for folder in theme.folders:
        if filename and Path(filename).is_relative_to(folder):
            return f"themes/{folder.name}/{Path(filename).relative_to(folder).as_posix()}"
    return None
