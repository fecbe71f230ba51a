"""Every call the bot made, in order, and the faults that the next calls shall meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from .refusal import Refusal, too_many_requests

Drop = Literal["before", "after"]


@dataclass(frozen=True)
class Call:
    """One call: what was asked, when, and how it ended. `accepted` means that it took effect, even when
    a fault kept the answer from the bot (`answered` is False then).
    """

    number: int
    at: datetime
    method: str
    arguments: Mapping[str, Any]
    accepted: bool
    answered: bool = True
    code: int = 200
    description: str = ""
    result: Any = None


@dataclass
class Fault:
    """What happens to the next `times` calls of `method` (`*`: of any).

    `status` refuses with that code (429 with `retry_after`, 5xx without a body of its own); `drop` closes
    the connection before or after the call takes effect; `delay` (seconds) comes first in any case.
    """

    method: str
    times: int = 1
    status: int | None = None
    retry_after: int | None = None
    description: str | None = None
    delay: float = 0.0
    drop: Drop | None = None

    def refusal(self) -> Refusal | None:
        if self.status is None:
            return None
        if self.status == 429:
            return too_many_requests(self.retry_after or 1)
        return Refusal(
            self.status, self.description or _STATUS_TEXTS.get(self.status, "Bad Request"), self.retry_after
        )


_STATUS_TEXTS = {
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    500: "Internal Server Error",
    502: "Bad Gateway",
    504: "Gateway Timeout",
}


@dataclass
class Ledger:
    """The calls so far. `faults` are used up in the order they were given."""

    entries: list[Call] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def next_fault(self, method: str) -> Fault | None:
        for fault in self.faults:
            if fault.method in {"*", method}:
                fault.times -= 1
                if fault.times <= 0:
                    self.faults.remove(fault)
                return fault
        return None

    def calls(self, method: str | None = None, *, accepted: bool | None = True) -> list[Call]:
        """Calls of one method (default: of all but getUpdates), accepted, refused or (None) both."""
        return [
            call
            for call in self.entries
            if (call.method == method if method else call.method != "getUpdates")
            and (accepted is None or call.accepted == accepted)
        ]
