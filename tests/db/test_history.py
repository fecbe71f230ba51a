from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from db import agreements, events, exchanges, participants, partners, records, registry, replan
from db.changes import Action
from db.edtf import Edtf
from db.history import TERMINAL, Actor, entries_of, last_batch, of_record, remove, save, undo
from db.references import References
from db.refused import Refused
from db.store import Store
from db.vocabulary import WORKBOOK, Direction, Names, Party, Row, Sheet

NILUFAR = Actor(101, "Nilufar")
BAXTIYOR = Actor(102, "Baxtiyor")

RIGA: Row = {
    "sheet": "partners",
    "id": "new1",
    "name_en": "National Library of Latvia",
    "aliases": "LNB; ЛНБ",
}
SENT: Row = {
    "sheet": "exchanges",
    "partner": "new1",
    "direction": "sent",
    "quantity": 12,
    "date": "2026-08-04",
}


def one_exchange(session: Session, now: datetime) -> int | None:
    return save(session, NILUFAR, [RIGA, SENT], now=now).batch


def rows(session: Session) -> dict[str, list[dict[str, str | int]]]:
    """The whole registry in the workbook's terms."""
    references = References(session)
    return {
        sheet: [records.row_of(sheet, record, references) for record in records.every(session, sheet)]
        for sheet in WORKBOOK
    }


def test_new_records_get_numbers_and_refer_to_each_other(store: Store, now: datetime) -> None:
    with store.write() as session:
        receipt = save(session, NILUFAR, [SENT, RIGA], now=now)
    assert [(saved.sheet, saved.no, saved.id, saved.action) for saved in receipt.saved] == [
        (Sheet.EXCHANGES, 1, "x1", Action.ADDED),
        (Sheet.PARTNERS, 1, "p1", Action.ADDED),
    ]
    with store.read() as session:
        exchange = exchanges.by_id(session, "x1")
        assert exchange is not None
        assert (exchange.partner, exchange.direction, exchange.quantity) == (1, Direction.SENT, 12)
        assert exchange.date == Edtf.parse("2026-08-04")
        partner = partners.get(session, 1)
        assert partner is not None
        assert partner.names == Names(en="National Library of Latvia")
        assert partner.aliases == ("LNB", "ЛНБ")


def test_a_row_with_an_id_changes_only_its_columns_and_an_empty_value_clears(
    store: Store, now: datetime
) -> None:
    with store.write() as session:
        one_exchange(session, now)
    with store.write() as session:
        receipt = save(
            session, NILUFAR, [{"sheet": "exchanges", "id": "x1", "titles": 3, "date": ""}], now=now
        )
    assert receipt.saved[0].action is Action.CHANGED
    with store.read() as session:
        exchange = exchanges.get(session, 1)
        assert exchange is not None
        assert (exchange.quantity, exchange.titles, exchange.date) == (12, 3, None)


def test_what_changes_nothing_is_not_kept(store: Store, now: datetime) -> None:
    with store.write() as session:
        one_exchange(session, now)
        again = save(session, NILUFAR, [{"sheet": "exchanges", "id": "x1", "quantity": "12"}], now=now)
        assert again.batch is None
        assert again.saved[0].action is Action.UNCHANGED
        assert len(of_record(session, Sheet.EXCHANGES, 1)) == 1


@pytest.mark.parametrize("partner", ["p1", "national library of latvia", "LNB", "лнб", "  Lnb "])
def test_a_partner_is_found_by_id_or_any_name(store: Store, now: datetime, partner: str) -> None:
    with store.write() as session:
        one_exchange(session, now)
        save(session, NILUFAR, [{"sheet": "exchanges", "partner": partner, "direction": "sent"}], now=now)
        exchange = exchanges.get(session, 2)
        assert exchange is not None
        assert exchange.partner == 1


