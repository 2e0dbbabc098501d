"""What an editor asks for when filing: an id, known values, a trial."""

from collections.abc import Iterator
from dataclasses import dataclass

from tellings.errors import Problem
from tellings.ingest.drafting import Told
from tellings.ingest.receiving.arrivals import Arrival
from tellings.reading import places
from tellings.reading.fields import is_address, is_day

__all__ = ["Wishes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What is asked of one filing."""

    as_id: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    dry_run: bool = False
    """Whether nothing is to be written."""

    allow_private: bool = False
    """Whether pages may be fetched from addresses of a private network."""

    def problems(self, files: int) -> tuple[Problem, ...]:
        """Say everything that cannot be done as asked."""
        return tuple(self._problems(files))

    def _problems(self, files: int) -> Iterator[Problem]:
        if self.as_id is not None:
            wrong = places.problem_with_name(self.as_id, "--as", "the source")
            yield from (wrong,) if wrong else ()
        if self.as_id is not None and files != 1:
            yield Problem(path="--as", message="one id is for one file")
        if self.url is not None and files != 1:
            yield Problem(path="--url", message="one address is for one file")
        if self.url is not None and not is_address(self.url):
            hint = "an address begins with http:// or https:// and holds no spaces"
            yield Problem(path="--url", message=f"“{self.url}” is not a web address", hint=hint)
        if self.published is not None and not is_day(self.published, time=True):
            hint = "days are written 2026-03-04, times 2026-03-04 15:30"
            message = f"“{self.published}” is not a day"
            yield Problem(path="--published", message=message, hint=hint)
        if self.outlet is not None and not self.outlet.split():
            yield Problem(path="--outlet", message="the outlet's name is empty")

    def told(self, arrival: Arrival) -> Told:
        """Give what is known of a file from elsewhere than its own words."""
        return Told(
            outlet=" ".join(self.outlet.split()) if self.outlet else None,
            url=self.url,
            published=self.published,
            address=arrival.address,
            charset=arrival.charset,
        )
