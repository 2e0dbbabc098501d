"""Publishing to a branch, against a real remote."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tellings.cli import main
from tellings.publish import branch
from tests.projects import SETTINGS, event, files, project, source

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
posix = pytest.mark.skipif(sys.platform == "win32", reason="hooks are shell scripts")


def git(folder: Path, *words: str, typed: str | None = None) -> str:
    """Ask git as a person does."""
    done = subprocess.run(
        ["git", *words],
        cwd=folder,
        input=typed,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


class Closed(BaseHTTPRequestHandler):
    """A host that lets in only whom it knows."""

    def do_GET(self) -> None:
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="digests"')
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(autouse=True)
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the settings of the machine away, and every surrounding repository."""
    for name in [name for name in os.environ if name.startswith("GIT")]:
        monkeypatch.delenv(name)
    (tmp_path / "gitconfig").write_text("", "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("SSH_ASKPASS", raising=False)


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    """Make a bare repository."""
    folder = tmp_path / "remote.git"
    folder.mkdir()
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main")
    return folder


@pytest.fixture
def root(tmp_path: Path, remote: Path) -> Path:
    """Make a project of one event, committed, with the remote as its origin."""
    folder = project(tmp_path / "digests", "harbour")
    (folder / ".gitignore").write_text("/site/\n/.cache/\n", "utf-8")
    repository(folder)
    git(folder, "remote", "add", "origin", str(remote))
    return folder


def repository(folder: Path) -> None:
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "config", "user.name", "Mara Lind")
    git(folder, "config", "user.email", "mara@example.org")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Begin")


def held(remote: Path, branch: str = "gh-pages") -> Mapping[str, bytes]:
    """Give every file of a branch with its bytes."""
    names = git(remote, "ls-tree", "-r", "-z", "--name-only", branch).split("\0")
    show = ["git", "cat-file", "blob"]
    return {
        name: subprocess.run(
            [*show, f"{branch}:{name}"], cwd=remote, check=True, capture_output=True
        ).stdout
        for name in names
        if name
    }


def commits(remote: Path, branch: str = "gh-pages") -> list[str]:
    return git(remote, "log", "--format=%s", branch).splitlines()


def put(remote: Path, branch: str, name: str, words: str) -> None:
    """Commit a file to a branch of the remote, beside what is there."""
    desk = remote.parent / "elsewhere"
    git(remote.parent, "clone", "--quiet", str(remote), str(desk))
    if git(remote, "branch", "--list", branch):
        git(desk, "switch", "--quiet", branch)
    else:
        git(desk, "switch", "--quiet", "--orphan", branch)
    (desk / name).parent.mkdir(parents=True, exist_ok=True)
    (desk / name).write_text(words, "utf-8")
    git(desk, "add", "--all")
    author = ("-c", "user.name=Otto Brandt", "-c", "user.email=otto@example.org")
    git(desk, *author, "commit", "--quiet", "--message", f"Add {name}")
    git(desk, "push", "--quiet", "origin", branch)


def test_the_branch_holds_the_site_byte_for_byte(
    root: Path, remote: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / ".gitattributes").write_text("* text=auto eol=crlf\n", "utf-8")
    git(root, "config", "core.autocrlf", "true")
    (root / "pyproject.toml").write_text(f'{SETTINGS}cname = "digests.example.org"\n', "utf-8")
    assert main(["publish", "--message", "Füge den Streik hinzu"], root=root) == 0
    assert held(remote) == files(root / "site")
    assert {".nojekyll", "CNAME", "index.html"} <= held(remote).keys()
    assert commits(remote) == ["Füge den Streik hinzu"]
    said = capsys.readouterr().out
    assert f"pushed to “origin” as {git(remote, 'rev-parse', 'gh-pages')[:7]}" in said
    assert "https://example.org/repo/" in said


def test_only_other_bytes_are_another_commit_and_the_history_is_kept(
    root: Path, remote: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["publish"], root=root) == 0
    assert main(["publish"], root=root) == 0
    assert "nothing is committed" in capsys.readouterr().out
    assert commits(remote) == ["Publish the site"]
    again = branch.publish(branch.Place(root=root), root / "site", "Again")
    assert (again.commit, again.changed) == (None, 0)
    event(root, "ferry")
    shutil.rmtree(root / "content" / "events" / "harbour")
    assert main(["publish", "--message", "Now the ferry"], root=root) == 0
    assert commits(remote) == ["Now the ferry", "Publish the site"]
    assert held(remote) == files(root / "site")
    assert "events/harbour/index.html" not in held(remote)


def test_nothing_of_the_work_tree_or_its_branches_is_touched(root: Path) -> None:
    (root / "notes.txt").write_text("half-done", "utf-8")
    git(root, "add", "notes.txt")
    before = [git(root, *words) for words in (("status", "--porcelain"), ("branch", "--list"))]
    assert main(["publish"], root=root) == 0
    assert [git(root, *words) for words in (("status", "--porcelain"), ("branch", "--list"))] == (
        before
    )


