"""Answers to pressed buttons and to inline queries: each query once, and not too late."""

from __future__ import annotations

from typing import Any

from bot.demo.standin.arguments import Arguments
from bot.demo.standin.keyboards import inline_markup
from bot.demo.standin.refusal import Json, bad_request, beyond_the_standin, query_too_old
from bot.demo.standin.telegram import Telegram
from bot.demo.standin.things import Query

from .content import TEXT_LIMIT, formatted_text
from .table import Table, method, required_text

TOAST_LIMIT = 200
RESULTS_LIMIT = 50
ARTICLE_FIELDS = {
    "type",
    "id",
    "title",
    "input_message_content",
    "reply_markup",
    "url",
    "description",
    "thumbnail_url",
    "thumbnail_width",
    "thumbnail_height",
}


def _open_query(telegram: Telegram, queries: dict[str, Query], query_id: str) -> Query:
    query = queries.get(query_id)
    if query is None or query.answer is not None:
        raise query_too_old()
    if (telegram.now() - query.asked).total_seconds() > telegram.query_lifetime_seconds:
        raise query_too_old()
    return query


def answer_callback_query(telegram: Telegram, arguments: Arguments) -> bool:
    query = _open_query(telegram, telegram.callback_queries, required_text(arguments, "callback_query_id"))
    text = arguments.text("text") or ""
    if len(text) > TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    url = arguments.text("url")
    if url and not url.startswith(
        (f"https://t.me/{telegram.bot.username}?", f"t.me/{telegram.bot.username}?")
    ):
        raise bad_request("URL_INVALID")
    query.answer = {"text": text, "show_alert": arguments.flag("show_alert"), "url": url}
    chat_id = query.message.chat.id if query.message else query.person.id
    telegram.announce(
        "answered", chat_id, query.message, query=query.id, person=query.person.id, **query.answer
    )
    return True


def _article(telegram: Telegram, result: Any) -> Json:
    if not isinstance(result, dict) or result.get("type") != "article":
        raise beyond_the_standin("inline results other than articles")
    unknown = sorted(set(result) - ARTICLE_FIELDS)
    if unknown:
        raise beyond_the_standin(f"{unknown[0]} of an article")
    if not 1 <= len(str(result.get("id") or "").encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    if not result.get("title"):
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = result.get("input_message_content") or {}
    source, entities = str(content.get("message_text") or ""), content.get("entities")
    text = formatted_text(telegram, source, content.get("parse_mode"), entities)
    if not text.text:
        raise bad_request("MESSAGE_EMPTY")
    if len(text.text) > TEXT_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    shown = {key: result.get(key) for key in ("id", "title", "description", "thumbnail_url", "url")}
    return {**shown, "content": text, "markup": inline_markup(result.get("reply_markup"))}


def _results_button(value: Any) -> Json | None:
    if not value:
        return None
    unknown = sorted(set(value) - {"text", "start_parameter"})
    if unknown:
        raise beyond_the_standin(f"{unknown[0]} of an inline results button")
    parameter = str(value.get("start_parameter") or "")
    if not 1 <= len(parameter) <= 64 or not parameter.replace("-", "").replace("_", "").isalnum():
        raise bad_request("START_PARAM_INVALID")
    return dict(value)


def answer_inline_query(telegram: Telegram, arguments: Arguments) -> bool:
    query = _open_query(telegram, telegram.inline_queries, required_text(arguments, "inline_query_id"))
    results: Any = arguments.structure("results")
    if not isinstance(results, list):
        raise bad_request("can't parse inline query results JSON object")
    if len(results) > RESULTS_LIMIT:
        raise bad_request("RESULTS_TOO_MUCH")
    articles = [_article(telegram, result) for result in results]
    if len({article["id"] for article in articles}) != len(articles):
        raise bad_request("RESULT_ID_DUPLICATE")
    query.answer = {
        "results": articles,
        "next_offset": arguments.text("next_offset") or "",
        "is_personal": arguments.flag("is_personal"),
        "cache_time": arguments.integer("cache_time", 300),
        "button": _results_button(arguments.structure("button")),
    }
    telegram.announce("inline-answered", query.person.id, query=query.id)
    return True


METHODS: Table = {
    "answerCallbackQuery": method(answer_callback_query, "callback_query_id text show_alert url cache_time"),
    "answerInlineQuery": method(
        answer_inline_query, "inline_query_id results cache_time is_personal next_offset button"
    ),
}
