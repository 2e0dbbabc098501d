"""The tool that makes the packaged vectors."""

import io
import tarfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import make_vectors

LINES = """  1 This is the licence.
00001 03 n 01 boat 0 000 | a thing that floats; "the boat left Norrin"; "two boats, one oar"
00002 03 n 01 quay 0 000 | where boats lie (stone; wood)
00003 03 n 01 pier 0 000 | a thing that floats
"""


def archive(text: str) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as tar:
        for name in make_vectors.CLASSES:
            content = text.encode() if name == "noun" else b""
            entry = tarfile.TarInfo(make_vectors.GLOSSES + name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return made.getvalue()


def test_glosses_and_examples_are_texts_of_their_own_and_come_once() -> None:
    assert make_vectors.texts_in(archive(LINES)) == (
        "a thing that floats",
        "the boat left Norrin",
        "two boats, one oar",
        "where boats lie (stone; wood)",
    )


def test_an_archive_of_another_hash_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other.whl").write_bytes(b"another")
    with pytest.raises(SystemExit, match="is not the encoder"):
        make_vectors.checked(tmp_path / "other.whl", "encoder")


@given(st.integers(0, 99))
def test_turning_a_table_keeps_the_cosines(seed: int) -> None:
    table = np.random.default_rng(seed).normal(size=(12, 5))
    turned = make_vectors.cut(table, 5)
    assert np.allclose(make_vectors.cosines(turned), make_vectors.cosines(table))


def test_the_main_direction_comes_first() -> None:
    table = np.array([[0.0, 3.0], [0.1, -5.0], [0.1, 4.0]])
    assert np.allclose(make_vectors.cut(table, 1)[:, 0], [-3.0, 5.0, -4.0], atol=0.05)


def test_the_greatest_number_of_a_table_fills_a_byte() -> None:
    assert make_vectors.whole(np.array([[0.5, -0.1], [-0.25, 0.0]])).tolist() == [
        [127, -25],
        [-64, 0],
    ]


def test_frequent_pieces_weigh_less_and_marks_nothing() -> None:
    vocabulary = (*make_vectors.MARKED, "the", "quay")
    weights = make_vectors.weighted(np.ones((7, 1)), vocabulary)[:, 0]
    assert weights[:5].tolist() == [0.0] * 5
    assert 0 < weights[5] < weights[6]


def test_ridge_finds_the_map_that_made_the_texts() -> None:
    chance = np.random.default_rng(1)
    inputs, wanted = chance.normal(size=(50, 4)), chance.normal(size=(4, 2))
    assert np.allclose(make_vectors.ridge(inputs, inputs @ wanted, 1e-9), wanted)


def test_ranks_agree_with_themselves_and_not_with_their_reverse() -> None:
    values = np.array([0.1, 0.5, 0.3])
    assert make_vectors.rank_correlation(values, values * values) == pytest.approx(1)
    assert make_vectors.rank_correlation(values, -values) == pytest.approx(-1)
