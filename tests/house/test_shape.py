"""The house stays small: short files, short functions, handlers that only read, do and show."""

import ast

import pytest

from tests.house.sources import Source, sources

FILE_LINES = 400
FUNCTION_LINES = 50
HANDLER_STATEMENTS = 15
# A migration is a list of tables, as long as the registry has them.
LISTS = "db/migrations/versions/"


def lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function from its `def` to its end."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def statements(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Statements of a function, the nested ones and not its docstring."""
    inner = [node for part in function.body for node in ast.walk(part) if isinstance(node, ast.stmt)]
    return len(inner) - (ast.get_docstring(function) is not None)


def test_no_file_outgrew_its_room() -> None:
    long = {source.name: source.text.count("\n") for source in sources("bot", "db", "tests")}
    assert {name: count for name, count in long.items() if count > FILE_LINES} == {}


def test_no_function_is_long() -> None:
    long = {
        f"{source.name}:{function.name}": lines(function)
        for source in sources("bot", "db", "tests")
        if not source.name.startswith(LISTS)
        for function in source.functions()
        if lines(function) > FUNCTION_LINES
    }
    assert long == {}


def test_handlers_and_jobs_are_thin() -> None:
    edges = sources("bot/handlers", "bot/jobs")
    assert edges
    assert {place: count for source in edges for place, count in _thick(source)} == {}


def _thick(source: Source) -> list[tuple[str, int]]:
    counted = [(f"{source.name}:{function.name}", statements(function)) for function in source.functions()]
    return [(place, count) for place, count in counted if count > HANDLER_STATEMENTS]


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ('def f():\n    """Said."""\n    return 1', 1),
        ("def f():\n    if x:\n        y()\n    else:\n        z()", 3),
    ],
)
def test_statements_are_counted_wherever_they_stand(code: str, count: int) -> None:
    function = ast.parse(code).body[0]
    assert isinstance(function, ast.FunctionDef)
    assert statements(function) == count
