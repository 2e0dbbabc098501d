import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.ingest.facts import Fact
from tellings.ingest.metadata import headlines


def told(**fields: str) -> dict[str, Fact]:
    return {
        name: Fact(field=name, value=value, words=value, line=1) for name, value in fields.items()
    }


@pytest.mark.parametrize(
    ("title", "outlet", "url", "bare"),
    [
        ("Dockers shut the port | Ledger", "Ledger", "", "Dockers shut the port"),
        ("Dockers shut the port - The Ledger", "Ledger", "", "Dockers shut the port - The Ledger"),
        ("Dockers - Norrin | Ledger", "Ledger", "", "Dockers - Norrin"),
        ("Dockers | Ledger News | Ledger", "Ledger", "", "Dockers | Ledger News"),
        ("Dockers shut | ledger.example", "", "https://www.ledger.example/a", "Dockers shut"),
        ("Dockers shut — Ledger", "", "https://news.ledger.example/a", "Dockers shut"),
        ("Dockers shut · Lédger.example", "", "https://n.ledger.example/a", "Dockers shut"),
        ("Dockers shut - example", "", "https://ledger.example/a", "Dockers shut - example"),
        ("Ledger", "Ledger", "https://[", "Ledger"),
    ],
)
def test_only_a_known_name_is_cut_off_a_title(title: str, outlet: str, url: str, bare: str) -> None:
    known = {name: value for name, value in (("outlet", outlet), ("url", url)) if value}
    assert headlines.bare(title, told(**known)) == bare


@given(st.text(), st.text(min_size=1))
def test_a_title_keeps_its_beginning(title: str, outlet: str) -> None:
    assert title.startswith(headlines.bare(title, told(outlet=outlet)))
