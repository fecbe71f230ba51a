"""Asking in four writing systems: the answer first, the records under it, ❔ for whatever is not known."""

import pytest

from db import history
from tests.dialogues.conftest import Stage
from tests.dialogues.registering import paper, partner, record

ANSWERS = [
    ("Polsha Milliy kutubxonasi bilan memorandum qachon tugagan?", "2014", "/a10"),
    ("Эрон билан шартнома муддати қачон тугаган?", "2011", "/a11"),
    ("Когда закончился меморандум с Шанхаем?", "2018", "/a2"),
    ("When did the agreement with Kyrgyzstan end?", "2010", "/a3"),
    ("РДКдан неча нусха олганмиз?", "2\u00a0040", "/x1"),
    ("Rossiyaga nechta nusxa yuborganmiz?", "1\u00a0460", "/x2"),
    ("Сколько экземпляров получено из Польши?", "600", "/x7"),
    ("How many copies did we send to Azerbaijan?", "159", "/x10"),
    ("Bişkekdagi seminar qayerda va qaçon boʻlgan?", "2014", "/e4"),
    ("где проходила конференция Central Asia 2014?", "Карши", "/e2"),
    ("Шанхай", "Шанхай", "/a2"),
    ("Kyung Hee", "Kyung Hee", "/a7"),
]


@pytest.mark.parametrize(("question", "figure", "record"), ANSWERS)
async def test_the_answer_stands_over_its_records(
    stage: Stage, question: str, figure: str, record: str
) -> None:
    async with stage.bot():
        await stage.viewer.says(question)
        answer = await stage.viewer.hears()
    assert not answer.text.startswith("❔")
    assert figure in answer.text
    assert record in answer.formatted("bot_command")


async def test_what_the_registry_does_not_know_is_never_guessed(stage: Stage) -> None:
    async with stage.bot():
        for question in (
            "Germaniya milliy kutubxonasidan nechta kitob oldik?",
            "какая завтра погода?",
            "менга шеър ёзиб бер",
            "qwerty asdf",
        ):
            await stage.staff.says(question)
            assert (await stage.staff.hears()).text.startswith("❔")


async def test_a_bare_ask_takes_the_next_message(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("/ask")
        assert "?" in (await stage.admin.hears()).text
        await stage.admin.says("how many copies did we receive from Poland")
        assert "600" in (await stage.admin.hears()).first_line


async def test_a_group_asks_by_command_and_by_reply(stage: Stage) -> None:
    async with stage.bot():
        group = stage.group()
        await group.adds_bot(by=stage.admin)
        await stage.admin.says("/group", group)
        await stage.admin.presses("✅", await stage.admin.hears(group))
        await stage.admin.hears(group)
        stage.staff.catches_up(group)
        await stage.staff.says("/ask", group)
        asked = await stage.staff.hears(group)
        await stage.staff.says("Polshadan nechta nusxa olganmiz?", group, reply_to=asked)
        assert "600" in (await stage.staff.hears(group)).first_line


CONTACT = {"sheet": "partners", "id": "poland", "email": "secret@example.org", "phone": "+48 22 000"}
DRAFT = {"sheet": "agreements", "id": "new1", "partner": "poland", "title": "Hidden paper", "state": "draft"}


async def test_contacts_and_drafts_are_for_managers_and_never_for_a_group(stage: Stage) -> None:
    with stage.store().write() as session:
        history.save(session, history.TERMINAL, [CONTACT, DRAFT], now=stage.clock())
    asked = ("Polsha Milliy kutubxonasi", "Польша кутубхонасининг e-mail манзили", "/p10", "/a13")
    async with stage.bot():
        for person in (stage.viewer, stage.staff):
            for text in asked:
                await person.says(text)
                answer = (await person.hears()).text
                assert "secret@example.org" not in answer, (person.person.first_name, text)
                assert "Hidden paper" not in answer, (person.person.first_name, text)
        await stage.manager.says("/p10")
        assert "secret@example.org" in (await stage.manager.hears()).text

        group = stage.group()
        await group.adds_bot(by=stage.admin)
        await stage.admin.says("/group", group)
        await stage.admin.presses("✅", await stage.admin.hears(group))
        await stage.admin.hears(group)
        for text in (
            "/ask what is the e-mail of the National Library of Poland",
            "/p10",
            "/a13",
            "/find Poland",
        ):
            await stage.admin.says(text, group)
            answer = (await stage.admin.hears(group)).text
            assert "secret@example.org" not in answer
            assert "Hidden paper" not in answer


async def test_a_question_speaks_of_the_drafts_that_one_answers_for_as_their_cards_do(stage: Stage) -> None:
    record(
        stage,
        partner("new1", "Zygmunt Archive"),
        paper("new1", id="new7", title="Ours", state="draft", responsible="Staff"),
        paper("new1", id="new8", title="Theirs", state="draft", responsible="Somebody"),
        {"sheet": "approvals", "agreement": "new7", "stage": "Ministry of Justice", "sent": "2026-11-01"},
        {"sheet": "approvals", "agreement": "new8", "stage": "Ministry of Justice", "sent": "2026-11-02"},
    )
    drafts = "Which drafts are at the Ministry of Justice?"
    async with stage.bot():
        for text in ("Zygmunt Archive", drafts):
            await stage.staff.says(text)
            own = (await stage.staff.hears()).text
            assert "Theirs" not in own, text
            assert "2026-11-02" not in own, text
            assert "/a13" in own, text
            assert "/a14" not in own, text
            await stage.manager.says(text)
            every = (await stage.manager.hears()).text
            assert "/a13" in every, text
            assert "/a14" in every, text
        await stage.staff.says(drafts)
        assert "only drafts that you are responsible for" in (await stage.staff.hears()).text
        await stage.viewer.says(drafts)
        assert (await stage.viewer.hears()).text.startswith("❔")
