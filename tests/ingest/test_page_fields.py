import pytest

from tellings.ingest import drafting
from tellings.ingest.formats.html import facts as html_facts

LD = '{"@type": "NewsArticle", "datePublished": "2026-03-04"}'


@pytest.mark.parametrize(
    ("element", "field", "value", "words"),
    [
        ('<a rel="author" href="/ml">Mara Lind</a>', "byline", "Mara Lind", "byline: Mara Lind"),
        (
            '<p class="byline">By <a href="/ml">Mara Lind</a></p>',
            "byline",
            "By Mara Lind",
            "byline: By Mara Lind",
        ),
        (
            '<div class="author-name"><div>Otto</div> Brandt</div>',
            "byline",
            "Otto Brandt",
            "byline: Otto Brandt",
        ),
        (
            '<meta name="parsely-author" content="Mara Lind">',
            "authors",
            "Mara Lind",
            "parsely-author: Mara Lind",
        ),
        (
            '<time itemprop="datePublished" datetime="2026-03-04">4 March</time>',
            "published",
            "2026-03-04",
            "time: 2026-03-04",
        ),
        (
            '<time class="updated" datetime="2026-03-05">5 March</time>',
            "updated",
            "2026-03-05",
            "time: 2026-03-05",
        ),
        (
            f'<script type="application/ld+json">//<![CDATA[\n{LD}\n//]]></script>',
            "published",
            "2026-03-04",
            "datePublished: 2026-03-04",
        ),
    ],
)
def test_a_page_says_it_in_an_element(element: str, field: str, value: str, words: str) -> None:
    (fact,) = html_facts.find(f"<html><body>\n{element}\n</body></html>")
    assert (fact.field, fact.value, fact.words) == (field, value, words)


@pytest.mark.parametrize(
    "element",
    [
        '<time datetime="2026-03-04">4 March</time>',
        '<p class="nearby-line">Mara Lind</p>',
        '<p class="byline">Mara</p>',
        '<div class="byline">' + "The dockers of Norrin walked out. " * 4 + "</div>",
    ],
)
def test_an_element_that_does_not_say_what_it_is_says_nothing(element: str) -> None:
    assert html_facts.find(f"<html><body>\n{element}\n</body></html>") == ()


def authors(page: str) -> tuple[str, ...]:
    return drafting.make(
        f"<html><body>{page}{PROSE}</body></html>".encode(), "a.html"
    ).source.authors


PROSE = (
    "<p>The dockers of Norrin walked out at dawn and the harbour office shut all nine gates.</p>"
    "<p>“We will not move,” said Jo Ferris, who has worked at the quay for thirty years.</p>"
    "<p>Some thirty ships are waiting outside the harbour of Saltmere, the harbour master said.</p>"
)
LIND = ("Mara Lind",)
BOTH = ("Mara Lind", "Otto Brandt")


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ('<span itemprop="author"><span itemprop="name">Mara Lind</span> —</span>', LIND),
        ('<div class="FeatureByline">By <b>Mara Lind</b><br>March 4, 2026</div>', LIND),
        ('<p class="byline">Written by Mara Lind<br>Edited by Otto Brandt</p>', LIND),
        ('<div id="byline"><span>By</span><p>Mara Lind</p><p>Port reporter</p></div>', LIND),
        ('<div class="byline__name">Mara Lind, Port Correspondent</div>', LIND),
        ('<a href="https://ledger.test/authors/mara-lind/">Mara Lind</a>', LIND),
        ('<a href="/by/ml" rel="author">Mara Lind</a> and <a rel="author">Otto Brandt</a>', BOTH),
        ('<span class="author">By MARA LIND and OTTO BRANDT</span>', BOTH),
        ("<h1>Dockers shut the port</h1><div><i>By Mara Lind</i></div>", LIND),
        ("<h1>Dockers shut the port</h1><div>By</div><div>Mara Lind</div>", LIND),
        ('<meta property="dc:creator og:x" content="Lind, Mara">', LIND),
        ('<meta name="DC.Creator" content="Mara Lind, Otto Brandt">', BOTH),
        (
            (
                '<meta name="twitter:label1" content="Written by">'
                '<meta name="twitter:data1" content="Mara Lind">'
            ),
            LIND,
        ),
        ('<meta name="author" content="Staff"><p class="byline">By Mara Lind</p>', LIND),
        (
            '<meta name="author" content="Jo Ferris"><p class="byline">By Mara Lind</p>',
            ("Jo Ferris",),
        ),
    ],
)
def test_a_byline_is_found_where_pages_print_it(byline: str, names: tuple[str, ...]) -> None:
    assert authors(byline) == names


@pytest.mark.parametrize(
    "byline",
    [
        '<p class="byline">By Staff Reporter</p>',
        '<p class="byline">By Reuters</p>',
        (
            '<p class="byline">The Saltmere Ledger</p><meta property="og:site_name" '
            'content="The Saltmere Ledger">'
        ),
        '<p class="author">mara@ledger.test</p>',
        '<p class="author-bio">Mara Lind</p>',
        '<p class="byline">About the author</p>',
        '<p class="author">Follow us on the harbour</p>',
        '<a href="/authors/">Our Authors</a>',
        "<h1>Dockers shut the port</h1><div>By land and sea</div>",
        (
            '<meta name="twitter:label1" content="Reading time">'
            '<meta name="twitter:data1" content="Five Minutes">'
        ),
        (
            '<div id="comments"><div class="comment"><b class="author">Otto Brandt</b>'
            "<p>March 4, 2026 at 9:14 am</p><p>Lol, I do not believe a word!</p></div></div>"
        ),
    ],
)
def test_nobody_is_named_who_is_no_author(byline: str) -> None:
    assert authors(byline) == ()


def test_names_beside_other_articles_are_no_authors() -> None:
    other = (
        '<div><a href="/2">Ferry back after storm</a> <i class="byline">By Otto Brandt</i></div>'
    )
    assert authors(f'<p class="byline">By Mara Lind</p><p>The port is shut.</p>{other}') == LIND


def test_the_first_heading_serves_where_a_page_has_no_title() -> None:
    (fact,) = html_facts.find("<body>\n<h1>Dockers <i>shut</i> the port</h1><p>x</p><h1>y</h1>")
    assert (fact.field, fact.value, fact.line) == ("title", "Dockers shut the port", 2)


@pytest.mark.parametrize(
    ("title", "headings", "headline"),
    [
        ("Dockers shut port | Ledger", ["Dockers shut the port of Norrin"], "h1"),
        ("Dockers shut the port of Norrin - Ledger", ["The Norrin Ledger Online"], "title"),
        ("Port news - The Norrin Ledger Online", ["The Norrin Ledger Online"], "title"),
        ("Dockers shut port", ["Dockers shut the port of Norrin", "More of the port"], "title"),
        ("Dockers shut port", ["Dockers shut"], "title"),
    ],
)
def test_a_page_s_one_heading_is_its_headline_when_the_title_says_the_same(
    title: str, headings: list[str], headline: str
) -> None:
    body = "".join(f"<h1>{heading}</h1><p>x</p>" for heading in headings)
    (fact,) = html_facts.find(f"<title>{title}</title><body>{body}")
    assert fact.words == f"{headline}: {headings[0] if headline == 'h1' else title}"
