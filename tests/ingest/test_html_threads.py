import pytest

from tellings.ingest import drafting
from tellings.ingest.formats.html import threads as html_threads

TEXT = (
    "The dockers of Norrin walked out at dawn and the harbour office shut all nine gates.",
    "“We will not move,” said Mara Lind, who has worked at the quay for more than thirty years.",
    "Some thirty ships are waiting outside the harbour of Saltmere, Otto Brandt said on Monday.",
)
THREAD = (
    ("quayside71 March 5, 2026 at 9:14 am", "I can not believe you lot still fall for this!!"),
    ("Otto B. March 5, 2026 at 9:40 am", "My dad worked there all his life, so thanks a lot."),
    ("saltwater March 6, 2026 at 1:02 pm", "Lol, tell me you never loaded a ship yourself."),
)
ARTICLE = "".join(f"<p>{words}</p>\n" for words in TEXT)


def page(thread: str) -> str:
    return (
        f"<html><body>\n<div><h1>Dockers shut the port</h1>\n{ARTICLE}{thread}</div></body></html>"
    )


def each(shape: str) -> str:
    return "".join(shape.format(name=name, words=words) for name, words in THREAD)


SHAPES = {
    "list": "<div id='comments'><ol class='commentlist'>"
    + each("<li class='comment'><cite>{name}</cite><p>{words}</p></li>\n")
    + "</ol></div>",
    "hosted": "<div id='disqus_thread'>"
    + each("<div class='post'><b>{name}</b><p>{words}</p></div>\n")
    + "</div>",
    "camel": "<section class='ArticleComments'>"
    + each("<div class='CommentBody'>{name}<br>{words}</div>\n")
    + "</section>",
    "schema": each("<div itemprop='comment'><b>{name}</b><p>{words}</p></div>\n"),
    "no names": each("<div><div>{name}</div><div>{words}</div></div>\n"),
    "paragraphs": each("<p>{name}</p>\n<p>{words}</p>\n"),
    "table": f"<table>{each('<tr><td>{name}<br>{words}</td></tr>')}</table>",
    "upper case": f"<DIV ID=Comments>{each('<P>{name}<P>{words}')}</DIV>",
}


@pytest.mark.parametrize("thread", SHAPES.values(), ids=SHAPES)
def test_no_comment_is_in_the_text_and_all_are_listed(thread: str) -> None:
    source = drafting.make(page(thread).encode(), "page.html").source
    assert source.text.split("\n\n") == ["Dockers shut the port", *TEXT]
    removed = [each for each in source.removed if each.kind == "reader-comments"]
    assert sum(each.count for each in removed) == len(THREAD)


def test_a_thread_has_the_lines_of_its_page() -> None:
    parted = html_threads.part(page(SHAPES["list"]))
    numbers = [piece.line.number for piece in parted.comments]
    assert numbers == [6, 6, 7, 7, 8, 8]
    assert parted.page.count("\n") == page(SHAPES["list"]).count("\n")


@pytest.mark.parametrize(
    "around",
    [
        "<article class='comment'>{}</article>",
        "<div class='tone-comment'>{}</div>",
        "<div class='post comments-open'>{}</div>",
        "<div id='comment-page'>{}</div>",
        "<div class='comment'>{}</div>",
    ],
)
def test_an_opinion_piece_is_no_thread(around: str) -> None:
    whole = f"<html><body>{around.format('<h1>Dockers shut the port</h1>' + ARTICLE)}</body></html>"
    assert html_threads.part(whole) == html_threads.Parted(page=whole)


def test_prose_named_for_comments_without_a_sign_of_them_stays() -> None:
    rest = f"<p>{TEXT[0]} {TEXT[1]} {TEXT[2]}</p>"
    whole = f"<div>{rest}</div><div class='comment'>{ARTICLE}</div>"
    assert html_threads.part(whole).comments == ()


def test_an_empty_thread_holds_no_comment() -> None:
    form = "<div id='respond'><h3>Leave a reply</h3><p>Required fields are marked *</p></div>"
    parted = html_threads.part(page(form))
    assert "Leave a reply" not in parted.page
    assert {piece.kind for piece in parted.comments} == {"other"}
    assert sum(piece.count for piece in parted.comments) == 0


def test_two_threads_leave_the_words_between_them() -> None:
    between = "<p>The office opens again on Thursday, the harbour master of Tresa said.</p>\n"
    parted = html_threads.part(page(SHAPES["list"] + between + SHAPES["hosted"]))
    assert between in parted.page
    assert "Lol" not in parted.page


def test_data_that_stands_below_a_thread_is_still_read() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished":'
    whole = page(SHAPES["paragraphs"] + f'{data} "2026-03-04"}}</script>')
    source = drafting.make(whole.encode(), "page.html").source
    assert source.published == "2026-03-04"


def test_a_comments_date_is_refused_with_its_reason() -> None:
    source = drafting.make(page(SHAPES["list"]).encode(), "page.html").source
    assert ("2026-03-05", "a comment’s date") in [(r.value, r.because) for r in source.refused]
    assert source.published is None
