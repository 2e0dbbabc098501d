import json
from dataclasses import replace
from itertools import pairwise
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.errors import ContentError
from tellings.model.digest import Digest
from tellings.model.findings import Frame, Related
from tellings.model.source import Doubt
from tellings.model.span import Passage
from tellings.render import export as exporting
from tellings.render.excerpts import BLANK, mask, passages
from tellings.render.export import check, export, schema
from tests.render import making

KEYS = [
    "format",
    "event",
    "targets",
    "sources",
    "texts",
    "uncounted",
    "origins",
    "derived",
    "names",
    "attributions",
    "claims",
    "dates",
    "numbers",
    "frames",
    "stances",
    "voices",
    "summary",
    "corrections",
    "made_by",
]
IN_CLAIMS = [
    "id",
    "section",
    "standing",
    "gist",
    "mentions",
    "texts",
    "origins",
    "behind",
    "differences",
    "absent_from",
    "unclear_in",
    "related",
    "set_by",
]


def exported(digest: Digest | None = None) -> Any:
    return export(digest or making.digest(), making.INPUTS, made_by="1.2.3")


def source(id_: str) -> Any:
    return next(one for one in exported()["sources"] if one["id"] == id_)


@pytest.mark.parametrize("digest", [making.digest(), making.tiny()], ids=["whole", "tiny"])
def test_an_export_follows_the_schema_that_the_package_ships(digest: Digest) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(exported(digest), schema(), cls=jsonschema.Draft202012Validator)


def test_the_schema_refuses_what_the_format_does_not_know() -> None:
    wrong = exported()
    wrong["claims"][0]["mentions"][0]["voice"] = "neutral"
    with pytest.raises(jsonschema.ValidationError, match="neutral"):
        jsonschema.validate(wrong, schema(), cls=jsonschema.Draft202012Validator)


def test_keys_stand_in_the_order_of_the_format() -> None:
    assert list(exported()) == KEYS
    assert list(exported()["claims"][0]) == IN_CLAIMS


def test_an_export_is_the_same_every_time_and_survives_json() -> None:
    assert json.loads(json.dumps(exported())) == exported()
    assert json.dumps(exported()) == json.dumps(exported())


def test_printings_of_one_quotation_share_a_group() -> None:
    given_ = [one for one in exported()["attributions"] if one["kind"] == "direct"]
    assert [(one["source"], one["group"]) for one in given_] == [
        ("courier", "q1"),
        ("isles", "q1"),
        ("ledger", "q1"),
    ]


def test_a_claim_says_how_it_is_counted_and_who_does_not_tell_it() -> None:
    first, second, *_ = exported()["claims"]
    assert (first["standing"], first["texts"], first["origins"]) == (
        "differs",
        3,
        [
            "Coastwire",
            "The Ledger",
        ],
    )
    assert (second["standing"], second["absent_from"]) == ("shared", ["standard"])
    assert second["unclear_in"] == []
    assert second["section"] == "What the texts tell"


def test_a_claim_gives_the_sentence_of_a_text_that_does_not_tell_it_clearly() -> None:
    fifth = exported()["claims"][4]
    assert fifth["absent_from"] == []
    assert [near["source"] for near in fifth["unclear_in"]] == ["standard"]


def test_a_claim_gives_the_sentences_of_others_that_may_tell_the_same() -> None:
    whole = making.digest()
    first, second, *rest = whole.claims
    link = Related(claim=second.id, here=first.gist, there=second.gist, score=0.3)
    made = exported(replace(whole, claims=(replace(first, related=(link,)), second, *rest)))
    assert [one["related"] for one in made["claims"]][1:] == [[] for _ in (second, *rest)]
    (related,) = made["claims"][0]["related"]
    assert (related["claim"], related["score"]) == (second.id, 0.3)
    assert related["there"] == made["claims"][1]["gist"]
    jsonschema.validate(made, schema(), cls=jsonschema.Draft202012Validator)


def test_floats_are_rounded_and_whole_numbers_have_no_fraction() -> None:
    assert exported()["claims"][0]["mentions"][2]["score"] == 0.8765
    assert json.dumps(exported()["numbers"][0]["value"]) == "300"


