"""`python -m bench.store`: what the registry's ground costs, each figure beside its goal.

One exchange logged with its history is set against the least that could be done: two rows written by the bare
driver in one durable transaction, in the same folder, turn by turn. Run it on a disk like the one to be used.
"""

import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import xlsxwriter

from bot.record.workbook.load import Wish, import_workbook
from bot.record.workbook.write import export_workbook
from db import edtf, exchanges, partners
from db.history import TERMINAL, save
from db.store import Store
from db.vocabulary import Row

NOW = datetime(2026, 8, 5, tzinfo=UTC)
DATES = ("2014-06-22", "2014-09", "2008", "2014-21", "2009/2014", "2014-06-22/2014-07-01", "2007/..", "2008/")


def main() -> None:
    """Prints one line a figure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = Store(f"sqlite:///{folder / 'hamkor.db'}")
        say("an empty database migrated, s", timed(store.migrate))
        say("one that is up to date looked at, s", timed(store.migrate), 0.3)
        workbook = made(folder / "large.xlsx", 10_000)
        say("10,000 exchanges imported, s", timed(lambda: bring(store, workbook)), 10)
        say("the same again, unchanged, s", timed(lambda: bring(store, workbook)), 10)
        say("exported, s", timed(lambda: export_workbook(store, folder / "out.xlsx", NOW)), 5)
        ours, floor = logged(store, folder)
        say("one exchange logged, with history, µs", ours * 1e6)
        say("… as a multiple of the bare driver's two rows", ours / floor, 6.5)
        say("a partner's exchanges looked up, µs", looked_up(store) * 1e6)
        store.close()
    say("a date read, µs", dates() * 1e6, 20)
    say("the database's half of `check` imported, s", started("import db.health") - started("pass"))


def say(what: str, figure: float, goal: float | None = None) -> None:
    """One line; a figure that misses its goal is marked."""
    told = f"{figure:10.3f}  {what}"
    print(told if goal is None else f"{told}  (goal: at most {goal:g}{'' if figure <= goal else ', MISSED'})")


def timed(work: Callable[[], object]) -> float:
    """Seconds on the wall."""
    began = perf_counter()
    work()
    return perf_counter() - began


def made(file: Path, rows: int) -> Path:
    """A workbook of 500 partners and so many exchanges with them."""
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet("partners")
        page.write_row(0, 0, ("id", "name_en", "name_ru", "aliases", "country", "city"))
        for n in range(1, 501):
            names = (f"National Library {n}", f"Национальная библиотека {n}", f"NL{n}; НБ{n}")
            page.write_row(n, 0, (f"lib{n}", *names, "LV", "Riga"))
        page = book.add_worksheet("exchanges")
        page.write_row(0, 0, ("id", "partner", "direction", "quantity", "material", "date", "note"))
        for n in range(1, rows + 1):
            day = f"20{n % 25:02}-{n % 12 + 1:02}-{n % 28 + 1:02}"
            page.write_row(n, 0, (f"x{n}", f"lib{n % 500 + 1}", "sent", n % 90, "books", day, "by post"))
    return file


def bring(store: Store, workbook: Path) -> None:
    """Imports it."""
    import_workbook(store, workbook, TERMINAL, NOW, Wish())


def logged(store: Store, folder: Path, turns: int = 200) -> tuple[float, float]:
    """Median seconds of one exchange logged our way, and of two bare rows, turn by turn."""
    bare = sqlite3.connect(folder / "bare.db", isolation_level=None)
    bare.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE a (x, y); CREATE TABLE b (x, y)"
    )
    row: Row = {
        "sheet": "exchanges",
        "partner": "lib7",
        "direction": "sent",
        "quantity": 12,
        "date": "2026-08-04",
    }

    def ours() -> None:
        with store.write() as session:
            save(session, TERMINAL, [row], now=NOW)

    def floor() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT INTO a VALUES (?, ?)", ("lib7", 12))
        bare.execute("INSERT INTO b VALUES (?, ?)", ("terminal", '{"partner": "lib7", "quantity": 12}'))
        bare.execute("COMMIT")

    pairs = [(timed(ours), timed(floor)) for _ in range(turns)]
    bare.close()
    return statistics.median(one for one, _ in pairs), statistics.median(other for _, other in pairs)


def looked_up(store: Store, turns: int = 200) -> float:
    """Median seconds of a partner found by id and its exchanges read, twenty of them."""

    def look() -> None:
        with store.read() as session:
            partner = partners.by_id(session, "lib9")
            if partner:
                exchanges.where(session, exchanges.table.c.partner == partner.no)

    return statistics.median(timed(look) for _ in range(turns))


def dates(turns: int = 3_000) -> float:
    """Seconds a date, none of them known from before."""

    def read() -> None:
        for _ in range(turns):
            for text in DATES:
                edtf.Edtf.parse(text)
            edtf._parse.cache_clear()

    return timed(read) / turns / len(DATES)


def started(code: str) -> float:
    """Median seconds of a process of its own."""
    return statistics.median(
        timed(lambda: subprocess.run([sys.executable, "-c", code], check=True)) for _ in range(5)
    )


if __name__ == "__main__":
    main()
