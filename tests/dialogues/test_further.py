"""The buttons under an answer: what follows from it, asked anew by whoever presses."""

from collections.abc import Sequence
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.demo.standin import Actor, Group, Press, Shown
from bot.demo.standin.images import image_size
from db import history, members, misses
from db.vocabulary import Role, Row
from tests.dialogues.conftest import Stage
from tests.dialogues.forging import forges

BUTTONS = {
    "uz-Latn": ("Polshadan nechta nusxa olganmiz?", "Yillar", "Qanday", "Notoʻgʻri"),
    "uz-Cyrl": ("Польшадан нечта нусха олганмиз?", "Йиллар", "Қандай", "Нотўғри"),
    "ru": ("Сколько экземпляров получено из Польши?", "По годам", "Как посчитано", "Неверно"),
    "en": ("How many copies did we receive from Poland?", "By year", "How computed", "Wrong"),
}


def gifts(*numbers: int) -> list[Row]:
    """Books from Poland: n of them in the year 2000 + n % 20."""
    return [
        {"sheet": "exchanges", "id": f"g{n}", "partner": "poland", "direction": "received", "quantity": n,
         "date": str(2000 + n % 20)}
        for n in numbers
    ]  # fmt: skip


def give(stage: Stage, rows: Sequence[Row]) -> None:
    with stage.store().write() as session:
        history.save(session, history.TERMINAL, rows, now=stage.clock())


async def presses(person: Actor, part: str, on: Shown, chat: Group | None = None) -> Press:
    """Presses the one button whose label holds these words."""
    (label,) = [label for label in on.labels if part in label]
    return await person.presses(label, on, chat)


@pytest.mark.parametrize("language", list(BUTTONS))
async def test_a_figure_is_split_explained_and_doubted_in_the_language_of_the_question(
    stage: Stage, language: str
) -> None:
    question, years, how, wrong = BUTTONS[language]
    give(stage, gifts(1, 2))
    async with stage.bot():
        await stage.staff.says(question)
        answer = await stage.staff.hears()
        assert "603" in answer.first_line
        await presses(stage.staff, years, answer)
        split = await stage.staff.hears()
        assert "603" in split.first_line
        assert "2001: 1" in split.text
        assert "2002: 2" in split.text
        assert "/x7" in split.formatted("bot_command")
        await presses(stage.staff, how, answer)
        told = await stage.staff.hears()
        assert question in told.first_line
        assert "/x7" in told.formatted("bot_command")
        assert (await (await presses(stage.staff, wrong, answer)).toast()).text
    with stage.store().read() as session:
        assert [(miss.text, miss.why) for miss in misses.latest(session, 0, 9)] == [(question, misses.WRONG)]


async def test_many_records_stand_on_pages_and_survive_a_restart(stage: Stage) -> None:
    give(stage, gifts(*range(1, 71)))
    async with stage.bot():
        await stage.admin.says("How many copies did we receive from Poland?")
        answer = await stage.admin.hears()
    assert "3,085" in answer.first_line
    assert "more" in answer.text
    async with stage.bot():
        await presses(stage.admin, "All records", answer)
        first = await stage.admin.hears()
        assert "71 exchanges" in first.first_line
        seen = first.formatted("bot_command")
        for _ in range(7):
            await presses(stage.admin, "Next", first)
            first = await stage.admin.hears()
            assert first.edited
            seen += first.formatted("bot_command")
    assert len(seen) == len(set(seen)) == 71


