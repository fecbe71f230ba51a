"""What the try-out starts with."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.demo.seed import seed
from db import ourselves, partners
from db.store import Store

NOW = datetime(2026, 11, 23, 5, tzinfo=UTC)


@pytest.mark.parametrize(("dated", "examples"), [(True, 2), (False, 0)])
def test_the_real_registry_comes_with_the_marked_examples_or_without(
    store: Store, dated: bool, examples: int
) -> None:
    with store.write() as session:
        ourselves.fill(session, "National Library of Uzbekistan", "Tashkent", "UZ")
    seed(store, lambda: NOW, ZoneInfo("Asia/Tashkent"), empty=False, dated=dated)
    with store.read() as session:
        found = partners.every(session)
    assert len(found) > 10
    assert sum(partner.note == "example" for partner in found) == examples
