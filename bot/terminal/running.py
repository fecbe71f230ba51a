"""`run`: the bot itself."""

from __future__ import annotations

from bot.settings import read


def run() -> int:
    """Runs the bot until it is stopped. Raises UserFault("token-refused") for a token Telegram does not
    know.
    """
    from bot import launch

    settings = read()
    launch.start_logging(settings)
    launch.serve(settings, announce=_announce)
    return 0


def _announce(link: str) -> None:
    from bot.terminal.speech import terminal_words

    print(terminal_words().plain("members-first-administrator", link=link), flush=True)
