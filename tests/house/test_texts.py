"""The texts of the four languages: the same messages and variables, each one sayable and well spelled."""

import re
from datetime import UTC, datetime
from itertools import product

import pytest

from bot.html import moment
from bot.language.scripts import fold
from bot.words import Words, keys
from db.vocabulary import Language
from tests.house.fluent_files import Entry, choices, entries, messages, numbers, taken
from tests.house.sources import LOCALES

REFERENCE = "en"
OTHERS = [locale for locale in LOCALES if locale != REFERENCE]
COUNTS = (0, 1, 2, 5, 21)
# What people type for the letters oʻ, gʻ and the sign ʼ, and what the texts therefore must not hold.
WRONG_APOSTROPHES = re.compile("['’‘`´ʹ]")
MISPLACED_TURNED_COMMA = re.compile("(?<![oOgG])\u02bb")
MARKUP = re.compile(r"<[^>]*>|https?://\S+")
MIXED_WORD = re.compile(r"\b(?=\w*[A-Za-zʻʼ])(?=\w*[А-яЁёЎўҚқҒғҲҳ])[\w\u02bb\u02bc]+")
# A Latin name takes a Cyrillic ending: Telegramдаги.
LATIN_STEM = re.compile("[A-Za-z]{2,}[А-яЁёЎўҚқҒғҲҳ]+")
CYRILLIC_WORD = re.compile(r"[А-яЁёЎўҚқҒғҲҳ]+")
WORD = re.compile(r"[^\W\d_]+(?:[ʻʼ][^\W\d_]+)*")
# Where the two Uzbek alphabets are not written alike, or a text names its own alphabet.
NOT_ALIKE = {("sentabr", "сентябрь"), ("oktabr", "октябрь"), ("lotin", "кирилл")}
# Languages are named in their own script wherever one is chosen.
OWN_NAMES = {"Русский", "Ўзбекча", "English", "Oʻzbekcha"}


def test_there_is_something_to_say() -> None:
    assert len(messages(REFERENCE)) > 100


@pytest.mark.parametrize("language", Language)
def test_every_message_of_a_file_is_found_by_its_key(language: Language) -> None:
    assert keys(language) == set(messages(language.value))


@pytest.mark.parametrize("locale", OTHERS)
def test_every_language_has_the_same_messages(locale: str) -> None:
    assert set(entries(locale)) == set(entries(REFERENCE))


@pytest.mark.parametrize("locale", OTHERS)
def test_a_message_takes_the_same_variables_in_every_language(locale: str) -> None:
    shared = set(messages(locale)) & set(messages(REFERENCE))
    differing = {
        name: (set(taken(locale, name)), set(taken(REFERENCE, name)))
        for name in shared
        if taken(locale, name) != taken(REFERENCE, name)
    }
    assert differing == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_message_can_be_said_for_every_count(locale: str) -> None:
    words = Words(Language(locale))
    for name in messages(locale):
        for values in _arguments(locale, name):
            said = words(name, **values)
            assert said.strip(), f"{name} says nothing for {values}"
            assert "{" not in said, f"{name}: {said}"


def _arguments(locale: str, name: str) -> list[dict[str, str | int]]:
    """Each count for a message's numbers, each word that it distinguishes, and any text for the rest."""
    variables = sorted(taken(locale, name))
    possible: list[tuple[str | int, ...]] = [
        COUNTS if variable in numbers(name) else (*sorted(choices(name).get(variable, ())), "«x»")
        for variable in variables
    ]
    return [dict(zip(variables, values, strict=True)) for values in product(*possible)]


@pytest.mark.parametrize("locale", LOCALES)
def test_letters_are_the_languages_own(locale: str) -> None:
    wrong = []
    for name, entry in entries(locale).items():
        for text in entry.text:
            bare = MARKUP.sub(" ", text)
            wrong += [(name, fault) for fault in _faults(locale, bare)]
    assert wrong == []


def _faults(locale: str, text: str) -> list[str]:
    found = [
        f"mixed alphabets: {word}" for word in MIXED_WORD.findall(text) if not LATIN_STEM.fullmatch(word)
    ]
    if locale == "uz-Latn":
        found += [f"apostrophe U+{ord(sign):04X}" for sign in WRONG_APOSTROPHES.findall(text)]
        found += ["U+02BB after another letter than o or g"] * len(MISPLACED_TURNED_COMMA.findall(text))
        found += [f"Cyrillic: {word}" for word in CYRILLIC_WORD.findall(text) if word not in OWN_NAMES]
    if locale in {"uz-Cyrl", "ru"}:
        found += [f"apostrophe U+{ord(sign):04X}" for sign in re.findall("['`´ʻʼ]", text)]
    return found


def test_a_shortened_year_at_the_end_of_a_sentence_has_one_point() -> None:
    words = Words(Language.RU)
    said = words("approvals-approved", stage="МИД", date=words.plain("date-year", year="2026"))
    assert said == "Согласовано: МИД, 2026 г. Следующий этап не указан."
    marked = words.html("notice-renews", date=moment(datetime(2026, 8, 5, tzinfo=UTC), "5 августа 2026 г."))
    assert marked.endswith("5 августа 2026 г.</tg-time>")
    assert words("card-line", field="…", value="гг...") == "…: гг..."


def test_a_wrong_letter_is_noticed() -> None:
    assert _faults("uz-Latn", "So'm, o’qish, sanʻat") == [
        "apostrophe U+0027",
        "apostrophe U+2019",
        "U+02BB after another letter than o or g",
    ]
    assert _faults("ru", "Дoговор") == ["mixed alphabets: Дoговор"]
    assert _faults("uz-Cyrl", "Telegramдаги гуруҳ") == []
    assert _faults("uz-Latn", "Oʻzbekiston, maʼlumot, Ўзбекча") == []


def test_uzbek_says_the_same_in_both_alphabets() -> None:
    allowed = {(fold(latin), fold(cyrillic)) for latin, cyrillic in NOT_ALIKE}
    latin, cyrillic = entries("uz-Latn"), entries("uz-Cyrl")
    differing = {
        name: (_folded(latin[name]), _folded(cyrillic[name]))
        for name in latin.keys() & cyrillic.keys()
        if not _alike(_folded(latin[name]), _folded(cyrillic[name]), allowed)
    }
    assert differing == {}


def _folded(entry: Entry) -> list[str]:
    return [fold(word) for word in WORD.findall(" ".join(entry.text))]


def _alike(latin: list[str], cyrillic: list[str], allowed: set[tuple[str, str]]) -> bool:
    pairs = set(zip(latin, cyrillic, strict=False))
    return len(latin) == len(cyrillic) and all(pair in allowed or pair[0] == pair[1] for pair in pairs)


def test_a_word_that_differs_between_the_alphabets_is_noticed() -> None:
    assert not _alike([fold("kelishuv")], [fold("битим")], set())
    assert not _alike([fold("yangi"), fold("kelishuv")], [fold("келишув")], set())
    assert _alike([fold("oʻzgarish")], [fold("ўзгариш")], set())
