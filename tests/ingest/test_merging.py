"""Three versions of a text into one."""

from hypothesis import given
from hypothesis import strategies as st

from tellings.ingest.merging import Clash, Merged, merge

PARAGRAPHS = st.lists(st.sampled_from("abcdef"), max_size=8).map(tuple)
DISTINCT = st.permutations("abcdef").flatmap(
    lambda every: st.integers(0, 6).map(lambda many: tuple(every[:many]))
)


def words(merged: Merged) -> list[str]:
    """Give every paragraph that a merge holds, on either side."""
    found: list[str] = []
    for piece in merged:
        found += [*piece.edited, *piece.newer] if isinstance(piece, Clash) else [piece]
    return found


@given(PARAGRAPHS, PARAGRAPHS)
def test_what_only_one_has_changed_is_taken_as_it_is(
    base: tuple[str, ...], other: tuple[str, ...]
) -> None:
    assert merge(base, other, base) == other
    assert merge(base, base, other) == other
    assert merge(base, other, other) == other


@given(DISTINCT, DISTINCT, DISTINCT)
def test_nothing_that_either_adds_or_both_keep_is_lost_and_nothing_else_comes_in(
    base: tuple[str, ...], edited: tuple[str, ...], newer: tuple[str, ...]
) -> None:
    found = set(words(merge(base, edited, newer)))
    both, either = set(edited) & set(newer), set(edited) | set(newer)
    assert both | (either - set(base)) <= found <= either


@given(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS)
def test_who_is_asked_first_makes_no_difference(
    base: tuple[str, ...], edited: tuple[str, ...], newer: tuple[str, ...]
) -> None:
    turned = tuple(
        Clash(each.newer, each.edited) if isinstance(each, Clash) else each
        for each in merge(base, newer, edited)
    )
    assert merge(base, edited, newer) == turned


def test_changes_side_by_side_do_not_clash() -> None:
    assert merge("abc", "ab", "abcd") == ("a", "b", "d")
    assert merge("abc", "xbc", "ayc") == ("x", "y", "c")
    assert merge("ab", "anb", "a") == ("a", "n")


def test_a_paragraph_changed_by_both_is_a_clash() -> None:
    assert merge("abc", "axc", "ayc") == ("a", Clash(("x",), ("y",)), "c")
    assert merge("abc", "ac", "ayc") == ("a", Clash((), ("y",)), "c")
    assert merge("ab", "axb", "ayb") == ("a", Clash(("x",), ("y",)), "b")
