"""Checks of `reply_markup`, with the refusals that Telegram gives."""

from __future__ import annotations

from typing import Any

from .formatting import checked_link, linked_user
from .refusal import Json, bad_request, beyond_the_standin

INLINE_KINDS = {
    "url",
    "callback_data",
    "copy_text",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
}
BUTTON_LOOKS = {"text", "style", "icon_custom_emoji_id"}
KEY_KINDS = {"request_contact", "request_location", "request_users", "request_chat"}
STYLES = {"primary", "success", "danger"}
MARKUPS = {
    "inline_keyboard": {"inline_keyboard"},
    "keyboard": {
        "keyboard",
        "is_persistent",
        "resize_keyboard",
        "one_time_keyboard",
        "input_field_placeholder",
        "selective",
    },
    "remove_keyboard": {"remove_keyboard", "selective"},
    "force_reply": {"force_reply", "input_field_placeholder", "selective"},
}


def checked_markup(markup: Any) -> Json | None:
    """The markup as it is kept (None for an empty one); raises Refusal."""
    if markup is None or markup == {}:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    kind = next((kind for kind in MARKUPS if kind in markup), None)
    if kind is None:
        raise bad_request("can't parse reply markup: unknown type")
    _known(markup, MARKUPS[kind], "reply markup")
    if len(markup.get("input_field_placeholder") or "") > 64:
        raise bad_request("INPUT_PLACEHOLDER_TOO_LONG")
    if kind == "inline_keyboard":
        return _inline(markup["inline_keyboard"])
    if kind == "keyboard":
        return {**markup, "keyboard": [[_key(key) for key in row] for row in _rows(markup["keyboard"])]}
    return dict(markup)


def inline_markup(markup: Any) -> Json | None:
    """For edits, which accept nothing but an inline keyboard."""
    checked = checked_markup(markup)
    if checked is not None and "inline_keyboard" not in checked:
        raise bad_request("inline keyboard expected")
    return checked


def _rows(rows: Any) -> list[list[Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('can\'t parse reply markup: field "keyboard" must be an Array of Arrays')
    return [row for row in rows if row]


def _inline(rows: Any) -> Json | None:
    kept = [[_button(button) for button in row] for row in _rows(rows)]
    if sum(len(row) for row in kept) > 100:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": kept} if kept else None


def _button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    _known(button, BUTTON_LOOKS | INLINE_KINDS, "inline keyboard button")
    if not str(button.get("text") or "").strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if button.get("style") not in {None, *STYLES}:
        raise bad_request("invalid button style specified")
    kinds = INLINE_KINDS & set(button)
    if len(kinds) != 1:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    _KIND_CHECKS.get(kinds.pop(), _check_switch)(button)
    return dict(button)


def _check_callback(button: Json) -> None:
    if not 1 <= len(str(button["callback_data"]).encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_url(button: Json) -> None:
    url = str(button["url"])
    if checked_link(url) is None and linked_user(url) is None:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _check_copy(button: Json) -> None:
    copied = button["copy_text"]
    if not isinstance(copied, dict) or not 1 <= len(str(copied.get("text") or "")) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_switch(button: Json) -> None:
    """An inline query may be anything, the empty text too."""


_KIND_CHECKS = {"callback_data": _check_callback, "url": _check_url, "copy_text": _check_copy}


def _key(key: Any) -> Json:
    key = {"text": key} if isinstance(key, str) else key
    if not isinstance(key, dict):
        raise bad_request("can't parse keyboard button: expected an Object")
    _known(key, BUTTON_LOOKS | KEY_KINDS, "keyboard button")
    if not str(key.get("text") or "").strip():
        raise bad_request("keyboard button text must be non-empty")
    return dict(key)


def _known(value: Json, names: set[str], what: str) -> None:
    unknown = sorted(set(value) - names)
    if unknown:
        raise beyond_the_standin(f"{unknown[0]} of a {what}")
