"""What of `bench/questions` is answered right, declined and wrong, by registry and by writing system.

    python -m bench.understanding           the figures of the open part and of the unread one
    python -m bench.understanding --show    the open questions that were not answered right, with the replies

The unread part is measured and never shown: whoever develops the parser knows its figures alone.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bot.ask.answer import Answer, Outcome, Question
from bot.ask.engine import ask
from bot.chat.names import read_names
from bot.html import plain
from bot.language.scripts import normalise
from bot.record.workbook.load import Wish, import_workbook
from bot.show import answers
from bot.show.dates import day
from bot.words import Words
from db import ourselves
from db.history import TERMINAL
from db.query import Query
from db.store import Store
from db.vocabulary import Language, Role

TODAY = date(2026, 11, 23)
FOLDER = Path(__file__).parent / "questions"
SAMPLE = Path(__file__).parents[1] / "db" / "sample" / "registry-2016.xlsx"
REGISTRIES = {
    "natlib": ("National Library of Uzbekistan", "Tashkent", "UZ"),
    "university": ("Al-Farabi Kazakh National University Library", "Almaty", "KZ"),
    "archive": ("State Archive of Samarkand Region", "Samarkand", "UZ"),
    "museum": ("Library of the State Museum of Arts of Georgia", "Tbilisi", "GE"),
    "parliament": ("Parliamentary Library of Mongolia", "Ulaanbaatar", "MN"),
    "academy": ("Academic Library of Latvia", "Riga", "LV"),
    "sample": ("National Library of Uzbekistan", "Tashkent", "UZ"),
}
PARTS = {"open": tuple(REGISTRIES), "unread": ("parliament", "sample")}
VERDICTS = RIGHT, DECLINED, WRONG = "right", "declined", "wrong"
_SAID = {
    "%yes": ("answer-yes", "standing-in-force-until"), "%no": ("answer-no",),
    "%open": ("standing-in-force-open",),
    "%ongoing": ("filter-in-force", "standing-in-force-until"), "%ended": ("filter-ended", "standing-ended"),
    "%terminated": ("filter-ended", "standing-ended", "standing-terminated"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of one question."""

    verdict: str
    language: str
    text: str
    why: str
    reply: str


def judge(told: dict[str, Any], answer: Answer, reply: str) -> str:
    """Right, declined or wrong. A refusal is wrong nowhere: it is not right where an answer was due."""
    kind, line = told["kind"], reply.partition("\n")[0]
    refused = reply.startswith("❔")
    if kind == "answer":
        fits = _holds(told["line1"], line, answer) and _holds(told["body"], reply, answer)
        return DECLINED if refused else RIGHT if fits else WRONG
    if kind == "not_recorded":
        said = answer.outcome is Outcome.NOT_RECORDED or _holds(told["line1"], line, answer)
        return RIGHT if said else DECLINED if refused else WRONG
    if kind == "clarify":
        split = told.get("breakdown") or {"all": [["%never"]], "none": []}
        asked = answer.outcome is Outcome.CLARIFY and _holds(told["body"], reply, answer)
        return RIGHT if asked or _holds(split, reply, answer) else DECLINED if refused else WRONG
    return RIGHT if refused or (told["line1"]["all"] and _holds(told["line1"], line, answer)) else WRONG


def _holds(wanted: dict[str, Any], text: str, answer: Answer) -> bool:
    return all(any(_says(form, text, answer) for form in forms) for forms in wanted["all"]) and not any(
        _says(form, text, answer) for form in wanted["none"]
    )


def _says(form: str, text: str, answer: Answer) -> bool:
    words = Words(answer.language)
    if form == "%notrec":
        return answer.outcome is Outcome.NOT_RECORDED or words.plain("answer-no-figure") in text
    if form == "%none":
        return answer.outcome is Outcome.ANSWERED and not answer.records
    if form.startswith("%"):
        return any(_stands(key, words) in text.casefold() for key in _SAID.get(form, ()))
    if re.fullmatch(r"y\d{4}", form):
        return re.search(rf"(?<!\d){form[1:]}(?!\d)", text) is not None
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", form):
        return _tells(form, text, words)
    if re.fullmatch(r"\d+", form):
        figures = re.sub(r"(?<=\d)[\s,](?=\d{3}(?!\d))", "", text)
        return re.search(rf"(?<![\d/a-z]){form}(?!\d)", figures) is not None
    return normalise(form).casefold() in normalise(text).casefold()


_DATED = frozenset(("standing-in-force-until", "standing-ended", "standing-terminated"))


def _stands(key: str, words: Words) -> str:
    """The words of a text, without the day in it."""
    dated = {"date": ""} if key in _DATED else {}
    return words.plain(key, **dated).strip().casefold()


def _tells(form: str, text: str, words: Words) -> bool:
    """Whether a day or month is named, be it as a bound of a span: `1-12 December 2026`."""
    if form in text:
        return True
    moment = date.fromisoformat(form if form.count("-") > 1 else f"{form}-01")
    month = max(re.findall(r"[^\W\d_]+", day(moment, words)), key=len)[:3].casefold()
    parts = [rf"(?<!\d){moment.year}(?!\d)", month]
    parts += [rf"(?<!\d){moment.day}(?!\d)"] if form.count("-") > 1 else []
    return all(re.search(part, text.casefold()) for part in parts)


def heard(registry: str, part: str) -> Iterator[Heard]:
    """Every question of a part, answered by the engine on its registry."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{Path(folder) / 'bench.db'}")
        store.migrate()
        with store.write() as session:
            ourselves.fill(session, *REGISTRIES[registry])
        workbook = SAMPLE if registry == "sample" else FOLDER / f"{registry}.xlsx"
        import_workbook(store, workbook, TERMINAL, datetime(2026, 11, 23, tzinfo=UTC), Wish())
        with store.read() as session:
            names = read_names(session)
            before: dict[str, Query | None] = {}
            for line in (FOLDER / f"{registry}-{part}.jsonl").read_text(encoding="utf-8").splitlines():
                told = json.loads(line)
                question = Question(told["text"], Language(told["lang"]), TODAY, Role.ADMIN)
                answer = ask(session, question, names, before.get(told["follows"]))
                before[told["id"]] = answer.query
                reply = plain(answers.reply(answer, Words(answer.language)).text)
                yield Heard(judge(told, answer, reply), told["lang"], told["text"], told["why"], reply)
        store.close()


def _row(name: str, found: Counter[str]) -> str:
    every = sum(found.values()) or 1
    shares = "  ".join(
        f"{verdict} {found[verdict] * 100 / every:5.1f} %" for verdict in (RIGHT, DECLINED, WRONG)
    )
    return f"{name:24} {sum(found.values()):4}  {shares}"


def measure(part: str, *, show: bool) -> None:
    """Prints the figures of a part; with `show`, what was not right in it."""
    every: Counter[tuple[str, str]] = Counter()
    for registry in PARTS[part]:
        found: Counter[str] = Counter()
        for one in heard(registry, part):
            found[one.verdict] += 1
            every[one.language, one.verdict] += 1
            if show and one.verdict != RIGHT:
                print(f"[{one.verdict}] {one.text}\n    {one.why}\n    {one.reply.partition(chr(10))[0]}")
        print(_row(f"{registry}, {part}", found))
    for language in Language:
        print(
            _row(
                f"  {language.value}",
                Counter({v: every[language.value, v] for v in (RIGHT, DECLINED, WRONG)}),
            )
        )


if __name__ == "__main__":
    if "--show" in sys.argv:
        measure("open", show=True)
    else:
        measure("open", show=False)
        measure("unread", show=False)
