"""`run`: the bot itself."""

from __future__ import annotations

from bot.faults import UserFault
from bot.settings import read
from bot.terminal.speech import terminal_words


def run() -> int:
    """Runs the bot until it is stopped. Raises UserFault("token-refused") when Telegram does not know the
    token.
    """
    from telegram.error import InvalidToken

    from bot import app

    settings = read()
    app.start_logging(settings)
    hamkor = app.Hamkor(settings, announce=_announce)
    try:
        app.serve(hamkor)
    except InvalidToken:
        raise UserFault("token-refused") from None
    except BaseExceptionGroup as faults:
        if faults.subgroup(InvalidToken) is not None:
            raise UserFault("token-refused") from None
        raise
    return 0


def _announce(link: str) -> None:
    print(terminal_words().plain("members-first-administrator", link=link), flush=True)
