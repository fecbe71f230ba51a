"""HTML parse mode, case by case: what becomes which entity, and where it lies in UTF-16 units."""

from typing import Any

import pytest

from bot.demo.standin.autolinks import entity_texts, with_autolinks
from bot.demo.standin.formatting import Formatted, parse_html
from bot.demo.standin.refusal import Refusal

NIGORA = {"id": 1003, "is_bot": False, "first_name": "Nigora"}


def parsed(source: str) -> Formatted:
    return parse_html(source, lambda user: NIGORA if user == 1003 else None)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<B>a</B><strong>b</strong>", "ab", [("bold", 0, 1), ("bold", 1, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("📚<u>📚</u><s>x</s>", "📚📚x", [("underline", 2, 2), ("strikethrough", 4, 1)]),
        ('<span class="tg-spoiler">a</span>', "a", [("spoiler", 0, 1)]),
        ("<tg-spoiler>a</>", "a", [("spoiler", 0, 1)]),
        ("<blockquote>a</blockquote>", "a", [("blockquote", 0, 1)]),
        ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
        ("<pre><code class='language-sql'>a</code></pre>", "a", [("pre", 0, 1)]),
        ("<pre>a</pre><code class='language-sql'>b</code>", "ab", [("pre", 0, 1), ("code", 1, 1)]),
        ("<b></b>a", "a", []),
        ("&lt;b&gt; &amp;amp; &quot; &#8217; &#x2019;", '<b> &amp; " ’ ’', []),
        ("&nbsp;&laquo;a&raquo; &", "&nbsp;&laquo;a&raquo; &", []),
        ("<i a=b c='>' d>x</i>", "x", [("italic", 0, 1)]),
        ("<a href='javascript:alert(1)'>a</a>", "a", []),
        ("<a href='http://localhost/'>a</a>", "a", []),
        ("<a href='tg://user?id=7'>a</a>", "a", []),
        ("<tg-time unix='0'>a</tg-time>", "a", []),
    ],
)
def test_tags_become_entities(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    result = parsed(source)
    assert result.text == text
    assert [(e["type"], e["offset"], e["length"]) for e in result.entities] == entities


@pytest.mark.parametrize(
    ("source", "details"),
    [
        ("<pre><code class='language-sql'>a</code></pre>", {"language": "sql"}),
        ("<a href='natlib.uz/&lt;'>a</a>", {"url": "http://natlib.uz/<"}),
        ("<a>natlib.uz</a>", {"url": "http://natlib.uz"}),
        ("<a href='tg://user?id=1003'>a</a>", {"user": NIGORA}),
        ("<tg-emoji emoji-id='55'>🤝</tg-emoji>", {"custom_emoji_id": "55"}),
        (
            "<tg-time unix='1800000000' format='r'>a</tg-time>",
            {"unix_time": 1800000000, "date_time_format": "r"},
        ),
    ],
)
def test_entities_carry_their_details(source: str, details: dict[str, Any]) -> None:
    (entity,) = parsed(source).entities
    assert {key: entity[key] for key in details} == details


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<i =a>x</i>", 'Empty attribute name in the tag "i" at byte offset 0'),
        ("<i a=", 'Unclosed start tag "i" at byte offset 0'),
        ("<i a", 'Unclosed start tag "i" at byte offset 0'),
        ("<a href='x", "Unclosed start tag at byte offset 0"),
        ("<i a=b,c>x</i>", "Unexpected end of name token at byte offset 5"),
        ("ўў<b>x</b ", "Unclosed end tag at byte offset 8"),
        ("<tg-emoji emoji-id='x'>a</tg-emoji>", "Invalid custom emoji identifier specified"),
        ("<tg-time unix='5' format='x'>a</tg-time>", "Invalid date format used"),
        ("&#xD83D;", "Text contains invalid Unicode characters after decoding HTML entities"),
    ],
)
def test_what_cannot_be_parsed_says_where(source: str, reason: str) -> None:
    with pytest.raises(Refusal) as caught:
        parsed(source)
    assert caught.value.description.startswith(f"Bad Request: can't parse entities: {reason}")


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("/x7, /a12. (/find@hamkor_demo_bot)", "bot_command", ["/x7", "/a12", "/find@hamkor_demo_bot"]),
        ("12/2014 km/h км/h https://a.uz/x7 //y", "bot_command", []),
        ("@hamkor_demo_bot a@b.uz @x", "mention", ["@hamkor_demo_bot"]),
        ("yozing: info@natlib.uz.", "email", ["info@natlib.uz"]),
        (
            "https://natlib.uz/a?b=1, natlib.uz. 3.14 fayl.docx",
            "url",
            ["https://natlib.uz/a?b=1", "natlib.uz"],
        ),
        ("#shartnoma №5 #5", "hashtag", ["#shartnoma"]),
    ],
)
def test_links_are_found_in_plain_text(text: str, kind: str, found: list[str]) -> None:
    assert entity_texts(with_autolinks(Formatted(text)), kind) == found


def test_code_is_left_alone() -> None:
    assert entity_texts(with_autolinks(parsed("<code>/x7</code> /x8")), "bot_command") == ["/x8"]
