"""The registry in and out on the command line: import, export, backup, restore, on both databases."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.__main__ import main
from bot.clock import system_clock
from bot.remind import desk, plan
from bot.settings import read
from db import lock, members, notices, outbox, records, sample
from db.history import TERMINAL, save
from db.store import Store
from db.vocabulary import WORKBOOK, Role

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Runs one command; gives its exit status, what it said and what it complained of."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HAMKOR_DATABASE_URL", database_url)
    monkeypatch.setenv("HAMKOR_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("HAMKOR_LANGUAGE", "en")

    def ran(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        said = capsys.readouterr()
        return status, said.out, said.err

    return ran


def count(url: str) -> int:
    store = Store(url)
    with store.read() as session:
        found = sum(len(records.every(session, sheet)) for sheet in WORKBOOK)
    store.close()
    return found


def sample_in(run: Run) -> tuple[int, dict[str, Any]]:
    with sample.registry() as file:
        status, out, _ = run("import", str(file), "--json")
    return status, json.loads(out)


def test_the_sample_goes_in_comes_out_and_goes_in_again(run: Run, database_url: str, tmp_path: Path) -> None:
    with sample.registry() as file:
        status, out, _ = run("import", str(file), "--dry-run")
        assert status == 0
        assert "69" in out.splitlines()[0]
        assert count(database_url) == 0
    status, told = sample_in(run)
    assert (status, sum(told["added"].values()), told["unchanged"]) == (0, 69, 0)
    assert sample_in(run)[1]["unchanged"] == 69
    status, out, _ = run("export", "out.xlsx")
    assert status == 0
    assert "events: 17 rows" in out
    status, out, _ = run("import", "out.xlsx", "--json")
    assert (status, json.loads(out)["unchanged"]) == (0, 69)


def test_a_refused_row_is_told_with_its_place_and_stops_the_rest(
    run: Run, database_url: str, tmp_path: Path
) -> None:
    sample_in(run)
    run("export", "out.xlsx")
    book = load_workbook("out.xlsx")
    book["exchanges"]["D3"] = -4
    book["exchanges"]["D4"] = 5
    book.save("out.xlsx")
    status, out, _ = run("import", "out.xlsx")
    assert status == 1
    assert "sheet exchanges, row 3, column quantity" in out
    status, out, _ = run("import", "out.xlsx", "--partial", "--json")
    told = json.loads(out)
    assert (status, told["written"], told["changed"]) == (0, True, {"exchanges": 1})
    assert [(one["row"], one["column"], one["reason"]) for one in told["refused"]] == [
        (3, "quantity", "not-whole")
    ]


@pytest.mark.parametrize("name", ["none.xlsx", "letter.xlsx"])
def test_a_file_that_is_not_there_or_no_workbook_is_one_clear_line(
    run: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / "letter.xlsx").write_text("Dear colleagues")
    status, out, err = run("import", name)
    assert (status, out, err.count("\n")) == (1, "", 1)
    status, out, err = run("restore", name)
    assert (status, out, err.count("\n")) == (1, "", 1)


def test_a_backup_brings_everything_back_but_not_over_what_is_there(run: Run, database_url: str) -> None:
    sample_in(run)
    status, out, _ = run("backup", "b.zip")
    assert status == 0
    assert "69 records" in out
    status, _, err = run("restore", "b.zip")
    assert status == 1
    assert "--replace" in err
    store = Store(database_url)
    with store.write() as session:
        save(session, TERMINAL, [{"sheet": "partners", "name_en": "Later"}], now=system_clock())
    with lock.running(store, lambda: None):
        status, _, err = run("restore", "b.zip", "--replace")
        assert status == 1
        assert "stop it first" in err
    store.close()
    assert count(database_url) == 70
    status, out, _ = run("restore", "b.zip", "--replace")
    assert status == 0
    assert count(database_url) == 69


def test_reminders_that_fell_due_after_the_backup_are_not_sent_again(run: Run, database_url: str) -> None:
    """The backup has an agreement nobody had planned for yet; the lost registry may have reminded of it."""
    run("check")
    store, now = Store(database_url), system_clock()
    store.migrate()
    end = now.date() + timedelta(days=5)
    with store.write() as session:
        members.admit(session, 101, "Nilufar", Role.MANAGER, now)
        rows = [
            {"sheet": "partners", "id": "lnb", "name_en": "L"},
            {"sheet": "agreements", "id": "a1", "partner": "lnb", "term": f"2020-01-01/{end}"},
        ]
        save(session, TERMINAL, rows, now=now)
    run("backup", "b.zip")
    run("restore", "b.zip", "--replace")
    with store.write() as session:
        here = desk.at(session, read(), system_clock())
        assert not plan.unplanned(session, here)
        assert notices.due(session, system_clock()) == ()
        coming = notices.due(session, now + timedelta(days=30))
        assert {row.step for row in coming} == {"end-1", "end-0", "end+7"}
        assert outbox.claim(session, now + timedelta(days=30)) == []
    store.close()


def test_what_takes_longer_than_a_moment_shows_how_far_it_is(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.progress.SECONDS", 0.0)
    with sample.registry() as file:
        quiet = run("import", str(file), "--dry-run")[2]
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)
        commands = (("import", str(file)), ("export", "out.xlsx"), ("backup", "b.zip"),
                    ("restore", "b.zip", "--replace"))  # fmt: skip
        shown = {command[0]: percents(run(*command)[2]) for command in commands}
    assert "%" not in quiet, "a log is no screen"
    for command, told in shown.items():
        assert told == sorted(told), command
        assert told[-1] == 100, command
        assert len(set(told)) > 3, command


def percents(screen: str) -> list[int]:
    """What stood on the last line, one after the other; in the end, nothing."""
    *told, wiped = screen.split("\r\x1b[K")
    assert wiped == ""
    return [int(line.removesuffix(" %")) for line in told if line]
