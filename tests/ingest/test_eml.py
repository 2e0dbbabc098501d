from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
    assert (draft.source.title, draft.source.outlet) == ("Ships wait outside Saltmere", None)
    assert draft.source.published == "2026-03-03 09:00 +0000"
    assert left_out(draft) == [("other", (7, 10))]
    assert [(each.field, each.line, each.because) for each in draft.source.refused] == [
        ("outlet", 8, "it is a person, not an outlet"),
        ("outlet", 1, "it sent the text on"),
        ("published", 4, "the day on which it was sent on"),
    ]
    assert "Otto" not in str(draft.source)


@pytest.mark.parametrize(
    ("sender", "more", "outlet"),
    [
        ("The Ledger <hello@ledger.example>", "", "The Ledger"),
        ("Norrin Harbour Office <press@norrin.example>", "", "Norrin Harbour Office"),
        ("Coast Today <mara.lind@coast.example>", "", "Coast Today"),
        ("press@norrin.example", "", "norrin.example"),
        ("ledger@ledger.example", "", "ledger.example"),
        ("Mara Lind <no-reply@ledger.example>", "", "Mara Lind"),
        (
            "Mara Lind <mara@ledger.example>",
            "List-Id: The Ledger <a.ledger.example>\n",
            "The Ledger",
        ),
        ("Coast <x@y.example>", "List-Unsubscribe: <https://y.example/u>\n", "Coast"),
        ("Mara Lind <mara.lind@norrin.example>", "", None),
        ("Mara Lind <press@coast.example>", "", None),
        ('"Lind, Mara" <ml@coast.example>', "", None),
        ("Otto <otto@coast.example>", "", None),
        ("otto.brandt@coast.example", "", None),
        ('"otto@coast.example" <otto@coast.example>', "", None),
    ],
)
def test_a_newsletter_or_an_office_is_an_outlet_and_a_person_is_none(
    sender: str, more: str, outlet: str | None
) -> None:
    head = f"{more}From: {sender}\nSubject: Dockers shut the port\n"
    source = letter(f"{PROSE}\n\n{MORE}\n", head).source
    assert source.outlet == outlet
    refused = [each.because for each in source.refused if each.field == "outlet"]
    assert refused == ([] if outlet else ["it is a person, not an outlet"])
    assert "otto" not in str(source.evidence + source.refused)


def test_what_the_editor_says_of_an_outlet_is_not_refused() -> None:
    head = "From: Otto Brandt <otto@coast.example>\nSubject: Dockers shut the port\n"
    content = f"{head}\n{PROSE}\n\n{MORE}\n".encode()
    source = drafting.make(content, "letter.eml", drafting.Told(outlet="The Coast")).source
    assert (source.outlet, source.refused) == ("The Coast", ())


BLOCK = "From: Mara Lind [mailto:mara@norrin.example]\nSent: Tuesday, March 3, 2026 9:00 PM\n"


@pytest.mark.parametrize(
    ("marker", "block"),
    [
        (
            "---------- Forwarded message ---------",
            "> From: A Ledger <n@e.example>\n> Subject: Quay",
        ),
        ("Begin forwarded message:\n", "*From:* A Ledger <n@e.example>\n*Subject:* Quay"),
        (
            "-----Original Message-----",
            f"{BLOCK}To: desk@ledger.example;\n tips@e.example\nSubject: Quay",
        ),
        ("________________________________", f"{BLOCK}To: a <desk@ledger.example>\nSubject: Quay"),
    ],
)
def test_the_block_above_a_forwarded_text_is_no_article(marker: str, block: str) -> None:
    quoted = "> " if block.startswith(">") else ""
    body = f"{quoted}{PROSE}\n{quoted}\n{quoted}{MORE}\n"
    draft = letter(f"Have a look at this.\nMara\n\n{marker}\n{block}\n{quoted}\n{body}")
    assert draft.source.text == f"Quay\n\n{PROSE}\n\n{MORE}"
    assert draft.source.published in (None, "2026-03-03 21:00")
    assert {each.because for each in draft.source.refused if each.field == "published"} == {
        "the day on which it was sent on"
    }


def test_headers_inside_the_text_are_the_text() -> None:
    body = f"{PROSE}\n\nFrom: the quay\nTo: the gate\n\n{MORE}\n"
    assert "From: the quay" in letter(body).source.text


