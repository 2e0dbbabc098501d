"""The output folder → a branch of the project's repository, and the branch to a remote.

Git's own plumbing makes the commit: no file of the work tree, no index and no local branch is
touched. As in the output folder, what no build of ours has written stays.
"""

import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tellings.errors import Problem, PublishError
from tellings.publish import git, manifest, paths
from tellings.publish.manifest import MANIFEST

__all__ = ["Place", "Sent", "pages_address", "publish", "refusals"]

REPOSITORY = ".git"
"""What problems call the repository."""

PLAIN = "100644"
MADE_FROM = ("content", "themes", "pyproject.toml")
GITHUB = re.compile(r"(?:\w+://)?(?:[^@/]+@)?github\.com[:/]([\w-]+)/([\w.-]+?)(?:\.git)?/?")
MOVED_ON = re.compile(
    r"\((?:fetch first|non-fast-forward|cannot lock ref|failed to update ref|incorrect old value)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a site is committed, and where the commit is sent."""

    root: Path
    """The project's folder, inside a repository."""

    branch: str = "gh-pages"
    remote: str = "origin"

    @property
    def ref(self) -> str:
        """Name the branch in full."""
        return f"refs/heads/{self.branch}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What publishing to a branch did."""

    commit: str | None
    """The commit's short name; None when the branch held the same bytes already."""

    changed: int = 0
    """How many files are new, gone or different."""

    address: str | None = None
    """Where GitHub Pages shows the branch, when the remote is at GitHub."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What a branch holds: the names of git's objects by path."""

    ours: Mapping[str, str]
    others: Mapping[str, tuple[str, str]]
    """With the mode of each."""


def refusals(place: Place) -> tuple[Problem, ...]:
    """Give every reason why a site cannot be published there, before one is built.

    Only files that are not committed yet are a warning.
    """
    if not git.installed():
        hint = "install git, or publish the output folder in another way"
        return (Problem(path="git", message="is not installed, or not on the PATH", hint=hint),)
    here = git.ask(place.root, "rev-parse", "--git-dir")
    if not here.fine:
        return (_no_repository(here.fault),)
    found = [*_wrong_branch(place), *_no_name(place), *_wrong_remote(place), *_uncommitted(place)]
    if all(problem.severity == "warning" for problem in found):
        found += _wrong_tip(place)
    return tuple(sorted(found))


def publish(place: Place, output: Path, message: str) -> Sent:
    """Commit what a build wrote into the folder on top of the remote's branch, and push it.

    Raises:
        PublishError: when a file of somebody else's is in the way, or git or the remote refuses.
    """
    tip = _tip(place)
    before = _held(place, tip)
    pages = sorted({*manifest.outputs_of(output), MANIFEST})
    now = dict(zip(pages, _objects(place, output, pages), strict=True))
    if problems := tuple(_in_the_way(now, before, place)):
        raise PublishError.of(problems)
    address = pages_address(_done(place, "remote", "get-url", place.remote))
    changed = {path for path, _ in before.ours.items() ^ now.items()}
    if tip and not changed:
        return Sent(commit=None, address=address)
    tree = _tree(place, now, before)
    parent = ("-p", tip) if tip else ()
    commit = _done(place, "commit-tree", tree, *parent, typed=f"{message}\n")
    _push(place, commit)
    short = _done(place, "rev-parse", "--short", commit)
    return Sent(commit=short, changed=len(changed), address=address)


def pages_address(remote: str) -> str | None:
    """Give the address of GitHub Pages for a repository at GitHub."""
    match = GITHUB.fullmatch(remote)
    if not match:
        return None
    host = f"{match[1].lower()}.github.io"
    return f"https://{host}/" if match[2].lower() == host else f"https://{host}/{match[2]}/"


def _no_repository(fault: str) -> Problem:
    if "not a git repository" not in fault:
        return Problem(path=REPOSITORY, message=f"cannot be used: {fault}")
    message = "the project is in no repository"
    hint = "git init, commit the project, then git remote add origin ADDRESS"
    return Problem(path=REPOSITORY, message=message, hint=hint)


def _wrong_branch(place: Place) -> Iterator[Problem]:
    well_named = git.ask(place.root, "check-ref-format", place.ref).fine
    if not well_named or place.branch.startswith("-"):
        yield Problem(path=REPOSITORY, message=f"“{place.branch}” is no name for a branch")
        return
    worktrees = git.ask(place.root, "worktree", "list", "--porcelain").words
    head = git.ask(place.root, "symbolic-ref", "--quiet", "HEAD").words
    if place.ref == head or f"branch {place.ref}" in worktrees.splitlines():
        message = f"the branch “{place.branch}” is checked out here: it is somebody's work"
        hint = "name one that only holds the site, as --branch gh-pages"
        yield Problem(path=REPOSITORY, message=message, hint=hint)


def _no_name(place: Place) -> Iterator[Problem]:
    if not git.ask(place.root, "var", "GIT_COMMITTER_IDENT").fine:
        message = "git does not know in whose name to commit"
        hint = 'git config user.name "…", and git config user.email "…"'
        yield Problem(path=REPOSITORY, message=message, hint=hint)


def _wrong_remote(place: Place) -> Iterator[Problem]:
    remotes = git.ask(place.root, "remote").words.split()
    if place.remote not in remotes:
        known = f"there are: {', '.join(remotes)}" if remotes else "there is none"
        message = f"no remote is called “{place.remote}”: {known}"
        hint = f"git remote add {place.remote} ADDRESS" if not remotes else "name it with --remote"
        yield Problem(path=REPOSITORY, message=message, hint=hint)


def _uncommitted(place: Place) -> Iterator[Problem]:
    if git.ask(place.root, "status", "--porcelain", "--", *MADE_FROM).words:
        yield Problem(
            path=REPOSITORY,
            message="not all that the site is made from is committed: the repository cannot "
            "give the same site again",
            hint="look with git status, then commit",
            severity="warning",
        )


def _wrong_tip(place: Place) -> Iterator[Problem]:
    """Report what is wrong with the branch as the remote has it, and as it stands here."""
    try:
        tip = _tip(place)
        held = _held(place, tip)
    except PublishError as error:
        yield from error.problems
        return
    if not held.ours and any(not path.startswith(".") for path in held.others):
        message = (
            f"the branch “{place.branch}” of “{place.remote}” holds files that no build of "
            "tellings has written; it stays untouched"
        )
        yield Problem(path=REPOSITORY, message=message, hint="name another with --branch")
    beyond = (f"^{tip}",) if tip else ()
    ahead = git.ask(place.root, "rev-list", "--count", place.ref, *beyond, "--")
    if ahead.fine and ahead.words != "0":
        message = (
            f"the branch “{place.branch}” has commits here ({ahead.words}) that "
            f"“{place.remote}” has not: they would be passed over"
        )
        hint = f"git push {place.remote} {place.branch}, or git branch -D {place.branch}"
        yield Problem(path=REPOSITORY, message=message, hint=hint)


def _tip(place: Place) -> str:
    """Fetch the remote's branch and name its newest commit; "" where there is no such branch."""
    listed = git.ask(place.root, "ls-remote", place.remote, place.ref)
    if not listed.fine:
        message = f"the remote “{place.remote}” cannot be reached: {listed.fault}"
        hint = "look at its address, git remote -v, and at your right to it"
        raise PublishError(Problem(path=REPOSITORY, message=message, hint=hint))
    # Git also lists what only ends alike: refs/original/refs/heads/…
    named = (line.split() for line in listed.words.splitlines())
    tip = next((words[0] for words in named if words[1:] == [place.ref]), "")
    if not tip:
        return ""
    _done(place, "fetch", "--quiet", "--no-tags", place.remote, place.ref)
    return tip


def _held(place: Place, tip: str) -> _Held:
    if not tip:
        return _Held(ours={}, others={})
    entries: dict[str, tuple[str, str]] = {}
    for line in _bytes(place, "ls-tree", "-r", "-z", tip).split(b"\0")[:-1]:
        facts, _, path = line.partition(b"\t")
        mode, _, name = facts.decode().split(" ")
        entries[path.decode("utf-8", "surrogateescape")] = (mode, name)
    body = _bytes(place, "cat-file", "blob", entries[MANIFEST][1]) if MANIFEST in entries else b""
    written = manifest.outputs_in(body)
    ours = {*written, MANIFEST} if written else set()
    return _Held(
        ours={path: name for path, (_, name) in entries.items() if path in ours},
        others={path: entry for path, entry in entries.items() if path not in ours},
    )


def _in_the_way(now: Mapping[str, str], before: _Held, place: Place) -> Iterator[Problem]:
    folders = {folder for page in now for folder in paths.above(page)}
    for path, (_, name) in sorted(before.others.items()):
        taken = path in folders or any(above in now for above in paths.above(path))
        if taken or now.get(path, name) != name:
            yield Problem(
                path=path,
                message=f"no build of tellings has written this on the branch “{place.branch}”, "
                "and a page needs its place",
                hint="take it off the branch",
            )


def _objects(place: Place, output: Path, pages: list[str]) -> list[str]:
    """Put the files into git's store, byte for byte, and give their names there."""
    # In quotation marks, since git takes a bare line's end for the path's.
    listed = "".join(f'"{_quoted((output / page).as_posix())}"\n' for page in pages)
    words = ("hash-object", "-w", "--no-filters", "--stdin-paths")
    return _done(place, *words, typed=listed).split()


def _quoted(path: str) -> str:
    return path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _tree(place: Place, pages: Mapping[str, str], before: _Held) -> str:
    """Write the tree of a commit through an index of its own."""
    every = {**before.others, **{path: (PLAIN, name) for path, name in pages.items()}}
    listed = "".join(f"{mode} {name}\t{path}\0" for path, (mode, name) in sorted(every.items()))
    with tempfile.TemporaryDirectory(prefix="tellings-") as folder:
        own = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        _done(place, "update-index", "-z", "--index-info", typed=listed, surroundings=own)
        return _done(place, "write-tree", surroundings=own)


def _push(place: Place, commit: str) -> None:
    """Send a commit; only on top of what the remote has.

    Raises:
        PublishError: when the remote does not take it.
    """
    sent = git.ask(place.root, "push", "--porcelain", place.remote, f"{commit}:{place.ref}")
    if sent.fine:
        return
    said = next((line for line in sent.words.splitlines() if line.startswith("!")), "")
    if MOVED_ON.search(said):
        message = f"the branch “{place.branch}” of “{place.remote}” has moved on meanwhile"
        hint = "publish again: what came in between stays in the branch's history"
    else:
        reason = said.rpartition("\t")[2].removeprefix("[remote rejected] ").strip("()")
        message = f"“{place.remote}” has refused the push: {reason or sent.fault}"
        hint = sent.fault if reason else "look at its address, git remote -v, and at your right"
    raise PublishError(Problem(path=REPOSITORY, message=message, hint=hint))


def _bytes(
    place: Place, *words: str, typed: str = "", surroundings: Mapping[str, str] | None = None
) -> bytes:
    told = typed.encode("utf-8", "surrogateescape")
    answer = git.ask(place.root, *words, typed=told, surroundings=surroundings)
    if not answer.fine:
        message = f"git {words[0]} did not work: {answer.fault}"
        raise PublishError(Problem(path=REPOSITORY, message=message))
    return answer.out


def _done(
    place: Place, *words: str, typed: str = "", surroundings: Mapping[str, str] | None = None
) -> str:
    return _bytes(place, *words, typed=typed, surroundings=surroundings).decode().strip()
