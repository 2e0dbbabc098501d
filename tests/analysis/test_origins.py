"""How many origins a claim of several texts has."""

from dataclasses import replace

import pytest

from tellings.analysis.lineage import count, trace
from tellings.analysis.study import tell
from tellings.model.findings import Claim, Cover, Mention, Telling
from tests.making import source


def read(id_: str, text: str, *, outlet: str, agencies: tuple[str, ...] = ()) -> Telling:
    """Read a text of an outlet."""
    return tell(replace(source(text, id=id_), outlet=outlet, agencies=agencies), None)


def covered(*tellings: Telling, at: int = 0) -> Cover:
    """Count one claim of a sentence of each text, by its place."""
    mentions = []
    for one in tellings:
        sentence = one.document.sentences[at]
        mention = Mention(
            passage=sentence.passage,
            voice=one.voice_of(sentence.span),
            by=one.speaker_of(sentence.span),
        )
        mentions.append(mention)
    claim = Claim(id="c-000001", gist=mentions[0].passage, mentions=tuple(mentions))
    (cover,) = count(tellings, (claim,), trace(tellings))
    return cover


def shown(cover: Cover) -> list[tuple[str, str, int]]:
    """Give the origins with how many texts they stand behind."""
    return [(one.name, one.kind, len(one.texts)) for one in cover.backings]


OWN = "A seal was seen beside the old pier in the morning."


def test_outlets_that_show_nothing_in_common_are_origins_of_their_own() -> None:
    gazette = read("gazette", "The pier is shut.", outlet="Gazette")
    ledger = read("ledger", "They have closed the pier.", outlet="Ledger")
    assert shown(covered(gazette, ledger)) == [("Gazette", "outlet", 1), ("Ledger", "outlet", 1)]


def test_two_texts_that_quote_one_speaker_have_one_origin() -> None:
    gazette = read("gazette", "The pier is shut, Mayor Otto Brandt said.", outlet="Gazette")
    ledger = read("ledger", "Brandt said that they had closed the pier.", outlet="Ledger")
    courier = read("courier", "The pier has been closed.", outlet="Courier")
    cover = covered(courier, gazette, ledger)
    assert shown(cover)[0] == ("Otto Brandt", "speaker", 2)
    assert cover.origins == ("Courier", "Otto Brandt")
    assert cover.texts == 3


def test_what_a_text_tells_itself_beside_a_speaker_is_shown_to_come_from_nobody_else() -> None:
    gazette = read("gazette", "The pier is shut, Otto Brandt said.", outlet="Gazette")
    ledger = read("ledger", "The pier is closed. It is shut, Brandt said.", outlet="Ledger")
    first, second = (one.document.sentences for one in (gazette, ledger))
    mentions = (
        Mention(passage=first[0].passage, voice="attributed", by="Otto Brandt"),
        Mention(passage=second[0].passage),
        Mention(passage=second[1].passage, voice="attributed", by="Brandt"),
    )
    claim = Claim(id="c-000001", gist=mentions[0].passage, mentions=mentions)
    (cover,) = count((gazette, ledger), (claim,), trace((gazette, ledger)))
    assert [len(one.texts) for one in cover.backings] == [2]


def test_witnesses_of_two_texts_need_not_be_the_same_people() -> None:
    gazette = read("gazette", "The pier shook, witnesses said.", outlet="Gazette")
    ledger = read("ledger", "Witnesses said that they felt the pier move.", outlet="Ledger")
    assert len(covered(gazette, ledger).backings) == 2


@pytest.mark.parametrize("one", ["the US Geological Survey", "the USGS"])
def test_a_body_is_one_under_its_initials(one: str) -> None:
    gazette = read("gazette", f"The quake was shallow, said {one}.", outlet="Gazette")
    ledger = read("ledger", "The shock was not deep, the USGS said.", outlet="Ledger")
    assert [texts for _, _, texts in shown(covered(gazette, ledger))] == [2]


def test_a_credit_line_covers_the_whole_text() -> None:
    gazette = read("gazette", f"The pier is shut.\n\n{OWN}\n\n(AFP)", outlet="Gazette")
    ledger = read("ledger", "They closed the pier.\n\nNo one swam.\n\nAFP", outlet="Ledger")
    assert shown(covered(gazette, ledger)) == [("AFP", "agency", 2)]
    assert shown(covered(gazette, ledger, at=1)) == [("AFP", "agency", 2)]