async def test_an_answer_is_continued_for_half_an_hour_and_in_its_own_chat_alone(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("How many copies did we receive from Poland?")
        answer = await stage.admin.hears()
        stolen = next(b.data for row in answer.rows for b in row if "How" in b.label)
        await stage.manager.says("Сколько экземпляров получено из Польши?")
        toast = await forges(stage.manager, stolen or "", await stage.manager.hears())
        assert "получаса" in toast.text
        stage.clock.forward(minutes=31)
        press = await presses(stage.admin, "How", answer)
        assert "half an hour" in (await press.toast()).text


async def test_pictures_and_workbooks_of_an_answer(stage: Stage) -> None:
    give(stage, gifts(1, 2))
    async with stage.bot():
        await stage.manager.says("Сколько экземпляров получено из Польши?")
        answer = await stage.manager.hears()
        await presses(stage.manager, "Картинкой", answer)
        picture = await stage.manager.hears()
        assert picture.file is not None
        assert image_size(picture.file.content)
        assert "603" in picture.first_line
        await presses(stage.manager, "Excel", answer)
        sheet = await stage.manager.hears()
        assert sheet.file is not None
        book = load_workbook(BytesIO(sheet.file.content))
        assert book.sheetnames == ["exchanges", "partners"]
        assert sorted(row[0] for row in book["exchanges"].iter_rows(min_row=2, values_only=True)) == [
            "g1",
            "g2",
            "x7",
        ]
        await stage.viewer.says("Польшадан нечта нусха олганмиз?")
        assert not any("Excel" in label for label in (await stage.viewer.hears()).labels)


async def test_who_loses_a_right_gets_nothing_more_by_an_old_button(stage: Stage) -> None:
    draft: Row = {"sheet": "agreements", "id": "new1", "partner": "poland", "title": "Hidden paper",
                  "state": "draft"}  # fmt: skip
    give(stage, [draft])
    async with stage.bot():
        await stage.manager.says("Покажи все соглашения с Польшей")
        answer = await stage.manager.hears()
        assert "Hidden paper" in answer.text
        with stage.store().write() as session:
            members.admit(session, stage.manager.person.id, "Manager", Role.STAFF, stage.clock())
        await presses(stage.manager, "Как", answer)
        assert "Hidden paper" not in (await stage.manager.hears()).text


async def test_buttons_in_a_group_are_for_its_members_and_show_what_is_for_all(stage: Stage) -> None:
    give(stage, gifts(1, 2))
    async with stage.bot():
        group = stage.group()
        await group.adds_bot(by=stage.admin)
        await stage.admin.says("/group", group)
        await stage.admin.presses("✅", await stage.admin.hears(group))
        await stage.admin.hears(group)
        await stage.admin.says("/ask how many copies did we receive from Poland", group)
        answer = await stage.admin.hears(group)
        assert not any("Excel" in label for label in answer.labels)
        stage.staff.catches_up(group)
        await presses(stage.staff, "By year", answer, group)
        split = await stage.staff.hears(group)
        assert "2001: 1" in split.text
        await presses(stage.stranger, "By year", answer, group)
        await presses(stage.staff, "picture", answer, group)
        assert (await stage.staff.hears(group)).file is not None


PAPERS: list[Row] = [
    {"sheet": "partners", "id": "new1", "name_en": "Oslo City Library",
     "name_ru": "Городская библиотека Осло", "country": "NO", "city": "Oslo"},
    {"sheet": "partners", "id": "new2", "name_en": "Oslo University Library",
     "name_ru": "Библиотека университета Осло", "country": "NO", "city": "Oslo"},
    {"sheet": "agreements", "id": "new1", "partner": "new1", "term": "2020/2037"},
    {"sheet": "agreements", "id": "new2", "partner": "new2", "term": "2021/2039"},
]  # fmt: skip


async def test_a_question_that_may_mean_several_asks_back_and_a_press_answers_it(stage: Stage) -> None:
    give(stage, PAPERS)
    async with stage.bot():
        await stage.manager.says("Когда заканчивается соглашение с Норвегией?")
        back = await stage.manager.hears()
        assert back.text.startswith("❔")
        assert len(back.labels) == 3
        await presses(stage.manager, "университета", back)
        one = await stage.manager.hears()
        assert "2039" in one.text
        assert "2037" not in one.text
        await presses(stage.manager, "Оба", back)
        both = await stage.manager.hears()
        assert "2039" in both.text
        assert "2037" in both.text
        toast = await forges(stage.manager, (back.rows[0][0].data or "")[:-1] + "1", back)
        assert toast.alert


CONFERENCES = {
    "uz-Latn": ("Konferensiya qachon boʻlgan?", "konferensiyaga kim keldi?", "qaysi biri"),
    "uz-Cyrl": ("Конференция қачон бўлган?", "конференцияга ким келди?", "қайси бири"),
    "ru": ("Когда была конференция?", "Кто приезжал на конференцию?", "Какое из этих"),
    "en": ("When was the conference?", "Who came to the conference?", "Which of these"),
}


@pytest.mark.parametrize("language", list(CONFERENCES))
async def test_where_few_events_may_be_meant_each_is_a_button(stage: Stage, language: str) -> None:
    when, who, which = CONFERENCES[language]
    async with stage.bot():
        await stage.staff.says(when)
        answer = await stage.staff.hears()
        assert which in answer.text
        await presses(stage.staff, "Central Asia – 2014", answer)
        one = await stage.staff.hears()
        assert one.formatted("bot_command") == ["/e2"]
        assert which not in one.text
        await stage.staff.says(who)
        people = await stage.staff.hears()
        assert people.first_line.startswith("Central Asia – 2013")
        await presses(stage.staff, "Central Asia – 2015", people)
        one = await stage.staff.hears()
        assert one.first_line.startswith("Central Asia – 2015")
        assert "Visly" in one.first_line
        toast = await forges(stage.staff, f"{(people.rows[0][0].data or '')[:-1]}9", people)
        assert toast.alert
