"""What Telegram offers beyond plain text and plain buttons, and what stands in its place where it is refused.

All of it is in version 10.0 of the Bot API, which the library speaks: coloured buttons (9.4), moments that a
reader's own clock shows (9.5), folded details (7.4), buttons that copy (7.11) or hand on to another chat
(6.7). A server of one's own may be older than that and refuse them: then the same message goes without them
(`plainer`). Nothing is said by colour alone, and whatever a button copies stands in the text as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, assert_never

from bot.record.draft import Drop
from bot.show.admission import Admit, Enable, LetGo
from bot.show.buttons import Action, Discard, Save, pack
from bot.show.handling import Delete, Detach, Merge
from bot.show.reply import Button, Copy, Link, Row, Share

_COPIED = 256
_MOMENT = re.compile(r"</?tg-time[^<>]*>")
_FOLDED = "<blockquote expandable>"
_ADDED_KINDS = ("copy_text", "switch_inline_query")


def keyboard(rows: tuple[Row, ...]) -> dict[str, Any]:
    """The buttons under a message, as the Bot API knows them."""
    return {"inline_keyboard": [[_key(key) for key in row] for row in rows]}


def _key(key: Button | Copy | Share | Link) -> dict[str, Any]:
    match key:
        case Button():
            tone = _tone(key.action)
            return {"text": key.label, "callback_data": pack(key.action)} | ({"style": tone} if tone else {})
        case Copy():
            return {"text": key.label, "copy_text": {"text": key.text[:_COPIED]}}
        case Share():
            return {"text": key.label, "switch_inline_query": key.query}
        case Link():
            return {"text": key.label, "url": key.url}
    assert_never(key)


def _tone(action: Action) -> str:
    """Green for what saves or opens, red for what throws away or shuts; what asks first stays plain."""
    match action:
        case Save() | Enable(on=True):
            return "success"
        case Admit(role=""):
            return "danger"
        case (
            Delete(sure=True) | LetGo(sure=True) | Merge(sure=True) | Enable() | Discard() | Drop() | Detach()
        ):
            return "danger"
    return ""


def plainer(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The same message as the plainest server takes it: every word, and every button that does something."""
    plain = dict(payload)
    for name in ("text", "caption"):
        if name in plain and "parse_mode" in plain:
            plain[name] = _MOMENT.sub("", plain[name]).replace(_FOLDED, "<blockquote>")
    rows = (plain.pop("reply_markup", None) or {}).get("inline_keyboard")
    if rows is None:
        return plain | ({"reply_markup": payload["reply_markup"]} if "reply_markup" in payload else {})
    kept = [[_bare(key) for key in row if not any(kind in key for kind in _ADDED_KINDS)] for row in rows]
    kept = [row for row in kept if row]
    return plain | ({"reply_markup": {"inline_keyboard": kept}} if kept else {})


def _bare(key: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in key.items() if name != "style"}
