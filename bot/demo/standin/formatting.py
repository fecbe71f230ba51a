"""HTML parse mode: source text → plain text and entities, refusing what Telegram's parser refuses.

Offsets and lengths of entities are in UTF-16 code units; offsets in error texts are in UTF-8 bytes,
both as Telegram counts them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from .refusal import Json, Refusal, bad_request

SIMPLE_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = {*SIMPLE_TAGS, "a", "tg-emoji", "tg-time", "pre", "code", "blockquote"}
NAMED_REFERENCES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_PLAIN = re.compile(r"[^<&]+")
_REFERENCE = re.compile(r"&(?:#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,10}))|([a-z]{2,4}));?")
_TAG_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE_NAME = re.compile(r"[^\s=>/\"']*")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_SPACES = re.compile(r"\s*")


@dataclass(frozen=True)
class Formatted:
    """Text as it is shown, with the entities that format it."""

    text: str
    entities: tuple[Json, ...] = ()


@dataclass
class _Open:
    tag: str
    offset: int
    text_from: int
    attributes: dict[str, str] = field(default_factory=dict)


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def checked_link(url: str) -> str | None:
    """The link as Telegram keeps it, or None when it would not make it a link."""
    if not url or re.search(r"\s", url):
        return None
    if "://" not in url:
        url = f"http://{url}"
    parts = urlsplit(url)
    if parts.scheme.lower() in {"tg", "ton", "tonsite"}:
        return url
    if parts.scheme.lower() not in {"http", "https", "ftp"}:
        return None
    host = parts.hostname or ""
    return url if "." in host.strip(".") else None


def linked_user(url: str) -> int | None:
    """The user id of a `tg://user?id=…` link."""
    parts = urlsplit(url)
    if parts.scheme != "tg" or parts.netloc != "user":
        return None
    value = parse_qs(parts.query).get("id", [""])[0]
    return int(value) if value.isdigit() else None


class _HtmlParser:
    """One pass over the source; `user` finds the JSON of a user that a link mentions."""

    def __init__(self, source: str, user: Callable[[int], Json | None]) -> None:
        self.source = source
        self.user = user
        self.at = 0
        self.text = ""
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def parse(self) -> Formatted:
        while self.at < len(self.source):
            plain = _PLAIN.match(self.source, self.at)
            if plain:
                self.at = plain.end()
                self._emit(plain.group())
            elif self.source[self.at] == "&":
                self._emit(self._reference())
            elif self.source.startswith("</", self.at):
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            raise _unparsed(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        return Formatted(self.text, tuple(sorted(self.entities, key=lambda e: (e["offset"], -e["length"]))))

    def _emit(self, text: str) -> None:
        self.text += text
        self.offset += utf16_length(text)

    def _reference(self) -> str:
        found = _REFERENCE.match(self.source, self.at)
        decoded = _decode(found) if found else None
        if found is None or decoded is None:
            self.at += 1
            return "&"
        self.at = found.end()
        return decoded

    def _bytes_before(self, position: int) -> int:
        return len(self.source[:position].encode("utf-8", "surrogatepass"))

    def _skip(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.source, self.at)
        skipped = found.group() if found else ""
        self.at += len(skipped)
        return skipped

    def _start_tag(self) -> None:
        begin = self._bytes_before(self.at)
        self.at += 1
        tag = self._skip(_TAG_NAME).lower()
        if self.at >= len(self.source):
            raise _unparsed(f"Unclosed start tag at byte offset {begin}")
        if tag not in TAGS:
            raise _unparsed(f'Unsupported start tag "{tag}" at byte offset {begin}')
        attributes: dict[str, str] = {}
        while True:
            self._skip(_SPACES)
            if self.source.startswith(">", self.at):
                break
            self._attribute(tag, begin, attributes)
        self.at += 1
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _unparsed(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.open.append(_Open(tag, self.offset, len(self.text), attributes))

    def _attribute(self, tag: str, begin: int, attributes: dict[str, str]) -> None:
        name = self._skip(_ATTRIBUTE_NAME)
        if not name:
            if self.at >= len(self.source):
                raise _unparsed(f'Unclosed start tag "{tag}" at byte offset {begin}')
            raise _unparsed(f'Empty attribute name in the tag "{tag}" at byte offset {begin}')
        self._skip(_SPACES)
        if not self.source.startswith("=", self.at):
            if self.at >= len(self.source):
                raise _unparsed(f'Unclosed start tag "{tag}" at byte offset {begin}')
            attributes[name] = ""
            return
        self.at += 1
        self._skip(_SPACES)
        if self.at >= len(self.source):
            raise _unparsed(f'Unclosed start tag "{tag}" at byte offset {begin}')
        quote = self.source[self.at]
        attributes[name] = self._quoted(quote) if quote in "\"'" else self._token()
        if self.at >= len(self.source):
            raise _unparsed(f"Unclosed start tag at byte offset {begin}")

    def _token(self) -> str:
        begin = self._bytes_before(self.at)
        token = self._skip(_NAME_TOKEN).lower()
        if self.at < len(self.source) and not (self.source[self.at].isspace() or self.source[self.at] == ">"):
            raise _unparsed(f"Unexpected end of name token at byte offset {begin}")
        return token

    def _quoted(self, quote: str) -> str:
        end = self.source.find(quote, self.at + 1)
        end = len(self.source) if end < 0 else end
        raw = self.source[self.at + 1 : end]
        self.at = end + 1
        return _REFERENCE.sub(lambda found: _decode(found) or found.group(), raw)

    def _end_tag(self) -> None:
        begin = self._bytes_before(self.at)
        if not self.open:
            raise _unparsed(f"Unexpected end tag at byte offset {begin}")
        self.at += 2
        tag = self._skip(_TAG_NAME).lower()
        self._skip(_SPACES)
        if not self.source.startswith(">", self.at):
            raise _unparsed(f"Unclosed end tag at byte offset {begin}")
        self.at += 1
        expected = self.open[-1].tag
        if tag and tag != expected:
            raise _unparsed(
                f'Unmatched end tag at byte offset {begin}, expected "</{expected}>", found "</{tag}>"'
            )
        opened = self.open.pop()
        if self.offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        span: Json = {"offset": opened.offset, "length": self.offset - opened.offset}
        if opened.tag in SIMPLE_TAGS:
            self.entities.append({"type": SIMPLE_TAGS[opened.tag], **span})
        elif opened.tag == "a":
            self._close_link(opened, span)
        elif opened.tag == "blockquote":
            kind = "expandable_blockquote" if "expandable" in opened.attributes else "blockquote"
            self.entities.append({"type": kind, **span})
        elif opened.tag == "tg-emoji":
            self._close_emoji(opened, span)
        elif opened.tag == "tg-time":
            self._close_time(opened, span)
        else:
            self._close_code(opened, span)

    def _close_link(self, opened: _Open, span: Json) -> None:
        url = opened.attributes.get("href") or self.text[opened.text_from :]
        user_id = linked_user(url)
        link = checked_link(url)
        if user_id is not None:
            user = self.user(user_id)
            if user is not None:
                self.entities.append({"type": "text_mention", **span, "user": user})
        elif link is not None:
            self.entities.append({"type": "text_link", **span, "url": link})

    def _close_emoji(self, opened: _Open, span: Json) -> None:
        emoji = opened.attributes.get("emoji-id", "")
        if not emoji.isdigit() or int(emoji) == 0:
            raise _unparsed("Invalid custom emoji identifier specified")
        self.entities.append({"type": "custom_emoji", **span, "custom_emoji_id": emoji})

    def _close_time(self, opened: _Open, span: Json) -> None:
        unix = opened.attributes.get("unix", "")
        form = opened.attributes.get("format", "")
        if form not in {"r", "R"} and not re.fullmatch(r"[wWdDtT]*", form):
            raise _unparsed("Invalid date format used")
        if not unix.isdigit() or int(unix) == 0:
            return
        entity: Json = {"type": "date_time", **span, "unix_time": int(unix)}
        if form:
            entity["date_time_format"] = form
        self.entities.append(entity)

    def _close_code(self, opened: _Open, span: Json) -> None:
        """`pre` around or inside `<code class="language-x">` of the same extent is one block."""
        named = opened.attributes.get("class", "")
        language = named.removeprefix("language-") if named.startswith("language-") else ""
        inner = self.entities[-1] if self.entities else {}
        nested = all(inner.get(key) == value for key, value in span.items())
        if opened.tag == "pre" and nested and inner["type"] == "code" and "language" in inner:
            inner["type"] = "pre"
        elif opened.tag == "code" and nested and inner["type"] == "pre" and language:
            inner["language"] = language
        else:
            self.entities.append({"type": opened.tag, **span} | ({"language": language} if language else {}))


def _decode(found: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = found.groups()
    if name:
        return NAMED_REFERENCES.get(name)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if code == 0 or code >= 0x10FFFF:
        return None
    if 0xD800 <= code <= 0xDFFF:
        raise _unparsed(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return chr(code)


def _unparsed(reason: str) -> Refusal:
    return bad_request(f"can't parse entities: {reason}")


def parse_html(source: str, user: Callable[[int], Json | None]) -> Formatted:
    """Parse as HTML parse mode does; raises Refusal with Telegram's wording."""
    return _HtmlParser(source, user).parse()
