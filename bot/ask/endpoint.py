"""The optional plug-in: an OpenAI-compatible endpoint is asked about what the parser declined.

It is asked with nothing open, for two seconds at most. What it says passes the validation, the asker's rights
and the wording of any other query; whatever is wrong with it, the person gets the parser's own answer.
"""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from bot.ask import advice, engine
from bot.ask.answer import Answer, Outcome, Question, assumption
from bot.language.names import Gazetteer
from bot.settings import Settings
from db.query import Query

_log = logging.getLogger(__name__)
SECONDS = 2.0
_MOST_BYTES = 65536


def meant(settings: Settings, text: str, names: Gazetteer, today: date) -> Query | None:
    """Asks the endpoint. Nothing that it does or fails to do is raised."""
    try:
        return asyncio.run(_advised(settings, text, names, today))
    except Exception as fault:  # noqa: BLE001 -- the parser's answer stands, whatever befell the endpoint
        _log.warning("the model's endpoint: %s", type(fault).__name__)
        return None


def answered(session: Session, question: Question, query: Query | None, names: Gazetteer) -> Answer | None:
    """What the registry holds of the query; None where it says nothing, and the parser's answer stands."""
    answer = engine.again(session, question, query, names) if query else None
    if answer is None or answer.outcome is not Outcome.ANSWERED or not answer.records:
        return None
    # Nobody is to take the model's understanding for the bot's.
    return replace(answer, assumptions=(assumption("advised"), *answer.assumptions))


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
