"""`run`: the bot itself."""

from __future__ import annotations

from bot.settings import read
from bot.terminal.speech import terminal_words


def run() -> int:
    """Runs the bot until it is stopped. Raises UserFault("token-refused") for a token Telegram does not
    know.
    """
    from bot import app

    settings = read()
    app.start_logging(settings)
    app.serve(app.Hamkor(settings, announce=_announce))
    return 0


def _announce(link: str) -> None:
    print(terminal_words().plain("members-first-administrator", link=link), flush=True)
