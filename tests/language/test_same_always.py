"""The same text is read the same in every process: Python orders sets anew at each start."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
READ_SLIPS = """
from datetime import date
from bot.language.lexicon import lexicon
from bot.language.names import Gazetteer
from bot.language.reading import read
from db.vocabulary import Names, Ourselves

nobody = Gazetteer.build(ourselves=Ourselves(names=Names()), partners=())
for cyrillic in (True, False):
    words = sorted(word for word in lexicon().single_words(cyrillic=cyrillic) if len(word) > 6)
    for word in words[::300]:
        text = f"{word[:-1]} {word[:2]}{word[3:]}"
        print(text, [guess.taken for guess in read(text, nobody, date(2026, 11, 23)).guesses])
"""


def _read(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", READ_SLIPS], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_a_slip_is_taken_for_the_same_word_whatever_the_order_of_sets() -> None:
    first = _read("0")
    assert len(first.splitlines()) > 20
    assert _read("1") == first
