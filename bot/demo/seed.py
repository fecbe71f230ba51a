"""What the try-out starts with: the sample registry, marked examples dated from today, and its people."""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from importlib.resources import as_file, files
from zoneinfo import ZoneInfo

from bot.chat.menus import personal_menu
from bot.clock import Clock, local_day
from bot.demo import persons
from bot.record.workbook.load import Wish, import_workbook
from bot.words import Words
from db import history, members
from db.store import Store
from db.vocabulary import Language, Role, Row

_DAY = re.compile(r"@([+-]\d+)")
EXAMPLES = history.Actor(None, "example")


def seed(store: Store, clock: Clock, zone: ZoneInfo, *, empty: bool, dated: bool = True) -> None:
    """Fills a registry that nobody has used yet, the dated examples included; one that has members is left
    as it is.
    """
    with store.read() as session:
        if members.every(session):
            return
    now = clock()
    if not empty:
        with as_file(files("db") / "sample" / "registry-2016.xlsx") as sample:
            import_workbook(store, sample, history.TERMINAL, now, Wish())
    if dated and not empty:
        with store.write() as session:
            history.save(session, EXAMPLES, examples(local_day(now, zone)), now=now)
    with store.write() as session:
        for person in persons.MEMBERS:
            members.admit(session, person.id, person.name, Role(person.role), now)
            members.speak(session, person.id, Language(person.language))
            personal_menu(session, person.id, Role(person.role), Words(Language(person.language)), now)


def examples(today: date) -> tuple[Row, ...]:
    """The example rows with their days counted from `today`."""
    told = tomllib.loads((files("bot.demo") / "examples.toml").read_text(encoding="utf-8"))
    return tuple({column: _dated(cell, today) for column, cell in row.items()} for row in told["rows"])


def _dated(cell: str | int, today: date) -> str | int:
    if isinstance(cell, int):
        return cell
    return _DAY.sub(lambda found: (today + timedelta(days=int(found[1]))).isoformat(), cell)