def test_a_new_partner_is_found_by_name_in_the_same_call(store: Store, now: datetime) -> None:
    named = {"sheet": "partners", "name_ru": "Библиотека Конгресса"}
    sent = {"sheet": "exchanges", "partner": "библиотека конгресса", "direction": "sent"}
    with store.write() as session:
        save(session, NILUFAR, [sent, named], now=now)
        assert [exchange.partner for exchange in exchanges.every(session)] == [1]


@pytest.mark.parametrize(
    ("row", "key", "column"),
    [
        ({"sheet": "exchanges", "direction": "sent"}, "needed", "partner"),
        ({"sheet": "exchanges", "partner": "p1"}, "needed", "direction"),
        ({"sheet": "exchanges", "id": "x1", "partner": ""}, "needed", "partner"),
        ({"sheet": "exchanges", "partner": "Atlantis", "direction": "sent"}, "partner-unknown", "partner"),
        ({"sheet": "exchanges", "partner": "us", "direction": "sent"}, "partner-is-us", "partner"),
        ({"sheet": "exchanges", "id": "x1", "direction": "both"}, "word-unknown", "direction"),
        ({"sheet": "exchanges", "id": "x1", "quantity": -1}, "not-whole", "quantity"),
        ({"sheet": "exchanges", "id": "x1", "quantity": "2.5"}, "not-whole", "quantity"),
        ({"sheet": "exchanges", "id": "x1", "quantity": "٣"}, "not-whole", "quantity"),
        ({"sheet": "exchanges", "id": "x1", "quantity": "9" * 30}, "too-great", "quantity"),
        ({"sheet": "exchanges", "id": "x1", "date": "2015-02-29"}, "date-unreadable", "date"),
        ({"sheet": "exchanges", "id": "x1", "date": "2015/2014"}, "date-backwards", "date"),
        ({"sheet": "exchanges", "id": "x1", "event": "e9"}, "reference-unknown", "event"),
        ({"sheet": "exchanges", "id": "x1", "note": "n" * 4001}, "too-long", "note"),
        ({"sheet": "exchanges", "id": "y" * 101, "partner": "p1", "direction": "sent"}, "too-long", "id"),
        ({"sheet": "agreements", "partner": "p1", "term": "2014"}, "not-a-term", "term"),
        (
            {"sheet": "agreements", "id": "a7", "partner": "p1", "replaces": "a7"},
            "replaces-itself",
            "replaces",
        ),
        ({"sheet": "partners", "name_en": "X", "country": "Utopia"}, "country-unknown", "country"),
        ({"sheet": "partners", "city": "Riga"}, "name-needed", "name_en"),
        ({"sheet": "partners", "id": "p1", "name_en": " "}, "name-needed", "name_en"),
        ({"sheet": "partners", "id": "us", "name_en": "Us"}, "id-reserved", "id"),
    ],
)
def test_what_cannot_be_is_refused_with_its_column(
    store: Store, now: datetime, row: Row, key: str, column: str
) -> None:
    with store.write() as session:
        one_exchange(session, now)
    with store.write() as session:
        before = rows(session)
        with pytest.raises(Refused) as refused:
            save(session, NILUFAR, [{"sheet": "partners", "name_en": "Good"}, row], now=now)
        assert (refused.value.key, refused.value.values["column"]) == (key, column)
        assert rows(session) == before


def test_a_name_of_two_partners_is_not_guessed(store: Store, now: datetime) -> None:
    twins: list[Row] = [
        {"sheet": "partners", "id": name, "name_en": name, "aliases": "NL"} for name in ("one", "two")
    ]
    with store.write() as session:
        save(session, NILUFAR, twins, now=now)
        with pytest.raises(Refused, match="partner-ambiguous") as refused:
            save(session, NILUFAR, [{"sheet": "exchanges", "partner": "nl", "direction": "sent"}], now=now)
        assert refused.value.values["ids"] == "one, two"


