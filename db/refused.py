"""The one expected fault: something that a person asked for cannot be done, and why, as a key."""

from __future__ import annotations


class Refused(Exception):
    """Carries the key of a text in `locales/` and its variables; the door words it in the reader's language.

    `Refused("partner-unknown", name="Atlantis")` is shown as the message `refused-partner-unknown`. Anything
    else that is raised is a defect: logged, apologised for, reported to administrators.
    """

    def __init__(self, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        return f"{self.key} {self.values}" if self.values else self.key
