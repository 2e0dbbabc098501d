import pytest

from tellings.errors import ContentError
from tellings.ingest import drafting
from tellings.ingest.furniture import signatures


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("Ann Marsh March 4, 2026 at 9:40 am", "day+clock+name"),
        ("Ann MarshMarch 4, 2026 9:40 AM", "day+clock+name"),
        ("Posted by: Ann Marsh | March 04, 2026 at 09:40 AM", "day+clock+name"),
        ("#12 Ann Marsh 2026-03-04 13:28", "day+clock+name"),
        ("04. Mar, 2026 / Ann Marsh says:", "day+name"),
        ("written by ann, March 4, 2026", "day+name"),
        ("ann added 1 day ago", "ago+name"),
        ("by tidewatcher (543817)", "numbered"),
        ("The Low Tide Diaries said...", "said"),
        ("Ann Marsh wrote:", "wrote"),
        ("March 4th, 2026 at 2:04 pm", "day+clock"),
        ("9:12 PM", "clock"),
    ],
)
def test_a_signature_is_told_by_what_it_is_made_of(line: str, shape: str) -> None:
    assert signatures.shape(line) == shape


@pytest.mark.parametrize(
    "line",
    [
        "The ministry said: “We shall rebuild the quay.”",
        "The strike began on March 4, 2026.",
        "Dockers shut the port of Norrin",
        "Last updated: 5 March 2026 at 09:10 GMT",
        "2. The price of fish (Saltmere Herald, June 20th, 2022)",
        "12. The price of bread (Oct. 27, 2025) (Mara Lind)",
        "The harbour is to open on March 4, 2026 at 9:40 am for the ferries of the islands",
    ],
)
def test_no_line_of_a_report_signs_a_comment(line: str) -> None:
    assert signatures.shape(line) == ""


def test_readers_and_reporters_write_differently() -> None:
    assert signatures.register("I love it, thanks for sharing!") > 0.5
    report = "The harbour was shut on Tuesday, the ministry said, after a strike by the dockers."
    assert signatures.register(report) < -0.5


COMMENTS = """\
tideline 3 days ago
I have waited for my parcel for weeks, and nobody at the harbour tells you anything at all.

tresa_mum 2 days ago
My shop has lost a fortune!
"""


@pytest.mark.parametrize("head", ["", "Comments (2)\n\n", "2 comments\n"])
def test_a_file_of_comments_alone_makes_no_source(head: str) -> None:
    with pytest.raises(ContentError) as caught:
        drafting.make(f"{head}{COMMENTS}".encode(), "page.txt")
    (problem,) = caught.value.problems
    assert problem.message == "the file holds readers’ comments and no article"


def test_an_article_below_a_signature_of_the_same_shape_stays() -> None:
    article = "The port authority said that the gates would open on Thursday, officials said. " * 9
    page = f"Mara Lind 3 days ago\n\n{article}\n\n{COMMENTS}"
    text = drafting.make(page.encode(), "page.txt").source.text
    assert article.strip() in text
    assert "parcel" not in text
