"""A year in the life of a registry: outages, restarts, edits, people who come and go, in five time zones.

The oracle knows every date as it was recorded and when; what it says must happen, happens once, and nothing
else does but that who comes late may hear the last that was said before.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from db.notices import Reminder
from db.store import Store
from db.vocabulary import Language, Role, Sheet
from tests.remind.oracle import ladder
from tests.remind.world import ADMIN, MANAGER, Message, World

HOUR = time(9)
NIGHT = timedelta(hours=21)


@dataclass
class Fact:
    """One recorded day that a ladder leads to, and from when until when it was recorded so."""

    sheet: Sheet
    no: int
    kind: str
    day: date
    since: datetime
    until: datetime | None = None

    def moments(self, zone: str) -> dict[str, datetime]:
        """Of an end that had passed before it was entered, nobody is asked what came of it."""
        found = ladder(self.kind, self.day, zone, HOUR)
        known = self.kind != "end" or self.day >= self.since.astimezone(ZoneInfo(zone)).date()
        return found if known else {step: at for step, at in found.items() if "+" not in step}


@dataclass
class Year:
    """One run: the world, what was true in it, when the bot ran, and everything it sent."""

    world: World
    rng: random.Random
    facts: list[Fact] = field(default_factory=list)
    ran: list[datetime] = field(default_factory=list)
    sent: list[Message] = field(default_factory=list)
    joined: datetime | None = None
    left: datetime | None = None

    def live(self, days: int) -> None:
        """Outages of up to 12 days about every tenth week, ticks at odd hours, now and then an edit."""
        start, day = self.world.now, 0
        while day < days:
            outage = self.rng.choice([0, 0, 0, 0, 0, 0, 0, 0, 0, self.rng.randint(1, 12)])
            day += outage
            for _ in range(7):
                self._day(start + timedelta(days=day))
                day += 1
            if not self.joined and day > days // 3:
                self._join()
            if self.joined and not self.left and day > 2 * days // 3:
                self._leave()

    def _day(self, midnight: datetime) -> None:
        hours = sorted(self.rng.sample(range(24 * 60), 2))
        for minutes in hours:
            self.world.now = midnight + timedelta(minutes=minutes)
            if self.rng.random() < 0.04:
                self._move_a_date()
            self._look()

    def _look(self) -> None:
        self.sent += self.world.tick()
        self.ran.append(self.world.now)

    def _move_a_date(self) -> None:
        fact = self.rng.choice([f for f in self.facts if f.kind == "end" and f.until is None])
        moved = fact.day + timedelta(days=self.rng.randint(-60, 200))
        self.world.change(fact.no, term=f"2020-01-01/{moved}")
        fact.until = self.world.now
        self.facts.append(Fact(fact.sheet, fact.no, "end", moved, self.world.now))

    def _join(self) -> None:
        self.joined = self.world.now
        self.world.join(ADMIN, "Aziza", Role.ADMIN, Language.RU)
        self._look()

    def _leave(self) -> None:
        self.left = self.world.now
        self.world.leave(ADMIN)

    def fill(self, agreements: int, events: int) -> None:
        for _ in range(agreements):
            end = self._some_day()
            no = self.world.agreement(f"2020-01-01/{end}")
            self.facts.append(Fact(Sheet.AGREEMENTS, no, "end", end, self.world.now))
        for _ in range(events):
            day, deadline = self._some_day(), self._some_day()
            no = self.world.event(day.isoformat(), submission_deadline=deadline.isoformat())
            self.facts.append(Fact(Sheet.EVENTS, no, "start", day, self.world.now))
            self.facts.append(Fact(Sheet.EVENTS, no, "submission", deadline, self.world.now))

    def _some_day(self) -> date:
        local = self.world.now.astimezone(ZoneInfo(self.world.zone)).date()
        return local + timedelta(days=self.rng.randint(-20, 420))

    def awake(self, first: datetime, last: datetime | None) -> datetime | None:
        """The first moment from `first` until `last` at which the bot ran and people were not asleep."""
        return next(
            (at for at in self.ran if at >= first and (last is None or at < last) and self.by_day(at)), None
        )

    def next_morning(self, moment: datetime) -> datetime:
        local = moment.astimezone(ZoneInfo(self.world.zone))
        return datetime.combine(local.date() + timedelta(days=1), HOUR, local.tzinfo).astimezone(UTC)

    def by_day(self, moment: datetime) -> bool:
        local = moment.astimezone(ZoneInfo(self.world.zone))
        since_midnight = timedelta(hours=local.hour, minutes=local.minute)
        return timedelta(hours=HOUR.hour) <= since_midnight < NIGHT


Key = tuple[Sheet, int, str, date, int]


def told(year: Year) -> Counter[Key]:
    return Counter(
        (each.sheet, each.subject, each.step, each.day, each.recipient)
        for message in year.sent
        for each in message.told
    )


def must(year: Year) -> Iterator[Key]:
    """What fell due while it was true and the person was there, with a chance to say it before that ended."""
    for fact in year.facts:
        moments = fact.moments(year.world.zone)
        for step, at in moments.items():
            # A week's question that was missed is not asked beside the next one.
            over = week_after(moments, step) if step.startswith("end+") else None
            ends = [end for end in (fact.until, over) if end]
            if at > fact.since and year.awake(at, min(ends, default=None)):
                yield fact.sheet, fact.no, step, fact.day, MANAGER
            there = year.joined is not None and at > max(fact.since, year.joined)
            if there and year.awake(at, min((end for end in (*ends, year.left) if end), default=None)):
                yield fact.sheet, fact.no, step, fact.day, ADMIN
        late = helpful(year, fact, fact.since)
        if late and year.awake(year.next_morning(fact.since), fact.until):
            yield fact.sheet, fact.no, late, fact.day, MANAGER


def helpful(year: Year, fact: Fact, since: datetime) -> str | None:
    """The last step that was past by then, while the day was not."""
    zone = ZoneInfo(year.world.zone)
    passed = {step: at for step, at in fact.moments(year.world.zone).items() if at <= since}
    is_over = fact.day < since.astimezone(zone).date()
    return None if is_over else max(passed, key=lambda step: passed[step], default=None)


def may(year: Year) -> Iterator[Key]:
    """What whoever comes late may be told besides: the last of what went before; and of a question that comes
    every week, that it came while nobody looked.
    """
    for fact in year.facts:
        for step, at in fact.moments(year.world.zone).items():
            if step.startswith("end+") and at > fact.since and year.awake(at, fact.until):
                yield from ((fact.sheet, fact.no, step, fact.day, person) for person in (MANAGER, ADMIN))
        if late := helpful(year, fact, fact.since):
            yield fact.sheet, fact.no, late, fact.day, MANAGER
        if year.joined and (late := helpful(year, fact, max(year.joined, fact.since))):
            yield fact.sheet, fact.no, late, fact.day, ADMIN


def week_after(moments: dict[str, datetime], step: str) -> datetime | None:
    return moments.get(f"end+{int(step.removeprefix('end+')) + 7}")


def check(year: Year) -> None:
    counted, due = told(year), set(must(year))
    enough = len(due) > 50
    assert enough, "a year in which little happens proves little"
    assert [key for key in due if not counted[key]] == [], "lost"
    assert {key: times for key, times in counted.items() if times > 1} == {}, "twice"
    known = due | set(may(year))
    assert [key for key in counted if key not in known] == [], "nobody's business"
    digests = Counter((each.chat, each.local.date()) for each in year.sent if not presses(each))
    assert set(digests.values()) == {1}, "one message a person a day, however much there is to say"
    for message in year.sent:
        now = message.local.astimezone(UTC)
        assert year.by_day(now), "at night"
        for each in message.told:
            assert any(true_then(year, fact, each, now) for fact in year.facts), f"{each} at {now}"


def presses(message: Message) -> bool:
    """One thing of the last days, in a message of its own."""
    days = {(row.day - message.local.date()).days for row in message.told if "+" not in row.step}
    return bool(days) and days <= set(range(8))


def true_then(year: Year, fact: Fact, row: Reminder, now: datetime) -> bool:
    """Whether the row speaks of that fact, while it stood in the registry and after its moment had come."""
    same = (fact.sheet, fact.no, fact.day) == (row.sheet, row.subject, row.day)
    stood = fact.since <= now and (fact.until is None or now < fact.until)
    at = fact.moments(year.world.zone).get(row.step) if same else None
    return stood and at is not None and at <= now


def lived(store: Store, zone: str, seed: int, days: int) -> Year:
    start = datetime(2027, 1, 4, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    year = Year(World(store, start, zone).people(), random.Random(seed))
    year.fill(agreements=12, events=6)
    year.live(days)
    return year


def test_a_year_with_outages_edits_and_changing_people(world: World) -> None:
    check(lived(world.store, "Asia/Tashkent", seed=1, days=400))


@pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)
def test_half_a_year_on_the_other_database(store: Store) -> None:
    check(lived(store, "Asia/Tashkent", seed=6, days=160))


@pytest.mark.parametrize(
    ("zone", "seed"),
    [
        ("Europe/Berlin", 2),
        ("America/New_York", 3),
        ("Australia/Lord_Howe", 4),
        ("Pacific/Apia", 5),
    ],
)
def test_months_in_other_zones(world: World, zone: str, seed: int) -> None:
    check(lived(world.store, zone, seed, days=140))