def test_an_excerpt_shows_what_findings_use_and_blanks_for_the_rest() -> None:
    text = source("standard")["text"]
    assert len(text) == len(making.text_of("standard"))
    assert text.startswith("Militants strangle the islands")
    assert "Reckless dockers walked out on Tuesday" in text
    assert "nobody" not in text
    assert "hidden" not in text
    assert set(text[text.index("on Tuesday") + 10 : text.index("The board deserves")]) == {BLANK}


def test_a_full_text_has_no_blanks() -> None:
    assert source("ledger")["text"] == making.text_of("ledger")


def test_a_passage_beyond_its_text_stops_the_export() -> None:
    end = len(making.text_of("ledger"))
    frame = Frame(target="union", term="x", voice="own", passage=Passage("ledger", end, end + 1))
    with pytest.raises(ContentError, match=f"characters {end} to {end + 1} of a text of {end}"):
        exported(making.digest(frames=(frame,)))


def test_a_passage_of_an_unknown_source_is_a_problem() -> None:
    frame = Frame(target="union", term="x", voice="own", passage=Passage("nowhere", 0, 1))
    (problem,) = check(making.digest(frames=(frame,)))
    assert "“nowhere”" in problem.message


@given(st.integers(0, 400), st.integers(1, 40))
def test_check_finds_exactly_the_passages_outside(start: int, length: int) -> None:
    place = Passage("ledger", start, start + length)
    frame = Frame(target="union", term="x", voice="own", passage=place)
    inside = place.end <= len(making.text_of("ledger"))
    assert (check(making.digest(frames=(frame,))) == ()) is inside


def test_masking_keeps_lengths_and_every_passage_that_is_used() -> None:
    whole = making.digest()
    shown = mask(whole)
    for before, after in zip(whole.tellings, shown.tellings, strict=True):
        assert len(before.text) == len(after.text)
    assert [whole.words(place) for place in passages(whole)] == [
        shown.words(place) for place in passages(whole)
    ]


def test_dates_and_sentences_stand_in_text_order() -> None:
    for one in exported()["sources"]:
        assert all(a["end"] <= b["start"] for a, b in pairwise(one["sentences"]))


def test_lines_kept_in_doubt_are_given_with_their_places() -> None:
    first = making.digest().tellings[0]
    own = replace(first.document.source, unsure=(Doubt(kind="headline", lines=(7, 8)),))
    telling = replace(first, document=replace(first.document, source=own))
    made = exported(making.digest(tellings=(telling, *making.digest().tellings[1:])))
    assert made["sources"][0]["unsure"] == [{"kind": "headline", "lines": [7, 8]}]
    assert made["sources"][1]["unsure"] == []
    jsonschema.validate(made, schema(), cls=jsonschema.Draft202012Validator)


def test_a_source_without_a_language_is_english() -> None:
    digest = making.digest()
    assert {one["id"]: one["lang"] for one in exported(digest)["sources"]}["quai"] == "fr"
    assert source("ledger")["lang"] == "en"


def test_what_is_not_known_is_null() -> None:
    first = making.digest().tellings[0]
    bare = replace(first.document.source, raw=None, raw_sha256=None, published=None, outlet=None)
    telling = replace(first, document=replace(first.document, source=bare))
    made = exported(making.digest(tellings=(telling, *making.digest().tellings[1:])))
    keys = ("file", "sha256", "published", "outlet")
    assert [made["sources"][0][key] for key in keys] == [None] * 4
    jsonschema.validate(made, schema(), cls=jsonschema.Draft202012Validator)


def test_a_title_is_exported_only_where_one_is_printed() -> None:
    telling = making.digest().telling("ledger")
    source = telling.document.source
    labelled = replace(source, title_derived=True)
    printed = exporting.source(telling)
    made = exporting.source(replace(telling, document=replace(telling.document, source=labelled)))
    assert (printed["title"], printed["label"]) == (source.title, source.title)
    assert (made["title"], made["label"], made["title_derived"]) == (None, source.title, True)
