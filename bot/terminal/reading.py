"""`read`: the drafts that a message, or a text in a file, would give. Nothing is saved."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from bot.chat.names import read_names
from bot.clock import local_day, system_clock
from bot.html import plain
from bot.language.names import Gazetteer
from bot.opening import open_store
from bot.record import dialogue
from bot.record.batch import read_lines
from bot.record.draft import Draft
from bot.record.facts.scene import scene
from bot.record.statement import understood
from bot.record.texts import read_text
from bot.record.view import View
from bot.settings import read as read_settings
from bot.show import drafts
from bot.terminal.speech import terminal_words
from bot.words import Words
from db.vocabulary import Sheet


def read(text: str | None, file: Path | None, today: date | None, *, as_json: bool) -> int:
    """Prints the drafts of a message or of a text file: as cards, or as rows."""
    known, told, day = _registry(today)
    said = file.read_text(encoding="utf-8") if file is not None else text or ""
    if as_json:
        rows = [dict(row) for row in read_text(said, known, day, told)]
        print(json.dumps({"drafts": rows}, ensure_ascii=False, indent=1))
    else:
        print(_card(said, known, told, day, terminal_words()))
    return 0


def read_batch(file: Path, today: date | None) -> int:
    """Prints one object for each line of a JSON Lines file; `-` reads standard input."""
    known, told, day = _registry(today)
    lines = sys.stdin if str(file) == "-" else file.read_text(encoding="utf-8").splitlines()
    for answer in read_lines(lines, day, known, told):
        print(json.dumps(answer, ensure_ascii=False))
    return 0


def _registry(today: date | None) -> tuple[Gazetteer, View, date]:
    settings = read_settings()
    store = open_store(settings, system_clock)
    with store.read() as session:
        known, told = read_names(session), dialogue.view(session)
    store.close()
    return known, told, today or local_day(system_clock(), settings.zone)


def _card(said: str, known: Gazetteer, told: View, day: date, words: Words) -> str:
    laid = scene(said, known, day)
    entries = understood(laid, told)
    if not entries:
        return words.plain("read-nothing")

    def name(sheet: Sheet, id_: str) -> str | None:
        found = (
            next((p for p in known.partners.values() if p.id == id_), None)
            if sheet is Sheet.PARTNERS
            else None
        )
        return found.names.best(words.language) if found else None

    return plain(drafts.card(Draft.of(entries, language=words.language, text=said), words, name).text)
