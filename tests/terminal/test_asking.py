"""`ask` on the terminal: the same engine, and the same endpoint for what it declines, where one is set."""

import asyncio
import json
import shutil
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from bot.__main__ import main
from db import sample
from tests.dialogues.test_advice import ASKED, endpoint, of_poland


@pytest.fixture
def registry(sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample in a database of its own; the terminal speaks English."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(
        "HAMKOR_DATABASE_URL", f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'hamkor.db')}"
    )
    monkeypatch.setenv("HAMKOR_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("HAMKOR_LANGUAGE", "en")
    with sample.registry() as file:
        assert main(["import", str(file)]) == 0


@pytest.mark.usefixtures("registry")
async def test_the_terminal_asks_the_endpoint_what_the_parser_declines_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def asks(*words: str) -> str:
        capsys.readouterr()
        assert await asyncio.to_thread(main, ["ask", *words]) == 0
        return capsys.readouterr().out

    assert (await asks(ASKED)).startswith("❔")
    async with endpoint(of_poland) as (url, asked):
        assert (await asks(ASKED)).startswith("❔")
        assert not asked
        monkeypatch.setenv("HAMKOR_MODEL_URL", url)
        head, understood, *_ = (await asks(ASKED)).splitlines()
        assert "600" in head
        assert "language model" in understood
        told = json.loads(await asks(ASKED, "--json"))
        assert (told["outcome"], told["assumed"], told["records"]) == (
            "answered", True, [{"sheet": "exchanges", "id": "x7"}],
        )  # fmt: skip
        batch = tmp_path / "batch.jsonl"
        batch.write_text(json.dumps({"id": 1, "text": ASKED, "lang": "en"}))
        assert "600" in json.loads(await asks("--batch", str(batch)))["reply"]
        before = len(asked)
        assert "600" in await asks("How many copies did we receive from Poland?")
        assert (await asks("What will the weather be tomorrow?")).startswith("❔")
        assert len(asked) == before


@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize("lie", [{"choices": []}, 20.0], ids=["nonsense", "silence"])
async def test_an_endpoint_that_lies_or_hangs_costs_the_terminal_two_seconds_and_nothing_else(
    lie: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async with endpoint(lambda _: lie) as (url, asked):
        monkeypatch.setenv("HAMKOR_MODEL_URL", url)
        began = monotonic()
        assert await asyncio.to_thread(main, ["ask", ASKED]) == 0
        assert monotonic() - began < 6
    assert capsys.readouterr().out.splitlines()[-1].startswith(("❔", "“"))
    assert len(asked) == 1
