"""What must hold of any question: another spelling never gives another query, a denied verb never the same
figure, and letters thrown together never a confident answer.
"""

from __future__ import annotations

import json
import random
import string
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ask.answer import Outcome, Question
from bot.ask.batch import answer_lines
from bot.ask.engine import ask
from bot.ask.understand import Understood, understand
from bot.language.reading import read
from db.query import Measure
from db.vocabulary import Language
from tests.ask import spelling
from tests.ask.cases import cases
from tests.ask.conftest import Opened, worded
from tests.ask.test_questions import verdict
from tests.ask.world import TODAY
from tests.wild import wild

UZBEK = (
    "Polsha Milliy kutubxonasi bilan shartnoma qachon tugaydi?",
    "Finlyandiya Milliy kutubxonasidan 2019-yilda necha nusxa oldik?",
    "Vengriyaga jami qancha nusxa yuborganmiz?",
    "2017 yilda qaysi shartnomalar amalda boʻlgan?",
    "Eng koʻp nusxa yuborgan 3 ta hamkor",
    "Ochiq fan haftaligi qayerda oʻtadi?",
    "Qaysi hamkorlar bilan shartnoma yoʻq?",
)
SPELLINGS = (spelling.modern, spelling.ascii_only, spelling.markless, spelling.cyrillic,
    lambda t: spelling.keyboard(spelling.cyrillic(t)),
             str.upper, str.lower, lambda t: t.replace("?", ""), lambda t: t.replace("ʻ", "`"),
                 lambda t: f"Iltimos, {t}")  # fmt: skip


def meant(library: Opened, text: str) -> Understood:
    return understand(read(text, library.names, TODAY), library.names, TODAY)


@pytest.mark.parametrize("text", UZBEK)
def test_another_spelling_is_the_same_question(library: Opened, text: str) -> None:
    expected = meant(library, text)
    assert expected.query is not None
    for spelled in SPELLINGS:
        found = meant(library, spelled(text))
        assert found.query in {expected.query, None}, spelled(text)


@pytest.mark.parametrize(
    ("plain", "denied"),
    [
        ("Polshadan necha nusxa oldik?", "Polshadan necha nusxa olmadik?"),
        ("Polshaga necha nusxa yubordik?", "Polshaga necha nusxa yubormadik?"),
        ("Сколько экземпляров мы получили от Польши?", "Сколько экземпляров мы не получили от Польши?"),
        ("Сколько экземпляров отправили в Польшу?", "Сколько экземпляров не отправили в Польшу?"),
        ("How many copies did we send to Poland?", "How many copies did we not send to Poland?"),
        ("How many copies did Poland send us?", "How many copies didn't Poland send us?"),
        ("Какие договоры действуют?", "Какие договоры не действуют?"),
        ("Qaysi shartnomalar amalda?", "Qaysi shartnomalar amalda emas?"),
        ("2019-yilda nechta tadbir oʻtgan?", "2019-yilda nechta tadbir oʻtmagan?"),
    ],
)
def test_a_denied_verb_never_gives_the_same_answer(library: Opened, plain: str, denied: str) -> None:
    assert meant(library, plain).query is not None
    assert meant(library, denied).query != meant(library, plain).query


@pytest.mark.parametrize(
    ("plain", "polite"),
    [
        ("Когда истекает договор с Польшей?", "Не подскажете, когда истекает договор с Польшей?"),
        ("Polsha bilan shartnoma qachon tugaydi?", "Aytolmaysizmi, Polsha bilan shartnoma qachon tugaydi?"),
    ],
)
def test_a_polite_negative_denies_nothing(library: Opened, plain: str, polite: str) -> None:
    assert meant(library, polite).query == meant(library, plain).query


LETTERS = string.ascii_lowercase + "абвгдежзиклмнопрстуфхцчшэюяўқғҳ "


def test_letters_thrown_together_give_no_answer(library: Opened) -> None:
    @settings(max_examples=150, deadline=None)
    @given(st.text(alphabet=LETTERS, min_size=6, max_size=60))
    def confident(text: str) -> None:
        found = meant(library, text)
        sure = found.query is not None and not found.assumptions
        reading = read(text, library.names, TODAY)
        # Letters may fall into words of ours; one such word alone lists at most what there is of it.
        listed = found.query is not None and found.query.measure is Measure.LIST
        assert not sure or reading.mentions or len(reading.tokens) > 1 or listed

    confident()


def test_any_text_is_survived(library: Opened) -> None:
    dice = random.Random(5)
    pool = [chr(c) for c in (*range(32, 127), *range(0x400, 0x460), 0x2BB, 0x200B, 0x1F600, 0x00A0)]
    with library.store.read() as session:
        for n in range(300):
            text = wild(dice) if n % 2 else "".join(dice.choice(pool) for _ in range(dice.randint(0, 80)))
            answer = ask(session, Question(text, Language.EN, TODAY), library.names)
            assert answer.outcome in Outcome


def test_another_partner_is_the_same_question_about_another_partner(library: Opened) -> None:
    first = meant(library, "When does the agreement with the National Library of Finland end?").query
    second = meant(library, "When does the agreement with the National Library of Japan end?").query
    assert first is not None
    assert second is not None
    assert first.partners != second.partners
    assert (first.measure, first.fields, first.subject) == (second.measure, second.fields, second.subject)


def slipped(text: str, dice: random.Random) -> str:
    """The text with one slip in a long word: a letter lost, two in turn, or one doubled."""
    parts = text.split(" ")
    at = dice.choice([n for n, word in enumerate(parts) if len(word) >= 6 and word.isalpha()] or [0])
    word, k = parts[at], dice.randrange(1, max(2, len(parts[at]) - 1))
    parts[at] = dice.choice(
        (
            word[:k] + word[k + 1 :],
            word[:k] + word[k : k + 2][::-1] + word[k + 2 :],
            word[:k] + word[k] + word[k:],
        )
    )
    return " ".join(parts)


def test_a_slip_of_the_pen_hardly_ever_makes_a_wrong_answer(opened: tuple[Opened, ...]) -> None:
    dice = random.Random(3)
    counted: Counter[str] = Counter()
    for each in opened:
        asked = [case for case in cases(each.registry) if case.unread][::2]
        lines = [json.dumps({"id": n, "text": slipped(c.text, dice)}) for n, c in enumerate(asked)]
        with each.store.read() as session:
            given = list(answer_lines(lines, TODAY, Language.UZ_LATN, each.answering(session), worded))
        counted.update(verdict(case, out) for case, out in zip(asked, given, strict=True))
    assert counted["correct"] / counted.total() >= 0.9, dict(counted)
    assert counted["wrong"] / counted.total() <= 0.005, dict(counted)
