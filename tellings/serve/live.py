"""What makes a served page live: a state to wait for, a script, and the page that loads it."""

import html
import json
import re
import threading
from dataclasses import dataclass, replace

from tellings.errors import Problem

__all__ = ["EVENTS", "SCRIPT", "SCRIPT_AT", "Live", "State", "enliven", "event"]

EVENTS = "/_tellings/events"
SCRIPT_AT = "/_tellings/live.js"

SCRIPT = b"""\
"use strict";
(() => {
  const shown = new URL(document.currentScript.src).searchParams.get("at");
  let stream = null;
  let box = null;

  function show(problems) {
    if (box) box.remove();
    box = null;
    if (!problems.length) return;
    box = document.createElement("section");
    box.id = "tellings-problems";
    box.setAttribute("role", "alert");
    box.style.cssText =
      "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;margin:0;padding:1rem;" +
      "background:#fff8f0;color:#201000;border-top:4px solid #b00020;z-index:2147483647;" +
      "font:1rem/1.5 ui-monospace,monospace";
    const heading = document.createElement("h2");
    heading.textContent = "Not rebuilt: this page is as it was before the last save";
    heading.style.cssText = "margin:0 0 .5rem;font:bold 1.1rem/1.4 system-ui,sans-serif";
    const list = document.createElement("pre");
    list.textContent = problems.join("\\n");
    list.style.cssText = "margin:0;white-space:pre-wrap;overflow-wrap:anywhere";
    box.append(heading, list);
    document.body.append(box);
  }

  function listen() {
    if (stream || document.hidden) return;
    stream = new EventSource("/_tellings/events");
    stream.onmessage = (message) => {
      const state = JSON.parse(message.data);
      if (state.at !== shown) location.reload();
      else show(state.problems);
    };
  }

  // A browser keeps few connections to one host: a tab that nobody sees gives its own back.
  function rest() {
    if (stream) stream.close();
    stream = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
})();
"""

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
