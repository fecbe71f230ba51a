"""`init`: from nothing to a bot that knows its token, its organisation and its first administrator.

Asks on the terminal, checks each answer as it comes, writes the settings to `.env` (readable by its owner
alone), and ends with a link, as text and as a QR code, that makes whoever opens it first the administrator.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping
from getpass import getpass
from pathlib import Path

from bot.clock import system_clock
from bot.faults import UserFault
from bot.settings import Settings, read
from bot.terminal.speech import say_fault, terminal_words
from bot.words import Words

FILE = Path(".env")
_ASKED = ("language", "organisation", "city", "country", "timezone")
"""Settings that are asked for, beside the token, in this order."""


def init() -> int:
    """Asks until everything is right. Raises UserFault("init-unfinished") where the answers end too soon."""
    words = terminal_words()
    print(words.plain("init-welcome"))
    try:
        settings = _with_token(words)
        settings = _with_ourselves(settings, words)
    except EOFError:
        raise UserFault("init-unfinished") from None
    print(words.plain("init-written", file=str(FILE)))
    _announce_administrator(settings, words)
    print(words.plain("init-next"))
    return 0


def _with_token(words: Words) -> Settings:
    """The settings with a token that Telegram knows: the one that is there already, or one typed now."""
    settings = read()
    if settings.token and (name := _name_of_bot(settings)):
        print(words.plain("init-token-known", name=name))
        return settings
    print(words.plain("init-botfather"))
    while True:
        typed = _hidden(words.plain("init-token")).strip()
        settings = _tried({"token": typed}) or settings
        if typed and settings.token == typed and (name := _name_of_bot(settings)):
            print(words.plain("init-token-good", name=name))
            _write({"token": typed})
            return settings


def _with_ourselves(settings: Settings, words: Words) -> Settings:
    """The settings with what is said about the organisation; Enter keeps what is there."""
    for name in _ASKED:
        known = str(getattr(settings, name))
        while True:
            typed = input(words.plain(f"init-{name}", known=known)).strip() or known
            found = _tried({"token": settings.token or "", name: typed})
            if found is not None:
                settings = found
                _write({name: typed})
                break
    return settings


def _name_of_bot(settings: Settings) -> str | None:
    """Its user name as Telegram has it; None, and the reason said, where Telegram does not know it."""
    from bot.chat.courier import meet

    try:
        return asyncio.run(meet(settings)).name
    except UserFault as fault:
        say_fault(fault)
        return None


def _tried(changed: Mapping[str, str]) -> Settings | None:
    """The settings with these changed; None, and what is wrong said, where one cannot be so."""
    before = {key: os.environ.get(key) for key in map(_variable, changed)}
    os.environ.update({_variable(name): value for name, value in changed.items()})
    try:
        return read()
    except UserFault as fault:
        say_fault(fault)
        return None
    finally:
        for key, value in before.items():
            os.environ.pop(key) if value is None else os.environ.update({key: value})


def _write(changed: Mapping[str, str]) -> None:
    """Puts the settings into the file, each once, what else stands there untouched; for its owner's eyes."""
    lines = FILE.read_text(encoding="utf-8").splitlines() if FILE.exists() else []
    names = {_variable(name): value for name, value in changed.items()}
    kept = [line for line in lines if line.partition("=")[0].strip() not in names]
    FILE.touch(mode=0o600)
    FILE.chmod(0o600)
    FILE.write_text("\n".join([*kept, *(f"{n}={_quoted(v)}" for n, v in names.items())]) + "\n", "utf-8")


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _variable(name: str) -> str:
    return f"HAMKOR_{name.upper()}"


def _announce_administrator(settings: Settings, words: Words) -> None:
    """A link that makes its first user the administrator, unless there is one."""
    import segno

    from bot.chat.first import first_code
    from bot.opening import open_store

    name = _name_of_bot(settings)
    store = open_store(settings, system_clock)
    code = first_code(store, system_clock)
    store.close()
    if code and name:
        link = f"https://t.me/{name}?start={code}"
        print(words.plain("init-administrator", link=link))
        segno.make(link, error="l").terminal(out=sys.stdout, compact=True)


def _hidden(prompt: str) -> str:
    """A secret typed at a terminal is not shown; from a script it is simply read."""
    return getpass(prompt) if sys.stdin.isatty() else input(prompt)
