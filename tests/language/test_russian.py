"""What the lists say of a Russian word is what the dictionary says, and the lists know nearly all we know."""

from bot.language import russian
from docs import forms


def test_what_is_listed_is_what_the_dictionary_says() -> None:
    listed = russian._list("lemmas")
    assert [word for word in listed if russian.lemmas(word) != russian.looked_up(word)] == []
    listed = russian._list("forms")
    assert [word for word in listed if russian.inflected(word) != russian.inflected_by_rule(word)] == []


def test_hardly_a_word_we_know_is_missing_from_the_lists() -> None:
    # What is missing is looked up, which takes longer: `make docs` lists it.
    for name, known in (("lemmas", forms.known()), ("forms", forms.corrected())):
        listed = russian._list(name).keys()
        assert len(known - listed) <= len(known) // 10, f"{name}: run make docs"
        assert len(listed - known) <= len(known) // 10, f"{name}: run make docs"


def test_a_word_that_is_on_no_list_is_looked_up() -> None:
    assert "кашалот" not in russian._list("lemmas").keys() | russian._list("forms").keys()
    assert russian.lemmas("кашалотами") == ("кашалот",)
    assert "кашалотами" in russian.inflected("кашалот")
