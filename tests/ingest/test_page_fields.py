import pytest

from tellings.ingest import html_facts

LD = '{"@type": "NewsArticle", "datePublished": "2026-03-04"}'


@pytest.mark.parametrize(
    ("element", "field", "value", "words"),
    [
        ('<a rel="author" href="/ml">Mara Lind</a>', "authors", "Mara Lind", "byline: Mara Lind"),
        (
            '<p class="byline">By <a href="/ml">Mara Lind</a></p>',
            "authors",
            "By Mara Lind",
            "byline: By Mara Lind",
        ),
        (
            '<div class="author-name"><div>Otto</div> Brandt</div>',
            "authors",
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


def test_a_field_of_the_head_counts_before_a_byline() -> None:
    page = '<meta name="author" content="Jo Ferris"><p class="byline">By Mara Lind</p>'
    assert [fact.value for fact in html_facts.find(page)] == ["Jo Ferris"]
