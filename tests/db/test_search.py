"""The compiler and the search, on both databases, against plain loops over the rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy.orm import Session

from db import history, ourselves, partners
from db.history import TERMINAL
from db.query import Condition, Field, Group, Having, Measure, Query, Side, Span, Unit
from db.result import recorded
from db.search import run
from db.store import Store
from db.vocabulary import Basis, Direction, Sheet
from tests.ask import oracle
from tests.ask.world import TODAY, Registry, registries

REGISTRY: Registry = registries()[1]
YEAR = Span(date(2019, 1, 1), date(2019, 12, 31))


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    with store.write() as writing:
        if not ourselves.named(writing):
            ourselves.fill(writing, *REGISTRY.us)
        history.save(writing, TERMINAL, REGISTRY.every(), now=datetime(2026, 11, 23, tzinfo=UTC))
    with store.read() as reading:
        yield reading


def ids(session: Session, query: Query) -> set[str]:
    return {str(getattr(record, "id", record.no)) for record in run(session, query, TODAY).records}


def test_exchanges_by_every_filter_and_measure(session: Session) -> None:
    r = REGISTRY
    first = str(oracle.exchanges(r, "received")[0]["partner"])
    partner = next(p for p in partners.every(session) if p.id == first)
    received = Query(
        subject=Sheet.EXCHANGES, measure=Measure.SUM, unit=Unit.COPIES, direction=Direction.RECEIVED
    )
    assert run(session, received, TODAY).figure == oracle.copies(oracle.exchanges(r, "received"))
    one = Query(
        subject=Sheet.EXCHANGES, measure=Measure.SUM, unit=Unit.COPIES, partners=(partner.no,), dated=YEAR
    )
    rows = [x for x in r.of("exchanges") if x["partner"] == first and str(x["date"]).startswith("2019")]
    assert run(session, one, TODAY).figure == (oracle.copies(rows) if rows else None)
    gifts = Query(
        subject=Sheet.EXCHANGES, measure=Measure.LIST, basis=Basis.GIFT, countries=(str(partner.country),)
    )
    near = {p["id"] for p in r.of("partners") if p["country"] == partner.country}
    assert ids(session, gifts) == oracle.ids(
        [x for x in r.of("exchanges") if x["basis"] == "gift" and x["partner"] in near]
    )
    best = Query(
        subject=Sheet.EXCHANGES,
        measure=Measure.RANK,
        unit=Unit.COPIES,
        direction=Direction.SENT,
        group=Group.PARTNER,
        limit=2,
    )
    assert [p.figure for p in run(session, best, TODAY).portions] == [
        n for _, n in oracle.ranking(r, "sent")[:2]
    ]


def test_all_other_records_by_filter_and_measure(session: Session) -> None:
    r = REGISTRY
    force = Query(subject=Sheet.AGREEMENTS, measure=Measure.LIST, at=YEAR)
    assert ids(session, force) == oracle.ids(
        [a for a in r.of("agreements") if oracle.in_force(a, *oracle.year(2019))]
    )
    ended = Query(subject=Sheet.AGREEMENTS, measure=Measure.LIST, conditions=(Condition.TERMINATED,))
    assert ids(session, ended) == oracle.ids(
        [a for a in r.of("agreements") if a.get("state") == "terminated"]
    )
    bare = Query(subject=Sheet.PARTNERS, measure=Measure.LIST, having=(Having(Sheet.AGREEMENTS, any=False),))
    covered = {a["partner"] for a in r.of("agreements")}
    assert ids(session, bare) == {str(p["id"]) for p in r.of("partners") if p["id"] not in covered}
    ours = Query(subject=Sheet.PARTICIPANTS, measure=Measure.SUM, unit=Unit.PEOPLE, side=Side.OURS)
    mine = [p for p in r.of("participants") if p["institution"] == "us"]
    assert run(session, ours, TODAY).figure == sum(int(p.get("count", 1)) for p in mine)
    ahead = Query(subject=Sheet.EVENTS, measure=Measure.LIST, upcoming=True)
    assert ids(session, ahead) == oracle.ids(oracle.upcoming(r))
    blank = Query(subject=Sheet.EVENTS, measure=Measure.LIST, missing=(Field.DATE,))
    assert ids(session, blank) == oracle.ids([e for e in r.of("events") if "date" not in e])
    abroad = Query(subject=Sheet.EVENTS, measure=Measure.COUNT, abroad=True)
    assert run(session, abroad, TODAY).figure == len(r.of("events"))


def test_drafts_are_left_out_before_anything_is_counted(session: Session, store: Store) -> None:
    concluded = REGISTRY.of("agreements")
    with_papers = {a["partner"] for a in concluded}
    other = next(str(p["id"]) for p in REGISTRY.of("partners") if p["id"] not in with_papers)
    draft = {"sheet": "agreements", "partner": other, "term": "2019/2020", "state": "draft"}
    with store.write() as writing:
        history.save(writing, TERMINAL, [draft], now=datetime(2026, 11, 23, tzinfo=UTC))
    count = Query(subject=Sheet.AGREEMENTS, measure=Measure.COUNT)
    of_partners = Query(subject=Sheet.AGREEMENTS, measure=Measure.COUNT, unit=Unit.PARTNERS)
    ranked = Query(subject=Sheet.AGREEMENTS, measure=Measure.RANK, group=Group.PARTNER)
    assert len(run(session, count, TODAY).records) == len(concluded) + 1
    assert run(session, count, TODAY, drafts=()).figure == len(concluded)
    assert run(session, of_partners, TODAY, drafts=()).figure == len(with_papers)
    portions = run(session, ranked, TODAY, drafts=()).portions
    assert len(portions) == len(with_papers)
    assert sum(portion.figure for portion in portions) == len(concluded)


def test_a_partner_is_reached_through_its_people_too(store: Store) -> None:
    rows = [
        {"sheet": "partners", "id": "p1", "name_en": "Latvia", "email": "lnb@lnb.lv"},
        {"sheet": "partners", "id": "p2", "name_en": "Poland"},
        {"sheet": "partners", "id": "p3", "name_en": "Korea", "contact": "Kim"},
        {"sheet": "contacts", "partner": "p1", "person": "Anna", "role": "Head", "email": "anna@lnb.lv"},
        {"sheet": "contacts", "partner": "p1", "person": "Janis", "phone": "+371"},
    ]
    with store.write() as writing:
        history.save(writing, TERMINAL, rows, now=datetime(2026, 11, 23, tzinfo=UTC))
    asked = (Field.CONTACT, Field.EMAIL, Field.PHONE)
    with store.read() as session:
        known = Query(subject=Sheet.PARTNERS, measure=Measure.FIELD, fields=asked)
        told = [recorded(record, field) for record in run(session, known, TODAY).records for field in asked]
        assert told == [
            "Anna (Head); Janis",
            "lnb@lnb.lv; anna@lnb.lv",
            "+371",
            None,
            None,
            None,
            "Kim",
            None,
            None,
        ]
        lacking = Query(subject=Sheet.PARTNERS, measure=Measure.LIST, missing=(Field.CONTACT,))
        assert ids(session, lacking) == {"p2"}
        having = Query(subject=Sheet.PARTNERS, measure=Measure.LIST, present=(Field.PHONE,))
        assert ids(session, having) == {"p1"}
