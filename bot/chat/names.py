"""The names the parser knows, kept in memory and renewed when the registry's names change, in this process
or another.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy.orm import Session

from bot.language.names import Gazetteer
from db import agreements, approvals, events, ourselves, participants, partners, programmes, registry, series


class KnownNames:
    """The gazetteer of the registry as it stands now."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._version: int | None = None
        self._gazetteer: Gazetteer | None = None

    def current(self, session: Session) -> Gazetteer:
        """The gazetteer that fits what the session sees; built anew only when a name has changed."""
        version = registry.version(session)
        with self._lock:
            if self._gazetteer is None or version != self._version:
                self._gazetteer = read_names(session)
                self._version = version
            return self._gazetteer


@contextmanager
def _unswept() -> Iterator[None]:
    """Nothing of what is built is garbage: looking for some after each few hundred names doubles the time."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()


@_unswept()
def read_names(session: Session) -> Gazetteer:
    """The gazetteer of all names in the registry."""
    return Gazetteer.build(
        partners=partners.every(session),
        programmes=programmes.every(session),
        series=series.every(session),
        events=events.every(session),
        participants=participants.every(session),
        agreements=agreements.every(session),
        approvals=approvals.every(session),
        ourselves=ourselves.get(session),
    )
