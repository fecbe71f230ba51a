"""A small bot that shows one of everything, made with the library the real bot is made with."""

import contextlib
import html
from typing import Any

from telegram import (
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram.error import Conflict
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.demo.standin import Standin
from tests.demo.conftest import plain_request
from tests.demo.pictures import png

Context = ContextTypes.DEFAULT_TYPE
App = Application[Any, Any, Any, Any, Any, Any]
CARD = (
    "<b>Polsha Milliy kutubxonasi</b>\n"
    "<i>2014–2029</i>, /x7 <u>shartnoma</u> <s>loyiha</s> <code>12/2014</code>\n"
    "<blockquote>Muddati besh yil</blockquote>\n"
    "<blockquote expandable>Birinchi\nIkkinchi\nUchinchi\nToʻrtinchi\nBeshinchi</blockquote>\n"
    "<tg-spoiler>+998 71 232 83 92</tg-spoiler> <a href='https://natlib.uz/'>sayt</a> "
    "<a href='https://t.me/hamkor_demo_bot?start=AB12'>taklif</a> &lt;3 &amp; 🤝"
)
BUTTONS = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("✅ Saqlash", callback_data="save", style="success"),
            InlineKeyboardButton("✖️ Bekor qilish", callback_data="drop", style="danger"),
        ],
        [
            InlineKeyboardButton("Bildirish", callback_data="toast"),
            InlineKeyboardButton("Ogohlantirish", callback_data="alert"),
        ],
        [
            InlineKeyboardButton("Raqam", copy_text=CopyTextButton("12/2014")),
            InlineKeyboardButton("Sayt", url="https://natlib.uz/"),
            InlineKeyboardButton("Ulashish", switch_inline_query_current_chat="shanxay"),
        ],
    ]
)


async def start(update: Update, context: Context) -> None:
    keys = ReplyKeyboardMarkup(
        [["Bugun", "Kecha"], ["Faqat yili maʼlum"]], resize_keyboard=True, input_field_placeholder="Qachon?"
    )
    assert update.message
    argument = f" ({' '.join(context.args)})" if context.args else ""
    await update.message.reply_html(f"Salom, <b>Hamkor</b> shu yerda{argument}", reply_markup=keys)


async def card(update: Update, context: Context) -> None:
    assert update.message
    await update.message.reply_html(CARD, reply_markup=BUTTONS)


async def hide(update: Update, context: Context) -> None:
    assert update.message
    await update.message.reply_text("Tugmalar yoʻq", reply_markup=ReplyKeyboardRemove())


async def files(update: Update, context: Context) -> None:
    assert update.message
    await update.message.reply_chat_action("upload_document")
    await update.message.reply_photo(png(320, 180), caption="Diagramma: 2016-yil")
    await update.message.reply_document(b"a;b\n1;2\n", caption="Jadval", filename="Hisobot 2016.csv")


async def echo(update: Update, context: Context) -> None:
    assert update.message
    said = html.escape(update.message.text or "")
    await update.message.reply_html(f"<b>Siz:</b> {said}", do_quote=update.message.chat.type != "private")


async def received(update: Update, context: Context) -> None:
    assert update.message
    given = update.message.document or update.message.photo[-1]
    content = await (await given.get_file()).download_as_bytearray()
    await update.message.reply_text(f"{len(content)} bayt, {update.message.caption or 'izohsiz'}")


async def press(update: Update, context: Context) -> None:
    query = update.callback_query
    assert query
    match query.data:
        case "toast":
            await query.answer("Roʻyxatga olindi")
        case "alert":
            await query.answer("Bu yozuvni faqat rahbar oʻchira oladi.", show_alert=True)
        case _:
            await query.edit_message_text("Saqlandi: /x57" if query.data == "save" else "Bekor qilindi")
            await query.answer()


async def found(update: Update, context: Context) -> None:
    query = update.inline_query
    assert query
    names = [
        name for name in ("Shanxay kutubxonasi", "Seul kutubxonasi") if query.query.lower() in name.lower()
    ]
    articles = [
        InlineQueryResultArticle(
            name[:5],
            name,
            InputTextMessageContent(f"<b>{name}</b>\n/p5", parse_mode="HTML"),
            description="2009 yildan",
        )
        for name in names
    ]
    await query.answer(articles, cache_time=0, is_personal=True)


async def describe(app: App) -> None:
    """What the real bot does at its start: commands and descriptions."""
    await app.bot.set_my_description("Hamkorlik, almashinuv va tadbirlarni yuritaman.\nSavolingizni yozing.")
    await app.bot.set_my_commands(
        [("start", "Boshlash"), ("card", "Shartnoma kartasi"), ("files", "Hisobot va diagramma")],
        BotCommandScopeAllPrivateChats(),
    )
    await app.bot.set_my_commands([("find", "Qidirish")], BotCommandScopeAllGroupChats())


def _complain(fault: Exception) -> None:
    if not isinstance(fault, Conflict):
        raise fault


async def started(standin: Standin) -> App:
    """A bot that polls."""
    builder = Application.builder().token(standin.token).request(plain_request())
    builder = builder.get_updates_request(plain_request()).base_url(f"{standin.url}/bot")
    app: App = builder.base_file_url(f"{standin.url}/file/bot").job_queue(None).build()
    for name, answer in (("start", start), ("card", card), ("hide", hide), ("files", files)):
        app.add_handler(CommandHandler(name, answer))
    app.add_handler(MessageHandler(filters.Document.ALL | filters.PHOTO, received))
    app.add_handler(MessageHandler(filters.TEXT, echo))
    app.add_handler(CallbackQueryHandler(press))
    app.add_handler(InlineQueryHandler(found))
    await app.initialize()
    await describe(app)
    await app.start()
    assert app.updater
    await app.updater.start_polling(error_callback=_complain)
    return app


async def stopped(app: App) -> None:
    assert app.updater
    with contextlib.suppress(RuntimeError):
        await app.updater.stop()
    await app.stop()
    await app.shutdown()
