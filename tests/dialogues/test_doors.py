"""Who hears what: strangers nothing, members what their role allows, groups only what was opened."""

from bot.demo.standin import Press, people
from db import inbox
from tests.dialogues.conftest import Stage


async def test_a_stranger_gets_one_neutral_line_whatever_they_write(stage: Stage) -> None:
    async with stage.bot():
        for text in ("/start", "Шанхай", "/x7", "/exchange", "/find Baku", "Bugun 25 kitob oldik", "/group"):
            await stage.stranger.says(text)
            answer = await stage.stranger.hears()
            assert "1009" in answer.text
            assert answer.labels == ["Ruxsat soʻrash"]
            assert "Shan" not in answer.text


async def test_a_stranger_asks_for_access_and_an_administrator_lets_them_in(stage: Stage) -> None:
    async with stage.bot():
        await stage.stranger.says("/start")
        line = await stage.stranger.hears()
        await stage.stranger.presses("Ruxsat soʻrash", line)
        assert (await stage.stranger.hears()).text.startswith("✅")

        asked = await stage.admin.hears()
        assert "Stranger" in asked.text
        await stage.admin.presses("👀 Viewer", asked)
        assert "admitted" in (await stage.admin.hears()).text
        assert "Stranger" in (await stage.stranger.hears()).text

        await stage.stranger.says("/x7")
        assert "600" in (await stage.stranger.hears()).text


async def test_an_invitation_works_once_and_only_for_a_while(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("/invite staff")
        link = next(word for word in (await stage.admin.hears()).text.split() if "start=" in word)
        await stage.stranger.follows(link)
        assert (await stage.stranger.hears()).text.startswith("✅")
        await stage.stranger.hears()

        late = stage.telegram.user(1010, "Late", "en")
        await late.follows(link)
        assert "yaroqsiz" in (await late.hears()).text
        await stage.admin.says("/invite manager")
        link = next(word for word in (await stage.admin.hears()).text.split() if "start=" in word)
        stage.clock.forward(days=8)
        await late.follows(link)
        assert "yaroqsiz" in (await late.hears()).text


async def test_only_an_administrator_invites(stage: Stage) -> None:
    async with stage.bot():
        for person in (stage.viewer, stage.staff, stage.manager):
            await person.says("/invite admin")
            assert "start=" not in (await person.hears()).text


async def test_a_viewer_may_ask_but_not_log(stage: Stage) -> None:
    async with stage.bot():
        await stage.viewer.says("/exchange")
        assert "рухсат бермайди" in (await stage.viewer.hears()).text


async def test_a_group_is_silent_until_an_administrator_opens_it(stage: Stage) -> None:
    async with stage.bot():
        group = stage.group()
        await group.adds_bot(by=stage.admin)
        for person in (stage.staff, stage.stranger):
            await person.says("/find Baku", group)
            await person.says("/group", group)
        await stage.staff.hears_nothing(within=0.5)

        await stage.admin.says("/group", group)
        offer = await stage.admin.hears(group)
        press = await stage.staff.presses("✅ Allow", offer)
        await press.toast()
        await stage.admin.presses("✅ Allow", offer)
        assert (await stage.admin.hears(group)).text.startswith("✅")

        stage.staff.catches_up(group)
        stage.stranger.catches_up(group)
        await stage.stranger.says("/find Baku", group)
        await stage.stranger.hears_nothing(group, within=0.5)
        await stage.staff.says("/find Baku", group)
        assert "Ozarbayjon" in (await stage.staff.hears(group)).text
        await stage.staff.says("/exchange", group)
        await stage.staff.hears_nothing(group, within=0.5)


async def test_a_forged_or_old_button_changes_nothing_and_says_so(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("/language")
        menu = await stage.staff.hears()
        for data in ("0sp|ru", "1zz|1", "1ad|1009|admin", "x" * 64, "1en|1"):
            query = people.presses(stage.telegram.telegram, stage.staff.person, menu.message, data)
            assert (await Press(stage.telegram, query).toast()).text


async def test_a_command_that_there_is_not_is_answered_with_those_that_may_be_meant(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("/agrement")
        told = (await stage.admin.hears()).text
        assert told.startswith("❔")
        assert "/agreements" in told
        await stage.viewer.says("/invit")
        assert "/invite" not in (await stage.viewer.hears()).text.replace("/invit ", "")
        await stage.stranger.says("/agrement")
        assert "/agreements" not in (await stage.stranger.hears()).text
        group = stage.group()
        await stage.admin.says("/agrement", group)
        await stage.admin.hears_nothing(group)


async def test_each_person_chooses_their_language(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("/language")
        menu = await stage.staff.hears()
        await stage.staff.presses("Русский", menu)
        assert "по-русски" in (await stage.staff.hears()).text
        await stage.staff.says("/help")
        assert "записать обмен" in (await stage.staff.hears()).text


async def test_a_group_into_which_a_stranger_brings_the_bot_is_left_in_silence(stage: Stage) -> None:
    async with stage.bot():
        ours, theirs = stage.group(), stage.telegram.group(-2002, "Spam", [stage.stranger])
        await ours.adds_bot(by=stage.staff)
        await theirs.adds_bot(by=stage.stranger)
        await stage.telegram.until(lambda: stage.telegram.calls("leaveChat") or None, 10, "leaving")
        await stage.admin.says("/group", ours)
        await stage.admin.presses("✅", await stage.admin.hears(ours))
        await stage.admin.hears(ours)
        # An open group is an administrator's decision, whoever changes the bot's standing in it.
        await ours.promotes_bot(by=stage.stranger)
        await stage.admin.says("/find Baku", ours)
        assert "Azerbaijan" in (await stage.admin.hears(ours)).text
        assert [call.arguments["chat_id"] for call in stage.telegram.calls("leaveChat")] == [-2002]
        assert not [shown for shown in stage.stranger.sees(theirs) if shown.text]


async def test_who_writes_without_end_is_answered_no_more_and_nobody_else_waits(stage: Stage) -> None:
    async with stage.bot():
        for number in range(30):
            await stage.stranger.says(f"{number} " + "x" * 4000)
        await stage.staff.says("/p10")
        assert (await stage.staff.hears()).text
        await stage.telegram.until(lambda: _all_read(stage) or None, 60, "the end of the flood")
        answered = sum("1009" in shown.text for shown in stage.stranger.sees())
        assert 0 < answered <= 20
        stage.clock.forward(hours=2)
        stage.stranger.catches_up()
        await stage.stranger.says("/start")
        assert "1009" in (await stage.stranger.hears()).text


def _all_read(stage: Stage) -> bool:
    with stage.store().read() as session:
        return not inbox.queue(session).waiting


async def test_a_greeting_and_thanks_are_answered_as_people_answer_them(stage: Stage) -> None:
    async with stage.bot():
        for said, heard in (
            ("Good morning!", "Good day, Admin!"),
            ("Салом", "Good day, Admin!"),
            ("спасибо 🙏", "You are welcome, Admin."),
        ):
            await stage.admin.says(said)
            assert (await stage.admin.hears()).text.startswith(heard)
        await stage.viewer.says("rahmat")
        assert not (await stage.viewer.hears()).text.startswith("❔")
        await stage.admin.says("Hello, how many copies did we receive from Shanghai?")
        assert "470" in (await stage.admin.hears()).text
        await stage.stranger.says("Salom")
        assert "Assalomu" not in (await stage.stranger.hears()).text
