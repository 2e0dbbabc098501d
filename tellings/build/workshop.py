"""Events made side by side: here, in as many processes as there are cores, or on a cluster."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any, Final

from tellings.build import processes
from tellings.build.making import Made, Task, make
from tellings.errors import Problem, TellingsError

__all__ = ["made"]

ENOUGH: Final = 8
"""So many events make it worth while to start processes."""

TRIES: Final = 3
"""How often a cluster tries an event whose worker was lost."""

PATIENCE: Final = "10s"
"""How long to wait for a cluster to answer."""


def made(
    tasks: Sequence[Task], jobs: int, here: Callable[[Task], Made], cluster: str = ""
) -> Iterator[Made]:
    """Make events in their order, by several processes where they are many.

    `here` makes one in this process; what a lost process leaves undone is made here. `cluster` is
    the address of a Dask scheduler, whose workers then do all of it.

    Raises:
        TellingsError: when the cluster does not answer, or loses an event for good.
    """
    if cluster:
        with _cluster(cluster) as workers:
            yield from workers.map(make, tasks)
    else:
        many = len(tasks) >= ENOUGH
        yield from processes.mapped(make, tasks, jobs if many else 1, here=here)


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    """Give a cluster's workers. They read and write the project's folder under its own path."""
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise _trouble(
            address, "Dask is not installed", 'pip install "tellings[cluster]"'
        ) from None
    try:
        connect: Any = Client
        client = connect(address, timeout=PATIENCE)
    except (OSError, ValueError) as fault:
        hint = "start one with “dask scheduler”, and “dask worker ADDRESS” for each worker"
        raise _trouble(address, f"no scheduler answers: {fault}", hint) from None
    with client:
        try:
            yield client.get_executor(retries=TRIES)
        except KilledWorker as fault:
            hint = "give the workers more memory, or build without --cluster"
            raise _trouble(address, f"lost its workers: {fault}", hint) from None


def _trouble(address: str, message: str, hint: str) -> TellingsError:
    return TellingsError(Problem(path="--cluster", message=f"{address}: {message}", hint=hint))
