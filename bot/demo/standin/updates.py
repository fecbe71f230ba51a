"""The queue of updates that wait for the bot, with Telegram's rules of confirming and filtering."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from .refusal import Json

UPDATE_KINDS = frozenset(
    {
        "message",
        "edited_message",
        "callback_query",
        "inline_query",
        "chosen_inline_result",
        "my_chat_member",
        "chat_member",
        "message_reaction",
    }
)
ONLY_WHEN_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class Updates:
    """Updates leave the queue when a later offset confirms them, not when they are handed out."""

    def __init__(self, first_id: int) -> None:
        self.next_id = first_id
        self.pending: deque[Json] = deque()
        self.allowed: frozenset[str] = UPDATE_KINDS - ONLY_WHEN_ASKED
        self.woken: Callable[[], None] = lambda: None

    def add(self, kind: str, body: Json) -> None:
        """Queue one update; kinds that the bot did not ask for are never created."""
        if kind not in self.allowed:
            return
        self.pending.append({"update_id": self.next_id, kind: body})
        self.next_id += 1
        self.woken()

    def allow(self, kinds: Iterable[str] | None) -> None:
        """`allowed_updates`: None leaves the last choice, an empty list restores the default."""
        if kinds is None:
            return
        asked = frozenset(kinds)
        self.allowed = asked or UPDATE_KINDS - ONLY_WHEN_ASKED

    def confirm(self, offset: int) -> None:
        """Forget updates below `offset`; a negative offset keeps only that many of the newest."""
        if offset < 0:
            while len(self.pending) > -offset:
                self.pending.popleft()
        while self.pending and self.pending[0]["update_id"] < offset:
            self.pending.popleft()

    def first(self, limit: int) -> list[Json]:
        return [update for update, _ in zip(self.pending, range(limit), strict=False)]

    def drop(self) -> None:
        self.pending.clear()
