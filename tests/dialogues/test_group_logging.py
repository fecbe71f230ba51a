"""In an enabled group a member who speaks to the bot logs; only they or a manager answer the card."""

from bot.demo.standin import BOT_USERNAME, Actor, Group, Shown
from db import exchanges
from tests.dialogues.conftest import Stage

SENT = "Kecha Polsha Milliy kutubxonasiga 40 ta kitob yubordik"


async def opened(stage: Stage) -> Group:
    people = [stage.admin, stage.staff, stage.manager, stage.viewer, stage.stranger]
    group = stage.telegram.group(-2001, "Aloqalar", people)
    await group.adds_bot(stage.admin)
    await stage.admin.says("/group", group)
    await stage.admin.hears(group)
    await stage.admin.presses("✅", chat=group)
    await stage.admin.hears(group)
    for person in people:
        person.catches_up(group)
    return group


async def logs(person: Actor, group: Group, text: str) -> Shown:
    await person.says(text, group)
    return await person.hears(group)


def count(stage: Stage) -> int:
    with stage.store().read() as session:
        return len(exchanges.every(session))


async def test_a_member_who_names_the_bot_logs_and_answers_the_card(stage: Stage) -> None:
    async with stage.bot():
        group = await opened(stage)
        card = await logs(stage.staff, group, f"@{BOT_USERNAME} {SENT}")
        assert "Polsha" in card.text
        await stage.staff.presses("✅", card, group)
        assert "/x12" in (await stage.staff.hears(group)).text
        await stage.staff.presses("↩️", chat=group)
        await stage.staff.hears(group)
        assert count(stage) == 11


async def test_a_reply_to_the_card_answers_what_is_asked(stage: Stage) -> None:
    async with stage.bot():
        group = await opened(stage)
        question = await logs(stage.staff, group, "/log Kecha Polshaga kitob yubordik")
        await stage.staff.says("12", group, reply_to=question)
        card = await stage.staff.hears(group)
        assert "12" in card.text
        assert any(label.startswith("✅") for label in card.labels)


async def test_others_do_not_answer_the_card_but_a_manager_does(stage: Stage) -> None:
    async with stage.bot():
        group = await opened(stage)
        card = await logs(stage.staff, group, f"@{BOT_USERNAME} {SENT}")
        viewer = await stage.viewer.presses("✅", card, group)
        assert (await viewer.toast()).alert
        stranger = await stage.stranger.presses("✅", card, group)
        assert count(stage) == 11
        await stage.manager.presses("✅", card, group)
        stage.manager.catches_up(group)
        await stage.telegram.until(lambda: True if count(stage) == 12 else None, 5, "the record")
        assert stranger.query.answer is None or not stranger.query.answer["text"]


async def test_talk_among_members_and_a_viewer_are_no_logs(stage: Stage) -> None:
    async with stage.bot():
        group = await opened(stage)
        await stage.staff.says(SENT, group)
        await stage.staff.hears_nothing(group)
        heard = await logs(stage.viewer, group, f"@{BOT_USERNAME} {SENT}")
        assert not any(label.startswith("✅") for label in heard.labels)
        assert count(stage) == 11
