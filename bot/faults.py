"""Expected faults are keys, not sentences: the door words `refused-<key>` in the reader's language.

`Refused` is defined beside the registry, which raises it too; every floor above imports it from here.
"""

from __future__ import annotations

from db.refused import Refused

__all__ = ["Refused", "UserFault"]

UserFault = Refused
