"""What a question gave, as a value: outcome, how it was understood, the figures and the records behind
them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.query import Query
from db.result import Result
from db.vocabulary import Language, Role, Sheet


class Outcome(StrEnum):
    """How a question ended; every reply but an answer begins with the mark ❔."""

    ANSWERED = "answered"
    NOT_RECORDED = "not_recorded"
    CLARIFY = "clarify"
    NOT_IN_REGISTRY = "not_in_registry"
    OUT_OF_SCOPE = "out_of_scope"
    NOT_UNDERSTOOD = "not_understood"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it comes in: the text, the person's own language, today, and what the person may see:
    what the role opens, and these `drafts`.
    """

    text: str
    language: Language
    today: date
    role: Role = Role.VIEWER
    drafts: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something taken for granted: the key of its text in `answers.ftl` (`assumed-…`) and the values said
    there.
    """

    key: str
    values: tuple[tuple[str, str], ...] = ()


def assumption(key: str, **values: str) -> Assumption:
    """An assumption with its values."""
    return Assumption(key, tuple(values.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The outcome with all that a reply says. `language` is the question's where it shows, else the
    person's.
    """

    outcome: Outcome
    language: Language
    today: date
    query: Query | None = None
    result: Result | None = None
    assumptions: tuple[Assumption, ...] = ()
    unknown: str = ""
    """The name or the words that the registry does not know, as written."""
    examples: tuple[str, ...] = ()
    """Of a refusal: questions that the registry does answer, in the person's language and script."""

    @property
    def assumed(self) -> bool:
        return bool(self.assumptions)

    @property
    def records(self) -> tuple[tuple[Sheet, int], ...]:
        """The records behind the answer."""
        if self.result is None or self.query is None:
            return ()
        return tuple((self.query.subject, record.no) for record in self.result.records)
