"""Does a test notice when the code is wrong? `make mutants`, or `python tests/mutants.py ask --most 100`.

Small changes (`<` becomes `<=`, `and` becomes `or`, a call is left out …) are made to functions of a package,
chosen by a fixed seed, and for each the tests that pass through its line are run. A change that no test
notices survives and is listed. A table that is made when a module is imported is not changed: its values are
data.

Everything is imported and collected once. Each change lives in a child process of its own, in which the
changed function's code takes the place of the real one, so a change costs no start.
"""

from __future__ import annotations

import argparse
import ast
import copy
import gc
import os
import pickle
import random
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType

import pytest
from coverage import Coverage

ROOT = Path(__file__).parent.parent
SEED = 2016
PATIENCE = 10.0
"""Seconds that the tests of one change may take beyond thrice what they took unchanged: longer is noticed."""
TESTS = {
    "language": ("tests/language", "tests/ask/test_questions.py", "tests/record/test_when.py"),
    "ask": ("tests/ask",),
    "record": ("tests/record/test_answering.py", "tests/record/test_statements.py",
               "tests/record/test_when.py", "tests/record/test_reports.py", "tests/record/test_questions.py"),
    "remind": ("tests/remind",),
}  # fmt: skip
"""The tests of a package that need nothing but this process, or a SQLite file."""
Place = tuple[str, int]
"""A file and a line."""
Functions = dict[tuple[str, int, str], list[FunctionType]]
"""By file, first line and name of their code."""


# --- what may be changed ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Mutant:
    """One change: node number `at` of the file's tree, within the function whose code begins at `begins`."""

    file: Path
    at: int
    line: int
    function: str
    begins: int
    was: str
    now: str


_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_CALLED = {"any": "all", "all": "any", "min": "max", "max": "min"}


def changed(node: ast.AST) -> ast.AST | None:
    """The node as it must not be; None where there is no such change."""
    new = copy.deepcopy(node)
    match new:
        case ast.Compare(ops=[op, *_]) if type(op) in _COMPARED:
            new.ops[0] = _COMPARED[type(op)]()
        case ast.BoolOp():
            new.op = ast.Or() if isinstance(new.op, ast.And) else ast.And()
        case ast.UnaryOp(op=ast.Not()):
            return new.operand
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            new.op = ast.Sub() if isinstance(new.op, ast.Add) else ast.Add()
        case ast.Constant(value=bool()):
            new.value = not new.value
        case ast.Constant(value=int(number)):
            new.value = number + 1
        case ast.IfExp():
            new.body, new.orelse = new.orelse, new.body
        case ast.Call(func=ast.Name(id=name)) if name in _CALLED:
            new.func = ast.Name(_CALLED[name], ast.Load())
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign():
            return ast.Pass()
        case ast.Continue():
            return ast.Break()
        case ast.Return(value=ast.expr()):
            new.value = ast.Constant(None)
        case _:
            return None
    return new


def mutants(file: Path) -> Iterator[Mutant]:
    """Every change of a file."""
    tree = ast.parse(file.read_text("utf-8"))
    numbers = {id(node): at for at, node in enumerate(ast.walk(tree))}
    for function in _outermost(tree):
        begins = min([function.lineno, *(each.lineno for each in function.decorator_list)])
        for statement in function.body:
            for node in ast.walk(statement):
                new = changed(node)
                if new is not None and ast.unparse(new) != ast.unparse(node):
                    place = numbers[id(node)], getattr(node, "lineno", function.lineno)
                    yield Mutant(file, *place, function.name, begins, ast.unparse(node), ast.unparse(new))


def _outermost(node: ast.AST) -> Iterator[ast.FunctionDef]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            yield child
        elif isinstance(child, ast.ClassDef):
            yield from _outermost(child)


