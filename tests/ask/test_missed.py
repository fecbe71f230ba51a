"""The name that an administrator adds is the one that was written, without what stands around it."""

import pytest

from bot.ask.missed import LONGEST, alias, has_ending


@pytest.mark.parametrize(
    ("written", "name", "cut"),
    [
        ("Malaga", "Malaga", "Mala"),
        ("Marsdan", "Marsdan", "Mars"),
        ("Марсга", "Марсга", "Марс"),
        ("Zarnigor kutubxonasidan", "Zarnigor kutubxonasidan", "Zarnigor kutubxonasi"),
        ("Марса", "Марса", "Марса"),
        ("Riga", "Riga", "Riga"),
        ("«Ленинка»?", "Ленинка", "Ленинка"),
        ("a; b", "a b", "a b"),
        ("x" * 300, "x" * LONGEST, "x" * LONGEST),
        ("", "", ""),
    ],
)
def test_a_name_as_written_and_without_its_ending(written: str, name: str, cut: str) -> None:
    assert alias(written) == name
    assert alias(written, cut=True) == cut
    assert has_ending(written) is (name != cut)
