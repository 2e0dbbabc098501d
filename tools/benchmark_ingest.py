"""Measure how many raw texts a second are read, labelled and made into sources.

    python -m tools.benchmark_ingest FOLDER... [--runs N]

Every `.txt` below the folders is drafted once in each run; nothing is written. Each run has a
process of its own, which has drafted one other text before: what is remembered of a text helps
nobody who files it for the first time. Time is that of the processor, so one core is measured.
"""

import argparse
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from tellings.ingest import drafting

WARM = b"The port of Norrin is shut\n\nThe dockers of Norrin walked out at dawn on Tuesday.\n"


def run(paths: Sequence[Path]) -> float:
    """Draft all files once, and give how many were drafted a second."""
    contents = [(path.read_bytes(), path.name) for path in paths]
    drafting.make(WARM, "warm.txt")
    begun = time.process_time()
    for content, name in contents:
        drafting.make(content, name)
    return len(contents) / (time.process_time() - begun)


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--runs", type=int, default=9)
    given = parser.parse_args()
    paths = sorted(path for folder in given.folders for path in folder.rglob("*.txt"))
    rates: list[float] = []
    for _ in range(given.runs):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            rates.append(pool.submit(run, paths).result())
    size = sum(path.stat().st_size for path in paths) / len(paths)
    print(f"{len(paths)} files of {size:,.0f} bytes on average, {given.runs} runs")
    print(f"median {median(rates):.0f} files a second, best {max(rates):.0f}")


if __name__ == "__main__":
    main()
