"""What is shown below each command's help: lines that can be typed as they stand."""

from collections.abc import Mapping

__all__ = ["EXAMPLES", "shown"]

Example = tuple[str, str]
"""A line to type, and what it does."""

EXAMPLES: Mapping[str, tuple[Example, ...]] = {
    "": (
        ("tellings init digests", "begin a project"),
        ("tellings ingest harbour-strike ledger.txt standard.html", "file two texts"),
        ("tellings serve", "read the site, and follow every save"),
    ),
    "build": (
        ("tellings build", "into site/"),
        ("tellings build --strict --base-url https://example.org/digests/", "as for publishing"),
        ("tellings build --since earlier-site", "with what has changed since an earlier site"),
    ),
    "watch": (("tellings watch", "until Ctrl-C"),),
    "serve": (
        ("tellings serve", "at http://127.0.0.1:8000/"),
        ("tellings serve --drafts --port 0", "drafts too, at any free port"),
    ),
    "ingest": (
        ("tellings ingest harbour-strike ledger.txt standard.html", "two files"),
        ("tellings ingest harbour-strike https://example.org/port", "a web page"),
        ("tellings ingest harbour-strike ledger.txt --dry-run", "only show what it would do"),
    ),
    "sort": (
        ("tellings sort saved-pages", "only show which events it would make"),
        ("tellings sort saved-pages --write", "make them, and add to those that are there"),
        ("tellings sort saved-pages --window 60 --json", "a running story in one, for a script"),
    ),
    "verify": (("tellings verify site", "whether every file is as it was built"),),
    "init": (
        ("tellings init digests", "a new folder"),
        ("tellings init . --event harbour-strike", "this folder, and what its event is called"),
    ),
    "new": (("tellings new 2026-03-04-harbour-strike", "an event with its day"),),
    "explain": (
        ('tellings explain harbour-strike "Some 30 ships"', "what is held, and how to change it"),
    ),
    "check": (
        ("tellings check", "list all that is wrong"),
        ("tellings check --strict", "fail on corrections that no longer fit, too"),
    ),
    "record": (
        ("tellings record", "what is in site/, before it is committed and published"),
        ("tellings record --output earlier-site", "what was published, from a copy of it"),
    ),
    "publish": (
        ("tellings publish", "to the branch gh-pages of origin"),
        ('tellings publish --branch web --message "Add the strike"', "to another branch"),
    ),
    "clean": (("tellings clean", "empty site/ of what builds wrote"),),
    "completion": (
        ('eval "$(tellings completion bash)"', "in ~/.bashrc"),
        ('eval "$(tellings completion zsh)"', "in ~/.zshrc, below compinit"),
        ("tellings completion fish | source", "in ~/.config/fish/config.fish"),
    ),
}


def shown(command: str) -> str:
    """Write a command's examples; with no command, the program's."""
    lines = [f"  {typed}\n      {does}" for typed, does in EXAMPLES[command]]
    return "\n".join(["examples:", *lines])
