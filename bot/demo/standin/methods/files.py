"""Documents and photos, and fetching what people sent."""

from __future__ import annotations

from bot.demo.standin.arguments import Arguments, Upload
from bot.demo.standin.images import image_size
from bot.demo.standin.keyboards import checked_markup
from bot.demo.standin.refusal import Json, bad_request, beyond_the_standin
from bot.demo.standin.telegram import Telegram
from bot.demo.standin.things import Message, StoredFile

from .content import extras, message_caption, reply_target
from .messages import COMMON
from .table import Table, method, required_text

DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024


def stored_upload(telegram: Telegram, kind: str, upload: Upload) -> StoredFile:
    """Keep an uploaded document or photo; raises Refusal for what Telegram does not take."""
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > (PHOTO_LIMIT if kind == "photo" else UPLOAD_LIMIT):
        raise bad_request("file is too big")
    if kind != "photo":
        return telegram.store(kind, upload.name, upload.mime, upload.content)
    size = image_size(upload.content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > 10000 or max(size) > 20 * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return telegram.store(kind, upload.name, upload.mime, upload.content, size)


def _file(telegram: Telegram, kind: str, arguments: Arguments) -> StoredFile:
    given = arguments.file(kind)
    if given is None or given == "":
        raise bad_request(f"there is no {kind} in the request")
    if isinstance(given, Upload):
        return stored_upload(telegram, kind, given)
    if given.startswith(("http://", "https://")):
        raise beyond_the_standin("files by URL")
    known = telegram.files.get(given)
    if known is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if known.kind != kind:
        raise bad_request(f"can't use file of type {known.kind.title()} as {kind.title()}")
    return known


def _send(telegram: Telegram, kind: str, arguments: Arguments) -> Json:
    chat = telegram.writable(required_text(arguments, "chat_id"))
    caption = message_caption(telegram, arguments)
    markup = checked_markup(arguments.structure("reply_markup"))
    replied = reply_target(telegram, chat, arguments)
    kept = extras(chat, arguments)
    message = Message(0, chat, telegram.bot, telegram.now(), caption=caption, markup=markup, reply_to=replied)
    message.file = _file(telegram, kind, arguments)
    message.extras = kept
    return telegram.post(message).json()


def send_document(telegram: Telegram, arguments: Arguments) -> Json:
    return _send(telegram, "document", arguments)


def send_photo(telegram: Telegram, arguments: Arguments) -> Json:
    return _send(telegram, "photo", arguments)


def get_file(telegram: Telegram, arguments: Arguments) -> Json:
    known = telegram.files.get(required_text(arguments, "file_id"))
    if known is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(known.content) > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    body = {"file_id": known.id, "file_unique_id": known.unique_id, "file_size": len(known.content)}
    return {**body, "file_path": known.path}


def file_at(telegram: Telegram, path: str) -> StoredFile | None:
    """What `/file/bot<token>/<path>` serves."""
    return next((file for file in telegram.files.values() if file.path == path), None)


METHODS: Table = {
    "sendDocument": method(
        send_document, f"{COMMON} document caption caption_entities disable_content_type_detection"
    ),
    "sendPhoto": method(
        send_photo, f"{COMMON} photo caption caption_entities show_caption_above_media has_spoiler"
    ),
    "getFile": method(get_file, "file_id"),
}
