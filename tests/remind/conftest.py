"""A registry with one manager, on the Monday of 23 November 2026, at ten in the morning in Tashkent."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from db.store import Store
from tests.remind.world import World


@pytest.fixture
def world(store: Store) -> World:
    return World(store, datetime(2026, 11, 23, 5, tzinfo=UTC)).people()
