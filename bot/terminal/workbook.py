"""`import` and `export`: the registry in and out as a workbook."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import closing
from pathlib import Path

from bot.clock import system_clock
from bot.faults import UserFault
from bot.html import plain
from bot.opening import open_store
from bot.record.workbook.load import Wish, import_workbook
from bot.record.workbook.write import export_workbook
from bot.settings import read
from bot.show.imports import export_lines, import_json, import_lines
from bot.terminal.progress import progress
from bot.terminal.speech import terminal_words
from db.history import TERMINAL


def bring_in(options: argparse.Namespace) -> int:
    """Loads a workbook; 1 when any row is refused and the rest was not asked for alone."""
    wish = Wish(dry_run=options.dry_run, partial=options.partial, overwrite=options.overwrite)
    with closing(open_store(read(), system_clock)) as store, progress() as told:
        report = import_workbook(store, _readable(options.file), TERMINAL, system_clock(), wish, told)
    words = terminal_words()
    if options.json:
        print(json.dumps(import_json(report, words), ensure_ascii=False, indent=1))
    else:
        for line in import_lines(report, words, dry_run=options.dry_run):
            print(plain(line))
    if report.refused and not options.partial:
        print(words.plain("import-hint-partial"), file=sys.stderr)
    if report.conflicts and not options.overwrite:
        print(words.plain("import-hint-overwrite"), file=sys.stderr)
    return 1 if report.refused and not options.partial else 0


def take_out(file: Path) -> int:
    """Writes the whole registry."""
    store = open_store(read(), system_clock)
    try:
        with progress() as told:
            report = export_workbook(store, file, system_clock(), told)
    except OSError as fault:
        raise UserFault("file-unreadable", file=str(file), reason=fault.strerror or str(fault)) from None
    finally:
        store.close()
    for line in export_lines(report, str(file), terminal_words()):
        print(plain(line))
    return 0


def _readable(file: Path) -> Path:
    if not file.is_file():
        raise UserFault("file-unreadable", file=str(file), reason="–")
    return file
