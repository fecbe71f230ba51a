"""Many questions at once, JSON Lines in and out: for the terminal's `ask --batch`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from time import perf_counter

from bot.ask.answer import Answer, Question
from bot.jsonlines import objects
from db.query import Query
from db.vocabulary import Language, Role

Answering = Callable[[Question, Query | None], Answer]
"""The answer to a question that continues the query, if there is one."""
Wording = Callable[[Answer], str]
"""An answer as the plain text a person would see."""


def answer_lines(
    lines: Iterable[str],
    today: date,
    default: Language,
    answering: Answering,
    worded: Wording,
) -> Iterator[dict[str, object]]:
    """One object a line, in the order asked. A line that cannot be read gives its id, if any, and `error`."""
    asked: dict[str, Query | None] = {}
    for question in map(_checked, objects(lines)):
        if "error" in question:
            yield question
            continue
        began = perf_counter()
        before = asked.get(str(question.get("follows")))
        answer = answering(_question(question, today, default), before)
        took = (perf_counter() - began) * 1000
        # What was not understood does not break the thread.
        asked[str(question.get("id"))] = answer.query or before
        yield {"id": question.get("id"), "reply": worded(answer), **facts(answer), "ms": round(took, 3)}


def facts(answer: Answer) -> dict[str, object]:
    """What scripts read of an answer."""
    records = [{"sheet": sheet.value, "id": _id(answer, no)} for sheet, no in answer.records]
    return {
        "outcome": answer.outcome.value,
        "assumed": answer.assumed,
        "query": answer.query.as_json() if answer.query else None,
        "records": records,
    }


def _id(answer: Answer, no: int) -> str:
    """The workbook id; of a stage or a participant, which have none, the number."""
    records = answer.result.records if answer.result else ()
    record = next((r for r in records if r.no == no), None)
    return str(getattr(record, "id", no))


def _checked(question: dict[str, object]) -> dict[str, object]:
    spoken = question.get("lang")
    if "error" in question or spoken is None or spoken in set(Language):
        return question
    return {"id": question.get("id"), "error": "unknown lang"}


def _question(found: dict[str, object], today: date, default: Language) -> Question:
    spoken = found.get("lang")
    return Question(str(found["text"]), Language(str(spoken)) if spoken else default, today, Role.ADMIN)
