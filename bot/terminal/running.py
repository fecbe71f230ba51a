"""`run`: the bot itself."""

from __future__ import annotations

from bot.faults import UserFault
from bot.settings import read


def run() -> int:
    """Runs the bot until it is stopped. Raises UserFault("token-refused") when Telegram does not know the
    token.
    """
    from telegram.error import InvalidToken

    from bot import app

    settings = read()
    app.start_logging(settings)
    hamkor = app.Hamkor(settings)
    try:
        app.serve(hamkor)
    except InvalidToken:
        raise UserFault("token-refused") from None
    except BaseExceptionGroup as faults:
        if faults.subgroup(InvalidToken) is not None:
            raise UserFault("token-refused") from None
        raise
    return 0
