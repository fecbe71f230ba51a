"""`read`: the drafts that a message, or a text in a file, would give. Nothing is saved."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from bot.chat.names import read_names
from bot.clock import local_day, system_clock
from bot.faults import UserFault
from bot.html import plain
from bot.language.names import Gazetteer
from bot.opening import open_store
from bot.record import dialogue, reviewing
from bot.record.batch import read_lines
from bot.record.documents import text_of
from bot.record.draft import Draft
from bot.record.facts.scene import scene
from bot.record.narrative import is_narrative
from bot.record.readers import Reading
from bot.record.statement import understood
from bot.record.texts import read_text
from bot.record.view import View
from bot.settings import read as read_settings
from bot.show import drafts
from bot.show.reviews import Item, Mark, line
from bot.terminal.speech import terminal_words
from bot.words import Words
from db.vocabulary import Sheet


def read(text: str | None, file: Path | None, today: date | None, *, as_json: bool) -> int:
    """Prints the drafts of a message or of a report in a file: as cards, or as rows. Raises UserFault."""
    known, told, day = _registry(today)
    said = _text_in(file) if file is not None else text or ""
    if as_json:
        rows = [dict(row) for row in read_text(said, known, day, told)]
        print(json.dumps({"drafts": rows}, ensure_ascii=False, indent=1))
        return 0
    words = terminal_words()
    lines = (
        _report(said, known, told, day, words)
        if is_narrative(said)
        else [_card(said, known, told, day, words)]
    )
    print("\n\n".join(lines) or words.plain("read-nothing"))
    return 0


def _text_in(file: Path) -> str:
    try:
        content = file.read_bytes()
    except OSError as fault:
        raise UserFault("file-unreadable", file=str(file), reason=fault.strerror or str(fault)) from None
    return text_of(file.name, content)


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


def _report(said: str, known: Gazetteer, told: View, day: date, words: Words) -> list[str]:
    """Each record with its place in the text."""
    found = reviewing.read(said, Reading(known, day, words.language), told)
    items = (
        Item(
            at,
            one.draft,
            said[one.start : one.stop],
            Mark.LACKING if reviewing.lacks(one.draft) else Mark.NEW,
        )
        for at, one in enumerate(found)
    )
    return [plain(line(item, words, _names(known, words))) for item in items]


def _card(said: str, known: Gazetteer, told: View, day: date, words: Words) -> str:
    entries = understood(scene(said, known, day), told)
    if not entries:
        return ""
    draft = Draft.of(entries, language=words.language, text=said)
    return plain(drafts.card(draft, words, _names(known, words)).text)


def _names(known: Gazetteer, words: Words) -> drafts.Names:
    ids = {partner.id: partner.names.best(words.language) for partner in known.partners.values()}
    return lambda sheet, id_: ids.get(id_) if sheet is Sheet.PARTNERS else None
