"""What the search for bad input begins with, and the pieces that it puts together."""

from collections.abc import Mapping

__all__ = ["PIECES", "SEEDS"]

ARTICLE = """\
# Port of Saltmere shut for a third day

SALTMERE, March 4 (NWA) — The port of Saltmere has been shut since Monday, the dockers' union said \
on Wednesday. “We will not move,” said Mara Lind, who leads it. “Not today.” Some 30 to 40 ships, \
worth $1.2 million a day, wait outside the harbour.
Otto Brandt, the harbour's chief, told the Norrin Ledger that “nobody was hurt”. According to the \
police, at least two of the 12 men who had been held were released at 10 a.m. GMT last Friday.
In June 2024 the union had struck for three weeks; by then, 45% of its members wanted more pay. \
He denied that 1,200 people had left between 2019 and 2021, when prices rose by a fifth.
"""
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines()[2:])
SOURCE = f"""\
---
outlet: Norrin Ledger
title: "Port shut"
url: https://example.org/port?a=1#b
authors: [Tresa Holm, Otto Brandt]
published: 2026-03-04 15:30 GMT
lang: en-GB
rights: excerpt
draft: false
evidence:
- {{field: published, words: "March 4", line: 3}}
removed:
- {{kind: related, lines: [3, 7], count: 2}}
---

**A standfirst.**

## A subhead

* a list
> a quotation \\*with* signs [and](a "b") &amp; `code`

{ARTICLE}
"""
EVENT = """\
---
title: "Harbour: the strike"
on: 2026-03-04
place: Saltmere
targets:
- id: union
  name: the dockers' union
  aliases: [dockers, "the union"]
draft: false
image: card.png
---

A *note* with a [link](https://example.org/).
"""
CORRECTIONS = """\
[[join]]
passages = [
  { source = "ledger", words = "The port of Saltmere is shut" },
  { source = "standard", words = "Dockers have shut the port", nth = 1 },
]
because = "one thing"

[[speaker]]
source = "ledger"
words = '''We will not move'''
speaker = "Mara Lind"
by = "tb"

[[difference]]
passages = [{ source = "ledger", words = "Some 30 ships" }]
dismiss = true

[[stance]]
source = "ledger"
target = "union"
voice = "own"
value = -1
"""
SETTINGS = """\
[tool.tellings]
title = "Harbour"
base_url = "https://example.org:8080/repo/"
language = "en-GB"
theme = "mine"
cname = "digests.example.org"
search = true
output = "out/site"
"""
THEME = """\
extends = "plain"

[options]
accent = "#1a4e74"
accent_dark = "#9bc4e2"
face = "sans"
logo = "logo.svg"
footer = "Norrin"
language = "de"
"""
CATALOGUE = """\
msgid ""
msgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#, fuzzy
msgid "Sources"
msgstr "Quellen"

msgid "%(count)s text"
msgid_plural "%(count)s texts"
msgstr[0] "%(count)s Text"
msgstr[1] "%(count)s "
"Texte"
"""
MANIFEST = """\
{"format": "tellings.manifest/1", "outputs": {"index.html": "00", "../a": "11", "a/b.html": "22"}}
"""
RECORD = """\
{"format": "tellings.published/1", "before": null, "now": {"made_by": "0.0.9", "sources": [
{"id": "courier", "label": "Norrin Courier", "published": "2026-03-03",
"words_sha256": "fc42216249c1"},
{"id": "ledger", "label": "Norrin Ledger", "updated": "2026-03-04T12:00", "raw_sha256": "ab"},
{"id": "gone", "label": "Tresa Post"}], "claims": [
{"id": "c-1", "gist": "About 300 dockers walked out", "words_of": "courier",
"told_in": [["courier", "1"], ["ledger", "2"]], "differences": [["number", "300", "450"]]},
{"id": "c-2", "gist": "It rained in Tresa", "told_in": [["ledger", "3"], ["gone", "4"]]}]}}
"""
EARLIER = """\
{"format": "tellings.digest/1", "made_by": {"tellings": "0.0.9"}, "sources": [
{"id": "courier", "outlet": null, "published": "2026-03-03", "updated": null, "sha256": null,
"rights": "full", "text": "About 30 dockers walked out. It rained."},
{"id": "gone", "outlet": "Tresa Post", "published": null, "updated": null, "sha256": "ab",
"rights": "excerpt", "text": "It rained in Tresa."}], "claims": [
{"id": "c-1", "gist": {"source": "courier", "start": 0, "end": 28},
"mentions": [{"source": "courier", "start": 0, "end": 28}], "differences": [
{"kind": "number", "relation": "conflict", "readings": [{"value": "30"}, {"value": "40"}]}]},
{"id": "c-2", "gist": {"source": "gone", "start": 0, "end": 19}, "differences": [],
"mentions": [{"source": "gone", "start": 0, "end": 19},
{"source": "courier", "start": 29, "end": 39}]}]}
"""
HTML = f"""\
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Port shut | Norrin Ledger</title>
<meta property="og:site_name" content="Norrin Ledger">
<meta property="article:published_time" content="2026-03-04T15:30:00Z">
<link rel="canonical" href="https://example.org/port">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Port shut",
"author": [{{"name": "Tresa Holm"}}], "dateModified": "2026-03-05"}}</script></head>
<body><nav><ul><li><a href="/">Home</a><li>News</ul></nav><article><h1>Port shut</h1>
<p class="byline">By <a rel="author">Tresa Holm</a></p>{PARAGRAPHS}
<blockquote>“Not today.”</blockquote><ul><li>One ship<li>Two ships</ul></article>
<div id="comments"><h3>2 comments</h3>
<div class="comment"><b>Ann</b> 3 hours ago<p>Well.</div></div>
<footer>© 2026 Norrin Ledger</footer></body></html>
"""
EML = f"""\
From: "Norrin Ledger" <news@example.org>
To: desk@example.net
Date: Wed, 4 Mar 2026 15:30:00 +0000
Subject: =?utf-8?Q?Fwd:_Port_shut?=
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=bb

--bb
Content-Type: text/plain; charset=utf-8; format=flowed
Content-Transfer-Encoding: 8bit

For you.
---------- Forwarded message ----------
From: Tresa Holm <t@example.org>
Subject: Port shut

{ARTICLE}
> quoted
--\u0020
Ann
--bb
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>Some 30 ships wait=20outside.</p>
--bb--
"""
PAGE = f"""\
Home | News | Sport
Advertisement
Norrin Ledger
{ARTICLE}
By Tresa Holm, NWA
Published: 4 March 2026 15:30 | Updated: 5 March 2026
Share this: Facebook Twitter
Read more: Ships wait outside the harbour
2 Comments
Ann says:
Well.
Reply
"""
JSON = """\
{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Port shut", "n": 1.5e3,
"author": [{"@type": "Person", "name": "Tresa Holm"}], "datePublished": "2026-03-04T15:30:00Z",
"publisher": {"name": "Norrin Ledger"}, "url": "https://a.example/b", "inLanguage": "en",
"articleBody": "The port of Saltmere is shut, the union said.\\n\\nSome 30 \\u0073hips wait."}
"""
REQUEST = """\
GET /events/harbour/?a=%20b HTTP/1.1
Host: 127.0.0.1:PORT
Origin: http://127.0.0.1:PORT

"""
CORRECT = """\
GET /_tellings/correct?event=harbour&source=ledger&sentence=s-000000&claim=c1 HTTP/1.0
Host: localhost:PORT

"""
NOTE = """\
# Note

A *note* with [one](https://example.org/ "title"), [two](../harbour/) and <script>alert(1)</script>.

| a | b |
|---|:-:|
| 1 | `2` |

1. x
   > [j](javascript:alert(1)) ![p](a.png) <https://example.org>

```html
&amp; <b>
```
"""
TEXTS = ("sentences", "dates", "numbers", "attributions", "quotations", "clauses", "study")

