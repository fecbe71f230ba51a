"""The name that an administrator adds is the one that was written, without what stands around it."""

import pytest

from bot.ask.missed import LONGEST, alias


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Marsdan", "Mars"),
        ("Марсга", "Марс"),
        ("Zarnigor kutubxonasidan", "Zarnigor kutubxonasi"),
        ("Марса", "Марса"),
        ("Riga", "Riga"),
        ("«Ленинка»?", "Ленинка"),
        ("a; b", "a b"),
        ("x" * 300, "x" * LONGEST),
        ("", ""),
    ],
)
def test_a_name_without_its_ending(written: str, name: str) -> None:
    assert alias(written) == name
