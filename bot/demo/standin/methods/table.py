"""How a method is declared: what runs it, and every argument it takes (others are refused)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.demo.standin.arguments import Arguments
from bot.demo.standin.refusal import bad_request, beyond_the_standin
from bot.demo.standin.telegram import Telegram


@dataclass(frozen=True)
class Method:
    """`run` returns the JSON of `result`, or raises Refusal and has then changed nothing."""

    run: Callable[[Telegram, Arguments], Any]
    takes: frozenset[str]

    def check(self, name: str, arguments: Arguments) -> None:
        unknown = sorted(arguments.names() - self.takes)
        if unknown:
            raise beyond_the_standin(f'the argument "{unknown[0]}" of {name}')


Table = dict[str, Method]


def method(run: Callable[[Telegram, Arguments], Any], takes: str = "") -> Method:
    return Method(run, frozenset(takes.split()))


def required_text(arguments: Arguments, name: str) -> str:
    value = arguments.text(name)
    if not value:
        raise bad_request(f"{name} is empty")
    return value


def required_id(arguments: Arguments, name: str) -> int:
    value = arguments.integer(name)
    if value is None:
        raise bad_request(f"{name} is empty")
    return value
