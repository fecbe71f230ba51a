"""What points at an answer goes on from it: "why?", "list them", and a reply to an older one."""

import pytest

from bot.demo.standin import Actor, Shown
from tests.dialogues.conftest import Stage
from tests.dialogues.test_further import gifts, give, presses

SPOKEN = {
    "uz-Latn": ("Polshadan nechta nusxa olganmiz?", "nega?", "roʻyxat", "Qanday", "yuborilganmi?"),
    "uz-Cyrl": ("Польшадан нечта нусха олганмиз?", "нега?", "рўйхатини кўрсат", "Қандай", "юборганмизми?"),
    "ru": ("Сколько экземпляров получено из Польши?", "А почему?", "покажи их", "Как посчитано",
           "а отправили?"),
    "en": ("How many copies did we receive from Poland?", "how come?", "list them", "How computed",
           "and sent?"),
}  # fmt: skip
REPLIED = {
    "uz-Latn": "siz belgilagan javob", "uz-Cyrl": "сиз белгилаган жавоб", "ru": "на который Вы написали",
    "en": "that you replied to",
}  # fmt: skip
ANOTHER = "When did the agreement with Kyrgyzstan end?"


async def asks(person: Actor, text: str, reply_to: Shown | None = None) -> Shown:
    await person.says(text, reply_to=reply_to)
    return await person.hears()


@pytest.mark.parametrize("language", list(SPOKEN))
async def test_what_is_typed_after_an_answer_gives_what_the_button_gives(stage: Stage, language: str) -> None:
    question, why, them, how, _ = SPOKEN[language]
    give(stage, gifts(*range(1, 71)))
    async with stage.bot():
        assert (await asks(stage.staff, why)).text.startswith("❔")
        answer = await asks(stage.staff, question)
        await presses(stage.staff, how, answer)
        pressed = await stage.staff.hears()
        typed = await asks(stage.staff, why)
        assert typed.text == pressed.text
        assert question in typed.first_line
        await presses(stage.staff, "📋", answer)
        pressed = await stage.staff.hears()
        typed = await asks(stage.staff, them)
        assert (typed.text, typed.labels) == (pressed.text, pressed.labels)
        assert len(typed.formatted("bot_command")) == 10


@pytest.mark.parametrize("language", list(SPOKEN))
async def test_a_reply_goes_on_from_the_answer_it_replies_to_and_not_from_the_last(
    stage: Stage, language: str
) -> None:
    question, why, _, _, sent = SPOKEN[language]
    person = stage.viewer if language == "uz-Cyrl" else stage.staff
    give(
        stage, [{"sheet": "exchanges", "id": "out", "partner": "poland", "direction": "sent", "quantity": 77}]
    )
    async with stage.bot():
        older = await asks(person, question)
        assert "600" in older.first_line
        await asks(person, ANOTHER)
    async with stage.bot():
        went_on = await asks(person, sent, older)
        assert "77" in went_on.first_line
        assert REPLIED[language] in went_on.text.splitlines()[1]
        explained = await asks(person, why, older)
        assert question in explained.first_line
        assert question in (await asks(person, why, explained)).first_line


OLD = {"manager": "больше получаса", "admin": "more than half an hour", "staff": "yarim soatdan",
       "viewer": "ярим соатдан"}  # fmt: skip
ALONE = {
    "manager": ("а отправили?", "Сколько экземпляров получено из Польши?"),
    "admin": ("and sent?", "How many copies did we receive from Poland?"),
    "staff": ("yuborganmizmi?", "Polshadan nechta nusxa olganmiz?"),
    "viewer": ("юборганмизми?", "Польшадан нечта нусха олганмиз?"),
}


@pytest.mark.parametrize("role", list(OLD))
async def test_a_reply_to_an_answer_that_is_too_old_is_taken_by_itself_and_says_so(
    stage: Stage, role: str
) -> None:
    person, (follows, question) = stage.people[role], ALONE[role]
    async with stage.bot():
        older = await asks(person, question)
        stage.clock.forward(minutes=31)
        await asks(person, ANOTHER)
        lone = await asks(person, follows, older)
        assert "600" not in lone.text
        assert OLD[role] in lone.text.splitlines()[1]
        whole = await asks(person, question, older)
        assert "600" in whole.first_line
        assert OLD[role] in whole.text.splitlines()[1]
        assert OLD[role] in (await asks(person, SPOKEN["ru"][1], older)).text


async def test_a_reply_to_an_answer_leaves_the_draft_under_way_as_it_is(stage: Stage) -> None:
    async with stage.bot():
        answer = await asks(stage.admin, "How many copies did we receive from Poland?")
        await asks(stage.admin, "/exchange")
        assert "Russia" in (await asks(stage.admin, "and Russia", answer)).text


async def test_replies_in_a_group_go_on_from_whoever_asked(stage: Stage) -> None:
    async with stage.bot():
        group = stage.group()
        await group.adds_bot(by=stage.admin)
        await stage.admin.says("/group", group)
        await stage.admin.presses("✅", await stage.admin.hears(group))
        await stage.admin.hears(group)
        await stage.admin.says("/ask how many copies did we receive from Poland", group)
        answer = await stage.admin.hears(group)
        stage.staff.catches_up(group)
        await stage.staff.says("va Ozarbayjonga nechta yubordik?", group, reply_to=answer)
        assert "159" in (await stage.staff.hears(group)).first_line
        await stage.staff.says("nega?", group, reply_to=answer)
        assert "how many copies did we receive from Poland" in (await stage.staff.hears(group)).first_line
        await stage.stranger.says("why?", group, reply_to=answer)
        await stage.admin.says("/ask Shanghai", group)
        stage.admin.catches_up(group)
        assert "half an hour" not in (await stage.admin.hears(group)).text


async def test_a_picture_of_an_answer_is_replied_to_as_the_answer_is(stage: Stage) -> None:
    give(stage, gifts(1, 2))
    async with stage.bot():
        question = "How many copies did we receive from Poland?"
        await presses(stage.admin, "picture", await asks(stage.admin, question))
        picture = await stage.admin.hears()
        await asks(stage.admin, ANOTHER)
        assert question in (await asks(stage.admin, "why?", picture)).first_line
