"""A test that cannot fail proves nothing: some faults are built in, and must be caught; all of them in `make
soak`.
"""

import pytest

from tests.faults.sins import SINS, is_caught

QUICK = ("no fencing", "no lanes in the inbox")


@pytest.mark.parametrize("name", QUICK)
def test_a_fault_that_is_built_in_is_caught(name: str) -> None:
    assert len(SINS) >= 20
    assert is_caught(name)
