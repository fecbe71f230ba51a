"""What people do in Telegram: each act changes the state and queues the update that the bot gets."""

from __future__ import annotations

from .autolinks import entity_texts, with_autolinks
from .formatting import Formatted
from .refusal import Json
from .telegram import Telegram, content_of
from .things import Chat, Message, Person, Query, StoredFile, member_json


class NotPossible(Exception):
    """A person's app would not let them do this."""


def bot_sees(telegram: Telegram, message: Message) -> bool:
    """Privacy mode: in groups a bot gets commands, replies to it, mentions of it, and service messages."""
    chat, bot = message.chat, telegram.bot
    if chat.private or telegram.reads_all_group_messages or chat.status(bot.id) == "administrator":
        return True
    if not chat.has(bot.id):
        return False
    if message.service or message.via_bot is bot or (message.reply_to and message.reply_to.sender is bot):
        return True
    content, own_name = content_of(message), (bot.username or "").lower()
    if f"@{own_name}" in (mention.lower() for mention in entity_texts(content, "mention")):
        return True
    return any(
        command.partition("@")[2].lower() in {"", own_name}
        for command in entity_texts(content, "bot_command")
    )


def deliver(telegram: Telegram, message: Message, kind: str = "message") -> Message:
    """Queue the update of a person's message, when the bot gets to see it."""
    if bot_sees(telegram, message):
        telegram.updates.add(kind, message.json())
    return message


def _opens(telegram: Telegram, person: Person, chat: Chat) -> None:
    if not chat.private:
        if not chat.has(person.id):
            raise NotPossible(f"{person.name} is not in {chat.name}")
        return
    if person.blocked:
        raise NotPossible(f"{person.name} has blocked the bot")
    person.opened = True


def says(
    telegram: Telegram, person: Person, chat: Chat, text: str, reply_to: Message | None = None
) -> Message:
    """Send a text as typed: what looks like markup stays text."""
    if not text.strip():
        raise NotPossible("an empty message cannot be sent")
    _opens(telegram, person, chat)
    content = with_autolinks(Formatted(text))
    message = Message(0, chat, person, telegram.now(), text=content, reply_to=reply_to)
    return deliver(telegram, telegram.post(message))


def sends_file(
    telegram: Telegram,
    person: Person,
    chat: Chat,
    file: StoredFile,
    caption: str = "",
    reply_to: Message | None = None,
) -> Message:
    _opens(telegram, person, chat)
    content = with_autolinks(Formatted(caption)) if caption else None
    message = Message(0, chat, person, telegram.now(), caption=content, file=file, reply_to=reply_to)
    return deliver(telegram, telegram.post(message))


def edits(telegram: Telegram, person: Person, message: Message, text: str) -> None:
    if message.sender is not person or message.text is None:
        raise NotPossible("only one's own text can be edited")
    message.text = with_autolinks(Formatted(text))
    message.edited = telegram.now()
    telegram.announce("edited", message.chat.id, message)
    deliver(telegram, message, "edited_message")


def presses(telegram: Telegram, person: Person, message: Message, data: str) -> Query:
    """Press an inline button that carries callback data."""
    if message.chat.private and message.chat.person is not person:
        raise NotPossible(f"{person.name} does not see this chat")
    query = Query(str(telegram.number() + 10**12), person, telegram.now(), message)
    telegram.callback_queries[query.id] = query
    body: Json = {"id": query.id, "from": person.json(), "chat_instance": str(message.chat.id), "data": data}
    if message.inline_id:
        body["inline_message_id"] = message.inline_id
    else:
        body["message"] = message.json()
    telegram.updates.add("callback_query", body)
    return query


def asks_inline(telegram: Telegram, person: Person, text: str, chat: Chat | None, offset: str = "") -> Query:
    """Type `@bot text` in some chat."""
    query = Query(str(telegram.number() + 10**12), person, telegram.now())
    telegram.inline_queries[query.id] = query
    body: Json = {"id": query.id, "from": person.json(), "query": text, "offset": offset}
    if chat is not None:
        body["chat_type"] = "sender" if chat.private else chat.type
    telegram.updates.add("inline_query", body)
    return query


def chooses(telegram: Telegram, query: Query, result: Json, chat: Chat, asked: str) -> Message:
    """Drop one result of an answered inline query into a chat, as a message of the person's own."""
    _opens(telegram, query.person, chat)
    message = Message(0, chat, query.person, telegram.now(), text=result["content"], markup=result["markup"])
    message.via_bot = telegram.bot
    message.inline_id = f"AgAAA{telegram.number():010d}"
    deliver(telegram, telegram.post(message))
    if telegram.inline_feedback:
        chosen: Json = {"result_id": result["id"], "from": query.person.json(), "query": asked}
        if message.inline_keyboard:
            chosen["inline_message_id"] = message.inline_id
        telegram.updates.add("chosen_inline_result", chosen)
    return message


def reacts(telegram: Telegram, person: Person, message: Message, emoji: str | None) -> None:
    """Set (or, with None, take back) a reaction. Bots hear of it in groups they administer, if they asked."""
    old = message.reactions.get(person.id, [])
    new: list[Json] = [{"type": "emoji", "emoji": emoji}] if emoji else []
    message.reactions[person.id] = new
    chat = message.chat
    telegram.announce("reacted", chat.id, message)
    if chat.private or chat.status(telegram.bot.id) == "administrator":
        body: Json = {"chat": chat.json(), "message_id": message.id, "user": person.json()}
        body |= {"date": int(telegram.now().timestamp()), "old_reaction": old, "new_reaction": new}
        telegram.updates.add("message_reaction", body)


def blocks(telegram: Telegram, person: Person, *, blocked: bool = True) -> None:
    """Block or unblock the bot: the bot is told by my_chat_member in their private chat."""
    chat = telegram.chats[person.id]
    old, new = ("kicked", "member") if person.blocked else ("member", "kicked")
    if person.blocked == blocked:
        return
    person.blocked = blocked
    body: Json = {"chat": chat.json(), "from": person.json(), "date": int(telegram.now().timestamp())}
    body["old_chat_member"] = member_json(telegram.bot, old)
    body["new_chat_member"] = member_json(telegram.bot, new)
    telegram.updates.add("my_chat_member", body)


def adds(telegram: Telegram, by: Person, chat: Chat, person: Person, status: str = "member") -> None:
    """Bring somebody (or the bot) into a group."""
    if not chat.has(by.id):
        raise NotPossible(f"{by.name} is not in {chat.name}")
    telegram.set_status(chat, person, status, by)
    service: Json = {"new_chat_members": [person.json()]}
    deliver(telegram, telegram.post(Message(0, chat, by, telegram.now(), service=service)))


def removes(telegram: Telegram, by: Person, chat: Chat, person: Person) -> None:
    """Take somebody (or the bot) out of a group; leaving by oneself when `by` is `person`."""
    service: Json = {"left_chat_member": person.json()}
    deliver(telegram, telegram.post(Message(0, chat, by, telegram.now(), service=service)))
    telegram.set_status(chat, person, "left" if by is person else "kicked", by)


def reply_keyboard(telegram: Telegram, chat: Chat) -> Json | None:
    """The reply keyboard that stands under the chat's input now."""
    for message in reversed(telegram.history(chat.id)):
        markup = message.markup or {}
        if message.sender is telegram.bot and ("keyboard" in markup or "remove_keyboard" in markup):
            return markup if "keyboard" in markup else None
    return None