def test_a_paragraph_that_cites_an_agency_is_from_it_and_the_next_is_not() -> None:
    text = "AFP reported that the pier is shut.\n\nMara Lind told the Ledger she had seen a seal."
    gazette = read("gazette", f"The pier is shut.\n\n{OWN}\n\n(AFP)", outlet="Gazette")
    ledger = read("ledger", text, outlet="Ledger")
    assert shown(covered(gazette, ledger)) == [("AFP", "agency", 2)]
    assert len(covered(gazette, ledger, at=1).backings) == 2


def test_what_one_was_told_outside_of_an_agency_s_paragraph_is_the_speaker_s() -> None:
    text = "“It is shut,” an official told AFP.\n\nMara Lind said she had seen a seal."
    gazette = read("gazette", f"The pier is shut.\n\n{OWN}\n\n(AFP)", outlet="Gazette")
    ledger = read("ledger", text, outlet="Ledger")
    assert shown(covered(gazette, ledger, at=1)) == [
        ("AFP", "agency", 1),
        ("Mara Lind", "speaker", 1),
    ]


def test_a_sentence_that_two_texts_share_has_one_origin_and_nobody_knows_whose() -> None:
    sentence = "The port authority closed both container terminals on Monday."
    gazette = read("gazette", f"{sentence} No one sang.", outlet="Gazette")
    ledger = read("ledger", f"{sentence} It rained.", outlet="Ledger")
    (one,) = covered(gazette, ledger).backings
    assert (one.name, one.kind) == ("Gazette or Ledger", "shared")


def test_a_text_with_an_agency_s_sentence_is_counted_with_it_but_does_not_show_it() -> None:
    sentence = "The port authority closed both container terminals on Monday."
    gazette = read("gazette", f"{sentence} No one sang.\n\n(AFP)", outlet="Gazette")
    ledger = read("ledger", f"{sentence} It rained.", outlet="Ledger")
    (one,) = covered(gazette, ledger).backings
    assert (one.name, one.texts, one.shown) == ("AFP", ("gazette", "ledger"), ("gazette",))


def test_two_texts_of_one_outlet_are_no_two_origins() -> None:
    one = read("one", "The pier is shut.", outlet="Gazette")
    other = read("two", "They have closed the pier.", outlet="Gazette")
    assert shown(covered(one, other)) == [("Gazette", "outlet", 2)]


def test_whose_copy_texts_run_is_counted_apart_from_who_is_quoted() -> None:
    gazette = read("gazette", "The pier is shut, Otto Brandt said.", outlet="Gazette")
    ledger = read("ledger", "Brandt said that they had closed the pier.", outlet="Ledger")
    assert covered(gazette, ledger).carriers == ("Gazette", "Ledger")


SHARED = (
    "The port authority closed both container terminals on Monday.",
    "Twelve tugs of the harbour lay at anchor beside the old pier.",
    "A court in Norrin will hear the complaint of the port on Friday.",
)


GULLS = (
    "Two gulls slept on the roof of the customs house all afternoon. "
    "Nobody had swept the stairs that lead from the church down to the water. "
    "The baker sold her last loaf before the bells of the chapel rang at noon."
)
SONGS = (
    "A choir of old sailors sang three slow songs under the lamps of the quay. "
    "The lighthouse keeper counted forty boats that came home with the evening tide. "
    "Children drew whales with chalk on the wall behind the fish market."
)


def test_texts_that_share_much_tell_nothing_apart() -> None:
    gazette = read("gazette", f"A seal was seen. {' '.join(SHARED)} {GULLS}", outlet="Gazette")
    ledger = read("ledger", f"They saw an animal. {' '.join(SHARED)} {SONGS}", outlet="Ledger")
    (one,) = covered(gazette, ledger).backings
    assert one.kind == "shared"


def test_quotations_that_two_texts_share_tie_nothing_else() -> None:
    said = " ".join(f"“{sentence}”" for sentence in SHARED) + ", said Mara Lind."
    gazette = read("gazette", f"A seal was seen. {said} {GULLS}", outlet="Gazette")
    ledger = read("ledger", f"They saw an animal. {said} {SONGS}", outlet="Ledger")
    assert len(covered(gazette, ledger).backings) == 2
