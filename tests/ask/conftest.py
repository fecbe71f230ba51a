"""The invented registries, each in a database of its own, opened once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from sqlalchemy.orm import Session

from bot.ask.answer import Answer
from bot.ask.batch import Answering
from bot.ask.engine import ask
from bot.html import plain
from bot.language.names import Gazetteer
from bot.show.answers import reply
from bot.words import Words
from db.store import Store
from tests.ask.world import Registry, registries


@dataclass(frozen=True)
class Opened:
    """A registry's rows, its database and the names in it."""

    registry: Registry
    store: Store
    names: Gazetteer

    def answering(self, session: Session) -> Answering:
        """Answers questions of this registry."""
        return lambda question, before: ask(session, question, self.names, before)


def worded(answer: Answer) -> str:
    """An answer as the person reads it."""
    return plain(reply(answer, Words(answer.language)).text)


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Opened, ...]]:
    made = []
    for registry in registries():
        store, names = registry.open(tmp_path_factory.mktemp(registry.name))
        made.append(Opened(registry, store, names))
    yield tuple(made)
    for each in made:
        each.store.close()


@pytest.fixture(scope="session")
def library(opened: tuple[Opened, ...]) -> Opened:
    """The national library with its 49 partners."""
    return opened[0]