SEEDS: Mapping[str, tuple[bytes, ...]] = {
    name: tuple(seed.encode() for seed in seeds)
    for name, seeds in {
        "front-matter": (SOURCE, EVENT),
        "source": (SOURCE,),
        "article": (SOURCE.split("---\n", 2)[2], ARTICLE),
        "event": (EVENT,),
        "corrections": (CORRECTIONS,),
        "settings": (SETTINGS,),
        "theme": (THEME,),
        "catalogue": (CATALOGUE,),
        "manifest": (MANIFEST,),
        "record": (RECORD,),
        "earlier": (EARLIER,),
        "address": (
            "https://example.org:80/a/b%20c?d=é#f",
            "http://[::1]/",
            "http://müller.example",
        ),
        "txt": (PAGE, ARTICLE),
        "md": (SOURCE, ARTICLE),
        "html": (HTML,),
        "eml": (EML,),
        "json": (JSON,),
        "request": (REQUEST.replace("\n", "\r\n"), CORRECT.replace("\n", "\r\n")),
        "note": (NOTE,),
        **dict.fromkeys(TEXTS, (ARTICLE,)),
    }.items()
}
"""Whole files, by the parser that reads them."""

MARKS = (
    *("---\n", "\n", "\n\n", "\r", " ", "\t", "\u00a0", "\u2028", "\u200b", "\u202e", "\ufeff"),
    *("“", "”", "‘", "’", '"', "'", "«", "»", "(", ")", "[", "]", "{", "}", "<", ">", "`", "*"),
    *(".", ",", ";", ":", "…", "...", "–", "—", "-", "!", "?", "/", "\\", "|", "#", "=", "&", "_"),
    *(
        "é",
        "e\u0301",
        "İ",
        "ß",
        "ﬁ",
        "٣",
        "²",
        "½",
        "\uff11",
        "Ⅻ",
        "\U0001f6a2",
        "\u0130",
        "\x85",
        "\x1c",
    ),
)
WORDS = (
    *("Mara Lind", "the union", "said", "told", "according to", "he", "who", "that", "not", "and"),
    *("on Monday", "last week", "in June 2024", "29 February", "2026-13-40", "0000", "9999-12-31"),
    *("the 1980s", "two days before", "a century ago", "10 a.m.", "25:61", "Christmas 0001"),
    *("30 to 40", "$1.2 million", "1e999", "1,000,000", "half of", "a third", "per cent", "-0"),
    *("twenty-one hundred", "0.0000001", "more than 99999999999999999999", "€5bn", "one in two"),
    *("By ", "Advertisement", "Read more:", "2 Comments", "Updated:", "Mr.", "St.", "U.S.", "p.m."),
)
SIGNS = (
    *(
        "[[gist]]",
        "source = ",
        "words = ",
        '"""',
        "'''",
        "nth = 2",
        "true",
        "null",
        "~",
        "&a",
        "*a",
    ),
    *("!!python", "title: ", "- ", "{a: b}", "[a, b]", "draft: true", "on: ", "# ", "## ", "> "),
    *("<p>", "</p>", "<b", "<!--", "-->", "<![CDATA[", "&#0;", "&#x110000;", "&lt;", "<script>"),
    *("=?utf-8?B?4p2k?=", "=E9", "boundary=", "Content-Type: ", "charset=utf-7", "base64", "\r\n"),
    *("javascript:", "data:", "//", "../", "%2e%2e%2f", "%00", "%c0%ae", "http://[", "@", "?", "%"),
    *('{"', '":', "1e400", "\\ud800", "\\u0000", "msgid ", "msgstr[9] ", "nplurals=9; plural=n;"),
)
PIECES: tuple[bytes, ...] = tuple(dict.fromkeys(p.encode() for p in (*MARKS, *WORDS, *SIGNS)))
"""What is put into a seed: marks, words of news, and the signs of every format."""
