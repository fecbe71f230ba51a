"""The Bot API methods that the stand-in knows, one line a room; getUpdates lives in polling.py."""

from __future__ import annotations

from . import chats, files, messages, profile, queries, webhooks
from .table import Method, Table

METHODS: Table = (
    messages.METHODS | files.METHODS | queries.METHODS | chats.METHODS | profile.METHODS | webhooks.METHODS
)

__all__ = ["METHODS", "Method"]
