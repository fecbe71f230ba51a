"""One mother of bots for all that is killed: she takes longer to come than most of them live."""

from collections.abc import Iterator

import pytest

from tests.faults.processes import Nursery


@pytest.fixture(scope="session")
def mother() -> Iterator[Nursery]:
    with Nursery.open() as nursery:
        yield nursery


@pytest.fixture
def nursery(mother: Nursery) -> Iterator[Nursery]:
    """Whatever becomes of a test, none of its bots goes on in the next one's registry."""
    yield mother
    mother.bury()
