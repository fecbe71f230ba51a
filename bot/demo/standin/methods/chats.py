"""Chats and their members."""

from __future__ import annotations

from bot.demo.standin.arguments import Arguments
from bot.demo.standin.refusal import Json, bad_request
from bot.demo.standin.telegram import Telegram
from bot.demo.standin.things import Chat, member_json

from .table import Table, method, required_id, required_text

ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


def get_chat(telegram: Telegram, arguments: Arguments) -> Json:
    chat = telegram.chat(required_text(arguments, "chat_id"))
    return {**chat.json(), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": GIFTS}


def _seen(telegram: Telegram, arguments: Arguments) -> Chat:
    chat = telegram.chat(required_text(arguments, "chat_id"))
    return chat if chat.private else telegram.writable(chat.id)


def get_chat_member(telegram: Telegram, arguments: Arguments) -> Json:
    chat = _seen(telegram, arguments)
    person = telegram.persons.get(required_id(arguments, "user_id"))
    if person is None:
        raise bad_request("user not found")
    if chat.private:
        if person not in (chat.person, telegram.bot):
            raise bad_request("member not found")
        return member_json(person, "member")
    return member_json(person, chat.status(person.id))


def get_chat_administrators(telegram: Telegram, arguments: Arguments) -> list[Json]:
    chat = _seen(telegram, arguments)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    leading = [(i, s) for i, s in chat.statuses.items() if s in {"administrator", "creator"}]
    return [member_json(telegram.persons[i], s) for i, s in leading if i != telegram.bot.id]


def get_chat_member_count(telegram: Telegram, arguments: Arguments) -> int:
    chat = _seen(telegram, arguments)
    return 2 if chat.private else sum(chat.has(member) for member in chat.statuses)


def leave_chat(telegram: Telegram, arguments: Arguments) -> bool:
    chat = telegram.writable(required_text(arguments, "chat_id"))
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    telegram.set_status(chat, telegram.bot, "left", telegram.bot)
    return True


def send_chat_action(telegram: Telegram, arguments: Arguments) -> bool:
    chat = telegram.writable(required_text(arguments, "chat_id"))
    action = arguments.text("action")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    telegram.announce("action", chat.id, action=action)
    return True


METHODS: Table = {
    "getChat": method(get_chat, "chat_id"),
    "getChatMember": method(get_chat_member, "chat_id user_id"),
    "getChatAdministrators": method(get_chat_administrators, "chat_id"),
    "getChatMemberCount": method(get_chat_member_count, "chat_id"),
    "leaveChat": method(leave_chat, "chat_id"),
    "sendChatAction": method(send_chat_action, "chat_id action"),
}
