"""The mission, end to end, told once in each language: tests/dialogues/stories.

A story is a file of lines:

    # what follows
    clock 2026-12-25 09:00           the office's clock is moved
    stop, start                      the bot's life ends, another begins
    staff: text                      a person writes to the bot; `staff@group: text` writes in the group
    staff [✅]                       a person presses the newest button that begins so
    staff                            a person only listens
      a fragment | another           what that person then hears: one message, with all of these in it
      -                              nothing is heard

Everybody in a story speaks its language.
"""

from __future__ import annotations

import re
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.demo.standin import Actor, Group
from db import members
from db.vocabulary import Language
from tests.dialogues.conftest import Stage

STORIES = Path(__file__).parent / "stories"
OFFICE = ZoneInfo("Asia/Tashkent")
_WHO = "(?P<who>staff|manager|admin|viewer|stranger)(?P<group>@group)?"
_ACTED = re.compile(_WHO + r"(?: \[(?P<label>.+)\]|: (?P<text>.+)|)")


@dataclass
class Told:
    """A story being played: who acted last, and where."""

    stage: Stage
    lives: AsyncExitStack
    group: Group
    actor: Actor | None = None
    place: Group | None = None

    async def play(self, line: str) -> None:
        """One line of it. Raises AssertionError where something else is heard, or nothing."""
        if line.startswith("  "):
            await self._hears(line.strip())
        elif line.startswith("clock "):
            told = datetime.strptime(line, "clock %Y-%m-%d %H:%M").replace(tzinfo=OFFICE)
            self.stage.clock.now = told.astimezone(UTC)
        elif line == "stop":
            await self.lives.aclose()
        elif line == "start":
            await self.lives.enter_async_context(self.stage.bot())
        else:
            await self._acts(line)

    async def _acts(self, line: str) -> None:
        acted = _ACTED.fullmatch(line)
        assert acted, f"no line of a story: {line}"
        self.actor = self.stage.people[acted["who"]]
        self.place = self.group if acted["group"] else None
        if acted["text"]:
            self.actor.catches_up(self.place)
            await self.actor.says(acted["text"], self.place)
        elif acted["label"]:
            self.actor.catches_up(self.place)
            await self.actor.presses(acted["label"], chat=self.place)

    async def _hears(self, fragments: str) -> None:
        assert self.actor, "nobody has acted"
        if fragments == "-":
            await self.actor.hears_nothing(self.place)
            return
        heard = await self.actor.hears(self.place)
        said = heard.text.replace("\N{NO-BREAK SPACE}", " ") + " ".join(heard.labels)
        missing = [fragment for fragment in fragments.split(" | ") if fragment not in said]
        assert not missing, f"{missing} not in: {heard.line()}"


@pytest.mark.parametrize("language", Language)
async def test_the_mission_is_told_in_every_language(stage: Stage, language: Language) -> None:
    with stage.store().write() as session:
        for person in ("staff", "manager", "admin", "viewer"):
            members.speak(session, stage.people[person].id, language)
    stage.stranger.person.language_code = language.value.replace("uz-Latn", "uz")
    group = stage.group()
    async with AsyncExitStack() as lives:
        await lives.enter_async_context(stage.bot())
        await group.adds_bot(by=stage.admin)
        told = Told(stage, lives, group)
        for number, line in enumerate((STORIES / f"{language}.txt").read_text("utf-8").splitlines(), 1):
            try:
                if line and not line.startswith("#"):
                    await told.play(line)
            except AssertionError as fault:
                fault.add_note(f"{language}.txt, line {number}: {line}")
                raise
