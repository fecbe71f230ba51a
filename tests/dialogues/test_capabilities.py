"""What Telegram offers beyond plain text: colours with words, copying, sharing, folding, links, nights."""

import asyncio
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.chat.busy import busy
from bot.chat.courier import courier_of
from tests.dialogues.conftest import MONDAY, Stage
from tests.dialogues.registering import paper, partner, record, shipment

TODAY = MONDAY.date()


async def test_colours_stand_beside_words_and_only_where_something_is_settled(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("Today we received 25 books from the National Library of Poland")
        card = await stage.admin.hears()
        looks = {button.label: button.body.get("style") for row in card.rows for button in row}
        assert looks == {"✅ Save": "success", "✏️ Correct": None, "✖️ Discard": "danger"}


async def test_a_number_and_an_address_are_copied_by_those_who_may_see_them(stage: Stage) -> None:
    home, _, deed = record(
        stage,
        partner("new1", "Freedonia Library", email="books@example.org", phone="+998 71 200 00 00"),
        partner("new2", "Sylvania Library"),
        paper("new1", number="17/3", term="2020/2030"),
    )
    async with stage.bot():
        await stage.manager.says(home)
        copied = [b.body["copy_text"]["text"] for row in (await stage.manager.hears()).rows for b in row
                  if "copy_text" in b.body]  # fmt: skip
        assert copied == ["books@example.org", "+998 71 200 00 00"]
        await stage.admin.says(deed)
        assert (await stage.admin.hears()).button("📋 Number").body["copy_text"] == {"text": "17/3"}
        await stage.viewer.says(home)
        assert "example.org" not in str((await stage.viewer.hears()).rows)


async def test_a_card_is_handed_on_and_leads_back(stage: Stage) -> None:
    (home,) = record(stage, partner("new1", "Freedonia Library"))
    async with stage.bot():
        group = stage.group()
        await stage.staff.says(home)
        query = (await stage.staff.hears()).button("↗️ Ulashish").body["switch_inline_query"]
        answer = await stage.staff.asks_inline(query, group)
        assert answer.titles == ["Freedonia Library"]
        card = await stage.staff.chooses(answer, "Freedonia Library", group)
        link = card.button("🔒 Shaxsiy chatda ochish").body["url"]

        await stage.staff.follows(link)
        assert "Freedonia Library" in (await stage.staff.hears()).text
        await stage.stranger.follows(link)
        told = await stage.stranger.hears()
        assert "Freedonia" not in told.text
        assert str(stage.stranger.id) in told.text


async def test_a_link_to_nothing_is_refused_in_words(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("/start p99999")
        assert "p99999" in (await stage.admin.hears()).text


async def test_many_details_are_folded_and_a_few_stand_openly(stage: Stage) -> None:
    much, little, *_ = record(
        stage,
        partner("new1", "Freedonia Library"),
        partner("new2", "Sylvania Library"),
        *(shipment("new1", 3 + n, date=f"20{10 + n}") for n in range(6)),
        shipment("new2", 3, date="2016"),
    )
    async with stage.bot():
        await stage.admin.says(much)
        (folded,) = (await stage.admin.hears()).formatted("expandable_blockquote")
        assert folded.count("/x") == 6
        await stage.admin.says(little)
        assert (await stage.admin.hears()).formatted("expandable_blockquote") == []


async def test_a_deadline_keeps_its_words_and_knows_the_moment_it_is_over(stage: Stage) -> None:
    end = TODAY + timedelta(days=30)
    record(stage, partner("new1", "Alpha"), paper("new1", term=f"2020-01-01/{end}"))
    async with stage.bot():
        heard = await stage.admin.hears()
        assert heard.formatted("date_time") == ["23 December 2026"]
        (over,) = (entity["unix_time"] for entity in heard.entities if entity["type"] == "date_time")
        assert datetime.fromtimestamp(over, ZoneInfo("Asia/Tashkent")).date() == end


async def test_a_server_that_is_too_old_gets_the_same_message_plain(stage: Stage) -> None:
    _, deed = record(stage, partner("new1", "Alpha"), paper("new1", number="17/3", term="2020/2030"))
    stage.telegram.fail(
        "sendMessage", status=400, description="Bad Request: can't parse inline keyboard button"
    )
    async with stage.bot():
        await stage.admin.says(deed)
        plain = await stage.admin.hears()
        assert "17/3" in plain.text
        assert "✏️ Edit" in plain.labels
        assert {kind for row in plain.rows for button in row for kind in button.body} == {
            "text",
            "callback_data",
        }


async def test_by_night_what_nobody_waits_for_makes_no_sound(stage: Stage) -> None:
    stage.clock.forward(hours=14)
    async with stage.bot():
        await stage.stranger.says("/start")
        asked = await stage.stranger.hears()
        await stage.stranger.presses(asked.labels[0])
        await stage.stranger.hears()
        await stage.admin.hears()
        sent = [call.arguments for call in stage.telegram.calls("sendMessage")]
        silent = {int(each["chat_id"]): bool(each.get("disable_notification")) for each in sent}
        assert silent == {stage.admin.id: True, stage.stranger.id: False}


async def test_long_work_shows_that_it_is_under_way_and_quick_work_does_not(stage: Stage) -> None:
    stage.people["admin"].person.opened = True
    async with courier_of(stage.settings) as courier:
        async with busy(courier, stage.admin.id):
            await asyncio.sleep(0.1)
        assert _actions(stage) == 0
        async with busy(courier, stage.admin.id):
            await asyncio.sleep(0.8)
        assert _actions(stage) == 1


def _actions(stage: Stage) -> int:
    return len(stage.telegram.calls("sendChatAction"))
