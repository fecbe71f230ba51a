"""Replies become calls in the outbox, in the transaction that decided them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.chat.capabilities import keyboard
from bot.chat.enclosing import enclosed
from bot.chat.turn import Incoming
from bot.rights import Act, may
from bot.show.reply import EnclosedAs, Offered, Place, Reply, Said, Toast
from bot.words import Words
from db import dialogues, members, outbox
from db.vocabulary import Language

_SENDING = {EnclosedAs.PICTURE: "sendPhoto", EnclosedAs.DOCUMENT: "sendDocument"}


def say(session: Session, incoming: Incoming, said: Said | tuple[Said, ...] | None, now: datetime) -> None:
    """Puts everything that was said into the outbox; a pressed button is always answered."""
    parts = said if isinstance(said, tuple) else (said,) if said is not None else ()
    if incoming.query is not None:
        toast = next((part for part in parts if isinstance(part, Toast)), None)
        outbox.put(session, incoming.chat, "answerCallbackQuery", _toast(incoming.query, toast), now)
    for part in parts:
        if isinstance(part, Reply):
            _put(session, incoming, part, now)


def tell(session: Session, chat: int, reply: Reply, now: datetime) -> int:
    """A message that answers nobody: a reminder, a report to an administrator. Returns its number in the
    outbox.
    """
    method, content = _content(session, reply, now)
    return outbox.put(session, chat, method, {"chat_id": chat, **content}, now, told=True)


def alert(
    session: Session, act: Act, default: Language, reply: Callable[[Words], Reply], now: datetime
) -> None:
    """Tells every member who may do `act`, each in their own language."""
    for member in members.every(session):
        if may(member.role, act):
            tell(session, member.id, reply(Words(member.language or default)), now)


def offer(session: Session, person: int, query: str, offered: Sequence[Offered], now: datetime) -> None:
    """Answers an inline query: for that person alone, and kept by nobody, Telegram included."""
    payload = {
        "inline_query_id": query,
        "results": [_article(each) for each in offered],
        "is_personal": True,
        "cache_time": 0,
    }
    outbox.put(session, person, "answerInlineQuery", payload, now)


def _article(offered: Offered) -> dict[str, Any]:
    content = {
        "message_text": offered.text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
    article = {
        "type": "article",
        "id": offered.id,
        "title": offered.title,
        "description": offered.description,
        "input_message_content": content,
    }
    return article | ({"reply_markup": keyboard(((offered.link,),))} if offered.link else {})


def _put(session: Session, incoming: Incoming, reply: Reply, now: datetime) -> None:
    method, content = _content(session, reply, now)
    message = _place(session, incoming, reply)
    if message is not None:
        payload = {"chat_id": incoming.chat, "message_id": message, **content}
        outbox.put(session, incoming.chat, "editMessageText", payload, now, answer=reply.answer)
        return
    payload = {"chat_id": incoming.chat, **content}
    if not incoming.private and incoming.message is not None:
        payload["reply_parameters"] = {"message_id": incoming.message, "allow_sending_without_reply": True}
    if reply.awaits is not None and "reply_markup" not in payload and not incoming.private:
        # Privacy mode hides plain messages in groups from the bot; an answer to this one reaches it.
        payload["reply_markup"] = {
            "force_reply": True, "selective": True, "input_field_placeholder": reply.awaits[:64],
        }  # fmt: skip
    outbox.put(session, incoming.chat, method, payload, now, dialogue=reply.dialogue, answer=reply.answer)
    _drop_former_card(session, incoming, reply, now)


def _place(session: Session, incoming: Incoming, reply: Reply) -> int | None:
    """The message that the reply is written into; None where it is a new one."""
    if reply.place is Place.NEW or reply.enclosure is not None:
        return None
    if reply.place is Place.HELD:
        held = dialogues.by_no(session, reply.dialogue) if reply.dialogue is not None else None
        return held.card if held else None
    return incoming.pressed


def _drop_former_card(session: Session, incoming: Incoming, reply: Reply, now: datetime) -> None:
    """A card that moves below the person's own message leaves no copy of itself above."""
    held = dialogues.by_no(session, reply.dialogue) if reply.dialogue is not None else None
    if held is not None and held.card is not None:
        payload = {"chat_id": incoming.chat, "message_id": held.card}
        outbox.put(session, incoming.chat, "deleteMessage", payload, now)


def _content(session: Session, reply: Reply, now: datetime) -> tuple[str, dict[str, Any]]:
    """The method that sends the reply, and what it says."""
    content: dict[str, Any] = {"parse_mode": "HTML"}
    if reply.enclosure is None:
        method = "sendMessage"
        content |= {"text": reply.text, "link_preview_options": {"is_disabled": True}}
    else:
        method = _SENDING[reply.enclosure.shown_as]
        content |= {"caption": reply.text, reply.enclosure.shown_as: enclosed(session, reply.enclosure, now)}
    if reply.buttons:
        content["reply_markup"] = keyboard(reply.buttons)
    if reply.silent:
        content["disable_notification"] = True
    return method, content


def _toast(query: str, toast: Toast | None) -> dict[str, Any]:
    payload: dict[str, Any] = {"callback_query_id": query}
    if toast is not None:
        payload |= {"text": toast.text[:200], "show_alert": toast.alert}
    return payload
