"""The standard library's reader of HTML, where it would give up and browsers do not."""

from html.parser import HTMLParser

__all__ = ["Lenient"]


class Lenient(HTMLParser):
    """Takes `<![anything` for a comment, as the HTML standard does, where no such section is."""

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Read a marked section; the base class fails with one of an unknown name."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i)
