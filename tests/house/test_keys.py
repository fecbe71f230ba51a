"""Every text that code asks for exists and gets its variables; every text that exists is asked for."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.fluent_files import entries, messages, taken
from tests.house.sources import Source, sources

ROOMS = ("bot", "db")
SPEAKERS = {"plain", "html", "has"}
FAULTS = {"Refused", "UserFault"}
FAULT_PREFIX = "refused-"


def asked(call: ast.Call) -> Iterator[str]:
    """The names that a call writes out in full: `words("x")`, `words.plain("x" if y else "z")`, a fault."""
    if not call.args:
        return
    prefix = FAULT_PREFIX if _name(call.func) in FAULTS else ""
    if prefix or _speaks(call.func):
        for literal in _literals(call.args[0]):
            yield prefix + literal


def _speaks(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute) and function.attr in SPEAKERS:
        function = function.value
    return _name(function) == "words"


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _literals(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _literals(body)
            yield from _literals(orelse)


def mentioned(source: Source) -> Iterator[re.Pattern[str]]:
    """Every name that a string of this file could be or make: literals whole, composed ones as patterns."""
    for node in ast.walk(source.tree):
        match node:
            case ast.Constant(value=str(text)) if re.fullmatch(r"[a-z][a-z0-9-]*", text):
                yield re.compile(f"({FAULT_PREFIX})?{re.escape(text)}")
            case ast.JoinedStr(values=parts) if re.match("[a-z]+-", _beginning(parts)):
                fixed = [part.value if isinstance(part, ast.Constant) else None for part in parts]
                yield re.compile("".join(".+" if text is None else re.escape(str(text)) for text in fixed))
            case ast.Call(func=ast.Attribute(value=ast.Constant(value="-"), attr="join")):
                words = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant)]
                yield re.compile("-".join(str(word) for word in words[1:2]) + "-.+")


def _beginning(parts: list[ast.expr]) -> str:
    return str(parts[0].value) if parts and isinstance(parts[0], ast.Constant) else ""


def _calls() -> Iterator[tuple[str, ast.Call, str]]:
    for source in sources(*ROOMS):
        for call in source.calls():
            for name in asked(call):
                yield f"{source.name}:{call.lineno}", call, name


def test_every_text_asked_for_exists() -> None:
    unknown = [f"{place}: {name}" for place, _, name in _calls() if name not in entries("en")]
    assert unknown == []


def test_every_text_gets_its_variables() -> None:
    wanting = []
    for place, call, name in _calls():
        given = {keyword.arg for keyword in call.keywords}
        if name in entries("en") and None not in given and _name(call.func) != "has":
            wanting += [f"{place}: {name} lacks ${v}" for v in sorted(taken("en", name) - given)]
    assert wanting == []


def test_every_text_is_asked_for() -> None:
    wanted = {pattern.pattern: pattern for source in sources(*ROOMS) for pattern in mentioned(source)}
    referred = {name for entry in entries("en").values() for name in entry.refers}
    unused = [
        name
        for name in messages("en")
        if name not in referred and not any(pattern.fullmatch(name) for pattern in wanted.values())
    ]
    assert unused == []


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("words('date-today')", ["date-today"]),
        ("ctx.words.plain('a' if x else 'b', n=1)", ["a", "b"]),
        ("UserFault('partner-unknown', name=x)", ["refused-partner-unknown"]),
        ("words(f'form-{x}')", []),
        ("other('date-today')", []),
    ],
)
def test_what_a_call_asks_for_is_seen(code: str, names: list[str]) -> None:
    call = ast.parse(code, mode="eval").body
    assert isinstance(call, ast.Call)
    assert list(asked(call)) == names
