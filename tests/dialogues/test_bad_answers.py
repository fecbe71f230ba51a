"""What cannot be an answer is told in one clear line, in the person's language; a button that nobody was
given, in a short window. The form waits where it was, and nothing is saved.
"""

import pytest

from bot.demo.standin import Actor
from bot.words import Words
from db import exchanges, members, partners
from db.vocabulary import Language
from tests.dialogues.conftest import Stage
from tests.dialogues.forging import forges
from tests.dialogues.test_logging import presses_and_hears, says_and_hears

QUANTITIES = {
    "−4": "number",
    "2.5": "number",
    "1e309": "number",
    "<b>x</b>": "number",
    "\u202ex\u202c": "number",
    "x" * 4096: "number",
    "9" * 12: "too-big",
    "9" * 4000: "number",
    "\u200b\u202e": "empty",
}
ONE_OF_A_KIND = {"2.5": "number", "9" * 12: "too-big", "\u200b\u202e": "empty"}
DATES = ("2016-02-30", "32.13.2016", "31 aprel 2016", "99999999999 days ago", "<i>x</i>", "20166")
TERMS = ("2031-2026", "2026-05-05/2025-01-01", "5")
BUTTONS = ("", "1", "1zz|1", "1dv|zzz|1", "1dp|p|-1|x", "1ro|p|99999999999999999999", "\u202e", "a" * 64)
NAME = "<b>\u202eKutubxona</b> &amp; \u200bArxiv"


@pytest.mark.parametrize("language", list(Language))
async def test_each_gets_its_line_in_the_persons_language(stage: Stage, language: Language) -> None:
    person, words = stage.staff, Words(language)
    # All are given in one language, and in the others one of each kind: there the line is what differs.
    few = None if language is Language.UZ_LATN else 1
    quantities = ONE_OF_A_KIND if few else QUANTITIES
    with stage.store().write() as session:
        members.speak(session, person.id, language)
    async with stage.bot():
        await says_and_hears(person, "/exchange")
        asked = await says_and_hears(person, "Polsha Milliy kutubxonasi")
        await presses_and_hears(person, words.plain("word-direction-received"), asked)
        for said, fault in quantities.items():
            await refuses(person, said, words.plain(f"refused-answer-{fault}"), words.plain("ask-quantity"))
        await presses_and_hears(person, words.plain("button-skip"), await says_and_hears(person, "25"))
        for said in DATES[:few]:
            told = words.plain("refused-answer-date", said=said)
            await refuses(person, said, told, words.plain("ask-date"))
        await says_and_hears(person, "/cancel")

        await says_and_hears(person, "/agreement")
        kinds = await says_and_hears(person, "Polsha Milliy kutubxonasi")
        asked = await presses_and_hears(person, words.plain("button-skip"), kinds)
        for said in TERMS[:few]:
            told = words.plain("refused-answer-term", said=said)
            await refuses(person, said, told, words.plain("ask-term"))
        outdated = {words.plain(f"refused-{key}") for key in ("button-old", "draft-old", "draft-saved")}
        for data in BUTTONS:
            assert (await forges(person, data, asked)).text in outdated, data
        await says_and_hears(person, "/cancel")
        with stage.store().read() as session:
            assert len(exchanges.every(session)) == 11


@pytest.mark.parametrize("language", list(Language))
async def test_a_name_is_text_and_of_some_length(stage: Stage, language: Language) -> None:
    person, words = stage.staff, Words(language)
    with stage.store().write() as session:
        members.speak(session, person.id, language)
        before = len(partners.every(session))
    async with stage.bot():
        await says_and_hears(person, "/partner")
        told = words.plain("refused-answer-too-long", limit=300)
        await refuses(person, "Ў" * 4096, told, words.plain("ask-name"))
        await says_and_hears(person, NAME)
        told = words.plain("refused-answer-country", said="<b>ZZ</b>")
        await refuses(person, "<b>ZZ</b>", told, words.plain("ask-country"))
        card = await says_and_hears(person, "Latvia")
        while not any(label.startswith("✅") for label in card.labels):
            card = await presses_and_hears(person, words.plain("button-skip"), card)
        receipt = await presses_and_hears(person, "✅", card)
    assert "<b>Kutubxona</b> &amp; Arxiv" in receipt.text
    with stage.store().read() as session:
        *_, latest = partners.every(session)
        assert (len(partners.every(session)), latest.country) == (before + 1, "LV")


async def refuses(person: Actor, said: str, told: str, question: str) -> None:
    """One line says why, and the question stands again."""
    assert (await says_and_hears(person, said)).text == told, said
    assert question in (await person.hears()).text
