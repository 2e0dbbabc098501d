"""Change the program in one place after another, and see whether its tests notice.

    python -m tools.mutate [--sample N] [--seed N] [--start N] [--only WORDS]

The changes are those of cosmic-ray, which is no part of any extra (`pip install cosmic-ray`): of
its operators, one for each kind of mistake. Of all changes to the modules below, N are drawn
evenly and tried in the order of chance, each in a process of its own with the narrow tests of its
module, those that are quick first. What no test notices is printed. Run it where nobody edits.
"""

import argparse
import importlib.abc
import importlib.machinery
import os
import random
import resource
import signal
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from types import ModuleType
from typing import Literal

import pytest
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

OPERATORS = (
    *("AddNot", "ExceptionReplacer", "NumberReplacer", "RemoveDecorator", "ZeroIterationForLoop"),
    *("ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceFalseWithTrue", "ReplaceTrueWithFalse"),
    *("ReplaceBreakWithContinue", "ReplaceContinueWithBreak"),
    *("ReplaceUnaryOperator_Delete_Not", "ReplaceUnaryOperator_Delete_USub"),
    *(f"ReplaceBinaryOperator_{pair}" for pair in ("Add_Sub", "Sub_Add", "Mul_Add", "Div_Mul")),
    *(
        f"ReplaceComparisonOperator_{pair}"
        for pair in ("Eq_NotEq", "NotEq_Eq", "Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt", "Is_IsNot")
    ),
    "ReplaceComparisonOperator_IsNot_Is",
)
TESTS = {
    "tellings/model/corrections.py": ("tests/reading", "tests/model"),
    "tellings/model/digest.py": ("tests/model/test_digest.py",),
    "tellings/model/editions.py": ("tests/model", "tests/test_editions.py"),
    "tellings/model/event.py": ("tests/reading/test_event_folder.py",),
    "tellings/model/findings": ("tests/model", "tests/analysis/test_voices.py"),
    "tellings/model/page.py": ("tests/test_publish.py",),
    "tellings/model/picture.py": ("tests/model", "tests/reading/test_pictures.py"),
    "tellings/model": ("tests/model", "tests/reading", "tests/analysis/test_sentences.py"),
    "tellings/reading/corrections": (
        "tests/reading/test_corrections.py",
        "tests/reading/test_entries.py",
        "tests/reading/test_writing.py",
    ),
    "tellings/reading/editions.py": ("tests/test_editions.py",),
    "tellings/reading/pictures.py": ("tests/reading/test_pictures.py",),
    "tellings/reading": ("tests/reading",),
    "tellings/publish/branch.py": ("tests/test_branch.py",),
    "tellings/publish/git.py": ("tests/test_branch.py",),
    "tellings/publish/search.py": ("tests/test_search.py",),
    "tellings/publish/paths.py": ("tests/test_publish_paths.py", "tests/test_publish.py"),
    "tellings/publish": ("tests/test_publish.py",),
}
"""The tests of each module, by the beginning of its path; the first that fits counts."""

FIRST = ("-m", "not hypothesis")
SECONDS = 120
"""Of the processor, after which the program stands still; of the clock twenty times as many."""

Told = Literal["noticed", "unnoticed", "stands still"]


@dataclass(frozen=True, slots=True)
class Change:
    """One place in a module, and how it is changed."""

    path: str
    operator: str
    number: int
    """Which of the places where the operator can change the module."""


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads one module from other words than its file's."""

    def __init__(self, path: str, words: str) -> None:
        """Take the module's file and its words."""
        self.path, self.words = path, words
        self.name = path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")

    def find_spec(self, name: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        """Answer for the one module."""
        if name != self.name:
            return None
        package = self.path.endswith("__init__.py")
        spec = importlib.machinery.ModuleSpec(name, self, origin=self.path, is_package=package)
        spec.submodule_search_locations = [str(Path(self.path).parent)] if package else None
        return spec

    def exec_module(self, module: ModuleType) -> None:
        """Run the other words."""
        module.__file__ = self.path
        exec(compile(self.words, self.path, "exec"), module.__dict__)  # noqa: S102 - that is it


def changes() -> Iterator[Change]:
    """Give every change there is."""
    folders = sorted({"/".join(path.split("/")[:2]) for path in TESTS})
    for path in sorted(str(file) for folder in folders for file in Path(folder).rglob("*.py")):
        every = list(ast_nodes(get_ast(Path(path).read_text("utf-8"))))
        for name in OPERATORS:
            operator = get_operator(f"core/{name}")()
            places = sum(len(list(operator.mutation_positions(node))) for node in every)
            yield from (Change(path, name, number) for number in range(places))


def is_python(words: str) -> bool:
    """Tell whether words can be run: what cannot be is noticed without a test."""
    try:
        compile(words, "", "exec")
    except SyntaxError:
        return False
    return True


def tests_of(path: str) -> tuple[str, ...]:
    """Name the tests of a module."""
    own = next(tests for start, tests in TESTS.items() if path.startswith(start))
    return *own, "tests/model/test_values.py"


def tell(change: Change, words: str, tests: Sequence[str]) -> Told:
    """Tell what the tests, run in a process of their own, make of a change."""
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        signal.alarm(20 * SECONDS)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os.setsid()
        sys.meta_path.insert(0, Changed(change.path, words))
        plain = ("-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", *tests)
        quick = pytest.main([*plain, *FIRST])
        os._exit(int(quick or pytest.main([*plain, "-m", "hypothesis"]) not in (0, 5)))
    _, ended = os.waitpid(child, 0)
    if os.WIFSIGNALED(ended):
        return "stands still"
    return "noticed" if ended else "unnoticed"


def main() -> None:
    """Try a sample of all changes."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=1, help="the first of them that is tried")
    parser.add_argument("--only", default="", help="words that a change's path holds")
    asked = parser.parse_args()
    every = list(changes())
    chance = random.Random(asked.seed)  # noqa: S311 - no secret
    drawn = chance.sample(every, min(asked.sample, len(every)))
    drawn = [one for one in drawn[asked.start - 1 :] if asked.only in one.path]
    print(f"{len(drawn)} of {len(every)} changes", flush=True)
    counts: Counter[str] = Counter()
    fine: set[tuple[str, ...]] = set()
    for tried, change in enumerate(drawn, start=1):
        before = Path(change.path).read_text("utf-8")
        words = mutate_code(before, get_operator(f"core/{change.operator}")(), change.number)
        if not is_python(words):
            counts["no Python"] += 1
            continue
        tests = tests_of(change.path)
        if tests not in fine and tell(change, before, tests) != "unnoticed":
            raise SystemExit(f"{' '.join(tests)}: these fail without a change")
        fine.add(tests)
        told = tell(change, words, tests)
        counts[told] += 1
        if told == "unnoticed":
            lines = unified_diff(before.splitlines(), words.splitlines(), change.path, n=1)
            print(*(line.rstrip() for line in lines), sep="\n", flush=True)
        if tried % 20 == 0:
            print(f"{tried} tried: {dict(counts)}", flush=True)
    print(f"{len(drawn)} tried: {dict(counts)}")


if __name__ == "__main__":
    main()
