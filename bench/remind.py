"""What reminding costs: an idle tick, a day's due rows, a ladder against one scheduler job a step.

python -m bench.remind [--sizes 10000 100000 1000000] [--folder DIR]

The peer is APScheduler's SQLAlchemyJobStore, a date job a rung, on a SQLite file with its own defaults.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from bot.jobs.remind import remind
from bot.remind import desk, due, plan
from bot.remind.case import SHEETS, Case
from bot.remind.ladder import Rules
from bot.remind.workdays import Office
from bot.settings import Settings
from db import agreements, members, notices, partners, replan
from db.edtf import Edtf
from db.store import Store
from db.vocabulary import Agreement, Language, Role, Sheet

NOW = datetime(2026, 11, 23, 5, tzinfo=UTC)
TODAY = date(2026, 11, 23)
SETTINGS = Settings()
MANAGER = 501
BATCH = 20_000
DAYS = (180, 90, 60, 30, 14, 7, 1, 0)


@dataclass(frozen=True)
class Cost:
    """Seconds by the wall, and of the processor."""

    wall: float
    cpu: float

    def __truediv__(self, number: int) -> Cost:
        return Cost(self.wall / number, self.cpu / number)

    def __str__(self) -> str:
        return f"{self.wall * 1e6:.0f} µs (processor {self.cpu * 1e6:.0f})"


def main() -> None:
    """Prints one line a measurement."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        idle = {size: _registry(Path(folder) / f"{size}.db", size) for size in options.sizes}
        least, most = min(idle), max(idle)
        print(f"idle tick, {most:,} against {least:,} agreements: {idle[most] / idle[least]:.2f} times")
        _one_ladder(Path(folder))


def _registry(file: Path, size: int) -> float:
    """Fills a registry of that size, measures it, and gives the median of an idle tick."""
    store = _store(file)
    started = time.perf_counter()
    rows = _fill(store, size)
    print(f"{size:>9,} agreements, {rows:,} rows: filled in bulk in {time.perf_counter() - started:.1f} s")
    idle = _median(lambda: remind(store, lambda: NOW, SETTINGS), 200)
    print(f"{size:>9,} agreements: idle tick {idle * 1e6:.0f} µs")
    _a_day(store, size)
    store.close()
    return idle


def _store(file: Path) -> Store:
    store = Store(f"sqlite:///{file}")
    store.migrate()
    with store.write() as session:
        members.admit(session, MANAGER, "Madina", Role.MANAGER, NOW)
        members.speak(session, MANAGER, Language.EN)
        session.execute(
            sa.insert(partners.table).values(no=1, id="p1", name_en="National Library of Japan", version=1)
        )
    return store


def _fill(store: Store, size: int) -> int:
    """Agreements whose ends lie in the next four years, and what planning them would have written."""
    dice, total = random.Random(2), 0
    rungs = _rungs_by_end()
    for first in range(1, size + 1, BATCH):
        ends = {no: dice.randrange(1, 1500) for no in range(first, min(first + BATCH, size + 1))}
        papers = [(no, f"a{no}", *rungs[days][0]) for no, days in ends.items()]
        rows = [(no, *row) for no, days in ends.items() for row in rungs[days][1]]
        total += len(rows)
        with store.write() as session:
            # The driver's own way in: a million records through types and defaults would take an hour.
            connection = session.connection()
            connection.exec_driver_sql(_PAPER, papers)
            connection.exec_driver_sql(_ROW, rows)
    with store.write() as session:
        here = desk.at(session, SETTINGS, NOW)
        for sheet in SHEETS:
            notices.swept(session, sheet, here.basis, None)
        session.connection().exec_driver_sql("ANALYZE")
    return total


_PAPER = (
    "INSERT INTO agreements (no, id, partner, kind, term, term_earliest, term_latest, version)"
    " VALUES (?, ?, 1, 'memorandum', ?, '2020-01-01', ?, 1)"
)
_ROW = (
    "INSERT INTO notices (sheet, subject, recipient, late, state, step, day, at)"
    f" VALUES ('agreements', ?, {MANAGER}, 0, 'due', ?, ?, ?)"
)


def _rungs_by_end() -> list[tuple[tuple[str, str], list[tuple[str, str, str]]]]:
    """For an end in so many days: the term and the last day as text, and the rungs as they lie there."""
    office = Office(SETTINGS.zone, SETTINGS.remind_at)
    found = []
    for days in range(1501):
        end = TODAY + timedelta(days=days)
        paper = Agreement(no=1, id="a1", partner=1, term=Edtf.parse(f"2020-01-01/{end}"))
        coming = [rung for rung in due.rungs(Case(paper, TODAY), TODAY, Rules(office)) if rung.at > NOW]
        rows = [(rung.step, f"{end}", f"{rung.at:%Y-%m-%d %H:%M:%S.%f}") for rung in coming]
        found.append(((f"2020-01-01/{end}", f"{end}"), rows))
    return found


def _a_day(store: Store, size: int) -> None:
    """The morning after: first only the rows found, then the whole tick with its messages."""
    morning = NOW + timedelta(days=1)

    def find() -> int:
        with store.read() as session:
            return len(notices.due(session, morning))

    found = find()
    seconds = _median(find, 5)
    print(f"{size:>9,} agreements: a day's {found:,} due rows found in {seconds * 1e3:.1f} ms")
    started = time.perf_counter()
    sent = remind(store, lambda: morning, SETTINGS)
    took = time.perf_counter() - started
    print(
        f"{size:>9,} agreements: checked, worded, {sent} messages put into the outbox in {took * 1e3:.0f} ms"
    )


