"""Who we are is corrected in the chat, understood by the next message, and taken back like any change."""

from dataclasses import dataclass

import pytest

from db import members, ourselves
from db.vocabulary import Language, Ourselves
from tests.dialogues.conftest import Stage
from tests.dialogues.forging import forges


@dataclass(frozen=True)
class Case:
    """A field by its label, our new name, a sentence that speaks of us by it, and what is then understood."""

    language: Language
    field: str
    name: str
    sentence: str
    understood: str


CASES = [
    Case(
        Language.EN,
        "Name in English",
        "Rumi Centre",
        "The Rumi Centre sent 12 books to the National Library of Poland yesterday",
        "Direction: sent",
    ),
    Case(
        Language.RU,
        "Название на русском",
        "Центр Руми",
        "Вчера Центр Руми отправил 12 книг Национальной библиотеке Польши",
        "Направление: отправлено",
    ),
    Case(
        Language.UZ_LATN,
        "Oʻzbekcha nomi, lotin",
        "Rumiy markazi",
        "Kecha Rumiy markazi Polsha Milliy kutubxonasiga 12 ta kitob yubordi",
        "Yoʻnalish: yuborilgan",
    ),
    Case(
        Language.UZ_CYRL,
        "Ўзбекча номи, кирилл",
        "Румий маркази",
        "Кеча Румий маркази Польша Миллий кутубхонасига 12 та китоб юборди",
        "Йўналиш: юборилган",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.language.value)
async def test_our_name_is_corrected_understood_at_once_and_taken_back(stage: Stage, case: Case) -> None:
    with stage.store().write() as session:
        members.speak(session, stage.manager.id, case.language)
    before = who(stage)
    async with stage.bot():
        await stage.manager.says(case.sentence)
        assert case.understood not in (await stage.manager.hears()).text
        await stage.manager.says("/settings")
        await stage.manager.presses("🏛", await stage.manager.hears())
        shown = await stage.manager.hears()
        for name in (*before.names.every(), *before.aliases):
            assert name in shown.text
        await stage.manager.presses("✏️", shown)
        await stage.manager.presses("✏️", await stage.manager.hears())
        await stage.manager.presses(case.field, await stage.manager.hears())
        await stage.manager.hears()
        await stage.manager.says(case.name)
        card = await stage.manager.hears()
        assert case.name in card.text
        assert who(stage) == before
        await stage.manager.presses("✅", card)
        receipt = await stage.manager.hears()
        assert case.name in receipt.text
        assert case.name in who(stage).names.every()
        await stage.manager.says(case.sentence)
        draft = await stage.manager.hears()
        assert case.understood in draft.text
        await stage.manager.says("/history")
        assert case.name in (await stage.manager.hears()).text
        await stage.manager.presses("↩️", receipt)
        assert case.name not in (await stage.manager.hears()).text
        assert who(stage) == before
        await stage.manager.says("/cancel")
        await stage.manager.hears()
        await stage.manager.says(case.sentence)
        assert case.understood not in (await stage.manager.hears()).text


async def test_other_names_country_and_city_are_corrected_too(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("/settings")
        await stage.admin.presses("🏛", await stage.admin.hears())
        await stage.admin.presses("✏️", await stage.admin.hears())
        form = await stage.admin.hears()
        for field, said in (("Other names", "NLU; Navoi Library"), ("Country", "Latvia"), ("City", "Riga")):
            await stage.admin.presses("✏️", form)
            await stage.admin.presses(field, await stage.admin.hears())
            await stage.admin.hears()
            await stage.admin.says(said)
            form = await stage.admin.hears()
        await stage.admin.presses("✅", form)
        await stage.admin.hears()
    us = who(stage)
    assert (us.aliases, us.country, us.city) == (("NLU", "Navoi Library"), "LV", "Riga")


async def test_we_are_never_without_a_name(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("/settings")
        await stage.admin.presses("🏛", await stage.admin.hears())
        await stage.admin.presses("✏️", await stage.admin.hears())
        form = await stage.admin.hears()
        for language in ("English", "Russian", "Uzbek, Latin", "Uzbek, Cyrillic"):
            await stage.admin.presses("✏️", form)
            await stage.admin.presses(f"Name in {language}", await stage.admin.hears())
            await stage.admin.presses("Skip", await stage.admin.hears())
            form = await stage.admin.hears()
        refused = await (await stage.admin.presses("✅", form)).toast()
        assert "name" in refused.text
    assert who(stage).names.en == "National Library of Uzbekistan"


async def test_staff_do_not_change_who_we_are(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("/settings")
        await stage.admin.presses("🏛", await stage.admin.hears())
        edit = next(
            b.data for row in (await stage.admin.hears()).rows for b in row if b.label.startswith("✏️")
        )
        await stage.staff.says("/settings")
        menu = await stage.staff.hears()
        assert not any("🏛" in label for label in menu.labels)
        assert edit is not None
        assert (await forges(stage.staff, edit, menu)).text


def who(stage: Stage) -> Ourselves:
    with stage.store().read() as session:
        return ourselves.get(session)
