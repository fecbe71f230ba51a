"""The text of a report's file: every encoding people save in, every .docx, and what is none."""

import codecs
from collections.abc import Callable
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.record.documents import decoded, is_report, text_of
from bot.record.narrative import LONGEST
from db.refused import Refused
from tests.record.written import docx, docx_bomb, parcel, raw_docx

SAID = "Кеча Варшавага 40 та китоб юбордик.\nOʻtgan yili 12 ta xarita oldik. Ёлғиз ҳисобот."
RUSSIAN = "В 2016 году мы отправили в Варшаву 40 книг. Ещё мы получили «12 карт»."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_is_read_in_the_encoding_it_was_saved_in(encoding: str) -> None:
    assert decoded(SAID.encode(encoding)).lstrip("\ufeff") == SAID


def test_the_cyrillic_of_windows_is_read_too() -> None:
    assert decoded(RUSSIAN.encode("cp1251")) == RUSSIAN


def text_or_fault(name: str, content: bytes) -> str:
    try:
        return text_of(name, content)
    except Refused as fault:
        return fault.key


@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_or_refused(content: bytes) -> None:
    for name in ("a.txt", "a.docx"):
        assert isinstance(text_or_fault(name, content), str)


def test_a_docx_gives_its_paragraphs() -> None:
    assert text_of("Hisobot.DOCX", docx(SAID.splitlines())) == SAID


def test_what_was_struck_out_or_stands_twice_is_not_read() -> None:
    body = (
        "<w:p><w:r><w:t>40 </w:t></w:r><w:del><w:r><w:delText>50</w:delText><w:t>60</w:t></w:r></w:del>"
        "<w:r><w:tab/><w:t>books</w:t><w:br/></w:r>"
        "<w:r><w:Choice><w:t>A</w:t></w:Choice><w:Fallback><w:t>A</w:t></w:Fallback></w:r></w:p>"
    )
    assert text_of("a.docx", raw_docx(body)) == "40 \tbooks\nA"


LOL = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("bomb.docx", docx_bomb, "report-too-long"),
        ("tags.docx", lambda: raw_docx("<w:p/>" * 6_000_000), "report-too-long"),
        (
            "entities.docx",
            lambda: raw_docx("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", LOL),
            "document-unreadable",
        ),
        ("broken.docx", lambda: raw_docx("<w:p>")[:-40], "document-unreadable"),
        ("open.docx", lambda: raw_docx("<w:p>"), "document-unreadable"),
        ("empty.docx", lambda: parcel({}), "document-unreadable"),
        ("table.docx", lambda: parcel({"xl/workbook.xml": "<workbook/>"}), "document-unreadable"),
        ("old.docx", lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "document-locked"),
        ("zero.txt", lambda: b"\0" * 999_999, "report-too-long"),
        ("zero.txt", lambda: b"PK\3\4\0\0\1\0", "document-unreadable"),
        ("line.txt", lambda: b"a" * 10_000_000, "report-too-long"),
        ("long.txt", lambda: b"a " * LONGEST, "report-too-long"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_report_is_refused_quickly(name: str, content: Callable[[], bytes], key: str) -> None:
    made = content()
    began = perf_counter()
    with pytest.raises(Refused) as refused:
        text_of(name, made)
    assert refused.value.key == key
    assert perf_counter() - began < 5


def test_only_texts_and_documents_are_reports() -> None:
    assert [is_report(name) for name in ("a.txt", "A.DOCX", "a.pdf", "docx", "a.doc")] == [
        True, True, False, False, False,
    ]  # fmt: skip


def test_marks_of_encodings_are_no_text() -> None:
    assert decoded(codecs.BOM_UTF8 + b"a") == "a"
