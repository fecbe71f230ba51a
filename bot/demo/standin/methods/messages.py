"""Texts: sending, editing, deleting, reacting."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.demo.standin.arguments import Arguments
from bot.demo.standin.keyboards import checked_markup, inline_markup
from bot.demo.standin.refusal import Json, bad_request, not_modified
from bot.demo.standin.telegram import Telegram
from bot.demo.standin.things import Message

from .content import extras, message_caption, message_text, reply_target
from .table import Table, method, required_id, required_text

DELETABLE_FOR = timedelta(hours=48)
_REACTIONS = """
❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳
❤\u200d🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻
👨\u200d💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘
💊 🙊 😎 👾 🤷\u200d♂ 🤷 🤷\u200d♀ 😡
"""
REACTIONS = frozenset(_REACTIONS.split())
COMMON = (
    "chat_id disable_notification protect_content message_effect_id reply_parameters reply_markup "
    "parse_mode link_preview_options"
)


def send_message(telegram: Telegram, arguments: Arguments) -> Json:
    chat = telegram.writable(required_text(arguments, "chat_id"))
    text = message_text(telegram, arguments)
    markup = checked_markup(arguments.structure("reply_markup"))
    replied = reply_target(telegram, chat, arguments)
    message = Message(0, chat, telegram.bot, telegram.now(), text=text, markup=markup, reply_to=replied)
    message.extras = extras(chat, arguments)
    return telegram.post(message).json()


def _edited(telegram: Telegram, arguments: Arguments) -> Message:
    """The message that an edit means; raises Refusal when it may not be edited."""
    inline_id = arguments.text("inline_message_id")
    if inline_id:
        found = telegram.inline_messages.get(inline_id)
        if found is None:
            raise bad_request("MESSAGE_ID_INVALID")
        return found
    chat = telegram.writable(required_text(arguments, "chat_id"))
    message_id = required_id(arguments, "message_id")
    message = telegram.message(chat.id, message_id, "message to edit not found")
    if message.sender is not telegram.bot or (message.markup and not message.inline_keyboard):
        raise bad_request("message can't be edited")
    return message


def _keep(telegram: Telegram, message: Message, changes: Json) -> Json | bool:
    if all(getattr(message, name) == value for name, value in changes.items()):
        raise not_modified()
    for name, value in changes.items():
        setattr(message, name, value)
    message.edited = telegram.now()
    telegram.announce("edited", message.chat.id, message)
    return True if message.inline_id else message.json()


def edit_message_text(telegram: Telegram, arguments: Arguments) -> Json | bool:
    message = _edited(telegram, arguments)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    text = message_text(telegram, arguments)
    return _keep(
        telegram, message, {"text": text, "markup": inline_markup(arguments.structure("reply_markup"))}
    )


def edit_message_caption(telegram: Telegram, arguments: Arguments) -> Json | bool:
    message = _edited(telegram, arguments)
    if message.file is None:
        raise bad_request("there is no caption in the message to edit")
    caption = message_caption(telegram, arguments)
    return _keep(
        telegram, message, {"caption": caption, "markup": inline_markup(arguments.structure("reply_markup"))}
    )


def edit_message_reply_markup(telegram: Telegram, arguments: Arguments) -> Json | bool:
    message = _edited(telegram, arguments)
    return _keep(telegram, message, {"markup": inline_markup(arguments.structure("reply_markup"))})


def _delete(telegram: Telegram, chat_id: int, message_id: int) -> None:
    message = telegram.messages.get((chat_id, message_id))
    if message is None:
        raise bad_request("message to delete not found")
    chat, bot = message.chat, telegram.bot
    administers = chat.status(bot.id) == "administrator"
    own = message.sender is bot or chat.private
    if not administers and (not own or telegram.now() - message.date > DELETABLE_FOR):
        raise bad_request("message can't be deleted for everyone")
    del telegram.messages[chat.id, message.id]
    telegram.announce("deleted", chat.id, message)


def delete_message(telegram: Telegram, arguments: Arguments) -> bool:
    chat = telegram.writable(required_text(arguments, "chat_id"))
    _delete(telegram, chat.id, required_id(arguments, "message_id"))
    return True


def delete_messages(telegram: Telegram, arguments: Arguments) -> bool:
    """Those that exist; Telegram skips the others silently."""
    chat = telegram.writable(required_text(arguments, "chat_id"))
    ids: Any = arguments.structure("message_ids")
    if not isinstance(ids, list) or not 1 <= len(ids) <= 100:
        raise bad_request(
            "too many message identifiers specified" if ids else "message identifiers are not specified"
        )
    for message_id in ids:
        if (chat.id, int(message_id)) in telegram.messages:
            _delete(telegram, chat.id, int(message_id))
    return True


def set_message_reaction(telegram: Telegram, arguments: Arguments) -> bool:
    chat = telegram.writable(required_text(arguments, "chat_id"))
    message = telegram.message(chat.id, required_id(arguments, "message_id"), "message to react not found")
    reactions: list[Json] = arguments.structure("reaction") or []
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(r.get("type") != "emoji" or r.get("emoji") not in REACTIONS for r in reactions):
        raise bad_request("REACTION_INVALID")
    message.reactions[telegram.bot.id] = reactions
    telegram.announce("reacted", chat.id, message)
    return True


_EDIT = "chat_id message_id inline_message_id reply_markup"
METHODS: Table = {
    "sendMessage": method(send_message, f"{COMMON} text entities"),
    "editMessageText": method(edit_message_text, f"{_EDIT} text parse_mode entities link_preview_options"),
    "editMessageCaption": method(edit_message_caption, f"{_EDIT} caption parse_mode caption_entities"),
    "editMessageReplyMarkup": method(edit_message_reply_markup, _EDIT),
    "deleteMessage": method(delete_message, "chat_id message_id"),
    "deleteMessages": method(delete_messages, "chat_id message_ids"),
    "setMessageReaction": method(set_message_reaction, "chat_id message_id reaction is_big"),
}
