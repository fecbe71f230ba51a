"""Files kept with records, to a person. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.html import Html, join
from bot.show import dates
from bot.show.handling import Attach, Detach
from bot.show.reply import Button, EnclosedAs, Place, Reply, Stored
from bot.words import Words

LARGEST_PICTURE = 10 * 2**20
"""Bytes that Telegram takes as a photograph; above that it is a document."""
_NAMES = 10


@dataclass(frozen=True, slots=True)
class File:
    """A kept file. `removable` is whether the reader may take it away."""

    no: int
    file: str
    name: str
    picture: bool
    size: int
    by: str
    at: datetime
    removable: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """A record that a file may belong to."""

    letter: str
    no: int
    said: str


def names(files: Sequence[str], words: Words) -> Html:
    """The files by name, on one line."""
    shown = ", ".join(files[:_NAMES]) + (" …" if len(files) > _NAMES else "")
    return words("files-waiting", n=len(files), names=shown)


def which_record(files: Sequence[str], offers: Sequence[Offer], words: Words, dialogue: int) -> Reply:
    """Asks which record the files belong to."""
    rows = tuple((Button(offer.said[:40], Attach(offer.letter, offer.no)),) for offer in offers)
    text = join((names(files, words), words("files-which")))
    return Reply(text, rows, place=Place.HELD, dialogue=dialogue)


def kept(files: Sequence[str], records: Sequence[str], words: Words, place: Place = Place.NEW) -> Reply:
    """The files are kept with these records."""
    shown = ", ".join(files[:_NAMES]) + (" …" if len(files) > _NAMES else "")
    return Reply(words("files-kept", n=len(files), names=shown, ids=", ".join(records)), place=place)


def sent(file: File, zone: ZoneInfo, words: Words) -> Reply:
    """The file itself, with who brought it and when."""
    as_picture = file.picture and file.size <= LARGEST_PICTURE
    shown = EnclosedAs.PICTURE if as_picture else EnclosedAs.DOCUMENT
    caption = words("files-caption", name=file.name, by=file.by, at=dates.moment(file.at, zone, words))
    remove = ((Button(words.plain("button-detach"), Detach(file.no)),),) if file.removable else ()
    return Reply(caption, remove, enclosure=Stored(shown, file.name, file.file))
