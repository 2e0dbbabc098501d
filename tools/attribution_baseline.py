"""Twenty lines that find attributions by regular expressions: what the program has to beat."""

import re
from collections.abc import Iterator

from tellings.model.span import Span
from tools.attribution_corpus import Said, words_of

__all__ = ["find"]

SAYS = r"(?:said|says|told|added|adds|wrote|argued|claimed|warned|noted|explained|insisted)"
NAME = r"(?:[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}|[Hh]e|[Ss]he|[Tt]hey)"
RULES = (
    re.compile(rf"(?P<content>[“\"][^“”\"\n]{{12,}}[”\"]),? (?P<source>{NAME}) (?P<cue>{SAYS})\b"),
    re.compile(rf"(?P<content>[“\"][^“”\"\n]{{12,}}[”\"]),? (?P<cue>{SAYS}) (?P<source>{NAME})"),
    re.compile(rf"(?P<source>{NAME}) (?P<cue>{SAYS})[^.“”\"\n]*?(?P<content>[“\"][^“”\"\n]+[”\"])"),
    re.compile(rf"(?P<source>{NAME}) (?P<cue>{SAYS}) (?P<content>(?:that )?[^.“”\"\n]{{12,}})"),
    re.compile(rf"(?P<content>[^.“”\"\n]{{12,}}), (?P<source>{NAME}) (?P<cue>{SAYS})\."),
    re.compile(rf"(?P<content>[^.“”\"\n]{{12,}}),? (?P<cue>according to) (?P<source>{NAME})"),
    re.compile(r"(?P<content>[“\"][^“”\"\n]{24,}(?:[”\"]|$))", re.MULTILINE),
)


def find(text: str) -> Iterator[Said]:
    """Find what each pattern gives, the first ones first; no word is given twice."""
    taken: frozenset[int] = frozenset()
    for number, rule in enumerate(RULES):
        for match in rule.finditer(text):
            parts = {key: words_of(text, [Span(*match.span(key))]) for key in match.groupdict()}
            if not parts["content"] or parts["content"] & taken:
                continue
            taken |= parts["content"]
            content, cue, source = (parts.get(k, frozenset()) for k in ("content", "cue", "source"))
            yield Said(content=content, cue=cue, source=source, rule=f"pattern {number + 1}")
