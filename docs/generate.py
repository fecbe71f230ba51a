"""Writes those pages of the documentation that follow from the code: `python docs/generate.py`, or `make
docs`.

`--check` writes nothing and exits 1 where a page is not what the code says.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax.ast import Message

ROOT = Path(__file__).parent.parent
LANGUAGES = ("uz-Latn", "uz-Cyrl", "ru")

HEAD = """# Wording that no native reader has confirmed yet

Every text the bot says in Uzbek and Russian, beside its English. They were written with care, by people who
are not native readers of all four languages; none has been confirmed yet. This page is made from `locales/`
by `make docs`.
"""


def main(arguments: list[str]) -> int:
    """Writes the pages, or checks them."""
    pages = {ROOT / "docs" / "wording.md": wording()}
    stale = [page for page, text in pages.items() if not page.exists() or page.read_text("utf-8") != text]
    if "--check" in arguments:
        for page in stale:
            print(f"{page.relative_to(ROOT)} is out of date: run make docs", file=sys.stderr)
        return 1 if stale else 0
    for page in stale:
        page.write_text(pages[page], "utf-8")
    return 0


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