def test_hosts_are_partners_ourselves_or_as_written(store: Store, now: datetime) -> None:
    hosts = ("LNB", "us", "Ministry of Culture")
    with store.write() as session:
        save(session, NILUFAR, [RIGA], now=now)
        save(
            session, NILUFAR, [{"sheet": "events", "title_en": host, "host": host} for host in hosts], now=now
        )
        found = [event.host for event in events.every(session)]
    assert found == [Party(partner=1), Party(text="us"), Party(text="Ministry of Culture")]
    assert [host.is_us for host in found if host] == [False, True, False]


def test_imported_short_ids_keep_their_numbers_and_clashes_are_refused(store: Store, now: datetime) -> None:
    made = [
        {"sheet": "series", "id": name, "title_en": name}
        for name in ("winter", "s2", "s07", "s1000000000", "S4", "e9")
    ]
    with store.write() as session:
        receipt = save(session, NILUFAR, made, now=now)
        assert [saved.no for saved in receipt.saved] == [1, 2, 3, 4, 5, 6]
        later = save(session, NILUFAR, [{"sheet": "series", "title_en": "made in the chat"}], now=now)
        assert (later.saved[0].no, later.saved[0].id) == (7, "s7")
        far = save(session, NILUFAR, [{"sheet": "series", "id": "s40", "title_en": "far"}], now=now)
        assert far.saved[0].no == 40
        next_one = save(session, NILUFAR, [{"sheet": "series", "title_en": "next"}], now=now)
        assert next_one.saved[0].id == "s41"
        with pytest.raises(Refused, match="id-clash") as refused:
            save(session, NILUFAR, [{"sheet": "series", "id": "s3", "title_en": "clash"}], now=now)
        assert refused.value.values["other"] == "s07"


def test_the_same_id_twice_is_refused(store: Store, now: datetime) -> None:
    with store.write() as session, pytest.raises(Refused, match="id-twice"):
        save(session, NILUFAR, [{**RIGA, "id": "lnb"}, {**RIGA, "id": "lnb"}], now=now)


def test_numbers_are_never_given_out_again(store: Store, now: datetime) -> None:
    with store.write() as session:
        one_exchange(session, now)
        remove(session, NILUFAR, Sheet.EXCHANGES, 1, now=now)
        again = save(session, NILUFAR, [{**SENT, "partner": "p1"}], now=now)
        assert again.saved[0].id == "x2"


def test_rows_without_an_id_are_named_by_number(store: Store, now: datetime) -> None:
    event: Row = {"sheet": "events", "id": "new1", "title_en": "Forum"}
    guest: Row = {"sheet": "participants", "event": "new1", "person": "A. Navoiy"}
    with store.write() as session:
        save(session, NILUFAR, [event, guest], now=now)
        save(session, NILUFAR, [{"sheet": "participants", "no": 1, "role": "speaker"}], now=now)
        found = participants.every(session)
    assert [(one.person, one.role, one.people) for one in found] == [("A. Navoiy", "speaker", 1)]


def test_a_record_that_others_refer_to_stays(store: Store, now: datetime) -> None:
    with store.write() as session:
        one_exchange(session, now)
        with pytest.raises(Refused, match="in-use") as refused:
            remove(session, NILUFAR, Sheet.PARTNERS, 1, now=now)
        assert refused.value.values == {"count": 1, "ids": "x1"}
        assert records.referring(session, Sheet.PARTNERS, 1) == ((Sheet.EXCHANGES, 1),)
        remove(session, NILUFAR, Sheet.EXCHANGES, 1, now=now)
        remove(session, NILUFAR, Sheet.PARTNERS, 1, now=now)
        assert not any(rows(session).values())
        with pytest.raises(Refused, match="record-gone"):
            remove(session, NILUFAR, Sheet.PARTNERS, 1, now=now)


