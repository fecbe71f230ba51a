"""Words that people read stand in `locales/`, never in the rooms that speak to them."""

import ast
import re
from collections.abc import Iterator

from tests.house.sources import Source, sources

SPEAKING_ROOMS = ("bot/handlers", "bot/jobs", "bot/show")
PROGRAMMERS_FAULTS = {"AssertionError", "KeyError", "LookupError", "RuntimeError", "TypeError", "ValueError"}
LOGGING = {"debug", "info", "warning", "error", "exception", "critical", "log"}
MARKUP = re.compile(r"<[^>]*>|&\w+;|%[A-Za-z]")
TWO_WORDS = re.compile(r"[^\W\d_]{2,}[ ,]+[^\W\d_]{2,}")
WORD = re.compile(r"[^\W\d_]{2,}")
CAPITALISED = re.compile(r"[A-Z][a-z]+\b")


def is_human(text: str) -> bool:
    """Two words in a row, a capitalised word, or a word in letters that no key is written with."""
    bare = MARKUP.sub(" ", text)
    foreign = any(not word.isascii() for word in WORD.findall(bare))
    return foreign or bool(TWO_WORDS.search(bare)) or bool(CAPITALISED.fullmatch(bare.strip(" .:!?…")))


def spoken(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The literals that could reach a person, with their lines: no docstring, fault of ours, or log."""
    unspoken = {id(node) for silent in _silent(tree) for node in ast.walk(silent)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in unspoken:
            yield node.lineno, node.value


def _silent(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                yield node
            case ast.Raise(exc=ast.Call(func=ast.Name(id=name))) if name in PROGRAMMERS_FAULTS:
                yield node
            case ast.Call(func=ast.Attribute(attr=name)) if name in LOGGING:
                yield node
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re"))):
                yield node
            case ast.arg(annotation=annotation) | ast.AnnAssign(annotation=annotation) if annotation:
                yield annotation
            case ast.FunctionDef(returns=returns) | ast.AsyncFunctionDef(returns=returns) if returns:
                yield returns


def _found(source: Source) -> list[str]:
    return [f"{source.name}:{line}: {text!r}" for line, text in spoken(source.tree) if is_human(text)]


def test_no_text_stands_in_code() -> None:
    rooms = sources(*SPEAKING_ROOMS)
    assert rooms
    assert [literal for source in rooms for literal in _found(source)] == []


def test_a_text_in_code_is_noticed() -> None:
    code = (
        '"""Said to nobody."""\n'
        'log.info("Sent to the outbox")\n'
        'raise ValueError("no such code")\n'
        'words("draft-saved"), "sendMessage", "<b>%d</b>", "HTML", "/x7", f"refused-{key}", f"{x} — {y}"\n'
        'send("Saved."), f"<b>Really saved</b> {x}", "сохранено", ("saqlandi, rahmat")\n'
    )
    human = [(line, text) for line, text in spoken(ast.parse(code)) if is_human(text)]
    assert [line for line, _ in human] == [5, 5, 5, 5]
