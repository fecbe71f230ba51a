"""Files go with records: before, with and after them; shown from the card; for those who may."""

import pytest

from bot.demo.standin import Actor, Shown
from bot.opening import open_files
from db import attachments, chores
from db.attachments import Attachment
from db.chores import Chore
from db.vocabulary import Sheet
from tests.demo.pictures import png
from tests.dialogues.conftest import Stage
from tests.dialogues.registering import partner, record, shipment
from tests.dialogues.test_logging import presses_and_hears, says_and_hears

SENT = "Kecha Polsha Milliy kutubxonasiga 40 ta kitob yubordik"
PDF = b"%PDF-1.7 letter"


def kept(stage: Stage, no: int) -> tuple[Attachment, ...]:
    with stage.store().read() as session:
        return attachments.of_record(session, Sheet.EXCHANGES, no)


def shipped(stage: Stage, by: Actor | None = None) -> tuple[str, int]:
    [_, short] = record(stage, partner("new1", "Alpha"), shipment("new1", 5), by=by)
    return short, int(short[2:])


async def test_files_sent_with_a_statement_are_kept_with_its_record(stage: Stage) -> None:
    async with stage.bot():
        picture = png(60, 40)
        await stage.staff.uploads("photo.png", picture, caption=SENT, photo=True)
        await stage.staff.hears()
        await stage.staff.uploads("xat.pdf", PDF)
        # The card is written anew as each file comes in: once for both, or for one after the other.
        while "photo.jpg, xat.pdf" not in (card := await stage.staff.hears()).text:
            assert "photo.jpg" in card.text
        receipt = await presses_and_hears(stage.staff, "✅", card)
        assert "📎 2" in receipt.text

        shown = await says_and_hears(stage.staff, "/x12")
        await stage.staff.presses("📎", shown)
        sent = [await stage.staff.hears(), await stage.staff.hears()]
        assert [one.file.content for one in sent if one.file] == [picture, PDF]
        assert "Staff" in sent[0].text
        await presses_and_hears(stage.staff, "🗑", sent[0])
        assert [one.name for one in kept(stage, 12)] == ["xat.pdf"]

        past = await presses_and_hears(stage.staff, "🕘", shown)
        told = [line.partition(":")[0] for line in past.text.splitlines() if line.startswith("📎")]
        assert told == [
            "📎 photo.jpg – ilova qildi",
            "📎 xat.pdf – ilova qildi",
            "📎 photo.jpg – olib tashladi",
        ]


async def test_a_reply_to_a_card_and_a_short_id_in_the_caption_say_where_a_file_belongs(stage: Stage) -> None:
    short, no = shipped(stage)
    async with stage.bot():
        card = await says_and_hears(stage.staff, short)
        await stage.staff.uploads("a.pdf", PDF, reply_to=card)
        assert short in (await stage.staff.hears()).text
        await stage.manager.uploads("b.pdf", PDF + b"2", caption=f"скан к {short}")
        assert short in (await stage.manager.hears()).text
        assert [one.name for one in kept(stage, no)] == ["a.pdf", "b.pdf"]


async def test_files_alone_ask_for_their_record(stage: Stage) -> None:
    short, no = shipped(stage, by=stage.staff)
    async with stage.bot():
        await stage.staff.uploads("a.pdf", PDF)
        await stage.staff.uploads("b.pdf", PDF + b"2")
        question = await stage.staff.hears()
        assert "a.pdf, b.pdf" in question.text
        await presses_and_hears(stage.staff, short[1:], question)
        assert len(kept(stage, no)) == 2
        await stage.staff.uploads("c.pdf", PDF + b"3")
        await stage.staff.hears()
        assert short in (await says_and_hears(stage.staff, short)).text
        assert len(kept(stage, no)) == 3


async def test_a_cancelled_draft_lets_its_files_go(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.uploads("a.pdf", PDF, caption=SENT)
        await stage.staff.hears()
        await stage.staff.hears()
        await says_and_hears(stage.staff, "/cancel")
        with stage.store().read() as session:
            assert attachments.waiting(session, stage.staff.id, stage.staff.id) == ()


@pytest.mark.parametrize(
    ("name", "content"), [("tool.exe", b"MZ"), ("noname", b"x"), ("big.pdf", b"x" * (20 * 2**20 + 1))]
)
async def test_what_is_not_taken_is_refused_at_once(stage: Stage, name: str, content: bytes) -> None:
    async with stage.bot():
        await stage.staff.uploads(name, content)
        heard = await stage.staff.hears()
        assert ("20" in heard.text) == (name == "big.pdf")
        with stage.store().read() as session:
            assert chores.next_kind(session, stage.clock()) is None


async def test_only_staff_bring_and_see_files(stage: Stage) -> None:
    short, no = shipped(stage)
    async with stage.bot():
        card = await says_and_hears(stage.staff, short)
        await stage.staff.uploads("a.pdf", PDF, reply_to=card)
        await stage.staff.hears()
        seen = await says_and_hears(stage.viewer, short)
        assert not seen.labels
        await stage.viewer.uploads("b.pdf", PDF, reply_to=seen)
        refused: Shown = await stage.viewer.hears()
        assert refused.text
        await stage.stranger.uploads("c.pdf", PDF)
        await stage.stranger.hears()
        assert [one.name for one in kept(stage, no)] == ["a.pdf"]


async def test_a_file_that_was_being_fetched_is_kept_after_a_restart(stage: Stage) -> None:
    short, no = shipped(stage)
    sent = await stage.staff.uploads("a.pdf", PDF)
    assert sent.file is not None
    body = {"name": "a.pdf", "picture": False, "target": short[1:], "message": sent.message.id}
    chore = Chore(stage.staff.id, "Staff", stage.staff.id, "attach", sent.file.id, body)
    with stage.store().write() as session:
        chores.put(session, chore, stage.clock())
    async with stage.bot():
        assert short in (await stage.staff.hears()).text
        (one,) = kept(stage, no)
    assert open_files(stage.settings).path(one.file).read_bytes() == PDF
