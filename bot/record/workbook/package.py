"""The parcel that an .xlsx file is: a zip of XML parts, opened with limits on everything it may cost us.

Whoever sends a workbook may send anything. A part is unpacked as a stream and counted, so a few kilobytes
that claim to be gigabytes end at the limit; document types, and with them entities, are refused before they
can grow.
"""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Self
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from db.refused import Refused

LARGEST_FILE = 32 * 2**20
LARGEST_UNPACKED = 96 * 2**20
MOST_TAGS = 5_000_000
"""Of all XML together. It takes about two millionths of a second to look at one."""
MOST_PARTS = 2_000
_CHUNK = 2**16
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
"""How a workbook of before 2007 begins, and one that is locked with a password."""

Attributes = Mapping[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class Package:
    """An open parcel. Raises Refused: `workbook-not-xlsx`, `workbook-locked`, `workbook-too-large`."""

    def __init__(self, file: Path) -> None:
        if file.stat().st_size > LARGEST_FILE:
            raise Refused("workbook-too-large", limit=LARGEST_UNPACKED // 2**20)
        with file.open("rb") as beginning:
            if beginning.read(4) == _OLD_OR_LOCKED:
                raise Refused("workbook-locked")
        try:
            self._zip = ZipFile(file)
        except (BadZipFile, ValueError, NotImplementedError):
            raise Refused("workbook-not-xlsx") from None
        parts = self._zip.infolist()
        self._parts = {part.filename.lower(): part for part in parts}
        self._bytes_left, self._tags_left = LARGEST_UNPACKED, MOST_TAGS
        if len(parts) > MOST_PARTS:
            self._zip.close()
            raise Refused("workbook-too-large", limit=LARGEST_UNPACKED // 2**20)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def size(self, part: str) -> int:
        """How many bytes the part says it unpacks to; 0 for a part that is not there."""
        found = self._parts.get(part.lower())
        return found.file_size if found else 0

    def chunks(self, part: str) -> Iterator[bytes]:
        """The part, unpacked, piece by piece; nothing where it is not there. Raises also
        `workbook-damaged`.
        """
        found = self._parts.get(part.lower())
        if found is None:
            return
        try:
            with self._zip.open(found) as stream:
                yield from self._counted(stream)
        except (BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError):
            raise Refused("workbook-damaged") from None

    def parse(self, part: str, start: Start, end: End | None = None, text: Text | None = None) -> None:
        """Walk through the part's XML, if it is there."""
        if part.lower() not in self._parts:
            return
        walk = Walk(start, end, text)
        for chunk in self.chunks(part):
            walk.feed(chunk)
        walk.close()

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What the part refers to: relation id → (last word of its kind, path of the other part)."""
        folder, name = posixpath.split(part)
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, attributes: Attributes) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
                kind = attributes.get("Type", "").rpartition("/")[2]
                found[attributes.get("Id", "")] = (kind, target.lstrip("/"))

        self.parse(posixpath.join(folder, "_rels", f"{name}.rels"), start)
        return found

    def _counted(self, stream: IO[bytes]) -> Iterator[bytes]:
        while chunk := stream.read(_CHUNK):
            self._bytes_left -= len(chunk)
            self._tags_left -= chunk.count(b"<")
            if self._bytes_left < 0 or self._tags_left < 0:
                raise Refused("workbook-too-large", limit=LARGEST_UNPACKED // 2**20)
            yield chunk


class Walk:
    """An XML parser fed piece by piece. Tags come without their namespace: two dialects differ in it
    alone.
    """

    def __init__(self, start: Start, end: End | None = None, text: Text | None = None) -> None:
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = lambda tag, attributes: start(tag.rpartition("}")[2], attributes)
        if end:
            self._parser.EndElementHandler = lambda tag: end(tag.rpartition("}")[2])
        if text:
            self._parser.CharacterDataHandler = text
        self._parser.StartDoctypeDeclHandler = _refuse

    def feed(self, chunk: bytes) -> None:
        """Raises Refused `workbook-damaged`, and whatever the handlers raise."""
        self._parse(chunk, is_last=False)

    def close(self) -> None:
        """No more is to come."""
        self._parse(b"", is_last=True)

    def _parse(self, chunk: bytes, *, is_last: bool) -> None:
        try:
            self._parser.Parse(chunk, is_last)
        except (expat.ExpatError, LookupError, ValueError):
            # An unknown encoding is a LookupError or a ValueError.
            raise Refused("workbook-damaged") from None


def _refuse(*_: object) -> None:
    # No spreadsheet program writes a document type; entities that unfold without end begin with one.
    raise Refused("workbook-damaged")
