"""`ask`: a question, or a batch of them, answered by the same engine as in the chat."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path

from sqlalchemy.orm import Session

from bot.ask import endpoint, engine
from bot.ask.answer import Answer, Outcome, Question
from bot.ask.batch import answer_lines, facts
from bot.chat.names import read_names
from bot.clock import local_day, system_clock
from bot.html import plain
from bot.language.names import Gazetteer
from bot.opening import open_store
from bot.settings import Settings
from bot.settings import read as read_settings
from bot.show import answers
from bot.terminal.files import lines_of
from bot.words import Words
from db.query import Query
from db.vocabulary import Language, Role


def ask(question: str, language: str | None, today: date | None, *, as_json: bool) -> int:
    """Prints the reply to one question. The terminal asks as an administrator."""
    settings = read_settings()
    spoken = Language(language) if language else settings.language
    with _registry(settings) as (session, names):
        asked = Question(question, spoken, today or _today(settings), Role.ADMIN)
        answer = _answered(settings, session, names, asked, None)
    if as_json:
        print(json.dumps({"reply": worded(answer), **facts(answer)}, ensure_ascii=False, indent=1))
    else:
        print(worded(answer))
    return 0


def ask_batch(file: Path, today: date | None) -> int:
    """Prints one object for each line of a JSON Lines file; `-` reads standard input."""
    settings = read_settings()
    lines = lines_of(file)
    with _registry(settings) as (session, names):
        day = today or _today(settings)
        answering = partial(_answered, settings, session, names)
        for told in answer_lines(lines, day, settings.language, answering, worded):
            sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
    return 0


def _answered(
    settings: Settings, session: Session, names: Gazetteer, asked: Question, before: Query | None
) -> Answer:
    """The engine's answer; what it does not understand, the endpoint is asked, where one is set."""
    answer = engine.ask(session, asked, names, before)
    if settings.model_url is None or answer.outcome is not Outcome.NOT_UNDERSTOOD:
        return answer
    spoken = replace(asked, language=answer.language)
    query = endpoint.meant(settings, asked.text, names, asked.today)
    return endpoint.answered(session, spoken, query, names) or answer


def worded(answer: Answer) -> str:
    """The text a person would see."""
    return plain(answers.reply(answer, _words(answer.language)).text)


@cache
def _words(language: Language) -> Words:
    return Words(language)


def _today(settings: Settings) -> date:
    return local_day(system_clock(), settings.zone)


@contextmanager
def _registry(settings: Settings) -> Iterator[tuple[Session, Gazetteer]]:
    store = open_store(settings, system_clock)
    with store.read() as session:
        yield session, read_names(session)
    store.close()