def test_a_fresh_clone_publishes_on_top_of_what_is_there(
    root: Path, remote: Path, tmp_path: Path
) -> None:
    assert main(["publish"], root=root) == 0
    git(root, "push", "--quiet", "origin", "main")
    git(tmp_path, "clone", "--quiet", "--depth", "1", remote.as_uri(), "clone")
    clone = tmp_path / "clone"
    git(clone, "config", "user.name", "Otto Brandt")
    git(clone, "config", "user.email", "otto@example.org")
    source(clone, "harbour", "mercury", "The mayor of Saltmere met the union on Friday.\n")
    assert main(["publish", "-q"], root=clone) == 0
    assert len(commits(remote)) == 2
    assert held(remote) == files(clone / "site")


def test_what_others_have_put_on_the_branch_stays(root: Path, remote: Path) -> None:
    assert main(["publish"], root=root) == 0
    put(remote, "gh-pages", "google123.html", "verified")
    event(root, "ferry")
    assert main(["publish"], root=root) == 0
    assert held(remote) == {**files(root / "site"), "google123.html": b"verified"}


def test_a_file_in_a_pages_place_is_never_written_over(
    root: Path, remote: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["publish"], root=root) == 0
    put(remote, "gh-pages", "events/ferry/index.html/mine.txt", "mine")
    event(root, "ferry")
    assert main(["publish"], root=root) == 1
    said = capsys.readouterr().err
    assert "events/ferry/index.html/mine.txt: no build of tellings has written this" in said
    assert len(commits(remote)) == 2


def test_a_branch_of_the_remote_that_ends_alike_is_another(root: Path, remote: Path) -> None:
    assert main(["publish"], root) == 0
    git(root, "push", "-q", "origin", "HEAD:refs/aside/refs/heads/gh-pages")
    source(root, "harbour", "ledger", "Ships wait at Tresa.\n")
    assert main(["publish"], root) == 0
    assert git(remote, "rev-list", "--count", "gh-pages") == "2"


