import pytest

from db.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oʻzbekiston Milliy kutubxonasi", "ЎЗБЕКИСТОН МИЛЛИЙ КУТУБХОНАСИ"),
        ("Oʻzbekiston", "O'zbekiston"),
        ("Oʻzbekiston", "O‘zbekiston"),
        ("Oʻzbekiston", "O`zbekiston"),
        ("Oʻzbekiston", "O’zbekiston"),
        ("Gʻafur Gʻulom", "Ғафур Ғулом"),
        ("sanʼat", "санъат"),
        ("Yevropa", "Европа"),
        ("poyezd", "поезд"),
        ("militsiya", "милиция"),
        ("konferensiya", "конференция"),
        ("  National   Library\nof Poland ", "national library of poland"),
        ("«Ziyo» fondi", "Ziyo fondi"),
        ("Central Asia – 2014", "Central Asia - 2014"),
        ("Кёнхи", "КЁНХИ"),
        ("Мин\u0438\u0306", "Минй"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("National Library of Russia", "National Library of Rusia"),
        ("Oʻq", "Oq"),
        ("қала", "кала"),
        ("Library", "Library 2"),
        ("ҳол", "хол"),
    ],
)
def test_another_letter_is_another_name(one: str, other: str) -> None:
    assert fold(one) != fold(other)
