"""Writes the pages of the documentation that follow from the code, and the data that follow from libraries:
`python docs/generate.py`, or `make docs`.

`--check` writes nothing and exits 1 where a page is not what the code or the library says.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, _SubParsersAction
from dataclasses import fields
from datetime import time
from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax.ast import Message

from bot.__main__ import parser
from bot.rights import may
from bot.settings import Settings
from bot.show.front import COMMANDS
from bot.words import Words
from db.vocabulary import Language, Role
from docs import cldr

ROOT = Path(__file__).parent.parent
LANGUAGES = ("uz-Latn", "uz-Cyrl", "ru")

HEAD = """# Wording that no native reader has confirmed yet

Every text the bot says in Uzbek and Russian, beside its English. They were written with care, by people who
are not native readers of all four languages; none has been confirmed yet. This page is made from `locales/`
by `make docs`.
"""


OPTIONS = """# Every option

This page is made from the code by `make docs`.

## Settings

In the environment, or in a file named `.env` in the folder the bot is started in. A wrong one stops the
start with one line that names it.

| setting | default | means |
|---|---|---|
{settings}

## The terminal

`python -m bot` in a checkout, `hamkor` where the package is installed. Exit status: 0 done, 1 something was
refused or failed, 2 wrong usage or setting.

| command | does |
|---|---|
{terminal}

## The chat

What the menu shows depends on the role; the second column is the least that is needed.

| command | from | English | oʻzbekcha | ўзбекча | русский |
|---|---|---|---|---|---|
{chat}
"""


def main(arguments: list[str]) -> int:
    """Writes the pages, or checks them."""
    stale = _renewed(cldr.books(ROOT / "locales"), arguments)
    # The pages quote the bot, which reads those books.
    stale += _renewed(
        {ROOT / "docs" / "wording.md": wording(), ROOT / "docs" / "options.md": options()}, arguments
    )
    return 1 if stale and "--check" in arguments else 0


def _renewed(pages: dict[Path, str], arguments: list[str]) -> list[Path]:
    """Those that were out of date; they are written anew, or named."""
    stale = [page for page, text in pages.items() if not page.exists() or page.read_text("utf-8") != text]
    for page in stale:
        if "--check" in arguments:
            print(f"{page.relative_to(ROOT)} is out of date: run make docs", file=sys.stderr)
        else:
            page.write_text(pages[page], "utf-8")
    return stale


def options() -> str:
    """Every setting, every command of the terminal and every command of the chat, a table each."""
    return OPTIONS.format(settings=_settings(), terminal=_terminal(), chat=_chat())


def _settings() -> str:
    rows = ((f"HAMKOR_{each.name.upper()}", each.default, each.metadata) for each in fields(Settings))
    return "\n".join(f"| `{name}` | {_default(d)} | {_plain(m['description'])} |" for name, d, m in rows)


def _default(value: object) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, time):
        return f"`{value:%H:%M}`"
    return f"`{value}`"


def _terminal() -> str:
    commands = next(action for action in parser()._actions if isinstance(action, _SubParsersAction))
    return "\n".join(
        f"| `{_usage(commands.choices[choice.dest])}` | {_plain(choice.help or '')} |"
        for choice in commands._choices_actions
    )


def _usage(command: ArgumentParser) -> str:
    usage = " ".join(command.format_usage().removeprefix("usage: ").split())
    return _plain(usage.replace(" [-h]", ""))


def _chat() -> str:
    rows = []
    for name, act in COMMANDS:
        least = next(role for role in Role if may(role, act))
        texts = (Words(Language(language)).plain(f"command-{name}") for language in ("en", *LANGUAGES))
        rows.append(f"| `/{name}` | {least} | " + " | ".join(map(_plain, texts)) + " |")
    return "\n".join(rows)


def _plain(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def wording() -> str:
    """All messages, a section a file, a table row a message."""
    parts = [HEAD]
    for file in sorted((ROOT / "locales" / "en").glob("*.ftl")):
        columns = {language: _messages(language, file.name) for language in ("en", *LANGUAGES)}
        rows = [
            " | ".join(
                ["", f"`{key}`", *(columns[language].get(key, "") for language in ("en", *LANGUAGES)), ""]
            ).strip()
            for key in columns["en"]
        ]
        parts.append(
            f"\n## {file.stem}\n\n| key | en | uz-Latn | uz-Cyrl | ru |\n|---|---|---|---|---|\n"
            + "\n".join(rows)
            + "\n"
        )
    return "".join(parts)


def _messages(language: str, file: str) -> dict[str, str]:
    resource = FluentParser().parse((ROOT / "locales" / language / file).read_text("utf-8"))
    serialiser = FluentSerializer()
    return {
        entry.id.name: _cell(serialiser.serialize_entry(entry))
        for entry in resource.body
        if isinstance(entry, Message)
    }


def _cell(serialised: str) -> str:
    value = serialised.partition("=")[2].strip()
    return " ".join(value.split()).replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
