"""Documents and photos in both directions."""

import pytest
from telegram import Bot, InputFile
from telegram.error import BadRequest

from bot.demo.standin import Actor, Standin
from tests.demo.pictures import png


async def test_a_document_arrives_whole(bot: Bot, chat: int, dilnoza: Actor) -> None:
    content = bytes(range(256)) * 40
    sent = await bot.send_document(
        chat, InputFile(content, "Hisobot ў.xlsx"), caption="<b>2026</b>", parse_mode="HTML"
    )
    heard = await dilnoza.hears()
    assert heard.file is not None
    assert (heard.file.name, heard.file.content) == ("Hisobot ў.xlsx", content)
    assert (heard.text, heard.formatted("bold")) == ("2026", ["2026"])
    assert sent.document is not None
    again = await bot.send_document(chat, sent.document.file_id)
    assert again.document is not None
    assert again.document.file_unique_id == sent.document.file_unique_id


async def test_a_photo_has_its_size(bot: Bot, chat: int) -> None:
    sent = await bot.send_photo(chat, png(60, 40), caption="x")
    assert (sent.photo[0].width, sent.photo[0].height) == (60, 40)
    edited = await bot.edit_message_caption(chat, sent.message_id, caption="y")
    assert not isinstance(edited, bool)
    assert edited.caption == "y"
    with pytest.raises(BadRequest, match="no text in the message to edit"):
        await bot.edit_message_text("z", chat, sent.message_id)


async def test_what_a_person_uploads_can_be_fetched(bot: Bot, chat: int, dilnoza: Actor) -> None:
    await dilnoza.uploads("shartnoma.pdf", b"%PDF-1.7", caption="Imzolangan")
    message = (await bot.get_updates())[0].message
    assert message is not None
    assert message.document is not None
    assert (message.document.file_name, message.document.mime_type) == ("shartnoma.pdf", "application/pdf")
    assert message.caption == "Imzolangan"
    file = await bot.get_file(message.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"%PDF-1.7"
    with pytest.raises(BadRequest, match="Wrong file_id"):
        await bot.get_file("nonsense")


async def test_what_telegram_does_not_take(bot: Bot, chat: int, dilnoza: Actor, standin: Standin) -> None:
    for wrong, reason in ((b"", "must be non-empty"), (b"no picture", "Image_process_failed")):
        with pytest.raises(BadRequest, match=reason):
            await bot.send_photo(chat, wrong)
    with pytest.raises(BadRequest, match="Photo_invalid_dimensions"):
        await bot.send_photo(chat, png(2100, 100))
    with pytest.raises(BadRequest, match="caption is too long"):
        await bot.send_document(chat, b"x", caption="x" * 1025)
    document = (await bot.send_document(chat, b"x")).document
    assert document is not None
    with pytest.raises(BadRequest, match="as photo"):
        await bot.send_photo(chat, document.file_id)
    await dilnoza.uploads("scan.tif", b"x" * (20 * 1024 * 1024 + 1))
    message = (await bot.get_updates())[0].message
    assert message is not None
    assert message.document is not None
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(message.document.file_id)
