"""A theme that owes “plain” nothing: the views are enough to make a whole site."""

from pathlib import Path

from tellings.build import Options, build
from tests.projects import SETTINGS, files, project
from tests.site.markup import faults

BASE = """<!DOCTYPE html>
<html lang="{{ shell.language }}">
<head><title>{{ shell.title }}</title></head>
<body>
<h1>{{ shell.title }}</h1>
<p><a href="{{ shell.home }}">{{ shell.site_title }}</a></p>
{% block main %}{% endblock %}
</body>
</html>
"""
PAGES = {
    "home": "{% for month in view.months %}{% for event in month.events %}"
    '<p><a href="{{ event.link.href }}">{{ event.link.words }}</a>: {{ event.count }}</p>'
    "{% endfor %}{% endfor %}",
    "digest": "{% for section in view.sections %}{% for claim in section.claims %}"
    '<p id="{{ claim.id }}">{{ claim.gist }}'
    '{% for text in claim.told_by %} <a href="{{ text.href }}">{{ text.words }}</a>{% endfor %}</p>'
    "{% endfor %}{% endfor %}"
    '{% for source in view.sources %}<p><a href="{{ source.link.href }}">{{ source.link.words }}'
    "</a></p>{% endfor %}",
    "source": "{% for sentence in view.sentences %}"
    '<p id="{{ sentence.id }}">{% for one in sentence.segments %}{{ one.words }}{% endfor %}</p>'
    "{% endfor %}",
}
BARE = ("month", "a-z", "stance", "method", "plain", "404")


def theme(root: Path) -> None:
    """Write the theme: eight templates that show a little of every page, and no style."""
    folder = root / "themes" / "leaflet" / "templates"
    folder.mkdir(parents=True)
    (folder / "base.html").write_text(BASE, "utf-8")
    for name in (*PAGES, *BARE):
        body = f"{{% block main %}}{PAGES.get(name, '')}{{% endblock %}}"
        (folder / f"{name}.html").write_text(f'{{% extends "base.html" %}}{body}', "utf-8")


def test_a_theme_of_its_own_makes_a_whole_site(tmp_path: Path) -> None:
    project(tmp_path, "harbour", settings=f'{SETTINGS}theme = "leaflet"\n')
    theme(tmp_path)
    built = build(Options(root=tmp_path, strict=True))
    assert built.problems == ()
    found = files(tmp_path / "site")
    pages = {path: body.decode() for path, body in found.items() if path.endswith(".html")}
    assert {path: faults(page) for path, page in pages.items()} == {path: [] for path in pages}
    assert "“We will not move,”" in pages["events/harbour/sources/ledger/index.html"]
    assert "Ledger" in pages["events/harbour/index.html"]
    assert not [path for path in found if path.startswith("assets/")]
    assert not [page for page in pages.values() if "<script" in page or "stylesheet" in page]
