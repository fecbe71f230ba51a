"""What was not understood goes to the administrators, who teach the bot a name with one tap."""

import pytest

from db import members, misses
from db.vocabulary import Language, Row
from tests.dialogues.conftest import Stage
from tests.dialogues.forging import forges
from tests.dialogues.test_further import give, presses


async def test_a_name_is_taught_with_one_tap_understood_at_once_and_undone(stage: Stage) -> None:
    asked = "Nechta nusxa oldik Zarnigor kutubxonasidan?"
    async with stage.bot():
        await stage.staff.says(asked)
        assert (await stage.staff.hears()).text.startswith("❔")
        await stage.admin.says("/misses")
        listed = await stage.admin.hears()
        assert asked in listed.text
        await stage.admin.presses("1", listed)
        card = await stage.admin.hears()
        assert len(card.labels) >= 3
        taught = card.labels[0]
        await stage.admin.presses(taught, card)
        done = await stage.admin.hears()
        assert done.text.startswith("✅")
        assert "Zarnigor" in done.text
        await stage.staff.says("Zarnigor")
        partner = done.formatted("bot_command")[0]
        assert partner in (await stage.staff.hears()).text
        await stage.admin.says("/misses")
        assert "✅" in (await stage.admin.hears()).text
        await stage.admin.presses("↩️", done)
        await stage.admin.hears()
        await stage.staff.says("Zarnigor")
        assert partner not in (await stage.staff.hears()).text


WALK = {
    Language.UZ_LATN: ("Tushunilmagan", "kimning nomi?", "yana bir nom", "notoʻgʻri deb belgilangan"),
    Language.UZ_CYRL: ("Тушунилмаган", "кимнинг номи?", "яна бир ном", "нотўғри деб белгиланган"),
    Language.RU: ("Не понято", "Чьё это название", "ещё одно название", "отмечен как неверный"),
    Language.EN: ("Not understood", "Whose name is", "another name of", "marked as wrong"),
}


@pytest.mark.parametrize("language", list(WALK))
async def test_the_list_and_the_lesson_are_in_the_administrators_language(
    stage: Stage, language: Language
) -> None:
    head, whose, called, wrong = WALK[language]
    with stage.store().write() as session:
        members.speak(session, stage.admin.person.id, language)
    async with stage.bot():
        await stage.staff.says("Polshadan nechta nusxa olganmiz?")
        await presses(stage.staff, "Notoʻgʻri", await stage.staff.hears())
        await stage.staff.says("Zarnigordan nechta nusxa oldik?")
        await stage.staff.hears()
        await stage.admin.says("/misses")
        listed = await stage.admin.hears()
        assert head in listed.first_line
        assert wrong in listed.text
        await stage.admin.presses("1", listed)
        card = await stage.admin.hears()
        assert "1." not in card.first_line
        assert whose in card.text
        await presses(stage.admin, "✂️", card)
        card = await stage.admin.hears()
        await stage.admin.presses(card.labels[0], card)
        done = await stage.admin.hears()
        assert called in done.text
        await stage.staff.says("Zarnigor")
        assert done.formatted("bot_command")[0] in (await stage.staff.hears()).text


SENT = (
    "Malagaga nechta nusxa yubordik?", "Малагага нечта нусха юбордик?",
    "Сколько экземпляров мы отправили в Малагу?", "How many copies did we send to Malaga?",
)  # fmt: skip


async def test_an_ending_that_belongs_to_the_name_stays_and_the_name_is_found_in_every_case(
    stage: Stage,
) -> None:
    sent: Row = {"sheet": "exchanges", "id": "m", "partner": "poland", "direction": "sent", "quantity": 321}
    give(stage, [sent])
    with stage.store().write() as session:
        misses.note(session, "Malaga?", "not_understood", "Malaga", stage.clock())
    async with stage.bot():
        await stage.admin.says("/misses")
        await stage.admin.presses("1", await stage.admin.hears())
        await presses(stage.admin, "✂️", await stage.admin.hears())
        cut = await stage.admin.hears()
        assert "“Mala”" in cut.text
        await presses(stage.admin, "↩️", cut)
        whole = await stage.admin.hears()
        assert "“Malaga”" in whole.text
        await presses(stage.admin, "Another", whole)
        await stage.admin.hears()
        await stage.admin.says("Poland")
        offered = await stage.admin.hears()
        await presses(stage.admin, "National Library of Poland", offered)
        assert "“Malaga”" in (await stage.admin.hears()).text
        for question in SENT:
            await stage.staff.says(question)
            assert "321" in (await stage.staff.hears()).first_line, question


async def test_another_partner_is_named_by_the_next_message(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("Сколько экземпляров получено из библиотеки Тартарии?")
        assert (await stage.staff.hears()).text.startswith("❔")
        await stage.admin.says("/misses")
        await stage.admin.presses("1", await stage.admin.hears())
        card = await stage.admin.hears()
        await presses(stage.admin, "Another", card)
        await stage.admin.hears()
        await stage.admin.says("Shanghai")
        offered = await stage.admin.hears()
        await stage.admin.presses(offered.labels[0], offered)
        done = await stage.admin.hears()
        assert "Shanghai" in done.text


async def test_only_administrators_see_the_list(stage: Stage) -> None:
    with stage.store().write() as session:
        misses.note(session, "kim?", "not_understood", "", stage.clock())
    async with stage.bot():
        for person in (stage.viewer, stage.staff, stage.manager):
            await person.says("/misses")
            heard = await person.hears()
            assert "kim?" not in heard.text
            assert (await forges(person, "1mi|0", heard)).text
            assert (await forges(person, "1mc|1|1|0", heard)).text
    with stage.store().read() as session:
        assert misses.count(session) == 1


@pytest.mark.parametrize("said", ["<b>x</b> & y", "a; b; c", "x" * 4000])
async def test_whatever_was_asked_is_shown_as_it_was_written(stage: Stage, said: str) -> None:
    with stage.store().write() as session:
        misses.note(session, said, "not_in_registry", said, stage.clock())
    async with stage.bot():
        await stage.admin.says("/misses")
        listed = await stage.admin.hears()
        assert said[:100] in listed.text
        await stage.admin.presses("1", listed)
        assert said[:100] in (await stage.admin.hears()).text
