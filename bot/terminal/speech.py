"""How the terminal speaks: in the language of the settings, faults to standard error."""

from __future__ import annotations

import os
import sys

from bot.faults import UserFault
from bot.words import Words
from db.vocabulary import Language


def terminal_words() -> Words:
    """The texts for the terminal. It must speak even where the settings are wrong, so it asks only for the
    language.
    """
    try:
        return Words(Language(os.environ.get("HAMKOR_LANGUAGE") or Language.EN))
    except ValueError:
        return Words(Language.EN)


def say_fault(fault: UserFault) -> None:
    """One line that says what is wrong and what to do."""
    print(terminal_words().plain(f"refused-{fault.key}", **fault.values), file=sys.stderr)
