"""The command line: `python -m bot …`, or `hamkor …` where it is installed.

Exit status: 0 done; 1 something was refused or failed; 2 wrong usage or setting. Commands import what they
need when they run, so that a short one stays short.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from bot.faults import UserFault

WRONG_SETTINGS = frozenset(
    {"setting-wrong", "token-missing", "token-refused", "database-url", "webhook-refused", "listen-taken"}
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit status."""
    options = parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except UserFault as fault:
        from bot.terminal.speech import say_fault

        say_fault(fault)
        return 2 if fault.key in WRONG_SETTINGS else 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has had enough: `… | head`. Nothing may be written to it at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(options: argparse.Namespace) -> int:
    from bot.terminal.running import run

    return run()


def _init(options: argparse.Namespace) -> int:
    from bot.terminal.init import init

    return init()


def _demo(options: argparse.Namespace) -> int:
    from bot.demo.run import main as demo

    return demo(options.port, browser=not options.no_browser, empty=options.empty)


def _import(options: argparse.Namespace) -> int:
    from bot.terminal.workbook import bring_in

    return bring_in(options)


def _export(options: argparse.Namespace) -> int:
    from bot.terminal.workbook import take_out

    return take_out(options.file)


def _backup(options: argparse.Namespace) -> int:
    from bot.terminal.backup import lay_by

    return lay_by(options.file)


def _restore(options: argparse.Namespace) -> int:
    from bot.terminal.backup import bring_back

    return bring_back(options.file, replace=options.replace)


def _check(options: argparse.Namespace) -> int:
    from bot.terminal.check import check

    return check()


def _ask(options: argparse.Namespace) -> int:
    from bot.terminal.asking import ask, ask_batch

    if options.batch is not None:
        return ask_batch(options.batch, options.today)
    return ask(options.question, options.lang, options.today, as_json=options.json)


def _read(options: argparse.Namespace) -> int:
    from bot.terminal.reading import read, read_batch

    if options.batch is not None:
        return read_batch(options.batch, options.today)
    return read(options.text, options.file, options.today, as_json=options.json)


def _due(options: argparse.Namespace) -> int:
    from bot.terminal.due import due

    return due(options.from_day, options.days, as_list=options.json)


def parser() -> argparse.ArgumentParser:
    """Every command and its options."""
    parser = argparse.ArgumentParser(
        prog="hamkor", description="Hamkor keeps a library's international relations."
    )
    parser.set_defaults(command=_run)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def add(name: str, command: Callable[[argparse.Namespace], int], what: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=what, description=what)
        added.set_defaults(command=command)
        return added

    add("run", _run, "run the bot")
    add("init", _init, "set it up: asks for the token, checks it, makes the first administrator's link")

    demo = add("demo", _demo, "the try-out: the real bot and a chat page in the browser")
    demo.add_argument("--port", type=int, default=8080, metavar="N")
    demo.add_argument("--no-browser", action="store_true", help="do not open the page")
    demo.add_argument("--empty", action="store_true", help="without the sample registry")

    bring = add("import", _import, "load a workbook")
    bring.add_argument("file", type=Path, metavar="FILE.xlsx")
    bring.add_argument("--dry-run", action="store_true", help="say what would happen, and write nothing")
    bring.add_argument(
        "--partial", action="store_true", help="take the good rows even where some are refused"
    )
    bring.add_argument(
        "--overwrite", action="store_true", help="let the workbook win over changes made in the chat"
    )
    bring.add_argument("--json", action="store_true")

    take = add("export", _export, "write the whole registry as a workbook")
    take.add_argument("file", type=Path, metavar="FILE.xlsx")

    lay = add("backup", _backup, "write the whole registry, files and members included, as one file")
    lay.add_argument("file", type=Path, metavar="FILE")

    back = add("restore", _restore, "make the registry what it was when a backup was made")
    back.add_argument("file", type=Path, metavar="FILE")
    back.add_argument("--replace", action="store_true", help="even where there is something to lose")

    add("check", _check, "the doctor: settings, database, token, locales, clock")
    _add_asking(add)
    return parser


def _add_asking(add: Callable[..., argparse.ArgumentParser]) -> None:
    ask = add("ask", _ask, "answer a question, or a batch of them")
    which = ask.add_mutually_exclusive_group(required=True)
    which.add_argument("question", nargs="?", metavar="QUESTION")
    which.add_argument("--batch", type=Path, metavar="FILE.jsonl")
    ask.add_argument("--lang", choices=["uz-Latn", "uz-Cyrl", "ru", "en"])
    ask.add_argument("--today", type=date.fromisoformat, metavar="DATE")
    ask.add_argument("--json", action="store_true")

    read = add("read", _read, "the drafts that a message would give, saving nothing")
    which = read.add_mutually_exclusive_group(required=True)
    which.add_argument("text", nargs="?", metavar="TEXT")
    which.add_argument("--file", type=Path, metavar="REPORT")
    which.add_argument("--batch", type=Path, metavar="FILE.jsonl")
    read.add_argument("--today", type=date.fromisoformat, metavar="DATE")
    read.add_argument("--json", action="store_true")

    due = add("due", _due, "which reminders fall due, for whom, when; sends nothing")
    due.add_argument("--from", dest="from_day", type=date.fromisoformat, metavar="DATE")
    due.add_argument("--days", type=int, default=30, metavar="N")
    due.add_argument("--json", action="store_true")


if __name__ == "__main__":
    sys.exit(main())
