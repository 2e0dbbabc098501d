"""What an editor may write into a small project, and what may go wrong with a file of it."""

from hypothesis import strategies as st

from tests.pictures import jpeg, png
from tests.projects import LEDGER, SETTINGS, STANDARD

__all__ = [
    "BODIES",
    "CORRECTIONS",
    "EVENTS",
    "FRONTS",
    "NAMES",
    "NOTES",
    "ODD",
    "OPTIONS",
    "PAGES",
    "PICTURES",
    "SETTLED",
    "SLIPS",
    "SLUGS",
    "STYLES",
]

SLUGS = st.sampled_from(("ferry", "harbour", "old-port"))
NAMES = st.sampled_from(("ledger", "standard", "wire"))
BODIES = st.sampled_from(
    (
        LEDGER,
        STANDARD,
        "The port is open.\n",
        f"{LEDGER}\nRain fell.\n",
        LEDGER.replace("30 ships", "50 ships").replace("Wednesday", "Thursday"),
        "## The ships\n\nOtto Brandt, the mayor, said the dockers had walked off the job.\n",
    )
)
FRONTS = st.sampled_from(
    (
        "",
        "published: 2026-03-04\n",
        'title: "Port shut"\nauthors: [Mara Lind]\nagencies: [Reed]\n',
        "published: 2026-03-02\nupdated: 2026-03-05\n",
        "lang: fr\n",
        "rights: excerpt\n",
        "rights: none\n",
        "robots: noindex\n",
        "draft: true\n",
        "colour: red\n",
    )
)
EVENTS = st.sampled_from(
    (
        "on: 2026-03-04\n",
        "on: 2025-12-01\nplace: Saltmere\n",
        "title: The strike\ntargets:\n- {id: union, name: The union, aliases: [dockers]}\n",
        "draft: true\n",
    )
)
NOTES = st.sampled_from(("", "", "A note.\n", "See [the other](../ferry/#main).\n"))
CORRECTIONS = st.sampled_from(
    (
        "",
        '[[speaker]]\nsource = "ledger"\nwords = "We will not move"\nspeaker = "the union"\n',
        '[[gist]]\nsource = "ledger"\nwords = "no such words"\n',
        '[[source]]\nsource = "standard"\ncount = false\n',
        '[[section]]\nsource = "ledger"\nwords = "The port"\nsection = "The port"\n',
        '[[difference]]\ndismiss = true\nsource = "ledger"\nwords = "Some 30 ships"\n',
    )
)
PAGES = st.sampled_from(
    (
        "",
        "# About\n\nWords.\n",
        "---\ntitle: Ours\n---\n[Home](./)\n",
        "---\ndraft: true\n---\nNot yet.\n",
        "# The ferry\n\n[There](events/ferry/).\n",
    )
)
PICTURES = st.sampled_from(
    (("port.png", png()), ("port.png", png(600, 400)), ("port.jpg", jpeg()), ("quay.jpg", jpeg()))
)
ODD = st.sampled_from(("raw/ledger.txt", "sources/ledger.md.new", "sources/.wire.md", "notes.txt"))
"""Files that a site is not made from, below an event's folder."""

STYLES = st.sampled_from(
    (
        (
            "templates/404.html",
            '{% extends "base.html" %}{% block main %}<h1>No such page</h1>{% endblock %}',
        ),
        ("templates/404.html", ""),
        (
            "templates/plain.html",
            '{% extends "base.html" %}{% block main %}<h1>{{ shell.title }}</h1>{% endblock %}',
        ),
        ("templates/plain.html", ""),
        ("static/style.css", "body { color: red }\n"),
        ("static/style.css", ""),
        ("static/extra/mark.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("static/extra/mark.svg", ""),
        ("theme.toml", 'extends = "plain"\n'),
        ("theme.toml", 'extends = "plain"\n[options]\nfooter = "By the Desk."\nface = "sans"\n'),
        ("theme.toml", 'extends = "plain"\n[options]\naccent = "#7a1f3d"\nlanguage = "de"\n'),
        ("locale/de.po", 'msgid "In short"\nmsgstr "Kurz"\n'),
        ("locale/de.po", 'msgid "In short"\nmsgstr "Kurzum"\n'),
        ("locale/de.po", ""),
    )
)
"""Files of a theme with what is written into them; nothing, where they are removed."""

SETTLED = st.lists(
    st.sampled_from(
        (
            'title = "Another name"',
            'description = "What is told of the port."',
            'base_url = "https://example.org/repo/"',
            'base_url = "https://digests.example/"',
            'language = "de"',
            'author = "Ida Holm"',
            'theme = "brass"',
            'theme = "brass"',
            'cname = "digests.example"',
            "search = true",
        )
    ),
    max_size=5,
    unique_by=lambda line: line.partition(" ")[0],
).map(lambda lines: "\n".join(("[tool.tellings]", *lines, "")))
OPTIONS = st.sampled_from(
    (
        {},
        {},
        {"drafts": True},
        {"base_url": "https://mirror.example/tellings/"},
        {"search": False},
        {"strict": True},
    )
)
"""What the command line may ask for."""

SLIPS = st.sampled_from(
    (
        ("content/events/ferry/event.md", "---\non: the fourth\n---\n"),
        ("content/events/ferry/event.md", "---\nimage: none.png\n---\n"),
        ("content/events/harbour/event.md", "---\ntitle: [open\n---\n"),
        ("content/events/harbour/event.md", ""),
        ("content/events/harbour/sources/ledger.md", "---\noutlet: [\n---\n\nRain.\n"),
        ("content/events/ferry/sources/ledger.md", "---\noutlet: Ledger\n---\n"),
        ("content/events/ferry/sources/Ledger Two.md", LEDGER),
        ("content/events/ferry/corrections.toml", "[[speaker]\n"),
        ("content/events/harbour/corrections.toml", '[[gist]]\nwords = "no source"\n'),
        ("content/events/harbour/published.json", "torn"),
        ("content/events/Old Port/event.md", "---\non: 2026-03-04\n---\n"),
        ("content/about.md", "# About\n\n[Nowhere](nowhere/)\n"),
        ("content/About.md", "---\ntitle: [\n---\n"),
        ("themes/brass/templates/404.html", "{{ missing }}"),
        ("themes/brass/templates/digest.html", "{% if %}"),
        ("themes/brass/theme.toml", "extends = "),
        ("themes/brass/theme.toml", ""),
        ("themes/brass/locale/de.po", 'msgid "In short"\nmsgstr "%(none)s"\n'),
        ("pyproject.toml", "[tool.tellings\n"),
        ("pyproject.toml", f'{SETTINGS}theme = "none"\n'),
    )
)
"""Files with what is wrongly written into them; nothing, where they are removed."""