def test_an_author_who_has_seen_an_older_version_is_told(store: Store, now: datetime) -> None:
    seen: Row = {"sheet": "exchanges", "id": "x1", "version": 1, "note": "mine"}
    with store.write() as session:
        one_exchange(session, now)
        save(session, BAXTIYOR, [{"sheet": "exchanges", "id": "x1", "quantity": 13}], now=now)
        with pytest.raises(Refused, match="changed-since"):
            save(session, NILUFAR, [seen], now=now)
        remove(session, BAXTIYOR, Sheet.EXCHANGES, 1, now=now)
        with pytest.raises(Refused, match="record-gone"):
            save(session, NILUFAR, [seen], now=now)


def test_undoing_and_doing_again(store: Store, now: datetime) -> None:
    with store.write() as session:
        added = one_exchange(session, now)
        state = [rows(session)]
        changed = save(
            session, NILUFAR, [{"sheet": "exchanges", "id": "x1", "quantity": 0, "date": ""}], now=now
        ).batch
        state.append(rows(session))
        gone = remove(session, NILUFAR, Sheet.EXCHANGES, 1, now=now).batch
        assert added
        assert changed
        assert gone

        back = undo(session, NILUFAR, gone, now=now).batch
        assert rows(session) == state[1]
        undo(session, NILUFAR, changed, now=now)
        assert rows(session) == state[0]
        assert back
        with pytest.raises(Refused, match="changed-since"):
            undo(session, NILUFAR, back, now=now)
        nothing = undo(session, NILUFAR, added, now=now).batch
        assert not any(rows(session).values())
        with pytest.raises(Refused, match="undo-done"):
            undo(session, NILUFAR, added, now=now)

        assert nothing
        again = undo(session, NILUFAR, nothing, now=now).batch
        assert rows(session) == state[0]
        assert again
        undo(session, NILUFAR, again, now=now)
        assert not any(rows(session).values())
        with pytest.raises(Refused, match="undo-unknown"):
            undo(session, NILUFAR, 9999, now=now)


def test_undo_is_refused_when_a_later_change_stands_on_it(store: Store, now: datetime) -> None:
    with store.write() as session:
        added = one_exchange(session, now)
        later = save(session, BAXTIYOR, [{"sheet": "exchanges", "id": "x1", "note": "by sea"}], now=now).batch
        assert added
        assert later
        with pytest.raises(Refused, match="changed-since"):
            undo(session, NILUFAR, added, now=now)
        undo(session, BAXTIYOR, later, now=now)
        other = save(
            session, BAXTIYOR, [{"sheet": "exchanges", "partner": "p1", "direction": "sent"}], now=now
        ).batch
        with pytest.raises(Refused, match="in-use"):
            undo(session, NILUFAR, added, now=now)
        assert len(exchanges.every(session)) == 2
        assert other
        undo(session, BAXTIYOR, other, now=now)
        undo(session, NILUFAR, added, now=now)
        assert not any(rows(session).values())


def test_the_last_batch_is_ones_own_and_stands(store: Store, now: datetime) -> None:
    with store.write() as session:
        assert last_batch(session, NILUFAR) is None
        first = one_exchange(session, now)
        second = save(session, NILUFAR, [{"sheet": "exchanges", "id": "x1", "note": "n"}], now=now).batch
        save(session, BAXTIYOR, [{"sheet": "partners", "name_en": "B"}], now=now)
        save(session, TERMINAL, [{"sheet": "partners", "name_en": "T"}], now=now)
        found = last_batch(session, NILUFAR)
        assert found is not None
        assert (found.no, found.actor, found.at) == (second, NILUFAR, now)
        undo(session, NILUFAR, found.no, now=now)
        before = last_batch(session, NILUFAR)
        assert before is not None
        assert before.no == first
        mine = last_batch(session, TERMINAL)
        assert mine is not None
        assert [entry.after["name_en"] for entry in entries_of(session, mine.no)] == ["T"]


