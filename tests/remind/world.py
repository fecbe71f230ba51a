"""An organisation with a clock of its own: facts go in, time passes, messages come out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from bot.html import Html, plain
from bot.jobs.brief import brief
from bot.jobs.remind import remind
from bot.remind import desk
from bot.remind.desk import Desk
from bot.settings import Settings
from db import history, members, notices, outbox
from db.history import TERMINAL
from db.notices import Reminder, State
from db.store import Store
from db.vocabulary import WORKBOOK, Language, Role, Row, Sheet

MANAGER, STAFF, ADMIN = 501, 502, 503


@dataclass(frozen=True)
class Message:
    """What one person was sent, when by the wall clock, and which reminders it told of."""

    chat: int
    local: datetime
    text: str
    told: tuple[Reminder, ...]

    @property
    def steps(self) -> tuple[str, ...]:
        return tuple(sorted(reminder.step for reminder in self.told))

    @property
    def ids(self) -> list[str]:
        return re.findall(r"/[aegopsx]\d+", self.text)


@dataclass
class World:
    """One registry at one moment."""

    store: Store
    now: datetime
    zone: str = "Asia/Tashkent"
    remind_at: str = "09:00"
    _seen: int = 0
    _partners: int = 0

    @property
    def settings(self) -> Settings:
        return Settings(timezone=self.zone, remind_at=time.fromisoformat(self.remind_at))

    def at(self, moment: str) -> World:
        """Sets the wall clock of the organisation."""
        self.now = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)
        return self

    def people(self) -> World:
        """A manager who reads English, and nobody else."""
        return self.join(MANAGER, "Madina", Role.MANAGER, Language.EN)

    def join(self, person: int, name: str, role: Role, language: Language | None) -> World:
        with self.store.write() as session:
            members.admit(session, person, name, role, self.now)
            if language:
                members.speak(session, person, language)
        return self

    def leave(self, person: int) -> World:
        with self.store.write() as session:
            members.dismiss(session, person)
        return self

    def save(self, *rows: Row) -> int:
        """Saves the rows in one go; gives the number of the last."""
        with self.store.write() as session:
            return history.save(session, TERMINAL, rows, now=self.now).saved[-1].no

    def agreement(self, term: str, **columns: str | int) -> int:
        """A memorandum with a partner of its own."""
        self._partners += 1
        other = {"sheet": "partners", "id": "new9", "name_en": f"National Library no. {self._partners}"}
        paper = {"sheet": "agreements", "partner": "new9", "kind": "memorandum", "term": term, **columns}
        return self.save(other, paper)

    def change(self, no: int, **columns: str | int) -> None:
        """Changes an agreement."""
        self.save({"sheet": "agreements", "id": f"a{no}", **columns})

    def event(self, date: str, **columns: str | int) -> int:
        row = {"sheet": "events", "title_en": "Central Asia", "kind": "conference", "date": date, **columns}
        return self.save(row)

    def away(self, person: int, days: str, deputy: int | None = None) -> None:
        """The person is noted as away on these days."""
        row: Row = {"sheet": "absences", "member": str(person), "date": days}
        self.save({**row, "deputy": str(deputy)} if deputy else row)

    def remove(self, sheet: Sheet, no: int) -> None:
        with self.store.write() as session:
            history.remove(session, TERMINAL, sheet, no, now=self.now)

    def desk(self) -> Desk:
        with self.store.read() as session:
            return desk.at(session, self.settings, self.now)

    def tick(self) -> list[Message]:
        """One tick of the job; what it put into the outbox."""
        return self.messages() if remind(self.store, lambda: self.now, self.settings) else []

    def brief(self) -> list[Message]:
        """One tick of the briefings' job; what it put into the outbox."""
        return self.messages() if brief(self.store, lambda: self.now, self.settings) else []

    def ticks(self, until: str, every: timedelta = timedelta(hours=1)) -> list[Message]:
        """The job ticks from now until the wall clock shows `until`."""
        end = World(self.store, self.now, self.zone).at(until).now
        found = self.tick()
        while self.now < end:
            self.now = min(end, self.now + every)
            found += self.tick()
        return found

    def messages(self) -> list[Message]:
        """What the outbox has got since the last look."""
        with self.store.read() as session:
            chosen = sa.select(outbox.table).where(outbox.table.c.no > self._seen).order_by(outbox.table.c.no)
            rows = session.execute(chosen).all()
            fresh = sa.select(notices.table.c.sheet, notices.table.c.subject).where(
                notices.table.c.outbox > self._seen
            )
            about = {(each.sheet, each.subject) for each in session.execute(fresh)}
            told = [
                reminder
                for sheet in WORKBOOK
                for found in notices.of_records(
                    session, sheet, {no for of, no in about if of is sheet}
                ).values()
                for reminder in found
            ]
        self._seen = max((row.no for row in rows), default=self._seen)
        local = self.now.astimezone(ZoneInfo(self.zone))
        return [
            Message(
                chat=row.chat,
                local=local,
                text=plain(Html(row.payload.get("text") or row.payload["caption"])),
                told=tuple(each for each in told if each.outbox == row.no),
            )
            for row in rows
        ]

    def rows(self, sheet: Sheet = Sheet.AGREEMENTS, no: int = 1) -> list[Reminder]:
        with self.store.read() as session:
            return notices.of_records(session, sheet, [no]).get(no, [])

    def waiting(self, sheet: Sheet = Sheet.AGREEMENTS, no: int = 1) -> list[str]:
        """The steps that are still to come, by moment."""
        due = sorted((row.at, row.step) for row in self.rows(sheet, no) if row.state is State.DUE)
        return [step for _, step in due]