def code_of(mutant: Mutant) -> CodeType:
    """The changed function, compiled."""
    tree = ast.parse(mutant.file.read_text("utf-8"))
    wanted = next(node for at, node in enumerate(ast.walk(tree)) if at == mutant.at)

    class Change(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return (
                ast.copy_location(changed(node) or node, node) if node is wanted else self.generic_visit(node)
            )

    Change().visit(tree)
    module = compile(ast.fix_missing_locations(tree), str(mutant.file), "exec")
    return next(
        code
        for code in _codes(module)
        if (code.co_name, code.co_firstlineno) == (mutant.function, mutant.begins)
    )


def _codes(code: CodeType) -> Iterator[CodeType]:
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield inner
            yield from _codes(inner)


# --- whether a test notices ---------------------------------------------------------------------------------


class Trial:
    """The plugin that runs in place of the tests: all of them unchanged, then those each change needs."""

    def __init__(self, chosen: Sequence[Mutant], folder: Path) -> None:
        self._chosen, self._folder = chosen, folder
        self._failed = False
        self.tried = 0
        self.survived: list[Mutant] = []
        self.unreached: list[Mutant] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Notices."""
        self._failed = self._failed or report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Tries every change."""
        items = session.items
        reached, took = self._unchanged(items)
        functions = _functions()
        for number, mutant in enumerate(self._chosen, 1):
            self.tried = number
            tests = sorted(reached.get((str(mutant.file), mutant.line), ()), key=lambda at: took[at])
            if not tests:
                self.unreached.append(mutant)
            elif not self._noticed(
                mutant, [items[at] for at in tests], functions, sum(took[at] for at in tests)
            ):
                self.survived.append(mutant)
            if number % 20 == 0:
                _say(f"  {number} of {len(self._chosen)}, survived: {len(self.survived)}")
        return True

    def _unchanged(self, items: list[pytest.Item]) -> tuple[dict[Place, set[int]], list[float]]:
        """Which tests pass through which line, and how long each takes. In a child: nothing stays warm."""
        told = self._folder / "reached"

        def run() -> bool:
            reached: defaultdict[Place, set[int]] = defaultdict(set)
            took = []
            for at, item in enumerate(items):
                watch = Coverage(data_file=None, source=["bot"], config_file=False)
                began = time.perf_counter()
                watch.start()
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
                watch.stop()
                took.append(time.perf_counter() - began)
                data = watch.get_data()
                for file in data.measured_files():
                    for line in data.lines(file) or ():
                        reached[file, line].add(at)
            told.write_bytes(pickle.dumps((dict(reached), took)))
            return not self._failed

        if not _in_a_child(run, None):
            raise SystemExit("the tests fail unchanged")
        found: tuple[dict[Place, set[int]], list[float]] = pickle.loads(told.read_bytes())
        return found

    def _noticed(self, mutant: Mutant, tests: list[pytest.Item], functions: Functions, usual: float) -> bool:
        def run() -> bool:
            code = code_of(mutant)
            for function in functions.get((str(mutant.file), mutant.begins, mutant.function), ()):
                function.__code__ = code
            for item in tests:
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
                if self._failed:
                    return False
            return True

        return not _in_a_child(run, 3 * usual + PATIENCE)


def _functions() -> Functions:
    found: defaultdict[tuple[str, int, str], list[FunctionType]] = defaultdict(list)
    for each in gc.get_objects():
        if isinstance(each, FunctionType):
            code = each.__code__
            found[code.co_filename, code.co_firstlineno, code.co_name].append(each)
    return dict(found)


def _in_a_child(run: Callable[[], bool], patience: float | None) -> bool:
    """Whether it went well, in a copy of this process that is gone afterwards. Too long is not well."""
    child = os.fork()
    if child == 0:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        good = False
        try:
            if patience is not None:
                signal.setitimer(signal.ITIMER_REAL, patience)
            good = run()
        finally:
            os._exit(0 if good else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> int:
    """Tries a package; 1 where the score is below the goal."""
    parser = argparse.ArgumentParser(prog="mutants", description=__doc__)
    parser.add_argument("package", choices=TESTS)
    parser.add_argument("--most", type=int, default=400)
    parser.add_argument("--goal", type=float, default=0.0)
    asked = parser.parse_args()
    every = [m for file in sorted((ROOT / "bot" / asked.package).rglob("*.py")) for m in mutants(file)]
    chosen = random.Random(SEED).sample(every, min(asked.most, len(every)))
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(sorted(chosen, key=lambda m: (m.file, m.line, m.at)), Path(folder))
        options = "-q -s -p no:cacheprovider -p no:xdist -p no:cov -o faulthandler_timeout=0".split()
        ended = pytest.main([*options, "-k", "not postgresql", *TESTS[asked.package]], plugins=[trial])
        if ended or not trial.tried:
            raise SystemExit("the tests could not be run")
    lost = [*trial.survived, *trial.unreached]
    score = 1 - len(lost) / len(chosen)
    for what, which in (("survived", trial.survived), ("no test comes here", trial.unreached)):
        for m in which:
            _say(f"{m.file.relative_to(ROOT)}:{m.line} {m.function}: {m.was!r} → {m.now!r} ({what})")
    _say(f"{asked.package}: {len(chosen)} of {len(every)} changes, {len(lost)} survived: {score:.0%}")
    return int(score < asked.goal)


if __name__ == "__main__":
    sys.exit(main())
