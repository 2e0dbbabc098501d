"""What a filled template keeps of its lines and its escapes."""

import pytest

from tellings.render.templates import bare


@pytest.mark.parametrize(
    ("made", "kept"),
    [
        (
            "<ul>\n    <li>One</li>\n    <li>two</li>\n</ul>\n",
            "<ul>\n<li>One</li>\n<li>two</li></ul>\n",
        ),
        (
            "<p>See\n  <a>this</a>\n  <b>now</b>.</p>\n  <p>Then.</p>",
            "<p>See\n<a>this</a>\n<b>now</b>.</p><p>Then.</p>",
        ),
        (
            "<svg>\n  <text>March</text>\n  <text>May</text>\n</svg>",
            "<svg>\n<text>March</text>\n<text>May</text></svg>",
        ),
        ("<pre>one\n\n  two\n</pre>", "<pre>one\n\n  two\n</pre>"),
        (
            "<p>&#34;Stop,&#34; he said. &amp; &lt;b&gt;</p>",
            '<p>"Stop," he said. &amp; &lt;b&gt;</p>',
        ),
        ('<a title="&#34;Stop&#34;">it&#39;s</a>', '<a title="&#34;Stop&#34;">it\'s</a>'),
    ],
)
def test_only_what_no_browser_shows_is_left_out(made: str, kept: str) -> None:
    assert bare(made) == kept
