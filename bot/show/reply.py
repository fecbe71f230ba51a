"""What the bot says, before anything knows of Telegram: a text and the buttons under it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto

from bot.html import Html
from bot.show.buttons import Action

TEXT_LIMIT = 4096
"""Characters Telegram takes in one message, counted after its markup is read."""


@dataclass(frozen=True, slots=True)
class Button:
    """One button: what stands on it and what pressing it means."""

    label: str
    action: Action


@dataclass(frozen=True, slots=True)
class Copy:
    """A button that puts a text on the reader's clipboard."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Share:
    """A button that lets the reader choose a chat and looks `query` up there, as `@bot query` does."""

    label: str
    query: str


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens an address."""

    label: str
    url: str


Row = tuple[Button | Copy | Share | Link, ...]


class Place(Enum):
    """Where a reply goes."""

    NEW = auto()
    """A message of its own."""
    CARD = auto()
    """The dialogue's one card: edited where it stands, sent where there is none yet."""
    HELD = auto()
    """The dialogue's card, though nothing was pressed: edited where it stands, sent where there is none."""
    PRESSED = auto()
    """The message whose button was pressed, edited in place."""


class EnclosedAs(StrEnum):
    """How Telegram shows an enclosed file; the value is the name it has in the Bot API."""

    PICTURE = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with a message, whose text becomes its caption."""

    shown_as: EnclosedAs
    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Stored:
    """A kept file that goes with a message: `file` is its name in the store."""

    shown_as: EnclosedAs
    name: str
    file: str


CAPTION_LIMIT = 1024
"""Characters Telegram takes under an enclosed file, counted after its markup is read."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One message. `awaits` is set where the next message is its answer: the grey text in a group's input
    field. A message with an enclosure is always a new one.
    """

    text: Html
    buttons: tuple[Row, ...] = ()
    place: Place = Place.NEW
    silent: bool = False
    awaits: str | None = None
    enclosure: Enclosure | Stored | None = None
    dialogue: int | None = field(default=None, compare=False)
    """The dialogue whose card this is, so that its message can be edited later."""
    answer: int | None = field(default=None, compare=False)
    """The number of the question that it answers, so that a reply to it goes on from there."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One line of the list under `@bot …`, and the message that it becomes in whatever chat it is chosen."""

    id: str
    title: str
    description: str
    text: Html
    link: Link | None = None
    """Leads from there to the record itself, for those who may see it."""


@dataclass(frozen=True, slots=True)
class Toast:
    """A short line that answers a button press without a message; `alert` makes it a window to close."""

    text: str
    alert: bool = False


Said = Reply | Toast