def _one_ladder(folder: Path) -> None:
    """Eight rungs written and withdrawn, each time durable: ours planned from the facts, and ready as the
    peer gets them.
    """
    store = _store(folder / "ladder.db")
    theirs, theirs_ending = _peer(folder / "jobs.db")
    print(f"peer, 8 jobs: added {theirs}, removed {theirs_ending}")
    written, withdrawn = _planned(store)
    print(f"one ladder of 8 planned alone: written {written}, withdrawn {withdrawn}")
    _compare("planned alone", (theirs, theirs_ending), (written, withdrawn))
    with store.write() as session:
        for no in range(1001, 1201):
            _agreement(session, no, "2020-01-01/2028-05-20")
    together = _timed(lambda: _plan(store, 200)) / 200
    print(f"one ladder of 8 planned among 200: written {together}")
    _compare("planned among 200", (theirs,), (together,))
    ready, back = _ready(store)
    print(f"one ladder of 8, ready as the peer gets it: written {ready}, withdrawn {back}")
    _compare("ready", (theirs, theirs_ending), (ready, back))
    store.close()


def _compare(what: str, theirs: Sequence[Cost], ours: Sequence[Cost]) -> None:
    times = [
        f"{a.wall / b.wall:.1f} (processor {a.cpu / b.cpu:.1f})" for a, b in zip(theirs, ours, strict=True)
    ]
    print(f"cheaper than the peer, {what}: {' written, '.join(times)}{' withdrawn' * (len(times) > 1)}")


def _planned(store: Store) -> tuple[Cost, Cost]:
    """One agreement is entered and planned; it goes, and its ladder is withdrawn."""
    written, withdrawn = [], []
    for no in range(1, 201):
        with store.write() as session:
            _agreement(session, no, "2020-01-01/2028-05-20")
        written.append(_timed(lambda: _plan(store, 1)))
        with store.write() as session:
            session.execute(sa.delete(agreements.table).where(agreements.table.c.no == no))
            replan.mark(session, [(Sheet.AGREEMENTS, no)])
        withdrawn.append(_timed(lambda: _plan(store, 1)))
    return _usual(written), _usual(withdrawn)


def _ready(store: Store) -> tuple[Cost, Cost]:
    """The same rows without the thinking."""
    written, withdrawn = [], []
    for subject in range(5001, 5201):
        rungs = [
            notices.Reminder(
                sheet=Sheet.AGREEMENTS,
                subject=subject,
                step=f"end-{days}",
                recipient=MANAGER,
                day=TODAY,
                at=NOW + timedelta(days=400 + at),
                late=False,
            )
            for at, days in enumerate(DAYS)
        ]
        written.append(_timed(lambda rungs=rungs: _put(store, rungs)))
        with store.read() as session:
            nos = [row.no for row in notices.of_records(session, Sheet.AGREEMENTS, [subject])[subject]]
        withdrawn.append(_timed(lambda nos=nos: _take_back(store, nos)))
    return _usual(written), _usual(withdrawn)


def _put(store: Store, rungs: list[notices.Reminder]) -> None:
    with store.write() as session:
        notices.add(session, rungs)


def _take_back(store: Store, nos: list[int]) -> None:
    with store.write() as session:
        notices.withdraw(session, nos)


def _agreement(session: sa.orm.Session, no: int, term: str) -> None:
    values = {"no": no, "id": f"a{no}", "partner": 1, "term": Edtf.parse(term), "version": 1}
    session.execute(sa.insert(agreements.table).values(**values))
    replan.mark(session, [(Sheet.AGREEMENTS, no)])


def _plan(store: Store, wanted: int) -> None:
    with store.write() as session:
        subjects = replan.take(session, wanted)
        plan.records(session, desk.at(session, SETTINGS, NOW), Sheet.AGREEMENTS, {no for _, no in subjects})


def _peer(file: Path) -> tuple[Cost, Cost]:
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
    from apscheduler.schedulers.background import BackgroundScheduler

    scheduler = BackgroundScheduler(
        jobstores={"default": SQLAlchemyJobStore(url=f"sqlite:///{file}")}, timezone="UTC"
    )
    scheduler.start(paused=True)
    added, removed = [], []
    for no in range(30):
        names = [f"a{no}-{days}" for days in DAYS]

        def add(names: list[str] = names) -> None:
            for at, name in enumerate(names):
                scheduler.add_job(
                    _nothing,
                    "date",
                    run_date=NOW + timedelta(days=400 + at),
                    id=name,
                    misfire_grace_time=None,
                )

        def remove(names: list[str] = names) -> None:
            for name in names:
                scheduler.remove_job(name)

        added.append(_timed(add))
        removed.append(_timed(remove))
    scheduler.shutdown(wait=False)
    return _usual(added), _usual(removed)


def _nothing() -> None:
    """What a scheduled job would do."""


def _timed(work: Callable[[], object]) -> Cost:
    started, used = time.perf_counter(), time.process_time()
    work()
    return Cost(time.perf_counter() - started, time.process_time() - used)


def _usual(costs: Sequence[Cost]) -> Cost:
    """The medians."""
    return Cost(statistics.median(cost.wall for cost in costs), statistics.median(cost.cpu for cost in costs))


def _median(work: Callable[[], object], times: int) -> float:
    return _usual([_timed(work) for _ in range(times)]).wall


if __name__ == "__main__":
    main()
