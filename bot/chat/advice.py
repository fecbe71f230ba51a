"""The optional plug-in: an OpenAI-compatible endpoint is asked about what the parser declined.

It is asked by the porter, with nothing open, for two seconds at most. What it says passes the validation, the
asker's rights and the wording of any other query; whatever is wrong with it, the person gets the parser's
own answer.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.ask import advice, engine
from bot.ask.answer import Answer, Outcome, Question, assumption
from bot.chat import asking
from bot.chat.context import Deps, known_names
from bot.chat.porter import Work
from bot.chat.turn import Turn
from bot.clock import local_day
from bot.language.names import Gazetteer
from bot.rights import Act
from bot.settings import Settings
from bot.show.reply import Reply
from db.chores import Chore
from db.query import Query
from db.vocabulary import Language

_log = logging.getLogger(__name__)
SECONDS = 2.0
_MOST_BYTES = 65536


def look(deps: Deps, chore: Chore, content: bytes) -> Query | None:
    """Asks the endpoint. Nothing that it does or fails to do is raised."""
    today = local_day(deps.clock(), deps.settings.zone)
    try:
        return asyncio.run(_advised(deps.settings, chore.body["text"], known_names(deps), today))
    except Exception as fault:  # noqa: BLE001 -- the parser's answer stands, whatever befell the endpoint
        _log.warning("the model's endpoint: %s", type(fault).__name__)
        return None


async def _advised(settings: Settings, text: str, names: Gazetteer, today: date) -> Query | None:
    async with asyncio.timeout(SECONDS):
        body = await _posted(settings, advice.messages(text, names, today))
    content = json.loads(body)["choices"][0]["message"]["content"]
    return advice.read_query(content, names) if isinstance(content, str) else None


async def _posted(settings: Settings, messages: list[dict[str, str]]) -> bytes:
    # A fifth of a second to import, for those alone who have set an endpoint.
    import aiohttp

    form = {"type": "json_schema", "json_schema": {"name": "query", "schema": advice.schema()}}
    payload: dict[str, Any] = {"model": settings.model_name, "messages": messages, "temperature": 0,
                               "response_format": form}  # fmt: skip
    headers = {"Authorization": f"Bearer {settings.model_key}"} if settings.model_key else {}
    async with (
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session,
        session.post(
            f"{settings.model_url}/chat/completions", json=payload, headers=headers, allow_redirects=False
        ) as response,
    ):
        response.raise_for_status()
        body = await response.content.read(_MOST_BYTES + 1)
        while len(body) <= _MOST_BYTES and (more := await response.content.read(_MOST_BYTES)):
            body += more
    if len(body) > _MOST_BYTES:
        raise ValueError("too long")
    return body


def settle(turn: Turn, found: Sequence[tuple[Chore, Query | None]]) -> Reply:
    """Says what the registry holds of the query; else what the parser said."""
    chore, query = found[0]
    text, language = chore.body["text"], Language(chore.body["language"])
    question = Question(text, language, turn.today, asking.role_here(turn))
    answer = engine.again(turn.session, question, query, turn.names) if query else None
    if answer is None or answer.outcome is not Outcome.ANSWERED or not answer.records:
        return asking.declined(turn, engine.ask(turn.session, question, turn.names), text)
    return asking.said(turn, _marked(answer), text)


def _marked(answer: Answer) -> Answer:
    """Nobody is to take the model's understanding for the bot's."""
    return replace(answer, assumptions=(assumption("advised"), *answer.assumptions))


WORK = Work(Act.ASK, look, settle)
