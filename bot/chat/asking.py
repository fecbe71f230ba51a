"""A question as a person in a chat asks it: with what they may see there and what was asked there before, and
kept so that it may be continued.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.ask import engine
from bot.ask.answer import Answer, Assumption, Outcome, Question, assumption
from bot.ask.further import Step, chosen
from bot.ask.referring import referred
from bot.chat.sight import Sight
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.html import Html
from bot.language.reading import read
from bot.language.speech import language
from bot.show import further
from bot.show.reply import Place, Reply
from bot.words import Words
from db import chores, contexts, misses, outbox
from db.chores import Chore
from db.contexts import Context
from db.query import Query
from db.vocabulary import Language, Role


@dataclass(frozen=True, slots=True)
class Again:
    """An answer given anew: what was asked then, and what the registry says of it now."""

    context: Context
    answer: Answer

    @property
    def words(self) -> Words:
        """The texts in the language of the question."""
        return Words(self.answer.language)


_MISSED = frozenset((Outcome.NOT_UNDERSTOOD, Outcome.NOT_IN_REGISTRY, Outcome.OUT_OF_SCOPE))
"""What an administrator may learn from."""


ADVICE = "advice"
"""The kind of chore that asks an endpoint what a question means."""


def role_here(turn: Turn) -> Role:
    """Whose eyes an answer is for: in a group nothing but what is for all."""
    return turn.person.role if turn.incoming.private else Role.VIEWER


def question(turn: Turn, text: str, language: Language) -> Question:
    """The question with what the person may see here."""
    return Question(text, language, turn.today, role_here(turn), Sight(turn).drafts())


def asked(turn: Turn, text: str) -> tuple[Reply, ...]:
    """What the registry says, in the language of the question; nothing yet where an endpoint is asked first
    what the question means.
    """
    before, replied = _before(turn)
    is_late = replied and before is None
    pointed = _pointed(turn, text, before, is_late=is_late)
    if pointed is not None:
        return (pointed,)
    plain = question(turn, text, turn.person.language)
    found = engine.ask(turn.session, plain, turn.names, before.query if before else None)
    if turn.advised and found.outcome is Outcome.NOT_UNDERSTOOD:
        body = {"text": text, "language": found.language.value, "message": turn.incoming.message}
        chore = Chore(turn.person.id, turn.person.name, turn.incoming.chat, ADVICE, body=body)
        chores.put(turn.session, chore, turn.now)
        return ()
    if replied:
        found = replace(found, assumptions=tuple(map(_of_reply, found.assumptions)))
    reply = declined(turn, found, text) if found.query is None else said(turn, found, text)
    if is_late:
        head, line, rest = reply.text.partition("\n")
        late = Words(found.language)("replied-old")
        reply = replace(reply, text=Html(f"{head}\n{late}{line}{rest}"))
    return (reply,)


def _before(turn: Turn) -> tuple[Context | None, bool]:
    """What a message goes on from: the question of the answer that it replies to, else the person's last
    one; and whether it replies to one at all, which may be too old to go on from.
    """
    replied = turn.incoming.replied
    no = outbox.answered_by(turn.session, turn.incoming.chat, replied) if replied is not None else None
    if no is None:
        return contexts.get(turn.session, turn.person.id, turn.incoming.chat, turn.now), False
    return contexts.of_chat(turn.session, no, turn.incoming.chat, turn.now), True


def _of_reply(assumed: Assumption) -> Assumption:
    return assumption("continued-reply") if assumed.key == "continued" else assumed


def replies_to_answer(turn: Turn) -> bool:
    """Whether the message replies to an answer of ours: it is meant for that, whatever is under way."""
    replied = turn.incoming.replied
    return replied is not None and outbox.answered_by(turn.session, turn.incoming.chat, replied) is not None


def _pointed(turn: Turn, text: str, before: Context | None, *, is_late: bool) -> Reply | None:
    """What the words point at, as the button of that step gives it; None where they ask something else."""
    reading = read(text, turn.names, turn.today)
    step = referred(reading, turn.names, turn.today)
    if step is None:
        return None
    if is_late:
        raise UserFault("answer-old")
    if before is None:
        return Reply(turn.words("referred-nothing"))
    spoken = replace(before, language=language(reading) or before.language)
    if step is Step.HOW:
        return how(turn, spoken)
    found = again(turn, spoken)
    return page(turn, spoken, 0, Place.NEW) if found.answer.records else None


def how(turn: Turn, context: Context) -> Reply:
    """How the answer was computed."""
    found = again(turn, context)
    return further.how(found.answer, context.no, context.text, found.words)


def page(turn: Turn, context: Context, number: int, place: Place) -> Reply:
    """The records behind the answer, a page of them."""
    found = again(turn, context)
    return further.leaf(found.answer, context.no, number, found.words, place)


def declined(turn: Turn, answer: Answer, text: str) -> Reply:
    """Why there is no answer; administrators are to see what was not understood."""
    if answer.outcome in _MISSED:
        misses.note(turn.session, text, answer.outcome.value, answer.unknown, turn.now)
    return said(turn, answer, text)


def said(turn: Turn, answer: Answer, text: str) -> Reply:
    """The answer in words, kept with its number for the buttons under it."""
    words, private = Words(answer.language), turn.incoming.private
    no = kept(turn, answer, text)
    return further.reply(answer, no, role_here(turn), words, private=private)


def kept(turn: Turn, answer: Answer, text: str) -> int:
    """Keeps what was asked; 0 where nothing can be continued."""
    if answer.query is None:
        return 0
    return contexts.keep(turn.session, turn.person.id, turn.incoming.chat, answer.query, turn.now,
                         text=text, language=answer.language)  # fmt: skip


def recalled(turn: Turn, no: int) -> Context:
    """What the answer of that number was asked. Raises UserFault when it is too old, or of another chat."""
    context = contexts.of_chat(turn.session, no, turn.incoming.chat, turn.now)
    if context is None:
        raise UserFault("answer-old")
    return context


def again(turn: Turn, context: Context, query: Query | None = None) -> Again:
    """The question as the registry answers it now, to whoever asks now; `query` in place of its own."""
    anew = question(turn, context.text, context.language)
    return Again(context, engine.again(turn.session, anew, query or context.query, turn.names))


def of_partners(turn: Turn, no: int, partners: tuple[int, ...]) -> Reply:
    """The same question of those partners alone."""
    context = recalled(turn, no)
    found = again(turn, context, chosen(context.query, partners))
    return said(turn, found.answer, context.text)
