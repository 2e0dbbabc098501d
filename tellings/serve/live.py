"""What makes a served page live: a state to wait for, a script, and the page that loads it."""

import html
import json
import re
import threading
from dataclasses import dataclass, replace
from importlib.resources import files

from tellings.errors import Problem

__all__ = ["EVENTS", "SCRIPT", "SCRIPT_AT", "Live", "State", "enliven", "event"]

EVENTS = "/_tellings/events"
SCRIPT_AT = "/_tellings/live.js"

SCRIPT = files("tellings.serve").joinpath("live.js").read_bytes()
"""What a served page loads: it follows the builds, and offers to correct what it shows."""

POLICY = re.compile(
    rb"""(<meta\b[^>]*http-equiv\s*=\s*["']?Content-Security-Policy["']?[^>]*\bcontent\s*=\s*)"""
    rb"""("[^"]*"|'[^']*')""",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the pages should show now."""

    at: str
    """A mark of the published files: another one means that a page is to be loaded again."""

    problems: tuple[str, ...] = ()
    number: int = 0


class Live:
    """The state, and a way to wait for the next."""

    def __init__(self, run: str) -> None:
        self._run = run
        self._builds = 0
        self._state = State(at=f"{run}-0")
        self._news = threading.Condition()
        self._closed = False

    @property
    def state(self) -> State:
        """The state now."""
        return self._state

    @property
    def closed(self) -> bool:
        """Whether nothing more will come."""
        return self._closed

    def show(self, problems: tuple[Problem, ...], *, changed: bool) -> None:
        """Tell every page that waits what the latest build came to."""
        words = tuple(str(problem) for problem in problems if problem.severity == "error")
        with self._news:
            self._builds += changed
            self._state = State(
                at=f"{self._run}-{self._builds}", problems=words, number=self._state.number + 1
            )
            self._news.notify_all()

    def after(self, number: int, seconds: float) -> State | None:
        """Wait for a state later than this one; None when none has come."""
        with self._news:
            self._news.wait_for(lambda: self._closed or self._state.number != number, seconds)
            return None if self._closed or self._state.number == number else replace(self._state)

    def close(self) -> None:
        """Let everybody who waits go."""
        with self._news:
            self._closed = True
            self._news.notify_all()


def event(state: State) -> bytes:
    """Write a state as one server-sent event."""
    told = json.dumps({"at": state.at, "problems": state.problems})
    return f"data: {told}\n\n".encode()


def enliven(page: bytes, state: State) -> bytes:
    """Give a page's bytes as they are served: with the script, and a policy that allows it."""
    tag = f'<script src="{SCRIPT_AT}?at={state.at}" defer></script>\n'.encode()
    allowed = POLICY.sub(_allowing, page, count=1)
    head = re.search(rb"</head\s*>", allowed, re.IGNORECASE)
    at = head.start() if head else len(allowed)
    return allowed[:at] + tag + allowed[at:]


def _allowing(policy: re.Match[bytes]) -> bytes:
    words = html.unescape(policy[2][1:-1].decode())
    rules = {part.split()[0].lower(): part.split()[1:] for part in words.split(";") if part.split()}
    for kind in ("script-src", "connect-src"):
        kept = [place for place in rules.get(kind, ()) if place != "'none'"]
        rules[kind] = kept if "'self'" in kept else [*kept, "'self'"]
    written = "; ".join(" ".join((kind, *places)) for kind, places in rules.items())
    return policy[1] + f'"{html.escape(written)}"'.encode()
