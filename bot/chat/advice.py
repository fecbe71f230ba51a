"""The optional plug-in in a chat: the porter asks the endpoint what a question means, with nothing open."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ask import endpoint, engine
from bot.chat import asking
from bot.chat.context import Deps, known_names
from bot.chat.porter import Work
from bot.chat.turn import Turn
from bot.clock import local_day
from bot.rights import Act
from bot.show.reply import Reply
from db.chores import Chore
from db.query import Query
from db.vocabulary import Language


def look(deps: Deps, chore: Chore, content: bytes) -> Query | None:
    """Asks the endpoint. Nothing that it does or fails to do is raised."""
    today = local_day(deps.clock(), deps.settings.zone)
    return endpoint.meant(deps.settings, chore.body["text"], known_names(deps), today)


def settle(turn: Turn, found: Sequence[tuple[Chore, Query | None]]) -> Reply:
    """Says what the registry holds of the query; else what the parser said."""
    chore, query = found[0]
    text, language = chore.body["text"], Language(chore.body["language"])
    question = asking.question(turn, text, language)
    answer = endpoint.answered(turn.session, question, query, turn.names)
    if answer is None:
        return asking.declined(turn, engine.ask(turn.session, question, turn.names), text)
    return asking.said(turn, answer, text)


WORK = Work(Act.ASK, look, settle)
