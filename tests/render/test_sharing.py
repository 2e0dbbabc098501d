"""What a page says to those who link to it and to machines that read it."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from tellings.model.page import Page
from tellings.model.picture import Picture
from tellings.render import pages
from tests.pictures import png
from tests.render import making
from tests.render.sites import PLAIN, html, rendered

EVENT = "events/saltmere-strike/"
DIGEST, STANCE = f"{EVENT}index.html", f"{EVENT}stance/index.html"


def card(page: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">', page)
    assert len(found) == len(dict(found))
    return dict(found)


def graph(page: str) -> list[dict[str, Any]]:
    (written,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    content = json.loads(written)
    assert content["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = content["@graph"]
    return nodes


def of_kind(kind: str, nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [node for node in nodes if node["@type"] == kind]


def test_every_page_but_404_has_a_title_a_description_an_address_and_a_card() -> None:
    found = html(rendered())
    del found["404.html"]
    for path, page in found.items():
        address = making.BASE + path.removesuffix("index.html")
        assert f'<link rel="canonical" href="{address}">' in page
        shown = card(page)
        (title,) = re.findall(r"<title>(.+)</title>", page)
        assert shown["og:url"] == address
        assert title.startswith(shown["og:title"])
        assert f'<meta name="description" content="{shown["og:description"]}">' in page
        assert shown["og:image"] == f"{making.BASE}assets/card.png"
        assert shown["og:image:width"] == "1200"
        assert shown["twitter:card"] == "summary_large_image"


def test_the_digest_is_an_article_and_the_home_page_is_not() -> None:
    found = html(rendered())
    assert card(found[DIGEST])["og:type"] == "article"
    assert card(found["index.html"])["og:type"] == "website"


def test_an_event_s_own_picture_goes_before_the_theme_s() -> None:
    whole = making.digest()
    image = Picture(kind="png", width=400, height=300, body=png(400, 300))
    digest = replace(whole, event=replace(whole.event, image=image))
    made = pages.of_event(digest, making.INPUTS, making.SITE, PLAIN)
    assert Page(f"{EVENT}card.png", image.body) in made
    for page in html(made).values():
        shown = card(page)
        assert shown["og:image"] == f"{making.BASE}{EVENT}card.png"
        assert (shown["og:image:width"], shown["og:image:height"]) == ("400", "300")
        assert shown["twitter:card"] == "summary"


def test_without_an_address_there_is_nothing_to_share() -> None:
    for page in html(rendered(None)).values():
        assert card(page) == {}
        assert "ld+json" not in page
        assert "canonical" not in page


def test_a_digest_tells_machines_its_event_its_texts_its_claims_and_what_is_quoted() -> None:
    page = html(rendered())[DIGEST]
    nodes = graph(page)
    article, *texts = of_kind("NewsArticle", nodes)
    assert article["url"] == f"{making.BASE}{EVENT}"
    assert article["headline"] == "Strike at Saltmere harbour"
    assert [text["@id"] for text in texts] == [one["@id"] for one in article["isBasedOn"]]
    (event,) = of_kind("Event", nodes)
    assert event["startDate"] == "2026-03-03"
    assert event["location"] == {"@type": "Place", "name": "Saltmere"}
    claims = of_kind("Claim", nodes)
    assert claims
    assert all(f'id="{claim["@id"][1:]}"' in page for claim in claims)
    assert all(len(claim["appearance"]) > 1 for claim in claims)
    (quotation,) = of_kind("Quotation", nodes)
    assert quotation["text"].startswith("“We will not move")
    assert quotation["spokenByCharacter"] == {"@type": "Person", "name": "Mara Lind"}
    assert {node["@type"] for node in nodes} == {"NewsArticle", "Event", "Claim", "Quotation"}


def test_a_source_s_page_tells_machines_whose_text_it_shows() -> None:
    (page,) = graph(html(rendered())[f"{EVENT}sources/ledger/index.html"])
    assert page["isPartOf"]["url"] == f"{making.BASE}{EVENT}"
    assert page["mainEntity"]["@type"] == "NewsArticle"
    assert page["mainEntity"]["publisher"]["name"] == "The Ledger"


def test_a_source_that_asks_not_to_be_listed_says_nothing_to_machines() -> None:
    assert "ld+json" not in html(rendered())[f"{EVENT}sources/standard/index.html"]


@pytest.mark.parametrize("path", ["index.html", "method/index.html", "about/index.html", STANCE])
def test_other_pages_say_what_they_are(path: str) -> None:
    (page,) = graph(html(rendered())[path])
    assert page["@type"] in ("WebSite", "AboutPage", "WebPage")
    assert page["url"] == making.BASE + path.removesuffix("index.html")


@pytest.mark.parametrize("words", ["</script><b>", "<!--<script>", "]]>", "\u2028 & \u2029"])
def test_no_word_of_a_source_breaks_out_of_the_data(words: str) -> None:
    made = pages.of_event(making.hostile(words), making.INPUTS, making.SITE, PLAIN)
    page = html(made)[DIGEST]
    article = of_kind("NewsArticle", graph(page))[0]
    assert article["headline"] == words
    data = page.partition('ld+json">')[2].partition("</script>")[0]
    assert not re.search("[<>&\u2028\u2029]", data)
