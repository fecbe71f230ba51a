import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from db import (
    attachments,
    backup,
    chores,
    enclosures,
    exchanges,
    inbox,
    invitations,
    lock,
    members,
    migrations,
    notices,
    ourselves,
    outbox,
    sources,
)
from db.attachments import Brought
from db.backup import Manifest
from db.chores import Chore
from db.files import Files
from db.history import TERMINAL, entries_of, last_batch, save, undo
from db.metadata import metadata
from db.notices import Reminder
from db.refused import Refused
from db.restore import restore
from db.sources import Source
from db.store import Store
from db.vocabulary import Role, Sheet

LATER = timedelta(days=2)


@pytest.fixture
def other(tmp_path: Path, sqlite_template: Path) -> Iterator[Store]:
    """A second, empty registry on SQLite."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "hamkor.db").write_bytes(sqlite_template.read_bytes())
    store = Store(f"sqlite:///{tmp_path / 'other' / 'hamkor.db'}")
    yield store
    store.close()


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "files")


def filled(store: Store, now: datetime) -> None:
    """A registry in use: records, history, a member, something on its way."""
    with store.write() as session:
        ourselves.fill(session, "National Library of Uzbekistan", "Tashkent", "UZ")
        members.admit(session, 101, "Nilufar", Role.MANAGER, now)
        save(
            session,
            TERMINAL,
            [
                {"sheet": "partners", "id": "new1", "name_ru": "Библиотека «Ё»", "note": "two\nlines"},
                {
                    "sheet": "exchanges",
                    "partner": "new1",
                    "direction": "sent",
                    "quantity": 0,
                    "date": "2014?",
                },
                {"sheet": "agreements", "partner": "new1", "term": "2014/2016-05-01", "renews_months": 12},
            ],
            now=now,
        )
        changed = save(session, TERMINAL, [{"sheet": "exchanges", "id": "x1", "quantity": 7}], now=now)
        assert changed.batch
        undo(session, TERMINAL, changed.batch, now=now)
        inbox.keep(session, [{"update_id": 5, "message": {"text": "салом"}}], now)
        outbox.put(session, 101, "sendMessage", {"text": "<b>oʻ</b>"}, now)
        invitations.invite(session, "code", Role.STAFF, now + timedelta(days=7), None)
        due = [
            Reminder(Sheet.AGREEMENTS, 1, step, 101, now.date(), now + when, late=False)
            for step, when in (("end-7", -LATER), ("end-1", LATER))
        ]
        notices.add(session, due)
        scan = Brought(101, "Nilufar", 101, "0" * 64, "letter.pdf", picture=False, size=16)
        attachments.wait(session, scan, now)
        attachments.settle(session, 101, 101, [(Sheet.EXCHANGES, 1)])
        sources.keep(session, Source(1, 101, 7, "two lines"))
        chores.put(session, Chore(101, "Nilufar", 101, "attach", "file", {}), now)


def idle(_session: Session) -> None:
    """Nothing was to be sent meanwhile."""


def everything(store: Store) -> dict[str, list[Any]]:
    """Every row of every table, alike on both databases."""
    with store.read() as session:
        connection = session.connection()
        return {
            table.name: [
                [value.replace(tzinfo=UTC) if isinstance(value, datetime) else value for value in row]
                for row in connection.execute(sa.select(table).order_by(*table.primary_key))
            ]
            for table in metadata.sorted_tables
            if table.name not in {"enclosures", "chores"}
        }


@pytest.mark.parametrize("there_and_back", [False, True])
def test_a_restored_registry_is_the_same_but_for_what_was_on_its_way(
    store: Store, other: Store, files: Files, tmp_path: Path, now: datetime, there_and_back: bool
) -> None:
    source, target = (other, store) if there_and_back else (store, other)
    filled(source, now)
    name = files.put(b"a scanned letter")
    elsewhere = Files(tmp_path / "elsewhere")
    backup.backup(source, tmp_path / "b.zip", files, now)
    found = restore(target, tmp_path / "b.zip", elsewhere, now, replace=False, catch_up=idle)
    assert (found.revision, found.made, found.tables["partners"].size) == (migrations.head(), now, 1)
    assert elsewhere.path(name).read_bytes() == b"a scanned letter"
    before, after = everything(source), everything(target)
    moved = {"outbox", "inbox", "notices", "invitations", "registry"}
    assert {name for name in before if before[name] != after[name]} == moved
    assert set(before) == set(after)
    with target.write() as session:
        again = save(
            session, TERMINAL, [{"sheet": "exchanges", "partner": "p1", "direction": "sent"}], now=now
        )
        assert again.saved[0].id == "x2"
        latest = last_batch(session, TERMINAL)
        assert latest is not None
        assert latest.no == again.batch == 4
        assert len(entries_of(session, 1)) == 3
        assert outbox.put(session, 101, "sendMessage", {}, now) == 2


def test_nothing_is_sent_or_done_again_because_of_a_restore(
    store: Store, files: Files, tmp_path: Path, now: datetime
) -> None:
    filled(store, now)
    backup.backup(store, tmp_path / "b.zip", files, now)
    restore(store, tmp_path / "b.zip", files, now, replace=True, catch_up=idle)
    with store.write() as session:
        assert outbox.claim(session, now + LATER) == []
        assert inbox.queue(session).waiting == 0
        assert chores.next_kind(session, now + LATER) is None
        assert notices.due(session, now + timedelta(hours=1)) == ()
        assert [row.step for row in notices.due(session, now + LATER)] == ["end-1"]
        assert invitations.look(session, "code", now) is None


def test_what_would_have_been_sent_meanwhile_counts_as_told(
    store: Store, files: Files, tmp_path: Path, now: datetime
) -> None:
    filled(store, now)
    backup.backup(store, tmp_path / "b.zip", files, now)

    def plan(session: Session) -> None:
        planned = Reminder(Sheet.AGREEMENTS, 1, "end-3", 101, now.date(), now, late=False)
        notices.add(session, [planned])
        outbox.put(session, 101, "sendMessage", {}, now)

    restore(store, tmp_path / "b.zip", files, now + LATER, replace=True, catch_up=plan)
    with store.write() as session:
        assert notices.due(session, now + LATER) == ()
        written = notices.of_records(session, Sheet.AGREEMENTS, [1])[1]
        assert {row.step: row.state for row in written} == dict.fromkeys(
            ("end-7", "end-1", "end-3"), notices.State.QUEUED
        )
        assert outbox.claim(session, now + LATER) == []


def test_a_registry_in_use_is_not_replaced_unless_wished(
    store: Store, files: Files, tmp_path: Path, now: datetime
) -> None:
    filled(store, now)
    backup.backup(store, tmp_path / "b.zip", files, now)
    with store.write() as session:
        save(session, TERMINAL, [{"sheet": "exchanges", "id": "x1", "note": "later"}], now=now)
    before = everything(store)
    with pytest.raises(Refused, match="registry-not-empty"):
        restore(store, tmp_path / "b.zip", files, now, replace=False, catch_up=idle)
    assert everything(store) == before
    restore(store, tmp_path / "b.zip", files, now, replace=True, catch_up=idle)
    with store.read() as session:
        assert [exchange.note for exchange in exchanges.every(session)] == [None]


def test_nothing_is_restored_while_a_bot_runs(
    store: Store, files: Files, tmp_path: Path, now: datetime
) -> None:
    backup.backup(store, tmp_path / "b.zip", files, now)
    with lock.running(store, lambda: None), lock.running(store, lambda: None):
        with pytest.raises(Refused, match="bot-running"):
            restore(store, tmp_path / "b.zip", files, now, replace=True, catch_up=idle)
        backup.backup(store, tmp_path / "b.zip", files, now)
    with lock.alone(store):
        with pytest.raises(Refused, match="restore-running"), lock.running(store, lambda: None):
            pass
        with pytest.raises(Refused, match="bot-running"):
            restore(store, tmp_path / "b.zip", files, now, replace=True, catch_up=idle)
    restore(store, tmp_path / "b.zip", files, now, replace=True, catch_up=idle)


def rewritten(file: Path, part: str, content: bytes | None) -> None:
    """The zip with one part changed, or without it."""
    with ZipFile(file) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with ZipFile(file, "w") as new:
        for name, held in parts.items():
            if name != part:
                new.writestr(name, held)
            elif content is not None:
                new.writestr(name, content)


DAMAGED: tuple[tuple[str, bytes | None, str], ...] = (
    ("tables/exchanges.jsonl", b'["no"]\n', "backup-damaged"),
    ("tables/exchanges.jsonl", None, "backup-damaged"),
    ("manifest.json", None, "backup-unreadable"),
    ("manifest.json", b"{}", "backup-unreadable"),
    ("manifest.json", b"[]", "backup-unreadable"),
    ("manifest.json", b"\xff", "backup-unreadable"),
)


def test_a_damaged_backup_changes_nothing(store: Store, files: Files, tmp_path: Path, now: datetime) -> None:
    filled(store, now)
    before, file, whole = everything(store), tmp_path / "b.zip", tmp_path / "whole.zip"
    backup.backup(store, whole, files, now)
    for part, content, key in DAMAGED:
        file.write_bytes(whole.read_bytes())
        rewritten(file, part, content)
        with pytest.raises(Refused, match=key):
            restore(store, file, files, now, replace=True, catch_up=idle)
    assert everything(store) == before


def test_a_file_that_is_no_backup(store: Store, files: Files, tmp_path: Path, now: datetime) -> None:
    for content in (b"", b"no zip", b"PK\x03\x04"):
        (tmp_path / "b.zip").write_bytes(content)
        with pytest.raises(Refused, match="backup-unreadable"):
            restore(store, tmp_path / "b.zip", files, now, replace=True, catch_up=idle)
    with pytest.raises(Refused, match="backup-unreadable"):
        restore(store, tmp_path / "none.zip", files, now, replace=True, catch_up=idle)


def test_a_backup_of_a_newer_program_is_not_taken(
    store: Store, files: Files, tmp_path: Path, now: datetime
) -> None:
    manifest = backup.backup(store, tmp_path / "b.zip", files, now)
    newer = json.loads(manifest.packed()) | {"revision": "9999_future"}
    rewritten(tmp_path / "b.zip", "manifest.json", json.dumps(newer).encode())
    with pytest.raises(Refused, match="backup-newer"):
        restore(store, tmp_path / "b.zip", files, now, replace=True, catch_up=idle)


def test_a_failure_in_the_midst_leaves_the_registry_as_it_was(
    store: Store, files: Files, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(store, now)
    backup.backup(store, tmp_path / "b.zip", files, now)
    before = everything(store)

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("db.restore._let_go", fail)
    with pytest.raises(KeyboardInterrupt):
        restore(store, tmp_path / "b.zip", files, now, replace=True, catch_up=idle)
    assert everything(store) == before


def test_a_backup_is_for_its_owner_alone_and_holds_what_its_manifest_says(
    store: Store, files: Files, tmp_path: Path, now: datetime
) -> None:
    filled(store, now)
    file = tmp_path / "b.zip"
    manifest = backup.backup(store, file, files, now)
    assert file.stat().st_mode & 0o077 == 0
    assert Manifest.unpacked(manifest.packed()) == manifest
    assert list(tmp_path.glob(".b.zip*")) == []


def test_what_was_made_to_be_sent_stays_behind(store: Store, tmp_path: Path, now: datetime) -> None:
    with store.write() as session:
        enclosures.keep(session, b"a picture", now)
    made = backup.backup(store, tmp_path / "all.backup", Files(tmp_path / "files"), now)
    assert "outbox" in made.tables
    assert "enclosures" not in made.tables


def test_files_are_named_by_their_content(tmp_path: Path) -> None:
    files = Files(tmp_path / "files")
    assert list(files.every()) == []
    first, again, other = files.put(b"one"), files.put(b"one"), files.put(b"two")
    assert first == again != other
    assert files.path(first).read_bytes() == b"one"
    assert sorted(files.every()) == sorted({first, other})
    for wrong in ("", "../../etc/passwd", first[:-1], first.upper()):
        with pytest.raises(ValueError):
            files.path(wrong)