def test_a_branch_with_other_work_is_refused(
    root: Path, remote: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(remote, "gh-pages", "thesis.txt", "mine")
    assert main(["publish"], root=root) == 1
    assert "holds files that no build of tellings has written" in capsys.readouterr().err
    assert held(remote) == {"thesis.txt": b"mine"}
    assert not (root / "site").exists()


def test_a_content_error_never_starts_a_publish(
    root: Path, remote: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    event(root, "harbour", "on: the fourth\n")
    assert main(["publish"], root=root) == 1
    said = capsys.readouterr().err
    assert "content/events/harbour/event.md:2: " in said
    assert "1 error: nothing is written" in said
    assert git(remote, "branch", "--list") == ""


def test_what_is_not_committed_is_a_warning(
    root: Path, remote: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source(root, "harbour", "mercury", "The mayor of Saltmere met the union on Friday.\n")
    assert main(["publish", "--strict"], root=root) == 1
    assert git(remote, "branch", "--list") == ""
    assert main(["publish"], root=root) == 0
    assert "warning: not all that the site is made from is committed" in capsys.readouterr().err


def refused(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Publish in vain; give the one problem."""
    assert main(["publish", *words], root=root) == 1
    said = capsys.readouterr()
    assert said.out == ""
    first, *rest = said.err.splitlines()
    assert rest[-1] == "1 error: nothing is published"
    assert not (root / "site").exists()
    return first


def test_without_a_repository_nothing_is_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = project(tmp_path / "digests", "harbour")
    assert refused(root, capsys) == ".git: the project is in no repository"


def test_without_git_nothing_is_published(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(root))
    assert refused(root, capsys) == "git: is not installed, or not on the PATH"


def test_without_a_remote_nothing_is_published(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = refused(root, capsys, "--remote", "elsewhere")
    assert said == ".git: no remote is called “elsewhere”: there are: origin"
    git(root, "remote", "remove", "origin")
    assert refused(root, capsys) == ".git: no remote is called “origin”: there is none"


def test_a_remote_that_cannot_be_reached_is_told(
    root: Path, remote: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    remote.rename(remote.with_name("gone.git"))
    assert refused(root, capsys).startswith(".git: the remote “origin” cannot be reached: ")


def test_a_remote_that_wants_a_password_is_told_and_nobody_is_asked(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with HTTPServer(("127.0.0.1", 0), Closed) as server:
        threading.Thread(target=server.serve_forever).start()
        address = f"http://127.0.0.1:{server.server_port}/digests.git"
        git(root, "remote", "set-url", "origin", address)
        try:
            said = refused(root, capsys)
        finally:
            server.shutdown()
    assert said.startswith(".git: the remote “origin” cannot be reached: could not read Username")


@posix
@pytest.mark.parametrize("chosen", ["", "environment", "settings"])
def test_ssh_is_told_to_ask_nobody_unless_one_has_chosen_how_to_call_it(
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    chosen: str,
) -> None:
    called, ssh = tmp_path / "called", tmp_path / "bin" / "ssh"
    hook(ssh, f"echo \"$@\" >> '{called}'; exit 255")
    monkeypatch.setenv("PATH", str(ssh.parent), prepend=os.pathsep)
    git(root, "remote", "set-url", "origin", "ssh://digests.example/digests.git")
    if chosen == "environment":
        monkeypatch.setenv("GIT_SSH_COMMAND", f"{ssh} -v")
    if chosen == "settings":
        git(root, "config", "core.sshCommand", f"{ssh} -v")
    assert refused(root, capsys).startswith(".git: the remote “origin” cannot be reached: ")
    words = called.read_text("utf-8").split()
    assert ("BatchMode=yes" in words, "-v" in words) == (not chosen, bool(chosen))


def test_what_surrounds_a_hook_of_another_repository_says_nothing_of_this_one(
    root: Path, remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "another").mkdir()
    repository(project(tmp_path / "another", "ferry"))
    for name in ("DIR", "COMMON_DIR"):
        monkeypatch.setenv(f"GIT_{name}", str(tmp_path / "another" / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "another"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "another" / ".git" / "index"))
    assert main(["publish", "-q"], root=root) == 0
    for name in ("DIR", "COMMON_DIR", "WORK_TREE", "INDEX_FILE"):
        monkeypatch.delenv(f"GIT_{name}")
    assert held(remote) == files(root / "site")


def test_the_branch_that_is_worked_on_is_no_place_for_a_site(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "the branch “main” is checked out here" in refused(root, capsys, "--branch", "main")
    git(root, "worktree", "add", "--quiet", "-b", "gh-pages", str(tmp_path / "pages"))
    assert "the branch “gh-pages” is checked out here" in refused(root, capsys)
    assert "is no name for a branch" in refused(root, capsys, "--branch", "my pages")


def test_commits_that_the_remote_has_not_are_never_passed_over(
    root: Path, remote: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(root, "branch", "gh-pages")
    assert "the branch “gh-pages” has commits here (1) that “origin” has not" in refused(
        root, capsys
    )
    git(root, "branch", "--delete", "--force", "gh-pages")
    assert main(["publish", "-q"], root=root) == 0
    git(root, "branch", "gh-pages", "origin/gh-pages")
    event(root, "ferry")
    assert main(["publish", "-q"], root=root) == 0
    assert len(commits(remote)) == 2


@pytest.mark.parametrize("name", ["GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY", "GIT_INDEX_FILE"])
def test_what_a_hook_says_of_another_repository_counts_for_nothing(
    name: str, root: Path, remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "theirs").mkdir()
    named = "theirs" if name == "GIT_NAMESPACE" else str(tmp_path / "theirs" / "new")
    monkeypatch.setenv(name, named)
    assert main(["publish", "-q"], root=root) == 0
    monkeypatch.delenv(name)
    assert "index.html" in git(remote, "ls-tree", "--name-only", "gh-pages").split()
    assert not [*(tmp_path / "theirs").iterdir()]


def test_in_nobodys_name_nothing_is_committed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(root, "config", "--unset", "user.name")
    git(root, "config", "--unset", "user.email")
    git(root, "config", "user.useConfigOnly", "true")
    assert refused(root, capsys) == ".git: git does not know in whose name to commit"


@posix
def test_a_push_that_the_remote_refuses_is_told_with_its_reason(
    root: Path, remote: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hook(remote / "hooks" / "pre-receive", "echo the disk is full; exit 1")
    assert main(["publish"], root=root) == 1
    said = capsys.readouterr().err
    assert "“origin” has refused the push: pre-receive hook declined" in said
    assert "the disk is full" in said
    assert "Traceback" not in said
    assert git(remote, "branch", "--list") == ""


@posix
def test_a_branch_that_moves_on_meanwhile_is_published_to_by_another_try(
    root: Path, remote: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["publish"], root=root) == 0
    as_otto = f"git -C '{remote}' -c user.name=Otto -c user.email=otto@example.org"
    commit = f"{as_otto} commit-tree -p gh-pages -m between gh-pages^{{tree}}"
    move = f"{as_otto} update-ref refs/heads/gh-pages $({commit})"
    hook(root / ".git" / "hooks" / "pre-push", f"unset GIT_DIR; {move}")
    event(root, "ferry")
    assert main(["publish"], root=root) == 1
    assert "the branch “gh-pages” of “origin” has moved on meanwhile" in capsys.readouterr().err
    (root / ".git" / "hooks" / "pre-push").unlink()
    assert main(["publish"], root=root) == 0
    assert commits(remote) == ["Publish the site", "between", "Publish the site"]


def hook(path: Path, words: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{words}\n", "utf-8")
    path.chmod(0o755)


def test_an_empty_message_is_wrong_usage(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", "--message", " "], root=root) == 2
    assert "no words" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("git@github.com:Mara/digests.git", "https://mara.github.io/digests/"),
        ("https://github.com/mara/digests", "https://mara.github.io/digests/"),
        ("https://token@github.com/mara/my.digests.git", "https://mara.github.io/my.digests/"),
        ("ssh://git@github.com/mara/mara.github.io.git", "https://mara.github.io/"),
        ("git@example.org:mara/digests.git", None),
        ("https://example.org/github.com/mara/digests", None),
    ],
)
def test_a_repository_at_github_has_an_address_for_its_pages(
    remote: str, address: str | None
) -> None:
    assert branch.pages_address(remote) == address
