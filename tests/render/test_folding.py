"""Phrases that are put into a template when it is read."""

import jinja2
import pytest

from tellings.render.folding import Environment
from tellings.render.phrases import Phrases

SAID = Phrases(
    language="de",
    said={
        "told by %(who)s": ("erzählt von %(who)s",),
        "%(a)s before %(b)s": ("%(b)s nach %(a)s",),
        "quick": ("<b>schnell</b>",),
        ("%(num)s text", "%(num)s texts"): ("%(num)s Text", "%(num)s Texte"),
    },
)
PRINTED = (
    '{{ _("quick") }}',
    '<p title="{{ _("not translated") }}">{{ _("quick") if view.told else _("slow") }}</p>',
    '{{ _("told by %(who)s", who=view.who) }}',
    '{{ _("%(a)s before %(b)s", a=view.who, b=_("told by %(who)s", who=_("quick"))) }}',
    '{{ _("half, 50 %%, of %(what)s", what=view.number) }}',
    '{{ _("twice %(who)s and %(who)s", who=view.who) }}',
    '{{ _("none %(who)s", who=view.nothing) }}',
    "{{ _(view.who) }}",
    '{{ _("told by %(who)s", **{"who": view.who}) }}',
    '{{ ngettext("%(num)s text", "%(num)s texts", view.number) }}',
    '{% set said = _("quick") %}{{ said }}{{ said|length }}',
    '{% macro one(who) %}{{ who }}!{% endmacro %}{{ _("told by %(who)s", who=one(_("quick"))) }}',
    "{% for _ in view.told %}{{ _ }}{% endfor %}",
    '{% autoescape false %}{{ _("told by %(who)s", who=view.who) }}{% endautoescape %}',
)
WRONG = (
    '{{ _("told by %(who)s", whom=view.who) }}',
    '{{ _("told by %(who)s") }}',
    '{{ _("all of 100 %") }}',
    '{{ _("told by %(who)s", who=view.unknown) }}',
    '{{ _("told by %(who)s", who=view.who, when=view.unknown.more) }}',
)
VIEW = {"who": "Lind & <Brandt>", "number": 3, "told": ("a", "b"), "nothing": None}


def filled(kind: type[jinja2.Environment], template: str) -> str:
    """Fill a template; what it comes to when it is wrong is the name of its fault."""
    made = kind(extensions=["jinja2.ext.i18n"], autoescape=True, undefined=jinja2.StrictUndefined)
    if isinstance(made, Environment):
        made.phrases = SAID
    made.install_gettext_callables(SAID.found, SAID.counted, newstyle=True)  # type: ignore[attr-defined]
    try:
        return made.from_string(template).render(view=VIEW)
    except (ArithmeticError, LookupError, TypeError, ValueError, jinja2.TemplateError) as error:
        return type(error).__name__


@pytest.mark.parametrize("template", PRINTED)
def test_a_phrase_is_said_as_jinja_says_it(template: str) -> None:
    assert filled(Environment, template) == filled(jinja2.Environment, template)


@pytest.mark.parametrize("template", WRONG)
def test_a_phrase_whose_values_are_wrong_is_refused_as_jinja_refuses_it(template: str) -> None:
    fault = filled(jinja2.Environment, template)
    assert fault.endswith("Error")
    assert filled(Environment, template) == fault


def test_a_phrase_is_not_looked_up_when_a_template_is_filled() -> None:
    asked: list[str] = []

    def found(message: str) -> str:
        asked.append(message)
        return message

    made = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    made.phrases = SAID
    made.install_gettext_callables(  # type: ignore[attr-defined]
        found, SAID.counted, newstyle=True
    )
    words = made.from_string('{{ _("told by %(who)s", who=view.who) }}').render(view=VIEW)
    assert (words, asked) == ("erzählt von Lind &amp; &lt;Brandt&gt;", [])
