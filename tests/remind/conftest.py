"""A registry with one manager, on the Monday of 23 November 2026, at ten in the morning in Tashkent."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.store import Store
from tests.remind.world import World

START = datetime(2026, 11, 23, 5, tzinfo=UTC)


@pytest.fixture
def world(sqlite_template: Path, tmp_path: Path) -> Iterator[World]:
    """On SQLite: for what no database could change."""
    opened = Store(f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'hamkor.db')}")
    yield World(opened, START).people()
    opened.close()


@pytest.fixture
def either(store: Store) -> World:
    """On SQLite and on PostgreSQL."""
    return World(store, START).people()


@pytest.fixture
def planned(world: World) -> World:
    """One agreement that ends on 20 May 2027, entered half a year before; its first rung has been told."""
    return with_agreement(world)


@pytest.fixture
def planned_on_either(either: World) -> World:
    """The same on both databases."""
    return with_agreement(either)


def with_agreement(world: World) -> World:
    world.agreement("2022-01-01/2027-05-20")
    assert len(world.tick()) == 1
    return world
