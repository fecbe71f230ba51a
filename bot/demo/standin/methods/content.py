"""Reading what a message shall say: text, parse mode, entities, keyboard, and what it replies to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bot.demo.standin.arguments import Arguments
from bot.demo.standin.autolinks import with_autolinks
from bot.demo.standin.formatting import Formatted, parse_html, utf16_length
from bot.demo.standin.refusal import Json, bad_request, beyond_the_standin
from bot.demo.standin.telegram import Telegram
from bot.demo.standin.things import Chat, Message

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
SOURCE_LIMIT_BYTES = 32768

_DROPPED = re.compile("[\r\u2028-\u202e]")
_INVISIBLE = (
    "\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u2000-\u200f\u2028-\u202f\u2060-\u206f\u2800\ufeff"
)
_VISIBLE = re.compile(f"[^{_INVISIBLE}]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f]")


def formatted_text(
    telegram: Telegram, source: str, parse_mode: str | None, entities: Any = None
) -> Formatted:
    """The text as Telegram would show it, in any length; raises Refusal."""
    if len(source.encode("utf-8", "surrogatepass")) > SOURCE_LIMIT_BYTES:
        raise bad_request("text is too long")
    source = _CONTROL.sub(" ", _DROPPED.sub("", source))
    if not parse_mode:
        parsed = Formatted(source, tuple(_given(entities, source)))
    elif parse_mode.lower() == "html":
        parsed = parse_html(source, telegram.person_json)
    elif parse_mode.lower() in {"markdown", "markdownv2"}:
        raise beyond_the_standin(f"parse_mode {parse_mode}")
    else:
        raise bad_request("unsupported parse_mode")
    return with_autolinks(_trimmed(parsed))


def message_text(telegram: Telegram, arguments: Arguments) -> Formatted:
    source = arguments.text("text") or ""
    parsed = formatted_text(telegram, source, arguments.text("parse_mode"), arguments.structure("entities"))
    if not _VISIBLE.search(parsed.text):
        raise bad_request("message text is empty")
    if len(parsed.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return parsed


def message_caption(telegram: Telegram, arguments: Arguments) -> Formatted | None:
    source = arguments.text("caption") or ""
    parsed = formatted_text(
        telegram, source, arguments.text("parse_mode"), arguments.structure("caption_entities")
    )
    if len(parsed.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return parsed if parsed.text else None


def reply_target(telegram: Telegram, chat: Chat, arguments: Arguments) -> Message | None:
    """The message of the same chat that `reply_parameters` names."""
    parameters: Json | None = arguments.structure("reply_parameters")
    if not parameters:
        return None
    unknown = sorted(set(parameters) - {"message_id", "chat_id", "allow_sending_without_reply"})
    if unknown:
        raise beyond_the_standin(f"{unknown[0]} of reply_parameters")
    if int(parameters.get("chat_id") or chat.id) != chat.id:
        raise beyond_the_standin("replies to another chat")
    found = telegram.messages.get((chat.id, int(parameters.get("message_id") or 0)))
    if found is None and not parameters.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return found


def extras(chat: Chat, arguments: Arguments) -> Json:
    """The fields that are kept with a message as they came."""
    kept: Json = {}
    if arguments.flag("protect_content"):
        kept["has_protected_content"] = True
    if arguments.structure("link_preview_options"):
        kept["link_preview_options"] = arguments.structure("link_preview_options")
    effect = arguments.text("message_effect_id")
    if effect:
        if not chat.private:
            raise bad_request("message effects can be used only in private chats")
        kept["effect_id"] = effect
    return kept


def _given(entities: Any, text: str) -> Sequence[Json]:
    """Entities passed as such: each must lie within the text."""
    length = utf16_length(text)
    for entity in entities or []:
        begin, end = int(entity["offset"]), int(entity["offset"]) + int(entity["length"])
        if begin > length:
            raise bad_request(
                f"can't parse entities: Entity begins after the end of the text at UTF-16 offset {begin}"
            )
        if begin < 0 or end > length or end < begin:
            raise bad_request(
                f"can't parse entities: Entity beginning at UTF-16 offset {begin} ends after the end of "
                f"the text at UTF-16 offset {end}"
            )
    return [dict(entity) for entity in entities or []]


def _trimmed(formatted: Formatted) -> Formatted:
    """Without white space around; entities move and shrink with the text."""
    text = formatted.text.strip()
    leading = utf16_length(formatted.text[: len(formatted.text) - len(formatted.text.lstrip())])
    length = utf16_length(text)
    entities = []
    for entity in formatted.entities:
        begin = max(entity["offset"] - leading, 0)
        end = min(entity["offset"] + entity["length"] - leading, length)
        if end > begin:
            entities.append({**entity, "offset": begin, "length": end - begin})
    return Formatted(text, tuple(entities))
