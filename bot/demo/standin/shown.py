"""What a person sees: a message frozen at one moment, its buttons, its file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from .autolinks import entity_texts
from .formatting import Formatted
from .refusal import Json
from .telegram import content_of
from .things import Message, StoredFile


@dataclass(frozen=True)
class Button:
    """An inline button; `data` is None for those that open a link, copy or switch to inline."""

    label: str
    data: str | None
    body: Json


@dataclass(frozen=True)
class Shown:
    """A message as it stood when it was sent, edited or looked at. `text` is the caption under a file."""

    chat_id: int
    id: int
    sender: str
    text: str
    entities: tuple[Json, ...] = field(repr=False)
    rows: tuple[tuple[Button, ...], ...]
    edited: bool
    date: datetime = field(repr=False)
    file: StoredFile | None = field(repr=False)
    reply_to_id: int | None = field(repr=False)
    markup: Json | None = field(repr=False)
    message: Message = field(repr=False)

    @property
    def labels(self) -> list[str]:
        """The labels of the inline buttons, in reading order."""
        return [button.label for row in self.rows for button in row]

    @property
    def first_line(self) -> str:
        return self.text.partition("\n")[0]

    def formatted(self, kind: str) -> list[str]:
        """The pieces of the text that have this formatting (`bold`, `code`, `bot_command`, …)."""
        return entity_texts(Formatted(self.text, self.entities), kind)

    def button(self, wanted: str) -> Button:
        """By label, by data, or by the only label that begins so."""
        buttons = [button for row in self.rows for button in row]
        for matches in (
            [b for b in buttons if b.label == wanted],
            [b for b in buttons if b.data == wanted],
            [b for b in buttons if b.label.startswith(wanted)],
        ):
            if len(matches) == 1:
                return matches[0]
        raise AssertionError(f"no one button {wanted!r} under {self.text!r}: {self.labels}")

    def line(self) -> str:
        """One message of a transcript."""
        file = f"📎{self.file.name} " if self.file else ""
        keys = "".join(f"\n  {' '.join(f'[{button.label}]' for button in row)}" for row in self.rows)
        return f"{self.sender}{' (edited)' if self.edited else ''}: {file}{self.text}{keys}"


def shown(message: Message) -> Shown:
    content = content_of(message)
    rows = tuple(
        tuple(Button(b["text"], b.get("callback_data"), b) for b in row) for row in message.inline_keyboard
    )
    return Shown(
        chat_id=message.chat.id,
        id=message.id,
        sender=message.sender.name,
        text=content.text,
        entities=content.entities,
        rows=rows,
        edited=message.edited is not None,
        date=message.date,
        file=message.file,
        reply_to_id=message.reply_to.id if message.reply_to else None,
        markup=message.markup,
        message=message,
    )
