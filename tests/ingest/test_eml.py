from email.message import EmailMessage

import pytest

from tellings.errors import ContentError
from tellings.ingest import drafting, formats
from tellings.model.source import Evidence

PROSE = "The dockers of Norrin walked out at dawn and the harbour office shut all nine gates."
MORE = "“We will not move,” said Mara Lind, who has worked at the quay for more than thirty years."
HEAD = (
    "From: Norrin Harbour Office <press@norrin.example>\n"
    "To: desk@ledger.example\n"
    "Subject: Fwd: Dockers shut the port\n"
    "Date: Wed, 4 Mar 2026 15:30:00 +0100\n"
    "Content-Type: text/plain; charset=utf-8\n"
)


def letter(body: str, head: str = HEAD) -> drafting.Draft:
    return drafting.make(f"{head}\n{body}".encode(), "raw/letter.eml")


def left_out(draft: drafting.Draft) -> list[tuple[str, tuple[int, int]]]:
    return [(each.kind, each.lines) for each in draft.source.removed]


def test_headers_are_facts_with_their_words_and_no_address_of_a_person() -> None:
    source = letter(f"{PROSE}\n\n{MORE}\n").source
    assert (source.title, source.outlet) == ("Dockers shut the port", "Norrin Harbour Office")
    assert source.published == "2026-03-04 15:30 +0100"
    assert Evidence(field="outlet", words="From: Norrin Harbour Office", line=1) in source.evidence
    day = Evidence(field="published", words="Date: Wed, 4 Mar 2026 15:30:00 +0100", line=4)
    assert day in source.evidence
    assert "@" not in str(source.evidence)


def test_what_mail_programs_add_is_no_article() -> None:
    draft = letter(
        f"{PROSE}\n\n{MORE}\n\nOn 3 Mar 2026, at 10:00, Otto Brandt wrote:\n> Will there be a\n"
        "> strike?\n\nYou are receiving this e-mail because you asked for it.\n"
        "-- \nNorrin Harbour Office\nTel. 123\n"
    )
    assert draft.source.text == f"Dockers shut the port\n\n{PROSE}\n\n{MORE}"
    assert left_out(draft) == [("other", (11, 13)), ("newsletter", (15, 15)), ("other", (16, 18))]


def test_a_forwarded_message_is_told_by_its_own_headers() -> None:
    draft = letter(
        "---------- Forwarded message ---------\nFrom: Otto Brandt <otto@coast.example>\n"
        "Date: Tue, 3 Mar 2026 09:00:00 +0000\nSubject: Ships wait outside Saltmere\n\n"
        f"{PROSE}\n\n{MORE}\n"
    )
    assert (draft.source.title, draft.source.outlet) == (
        "Ships wait outside Saltmere",
        "Otto Brandt",
    )
    assert draft.source.published == "2026-03-03 09:00 +0000"
    assert left_out(draft) == [("other", (7, 10))]


def test_lines_that_a_mail_program_broke_are_one_paragraph_again() -> None:
    broken = (
        "The dockers of Norrin walked out at dawn and the harbour office shut\n"
        "all nine gates of the old port, where Mara Lind has worked for more\n"
        "than thirty years.\n\nDockers shut the old port of Saltmere and stay where they are\n"
        "By Otto Brandt\n"
    )
    raw = formats.read(f"{HEAD}\n{broken}".encode(), "letter.eml")
    assert [line for line in raw.lines if line[1]] == [
        (7, broken.split("\n\n", maxsplit=1)[0].replace("\n", " ")),
        (11, "Dockers shut the old port of Saltmere and stay where they are"),
        (12, "By Otto Brandt"),
    ]


def test_plain_text_is_preferred_and_attachments_are_named() -> None:
    message = EmailMessage()
    message["Subject"] = "Ships wait"
    message.set_content(f"{PROSE}\n\n{MORE}\n", cte="quoted-printable")
    message.add_alternative("<p>Another text.</p>", subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="plan.pdf")
    draft = drafting.make(message.as_bytes(), "letter.eml")
    assert draft.source.text == f"Ships wait\n\n{PROSE}\n\n{MORE}"
    assert draft.unread == ("plan.pdf",)


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1251", "iso-2022-jp", "no-such"])
def test_each_part_has_its_own_encoding(charset: str) -> None:
    words = {"windows-1251": "Порт закрыт", "iso-2022-jp": "港は閉鎖"}.get(charset, "Le café")
    codec = "iso-8859-1" if charset == "no-such" else charset
    head = f"Subject: x\nContent-Type: text/plain; charset={charset}\n\n"
    raw = formats.read(head.encode() + f"{words}. {words}.".encode(codec), "letter.eml")
    assert raw.lines[0] == (4, f"{words}. {words}.")


def test_a_letter_that_is_only_markup_is_read_as_a_page() -> None:
    page = f"<html><body><p>{PROSE}</p><p>{MORE}</p><p>{PROSE} Again.</p></body></html>"
    draft = letter(page, HEAD.replace("text/plain", "text/html"))
    assert draft.source.text.split("\n\n")[1:] == [PROSE, MORE, f"{PROSE} Again."]


def test_a_letter_without_text_is_one_clear_error() -> None:
    head = "Subject: plan\nContent-Type: application/pdf\n\n"
    with pytest.raises(ContentError, match="the e-mail holds no text"):
        formats.read(f"{head}x".encode(), "letter.eml")
