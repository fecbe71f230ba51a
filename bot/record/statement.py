"""One message in plain words → the facts it reports, as entries of a draft. Pure.

A message that reports nothing (a question, a plan, a wish, a greeting) gives nothing. What is not said is not
filled in. A text that is long for a message is a narrative: `bot.record.narrative` reads it.
"""

from __future__ import annotations

from bot.record.composing import compose
from bot.record.draft import Entry
from bot.record.facts.agreements import agreements
from bot.record.facts.clauses import parted
from bot.record.facts.corrections import corrected
from bot.record.facts.events import events
from bot.record.facts.exchanges import exchanges
from bot.record.facts.fact import Fact
from bot.record.facts.partners import partners
from bot.record.facts.programmes import programmes
from bot.record.facts.promises import promises
from bot.record.facts.scene import Scene
from bot.record.facts.series import series
from bot.record.facts.stages import stages
from bot.record.view import View


def understood(laid: Scene, view: View) -> tuple[Entry, ...]:
    """The entries of a draft that a message gives."""
    return compose(laid, facts_of(laid, view))


def facts_of(laid: Scene, view: View) -> tuple[Fact, ...]:
    """The facts that a message, or a sentence of a narrative, reports."""
    if not laid.tokens:
        return ()
    if given := promises(laid):
        return given
    laid = parted(corrected(laid))
    papers = (*stages(laid, view), *agreements(laid, view), *series(laid))
    taken = {fact.sentence for fact in papers}
    papers = (*papers, *programmes(laid, taken))
    taken |= {fact.sentence for fact in papers}
    facts = (*papers, *exchanges(laid, taken), *events(laid, taken))
    about = partners(laid)
    tells_of_them = bool(about) and (not facts or about[0].base is not None)
    return about if tells_of_them else facts
