from tellings.analysis import voices
from tellings.model.findings import VoiceShare
from tests.making import telling


def test_each_speaker_has_the_share_of_the_quoted_words() -> None:
    one = telling(
        "“We will not move,” said Mara Lind. “We will,” said Jon Brisk. The port is shut, he said."
    )
    assert voices.share((one,)) == (
        VoiceShare(source="ledger", speaker="Mara Lind", words=4, share=0.6667),
        VoiceShare(source="ledger", speaker="Jon Brisk", words=2, share=0.3333),
    )


def test_words_without_a_speaker_are_counted_apart() -> None:
    one = telling("The sign was large. “No way through for anybody.”")
    assert [(v.speaker, v.words) for v in voices.share((one,))] == [(None, 5)]


def test_a_text_that_quotes_nobody_has_no_voices() -> None:
    assert voices.share((telling("The ship, known as “Old Tom”, is here."),)) == ()


def test_the_shares_of_a_text_make_one() -> None:
    said = " ".join(f"“We wait,” {name} said." for name in ("Lind", "Brandt", "Orlan"))
    shares = [voice.share for voice in voices.share((telling(said),))]
    assert len(shares) == 3
    assert round(sum(shares), 4) == 1


def test_a_pronoun_that_stands_for_nobody_known_is_no_speaker() -> None:
    one = telling("“We will not move,” she said. “We will,” said Jon Brisk.")
    assert [(v.speaker, v.words) for v in voices.share((one,))] == [(None, 4), ("Jon Brisk", 2)]