@pytest.mark.parametrize(
    "head",
    [
        "On Tue, Mar 3, 2026 at 5:40 PM Saltmere Port Office <press@saltmere.example> wrote:",
        "On Tue, Mar 3, 2026 at 5:40 PM Saltmere Port Office <\npress@saltmere.example> wrote:",
    ],
)
def test_a_text_passed_on_below_a_note_as_a_quotation_is_the_text(head: str) -> None:
    body = (
        "Please see below.\n\n---------- Forwarded message ---------\n"
        "From: Mara Lind <mara@wire.example>\nDate: Wed, 4 Mar 2026 at 18:02\n"
        "Subject: Re: Statement\n\nPassing this on.\n\n"
        f"{head}\n\n> {PROSE}\n>\n> On Mon, Mar 2, 2026 at 9:00 AM Otto Brandt wrote:\n>\n"
        f">> The gates stay shut.\n>\n> {MORE}\n"
    )
    source = letter(body).source
    assert source.text.split("\n\n") == ["Statement", PROSE, MORE]
    assert (source.outlet, source.published) == ("Saltmere Port Office", "2026-03-03 17:40")


def test_a_message_passed_on_keeps_its_own_text_above_what_it_answers() -> None:
    quoted = "On Tue, Mar 3, 2026 at 5:40 PM Otto Brandt wrote:\n> We shall meet on Friday.\n"
    assert letter(f"{PROSE} {MORE}\n\n{quoted}").source.text.split("\n\n")[1:] == [
        f"{PROSE} {MORE}"
    ]


def test_a_text_above_the_message_that_it_answers_stays() -> None:
    head = HEAD.replace("Fwd:", "Re:")
    body = f"{PROSE}\n\n{MORE}\n\n-----Original Message-----\n{BLOCK}Subject: Quay\n\nWhy?\n"
    source = letter(body, head).source
    assert (source.title, source.outlet) == ("Dockers shut the port", "Norrin Harbour Office")
    assert source.text.startswith(f"Dockers shut the port\n\n{PROSE}\n\n{MORE}")


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("=?utf-8?q?Caf=C3=A9_shut?=", "Café shut"),
        ("=?utf-8?b?Q2Fmw6k=?= =?iso-8859-1?q?_f=E9?=", "Café fé"),
        ("=?no-such?q?Quay?=", "Quay"),
        ("Café shut", "Café shut"),
        ("Fwd: RE: Quay", "Quay"),
    ],
)
def test_a_subject_is_read_however_it_is_encoded(subject: str, title: str) -> None:
    head = f"From: The Ledger <a@ledger.example>\nSubject: {subject}\n"
    assert letter(f"{PROSE}\n\n{MORE}\n", head).source.title == title


@pytest.mark.parametrize("cte", ["quoted-printable", "base64", "8bit"])
def test_a_body_is_read_however_it_is_encoded(cte: str) -> None:
    message = EmailMessage()
    message["Subject"] = "Ships wait"
    message.set_content(f"{PROSE} Café.\n\n{MORE}\n", cte=cte)
    message.add_alternative(f"<p>{PROSE}</p>", subtype="html")
    draft = drafting.make(message.as_bytes(), "letter.eml")
    assert draft.source.text == f"Ships wait\n\n{PROSE} Café.\n\n{MORE}"


@pytest.mark.parametrize(
    ("declared", "real"),
    [("us-ascii", "utf-8"), ("utf-8", "cp1252"), ("iso-8859-1", "cp1252"), ("no-such", "utf-8")],
)
def test_a_charset_that_is_declared_wrongly_does_no_harm(declared: str, real: str) -> None:
    head = f"Subject: Quay\nContent-Type: text/plain; charset={declared}\n\n"
    words = f"{PROSE}\n\n“The café is shut,” said Mara Lind – and so are the gates of the quay.\n"
    draft = drafting.make(head.encode() + words.encode(real), "letter.eml")
    assert draft.source.text.split("\n\n")[2] == words.split("\n\n")[1].strip()


def test_every_attachment_is_named() -> None:
    message = EmailMessage()
    message["Subject"] = "Ships wait"
    message.set_content(f"{PROSE}\n\n{MORE}\n")
    inner = EmailMessage()
    inner.set_content(PROSE)
    message.add_attachment(b"GIF8", maintype="image", subtype="gif", filename="Überblick.gif")
    message.add_attachment(b"a,b", maintype="text", subtype="csv")
    message.add_attachment(inner)
    draft = drafting.make(message.as_bytes(), "letter.eml")
    assert draft.unread == ("Überblick.gif", "text/csv", "message/rfc822")


def test_a_message_that_holds_only_another_one_says_what_helps() -> None:
    message, inner = EmailMessage(), EmailMessage()
    inner.set_content(PROSE)
    message.add_attachment(inner)
    with pytest.raises(ContentError) as caught:
        formats.read(message.as_bytes(), "letter.eml")
    assert "save the message" in caught.value.problems[0].hint


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n"), max_size=40),
    st.sampled_from(["From", "Date", "Subject", "List-Id"]),
)
@settings(max_examples=150, deadline=None)
def test_no_header_breaks_a_message(value: str, name: str) -> None:
    draft = drafting.make(f"{name}: {value}\n\n{PROSE}\n\n{MORE}\n".encode(), "letter.eml")
    assert PROSE in draft.source.text


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
