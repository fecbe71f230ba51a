"""What a start pays for: no library is imported before it is used, and nobody imports the try-out."""

import json
import subprocess
import sys

import pytest

HEAVY = {
    "matplotlib",
    "xlsxwriter",
    "python_calamine",
    "openpyxl",
    "docx",
    "PIL",
    "numpy",
    "holidays",
    "pymorphy3",
    "rapidfuzz",
    "sqlalchemy.dialects.postgresql",
}


UNPACKED_LATER = {
    "alembic",
    "apscheduler",
    "babel",
    "bot.app",
    "bot.handlers",
    "fluent",
    "rapidfuzz",
    "sqlalchemy",
    "telegram.ext",
    "tornado",
}


def _imported_by(module: str) -> set[str]:
    code = f"import json, sys, {module}; print(json.dumps(sorted(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return set(json.loads(run.stdout))


def test_asking_telegram_for_updates_waits_for_nothing_else() -> None:
    assert _imported_by("bot.launch") & UNPACKED_LATER == set()
    assert _imported_by("bot.terminal.running") & UNPACKED_LATER == set()


@pytest.mark.parametrize("module", ["bot.launch", "bot.app", "bot.__main__"])
def test_heavy_libraries_wait_until_they_are_used(module: str) -> None:
    assert _imported_by(module) & HEAVY == set()


def test_a_web_server_is_loaded_where_something_is_served_and_nowhere_else() -> None:
    code = """
import sys
from bot.launch import _left_out
with _left_out("tornado"):
    import bot.app
assert "tornado" not in sys.modules, "loaded"
import bot.chat.webhook
assert "tornado.web" in sys.modules, "not loaded"
with _left_out("tornado"):
    import tornado
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_the_bot_knows_nothing_of_its_try_out() -> None:
    assert [name for name in _imported_by("bot.app") if name.startswith("bot.demo")] == []


def test_the_command_line_loads_only_what_a_command_needs() -> None:
    assert _imported_by("bot.__main__") & {"telegram", "tornado", "sqlalchemy", "alembic"} == set()
