"""The words of web furniture: what news pages print around an article, in any newsroom."""

import re
from functools import lru_cache

from tellings.data import words

__all__ = ["AGENCIES", "AGENCY", "SECTIONS", "SHARE", "agencies_in"]

AGENCIES: dict[str, list[str]] = words.load("agencies")["agencies"]
"""News agencies under every name that credit lines and texts give them."""

_OWNER = {
    name.upper().replace("-", " "): agency for agency, names in AGENCIES.items() for name in names
}
_NAMES = sorted((name for names in AGENCIES.values() for name in names), key=len, reverse=True)
_ANY = "|".join(re.sub(r"\\[- ]", "[- ]", re.escape(name)) for name in _NAMES)

AGENCY = rf"(?:{_ANY})(?![\w-])"
"""A pattern for any of these names; capitals count, a hyphen may stand for a space."""


_FIRST = frozenset(re.split(r"\W", name, maxsplit=1)[0] for name in _NAMES)


_WORDS = re.compile(rf"\b[{''.join(sorted({name[0] for name in _NAMES}))}]\w*")
"""Words that begin as a name does."""

_NAMED = re.compile(rf"(?<![\w-])({AGENCY})")


@lru_cache(maxsize=4096)
def agencies_in(line: str) -> tuple[str, ...]:
    """Give the agencies that a line names, in their order, once each."""
    if _FIRST.isdisjoint(_WORDS.findall(line)):
        return ()
    found = _NAMED.findall(line)
    return tuple(dict.fromkeys(_OWNER[name.upper().replace("-", " ")] for name in found))


SECTIONS: frozenset[str] = frozenset(words.load("newsroom")["sections"]["names"])
"""Names of sections, as pages print them above an article."""

SHARE = (
    r"share(?: (?:this(?: (?:page|article|story|post))?|on|via|with|article|story))?|"
    r"bookmark(?: (?:with|this))?|e-?mail(?: (?:this )?(?:to a friend|article|story|page)| this)?|"
    r"print(?:able)?(?: (?:this|version|article|story|page))?|save(?: (?:this|article|story))?|"
    r"facebook|twitter|tweet|whatsapp|telegram|linked ?in|reddit|pinterest|pin it|flipboard|digg|"
    r"delicious|stumble ?upon|tumblr|google ?\+|messenger|threads|bluesky|mastodon|viber|line|vk|"
    r"copy (?:link|url)|link copied|discuss|more|reprints?|single page|rss|listen|"
    r"gift(?: article)?|send(?: to a friend)?|permalink|text(?: size)?|font(?: size)?|"
    r"(?:normal|large|small) font|like|comments?|\d+ (?:comments?|shares?|likes?)|\(\d+\)|"
    r"leave a comment|x|a a a|a\+|a-|this"
)
"""What the buttons of a share bar say."""
