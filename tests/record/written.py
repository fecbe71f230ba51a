"""Reports as files, good and bad."""

from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document

_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(paragraphs: Sequence[str]) -> bytes:
    """What a word processor would save."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def parcel(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of just these parts."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as opened:
        for name, content in parts.items():
            opened.writestr(name, content)
    return file.getvalue()


@cache
def bomb(part: str, before: str, after: str) -> bytes:
    """A zip of a part with 200 million blanks in its midst; packed once a run, and small."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as opened:
        opened.writestr("_rels/.rels", _RELATIONS)
        with opened.open(part, "w") as stream:
            stream.write(before.encode())
            for _ in range(200):
                stream.write(b" " * 1_000_000)
            stream.write(after.encode())
    return file.getvalue()


def docx_bomb() -> bytes:
    """A .docx that is one such word."""
    before = f"<w:document {_WORD}><w:body><w:p><w:r><w:t>"
    return bomb("word/document.xml", before, "</w:t></w:r></w:p></w:body></w:document>")


def raw_docx(body: str, before: str = "") -> bytes:
    """A .docx whose main part is this."""
    main = f'<?xml version="1.0"?>{before}<w:document {_WORD}><w:body>{body}</w:body></w:document>'
    return parcel({"_rels/.rels": _RELATIONS, "word/document.xml": main})
