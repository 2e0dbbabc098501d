"""Links of the demo site, followed: evidence to its sentence, sentences to their claims."""

import urllib.parse
from collections import defaultdict

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from tests.browser.looking import EVENT, keep, show

pytestmark = pytest.mark.browser

CITED = """
return [...document.querySelectorAll('.evidence li')]
  .filter((one) => one.querySelector('blockquote'))
  .map((one) => [one.querySelector('p a').href, one.querySelector('blockquote').textContent])
"""
LANDED = """
location.hash = arguments[0];
const target = document.querySelector(':target');
const style = target && getComputedStyle(target);
const seen = target && target.getBoundingClientRect().height > 0;
return target && [target.textContent, style.backgroundColor, seen]
"""
PLAIN = "rgba(0, 0, 0, 0)"


def squeezed(words: str) -> str:
    return " ".join(words.split())


def test_every_piece_of_evidence_lands_on_its_sentence_and_marks_it(
    browser: Chrome, address: str
) -> None:
    show(browser, address + EVENT)
    cited: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for link, words in browser.execute_script(CITED):
        page, hook = urllib.parse.urldefrag(link)
        cited[page].add((urllib.parse.unquote(hook), squeezed(words)))
    assert len(cited) > 1
    for page, places in sorted(cited.items()):
        show(browser, page)
        for hook, words in sorted(places):
            text, ground, seen = browser.execute_script(LANDED, hook)
            assert words.strip("… ") in squeezed(text)
            assert ground != PLAIN
            assert seen


def test_every_sentence_that_is_used_leads_back_to_its_claims(
    browser: Chrome, address: str
) -> None:
    show(browser, f"{address}{EVENT}sources/kyiv-post/")
    links = browser.find_elements(By.CSS_SELECTOR, ".sentence a[href*='#c-']")
    hooks = {urllib.parse.urldefrag(link.get_attribute("href") or "") for link in links}
    assert len(hooks) > 3
    (page,) = {hook.url for hook in hooks}
    show(browser, page)
    for hook in sorted(hooks):
        _, _, seen = browser.execute_script(LANDED, hook.fragment)
        assert seen


def test_back_returns_to_the_claim_that_was_left(browser: Chrome, address: str) -> None:
    show(browser, address + EVENT)
    claim = browser.find_element(By.CSS_SELECTOR, "article.claim")
    claim.find_element(By.CSS_SELECTOR, ".says a").click()
    left = browser.current_url
    claim.find_element(By.CSS_SELECTOR, ".from a").click()
    assert "/sources/" in browser.current_url
    browser.back()
    assert browser.current_url == left
    top = browser.find_element(By.CSS_SELECTOR, "article.claim:target").rect["y"]
    assert 0 <= top - browser.execute_script("return scrollY") < 900


def test_a_place_that_is_pointed_at_offers_its_link(browser: Chrome, address: str) -> None:
    origin = "{0.scheme}://{0.netloc}".format(urllib.parse.urlsplit(address))
    allowed = {"origin": origin, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    browser.execute_cdp_cmd("Browser.grantPermissions", allowed)
    page = f"{address}{EVENT}sources/kyiv-post/"
    show(browser, page)
    assert browser.find_elements(By.CSS_SELECTOR, ".offer") == []
    links = browser.find_elements(By.CSS_SELECTOR, ".sentence .mark a")
    bodies = browser.find_elements(By.CSS_SELECTOR, ".sentence .body")
    edges = [body.rect["x"] for body in bodies]
    links[2].click()
    assert [body.rect["x"] for body in bodies] == edges
    keep(browser, "source-offer")
    (offer,) = browser.find_elements(By.CSS_SELECTOR, ".sentence:target .offer")
    offer.find_element(By.TAG_NAME, "button").click()
    copied = browser.execute_async_script(
        "const done = arguments[0]; setTimeout(() => navigator.clipboard.readText().then(done), 50)"
    )
    assert copied == browser.current_url
    links[3].click()
    assert len(browser.find_elements(By.CSS_SELECTOR, ".offer button")) == 1
    show(browser, browser.current_url)
    assert len(browser.find_elements(By.CSS_SELECTOR, ".sentence:target .offer button")) == 1


def test_evidence_keeps_step_with_the_reader_who_asks_for_it(browser: Chrome, address: str) -> None:
    show(browser, address + EVENT)
    button = browser.find_element(By.CSS_SELECTOR, ".offer.wide button")
    closed = browser.find_elements(By.CSS_SELECTOR, "article.claim > .evidence:not([open])")[0]
    scroll = "arguments[0].scrollIntoView({block: 'start'}); scrollBy(0, -270)"
    is_open = "const [one, done] = arguments; setTimeout(() => done(one.open), 300)"
    browser.execute_script(scroll, closed)
    assert not browser.execute_async_script(is_open, closed)
    browser.execute_script("arguments[0].click()", button)
    assert button.get_attribute("aria-pressed") == "true"
    assert browser.execute_async_script(is_open, closed)
    browser.execute_script("arguments[0].click()", button)
    assert not browser.execute_async_script(is_open, closed)
