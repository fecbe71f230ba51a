"""The bot itself: who it is, its commands, descriptions and menu button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.demo.standin.arguments import Arguments
from bot.demo.standin.menu import checked_commands, language_of, scope_of
from bot.demo.standin.refusal import Json, bad_request
from bot.demo.standin.telegram import Telegram

from .table import Table, method

TEXT_LIMITS = {"description": 512, "short_description": 120, "name": 64}
MENU_BUTTONS = {"default", "commands"}


def get_me(telegram: Telegram, arguments: Arguments) -> Json:
    return {
        **telegram.bot.json(),
        "can_join_groups": True,
        "can_read_all_group_messages": telegram.reads_all_group_messages,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(telegram: Telegram, arguments: Arguments) -> bool:
    scope = scope_of(arguments.structure("scope"))
    if scope[1]:
        telegram.chat(scope[1])
    language = language_of(arguments.text("language_code"))
    telegram.menu.commands[scope, language] = checked_commands(arguments.structure("commands"))
    telegram.announce("menu", scope[1])
    return True


def get_my_commands(telegram: Telegram, arguments: Arguments) -> list[Json]:
    scope = scope_of(arguments.structure("scope"))
    return telegram.menu.commands.get((scope, language_of(arguments.text("language_code"))), [])


def delete_my_commands(telegram: Telegram, arguments: Arguments) -> bool:
    scope = scope_of(arguments.structure("scope"))
    telegram.menu.commands.pop((scope, language_of(arguments.text("language_code"))), None)
    telegram.announce("menu", scope[1])
    return True


def _setter(kind: str) -> Callable[[Telegram, Arguments], bool]:
    def run(telegram: Telegram, arguments: Arguments) -> bool:
        text = arguments.text(kind) or ""
        if len(text) > TEXT_LIMITS[kind]:
            raise bad_request(f"BOT_{kind.upper()}_TOO_LONG")
        telegram.menu.texts[kind, language_of(arguments.text("language_code"))] = text
        return True

    return run


def _getter(kind: str) -> Callable[[Telegram, Arguments], Json]:
    def run(telegram: Telegram, arguments: Arguments) -> Json:
        texts, language = telegram.menu.texts, language_of(arguments.text("language_code"))
        return {kind: texts.get((kind, language)) or texts.get((kind, ""), "")}

    return run


def set_chat_menu_button(telegram: Telegram, arguments: Arguments) -> bool:
    chat_id = arguments.integer("chat_id", 0) or 0
    if chat_id and not telegram.chat(chat_id).private:
        raise bad_request("private chat not found")
    button: Any = arguments.structure("menu_button") or {"type": "default"}
    if button.get("type") not in MENU_BUTTONS:
        raise bad_request("MenuButton has unsupported type")
    telegram.menu.buttons[chat_id] = button
    return True


def get_chat_menu_button(telegram: Telegram, arguments: Arguments) -> Json:
    buttons = telegram.menu.buttons
    return buttons.get(arguments.integer("chat_id", 0) or 0) or buttons.get(0) or {"type": "commands"}


METHODS: Table = {
    "getMe": method(get_me),
    "setMyCommands": method(set_my_commands, "commands scope language_code"),
    "getMyCommands": method(get_my_commands, "scope language_code"),
    "deleteMyCommands": method(delete_my_commands, "scope language_code"),
    "setMyDescription": method(_setter("description"), "description language_code"),
    "getMyDescription": method(_getter("description"), "language_code"),
    "setMyShortDescription": method(_setter("short_description"), "short_description language_code"),
    "getMyShortDescription": method(_getter("short_description"), "language_code"),
    "setMyName": method(_setter("name"), "name language_code"),
    "getMyName": method(_getter("name"), "language_code"),
    "setChatMenuButton": method(set_chat_menu_button, "chat_id menu_button"),
    "getChatMenuButton": method(get_chat_menu_button, "chat_id"),
}
