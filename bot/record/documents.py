"""The text of a report that comes as a file: .txt in whatever encoding it was saved, or .docx. Pure.

A .docx is the same kind of parcel as a workbook and is opened with the same limits; its text is read by us,
since nothing of it but words and paragraphs is wanted.
"""

from __future__ import annotations

import codecs
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.record.narrative import LONGEST
from bot.record.workbook.package import Attributes, Package
from db.refused import Refused

KINDS = frozenset({"txt", "docx"})
"""The endings of files that are read as reports."""
_MARKS = (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")
_LONGEST_FILE = 8 * LONGEST
"""Bytes of a text file: no more can make as many characters as are read."""
_FAULTS = {
    "workbook-too-large": "report-too-long",
    "workbook-locked": "document-locked",
    "workbook-not-xlsx": "document-unreadable",
    "workbook-damaged": "document-unreadable",
}
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t"}
_HIDDEN = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText"})
"""What was struck out, or is there a second time for older programs, or is an instruction to the program."""


def is_report(name: str) -> bool:
    """Whether a file of that name can be read as a report."""
    return name.rpartition(".")[2].casefold() in KINDS if "." in name else False


def text_of(name: str, content: bytes) -> str:
    """The text of a file. Raises Refused `report-too-long`, `document-unreadable`, `document-locked`."""
    text = _docx(content) if name.casefold().endswith(".docx") else decoded(content)
    if len(text) > LONGEST:
        raise Refused("report-too-long", limit=LONGEST)
    return text


def decoded(content: bytes, most: int = _LONGEST_FILE) -> str:
    """A plain text as it was meant: by its mark, as UTF-8, as UTF-16 without a mark, else as the Cyrillic of
    Windows. Raises Refused for what is no text, or more than so many bytes.
    """
    if len(content) > most:
        raise Refused("report-too-long", limit=LONGEST)
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "") or _guessed(content)
    text = content.decode(encoding, "replace")
    if "\0" in text:
        raise Refused("document-unreadable")
    return text


def _guessed(content: bytes) -> str:
    # In UTF-16 the high bytes of one alphabet's letters are nearly all the same: 0 for Latin, 4 for Cyrillic.
    for encoding, high in (("utf-16-le", content[1::2]), ("utf-16-be", content[0::2])):
        if len(high) > 1 and sum(high.count(byte) for byte in b"\0\x04") > 0.9 * len(high):
            return encoding
    try:
        content.decode()
    except UnicodeDecodeError:
        return "cp1251"
    return "utf-8"


def _docx(content: bytes) -> str:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "report.docx"
        file.write_bytes(content)
        try:
            with Package(file) as package:
                return _words(package)
        except Refused as fault:
            if fault.key not in _FAULTS:
                raise
            raise Refused(_FAULTS[fault.key], limit=LONGEST) from None


def _words(package: Package) -> str:
    main = next((part for kind, part in package.related("").values() if kind == "officeDocument"), None)
    if main is None or not package.size(main) or not main.startswith("word/"):
        raise Refused("document-unreadable")
    reader = _Reader()
    package.parse(main, reader.start, reader.end, reader.characters)
    return "".join(reader.text).strip()


class _Reader:
    """Collects the words of a document, a line for each paragraph."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self._length = self._hidden = 0
        self._is_text = False

    def start(self, tag: str, _attributes: Attributes) -> None:
        self._hidden += tag in _HIDDEN
        self._is_text = tag == "t"
        if tag in _BREAKS:
            self._say(_BREAKS[tag])

    def end(self, tag: str) -> None:
        self._hidden -= tag in _HIDDEN
        self._is_text = False
        if tag == "p":
            self._say("\n")

    def characters(self, text: str) -> None:
        if self._is_text:
            self._say(text)

    def _say(self, text: str) -> None:
        if self._hidden:
            return
        self.text.append(text)
        self._length += len(text)
        if self._length > 2 * LONGEST:
            raise Refused("report-too-long", limit=LONGEST)
