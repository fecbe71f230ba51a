"""The page's words: the same keys and variables in four languages, each used, none missing."""

import json
import re
from importlib.resources import files

import pytest

PAGE = files("bot.demo") / "page"
TEXTS = json.loads((PAGE / "texts.json").read_text(encoding="utf-8"))
SCRIPTS = "".join(
    part.read_text(encoding="utf-8") for part in PAGE.iterdir() if part.name.endswith((".js", ".html"))
)
# Built in the code from a role, a number of days, or sent by the server.
BUILT = re.compile(
    r"role-\w+|clock-\d+|clock-forward-only|no-reminders|gone|failed|date-\w+|name|months|weekdays"
)


def flat(text: str | list[str]) -> str:
    return text if isinstance(text, str) else " ".join(text)


def test_four_languages_say_the_same() -> None:
    assert list(TEXTS) == ["uz-Latn", "uz-Cyrl", "ru", "en"]
    for texts in TEXTS.values():
        assert list(texts) == list(TEXTS["en"])
        assert len(texts["months"]) == 12
        assert len(texts["weekdays"]) == 7
        for key, text in texts.items():
            assert flat(text).strip()
            variables = set(re.findall(r"\{\w+\}", flat(text)))
            assert variables == set(re.findall(r"\{\w+\}", flat(TEXTS["en"][key]))), key


def test_every_text_is_used_and_every_key_has_one() -> None:
    asked = set(re.findall(r"\bt\(\"([a-z-]+)\"", SCRIPTS))
    asked |= {key for pair in re.findall(r"\? \"([a-z-]+)\" : \"([a-z-]+)\"", SCRIPTS) for key in pair}
    asked |= {key for key in re.findall(r"\"([a-z-]+)\"", SCRIPTS) if key in TEXTS["en"]}
    assert set(re.findall(r"\bt\(\"([a-z-]+)\"", SCRIPTS)) <= set(TEXTS["en"])
    assert {key for key in TEXTS["en"] if key not in asked and not BUILT.fullmatch(key)} == set()


def test_no_word_stands_in_the_scripts() -> None:
    without_comments = re.sub(r"//.*|/\*.*?\*/", "", SCRIPTS, flags=re.DOTALL)
    assert re.findall(r"[Ѐ-ӿ]+|oʻ|gʻ", without_comments) == []


@pytest.mark.parametrize(
    ("language", "foreign"),
    [
        ("uz-Latn", r"[Ѐ-ӿ]|['’‘`]"),
        ("uz-Cyrl", r"(?<!\{)\b[A-Za-z]+\b(?!\})|ё\b"),
        ("ru", r"[ўқғҳЎҚҒҲ]"),
        ("en", r"[Ѐ-ӿʻʼ]"),
    ],
)
def test_each_language_keeps_to_its_letters(language: str, foreign: str) -> None:
    spelled = {key: flat(text).replace("@{name}", "") for key, text in TEXTS[language].items()}
    assert {key: text for key, text in spelled.items() if re.search(foreign, text)} == {}
