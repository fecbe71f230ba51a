"""Loaded by pytest where a sin is to be committed: `-p tests.faults.sinning`."""

from tests.faults.sins import commit

commit()