def test_history_keeps_who_when_before_and_after(store: Store, now: datetime) -> None:
    later = now + timedelta(hours=1)
    with store.write() as session:
        one_exchange(session, now)
        save(session, BAXTIYOR, [{"sheet": "exchanges", "id": "x1", "quantity": 13, "date": ""}], now=later)
    with store.read() as session:
        added, changed = of_record(session, Sheet.EXCHANGES, 1)
    assert (added.batch.at, added.batch.actor, added.before) == (now, NILUFAR, {})
    assert added.after == {
        "id": "x1",
        "partner": "p1",
        "direction": "sent",
        "quantity": 12,
        "date": "2026-08-04",
    }
    assert (changed.batch.at, changed.batch.actor) == (later, BAXTIYOR)
    assert changed.before == {"quantity": 12, "date": "2026-08-04"}
    assert changed.after == {"quantity": 13, "date": ""}


def test_names_raise_the_registrys_version_and_dates_mark_what_to_plan_again(
    store: Store, now: datetime
) -> None:
    with store.write() as session:
        before = registry.version(session)
        one_exchange(session, now)
        named = registry.version(session)
        save(session, NILUFAR, [{"sheet": "exchanges", "id": "x1", "quantity": 1}], now=now)
        assert before < named == registry.version(session)
        partner = (Sheet.PARTNERS, 1)
        assert replan.take(session, 10) == ((Sheet.EXCHANGES, 1), partner)
        save(session, NILUFAR, [{"sheet": "agreements", "partner": "p1", "term": "2020/2027"}], now=now)
        assert replan.take(session, 10) == ((Sheet.AGREEMENTS, 1), partner)
        save(
            session,
            NILUFAR,
            [{"sheet": "approvals", "agreement": "a1", "stage": "Ministry of Justice"}],
            now=now,
        )
        stage = (Sheet.APPROVALS, 1)
        assert replan.take(session, 10) == ((Sheet.AGREEMENTS, 1), stage)
        remove(session, NILUFAR, Sheet.APPROVALS, 1, now=now)
        remove(session, NILUFAR, Sheet.AGREEMENTS, 1, now=now)
        assert replan.take(session, 10) == ((Sheet.AGREEMENTS, 1), stage, partner)
        assert agreements.every(session) == ()


def test_text_is_kept_as_written_but_for_what_no_one_can_see(store: Store, now: datetime) -> None:
    written = ' =HYPERLINK("x") 😀 oʻ\u200b\u0000\r\nsecond\tline\ufeff '
    with store.write() as session:
        save(session, NILUFAR, [{**RIGA, "note": written}], now=now)
    with store.read() as session:
        (partner,) = partners.every(session)
        assert partner.note == '=HYPERLINK("x") 😀 oʻ\nsecond line'


def test_listed_words_are_recognised_and_others_kept(store: Store, now: datetime) -> None:
    with store.write() as session:
        save(
            session,
            NILUFAR,
            [{**RIGA, "kind": "National Library", "country": "lv"}, {**SENT, "material": "Old Prints"}],
            now=now,
        )
        (partner,), (exchange,) = partners.every(session), exchanges.every(session)
    assert (partner.kind, partner.country, exchange.material) == ("national library", "LV", "Old Prints")


def test_a_refused_record_takes_those_that_refer_to_it_along(store: Store, now: datetime) -> None:
    from db.changes import plan

    wrong: list[Row] = [
        {"sheet": "partners", "id": "lnb", "name_en": "L", "country": "Utopia"},
        {"sheet": "agreements", "id": "new1", "partner": "lnb"},
        {"sheet": "agreements", "id": "new2", "partner": "ok", "replaces": "new1"},
        {"sheet": "partners", "id": "ok", "name_en": "O"},
    ]
    with store.read() as session:
        planned = plan(session, wrong)
    assert [(index, fault.key) for index, fault in planned.refused] == [
        (0, "country-unknown"),
        (1, "reference-refused"),
        (2, "reference-refused"),
    ]
    assert [change.id for change in planned.changes] == ["ok"]
