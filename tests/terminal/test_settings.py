"""A wrong setting is named, with what it should be, and never with its value."""

from datetime import time
from pathlib import Path

import pytest

from bot.faults import UserFault
from bot.settings import Address, read
from db.vocabulary import Language

GOOD = {
    "HAMKOR_WEBHOOK_URL": "https://bot.example.org/updates",
    "HAMKOR_LISTEN": "127.0.0.1:8443",
    "HAMKOR_WEBHOOK_SECRET": "S" * 32,
}


def test_without_a_webhook_updates_are_polled_for() -> None:
    assert read().hook is None


def test_a_webhook_needs_its_three_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in GOOD.items():
        monkeypatch.setenv(name, value)
    hook = read().hook
    assert hook is not None
    assert (hook.url, hook.listen) == (GOOD["HAMKOR_WEBHOOK_URL"], Address("127.0.0.1", 8443))
    assert GOOD["HAMKOR_WEBHOOK_SECRET"] not in repr(read()) + repr(hook)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HAMKOR_WEBHOOK_URL", "http://bot.example.org/updates"),
        ("HAMKOR_WEBHOOK_URL", "nowhere.example.net"),
        ("HAMKOR_LISTEN", None),
        ("HAMKOR_LISTEN", "9443"),
        ("HAMKOR_LISTEN", "127.0.0.1:0"),
        ("HAMKOR_LISTEN", "127.0.0.1:99999"),
        ("HAMKOR_WEBHOOK_SECRET", None),
        ("HAMKOR_WEBHOOK_SECRET", "S" * 31),
        ("HAMKOR_WEBHOOK_SECRET", "S" * 257),
        ("HAMKOR_WEBHOOK_SECRET", "S" * 31 + "!"),
        ("HAMKOR_TOKEN", "nonsense"),
        ("HAMKOR_ADMINS", "1001, Nigora"),
        ("HAMKOR_COUNTRY", "Uzbekistan"),
        ("HAMKOR_TIMEZONE", "Asia/Nowhere"),
        ("HAMKOR_TIMEZONE", "../etc/passwd"),
        ("HAMKOR_LANGUAGE", "xx"),
        ("HAMKOR_REMIND_AT", "9 o'clock"),
        ("HAMKOR_BOT_API_URL", "api.telegram.org"),
        ("HAMKOR_LOG", "loud"),
    ],
)
def test_a_wrong_one_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str | None) -> None:
    for each, good in {**GOOD, name: value}.items():
        if good is not None:
            monkeypatch.setenv(each, good)
    with pytest.raises(UserFault) as refused:
        read()
    assert refused.value.values["name"] == name
    assert value is None or value not in str(refused.value.values["reason"])


def test_an_address_may_leave_the_host_open() -> None:
    assert Address.read(":8443") == Address("", 8443)
    assert Address.read("[::1]:8443") == Address("::1", 8443)


def test_the_environment_goes_before_the_file_and_an_empty_value_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lines = (
        'HAMKOR_CITY="Samarqand"',
        "HAMKOR_COUNTRY=UZ # ours",
        "HAMKOR_REMIND_AT=08:30",
        "HAMKOR_LANGUAGE=",
    )
    (tmp_path / ".env").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HAMKOR_REMIND_AT", "10:15")
    monkeypatch.setenv("HAMKOR_CITY", " ")
    found = read()
    assert (found.city, found.country, found.remind_at) == ("Samarqand", "UZ", time(10, 15))
    assert found.language is Language.UZ_LATN
