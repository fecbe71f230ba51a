from datetime import UTC, datetime

import pytest


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 8, 5, 4, 0, tzinfo=UTC)
