"""The Fluent files, read as data: which messages there are, which variables they take, what they say."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from tests.house.sources import LOCALES, ROOT

PLURALS = {"zero", "one", "two", "few", "many", "other"}


@dataclass
class Entry:
    """One message or term in one language."""

    name: str
    file: str
    text: list[str] = field(default_factory=list)
    variables: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    choices: dict[str, set[str]] = field(default_factory=dict)
    refers: set[str] = field(default_factory=set)


class Reader(Visitor):
    """Fills an entry from its pattern."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry

    def visit_TextElement(self, node: ast.TextElement) -> None:
        self.entry.text.append(node.value)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.entry.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.entry.refers.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.entry.refers.add(f"-{node.id.name}")
        self.generic_visit(node)

    def visit_FunctionReference(self, node: ast.FunctionReference) -> None:
        for argument in node.arguments.positional:
            if node.id.name == "NUMBER" and isinstance(argument, ast.VariableReference):
                self.entry.numbers.add(argument.id.name)
        self.generic_visit(node)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        if isinstance(node.selector, ast.VariableReference):
            self._note(node.selector.id.name, node.variants)
        self.generic_visit(node)

    def _note(self, variable: str, variants: list[ast.Variant]) -> None:
        keys = {v.key.name if isinstance(v.key, ast.Identifier) else v.key.value for v in variants}
        if keys <= PLURALS or any(isinstance(v.key, ast.NumberLiteral) for v in variants):
            self.entry.numbers.add(variable)
        else:
            self.entry.choices.setdefault(variable, set()).update(keys)


@cache
def entries(locale: str) -> dict[str, Entry]:
    """Every message and term (`-term`). Raises ValueError for what is not Fluent or stands twice."""
    found: dict[str, Entry] = {}
    for path in sorted((ROOT / "locales" / locale).glob("*.ftl")):
        for node in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Junk):
                raise ValueError(f"{locale}/{path.name} is not Fluent: {node.content!r}")
            for entry in _read(node, f"{locale}/{path.name}"):
                if entry.name in found:
                    raise ValueError(f"{entry.name} stands in {found[entry.name].file} and {entry.file}")
                found[entry.name] = entry
    return found


def _read(node: ast.EntryType, file: str) -> Iterator[Entry]:
    if not isinstance(node, ast.Message | ast.Term):
        return
    mark = "-" if isinstance(node, ast.Term) else ""
    parts = [("", node.value), *((f".{a.id.name}", a.value) for a in node.attributes)]
    for suffix, pattern in parts:
        if pattern is not None:
            entry = Entry(mark + node.id.name + suffix, file)
            Reader(entry).visit(pattern)
            yield entry


@cache
def taken(locale: str, name: str) -> frozenset[str]:
    """The variables that a message takes, its own and those of what it refers to."""
    entry = entries(locale)[name]
    # A term sees only the arguments given in the reference, and those are the message's own.
    inner = (taken(locale, other) for other in entry.refers if not other.startswith("-"))
    return frozenset(entry.variables).union(*inner)


@cache
def numbers(name: str) -> frozenset[str]:
    """The variables of a message that any language takes for a number, here or in what it refers to."""
    own: set[str] = set()
    for locale in LOCALES:
        entry = entries(locale)[name]
        own |= entry.numbers.union(*(numbers(other) for other in entry.refers))
    return frozenset(own)


def choices(name: str) -> dict[str, set[str]]:
    """The words that a message's variables are compared with, in any language."""
    merged: dict[str, set[str]] = {}
    for locale in LOCALES:
        for variable, keys in entries(locale)[name].choices.items():
            merged.setdefault(variable, set()).update(keys)
    return merged


def messages(locale: str) -> list[str]:
    """The names that code may ask for: no terms, no attributes."""
    return [name for name in entries(locale) if not name.startswith("-") and "." not in name]
