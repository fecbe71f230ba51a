"""A report in the chat, pasted or as a file: read by the porter, reviewed item by item or as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from telegram import Update

from bot.chat import drafts, reviews
from bot.chat.asking import asked
from bot.chat.context import Ctx, Deps, known_names
from bot.chat.porter import Work, tell_on_card
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers import files
from bot.handlers.log import hold
from bot.handlers.pressed import Pressed
from bot.html import join
from bot.progress import paced
from bot.record import dialogue, documents, reviewing
from bot.record.draft import Draft
from bot.record.reviewing import Doer, Read
from bot.rights import Act
from bot.show import drafts as forms
from bot.show.choices import CloseReview, Judge, Review, SaveAll, Verdict
from bot.show.reply import Place, Reply, Said
from bot.show.reviews import SIZE
from bot.words import Words
from db import reviews as kept
from db.chores import Chore
from db.progress import Progress
from db.reviews import State
from db.vocabulary import Language

_MOVES = {Verdict.DROP: (State.OPEN, State.DROPPED), Verdict.RESTORE: (State.DROPPED, State.OPEN)}


@dataclass(frozen=True, slots=True)
class Looked:
    """What a report gave; `file` is where its bytes are kept if it gave nothing."""

    text: str
    found: tuple[Read, ...]
    file: str = ""
    size: int = 0


async def turn_page(update: Update, ctx: Ctx, action: Review) -> None:
    """Another page of the list."""
    await ctx.do(update, Act.LOG, show_page, action)


async def judge(update: Update, ctx: Ctx, action: Judge) -> None:
    """Something is decided about one item."""
    await ctx.do(update, Act.LOG, decide, action)


async def save_all(update: Update, ctx: Ctx, action: SaveAll) -> None:
    """✅ under the list."""
    await ctx.do(update, Act.LOG, put_all_in, action)


async def close(update: Update, ctx: Ctx, action: CloseReview) -> None:
    """✖️ under the list."""
    await ctx.do(update, Act.LOG, throw_away, action)


def look(deps: Deps, chore: Chore, content: bytes) -> Looked:
    """Reads it, telling how far it is; compares what it gave with what is recorded."""
    name = str(chore.body["name"])
    text = documents.text_of(name, content) if chore.source else str(chore.body["text"])
    names, language = known_names(deps), Language(chore.body["language"])
    with deps.store.read() as session:
        told = dialogue.view(session)
        known = dialogue.reading(session, names, date.fromisoformat(chore.body["day"]), language)
    found = reviewing.read(text, known, told, _progress(deps, chore, Words(language), name))
    if found or not chore.source:
        return Looked(text, found)
    return Looked(text, (), deps.files.put(content), len(content))


def _progress(deps: Deps, chore: Chore, words: Words, name: str) -> Progress:
    shown = name or words.plain("review-pasted")
    return paced(
        lambda percent: tell_on_card(deps, chore, words("review-progress", name=shown, percent=percent))
    )


def settle(turn: Turn, found: Sequence[tuple[Chore, Looked]]) -> Said | tuple[Said, ...] | None:
    """Shows what was read. A single fact becomes a draft like any other; a file without any is to be kept."""
    chore, looked = found[0]
    card = int(chore.body["card"])
    if not looked.found:
        return _nothing(turn, chore, looked, card)
    if len(looked.found) == 1 and not chore.source:
        draft = replace(looked.found[0].draft, key=dialogue.key_of(turn.now), text=looked.text)
        done = Reply(turn.words("review-one"), place=Place.HELD, dialogue=card)
        return done, hold(turn, draft.onward())
    name = str(chore.body["name"])
    review = kept.Review(0, turn.person.id, turn.incoming.chat, name, looked.text, {})
    no = reviewing.begin(turn.session, review, looked.found, turn.now)
    page = reviews.page(turn, reviewing.held(turn.session, no), 0)
    return replace(page, place=Place.HELD, dialogue=card)


def _nothing(turn: Turn, chore: Chore, looked: Looked, card: int) -> tuple[Said, ...]:
    done = Reply(turn.words("review-nothing"), place=Place.HELD, dialogue=card)
    if not looked.file:
        return done, *asked(turn, looked.text)
    kept_too = files.settle(turn, [(chore, (looked.file, looked.size))])
    return (done, *kept_too) if isinstance(kept_too, tuple) else (done, kept_too) if kept_too else (done,)


def show_page(turn: Turn, action: Review) -> Reply:
    """A page of the list, where it stands."""
    return reviews.in_place(reviews.page(turn, reviews.opened(turn, action.no), action.page))


def decide(turn: Turn, action: Judge) -> Said | tuple[Said, ...]:
    """What becomes of one item."""
    review = reviews.opened(turn, action.no)
    found = next((i for i in kept.every(turn.session, review.no) if i.place == action.place), None)
    if found is None:
        raise UserFault("button-old")
    if action.verdict is Verdict.SAVE:
        receipt = _saved(turn, review, [found])
        return _listed(turn, action), receipt
    if action.verdict is Verdict.CORRECT and found.state is State.OPEN:
        return correct(turn, reviewing.in_form(turn.session, review, found))
    before, after = _MOVES.get(action.verdict, (None, State.OPEN))
    if found.state is before:
        kept.settle(turn.session, review.no, [found.place], after, None, turn.now)
    return (
        _listed(turn, action) if action.verdict is Verdict.DROP else reviews.item(turn, review, found.place)
    )


def _listed(turn: Turn, action: Judge) -> Reply:
    """The page that the item is on, as it now stands."""
    return show_page(turn, Review(action.no, action.place // SIZE))


def correct(turn: Turn, draft: Draft) -> Reply:
    """The item in a form: what is missing is asked, else which field is to be corrected."""
    asked = hold(turn, replace(draft, key=dialogue.key_of(turn.now)).onward())
    held = drafts.under_way(turn)
    if held is None or held.draft.asking is not None:
        return asked
    return forms.field_menu(held.draft, turn.words, drafts.names_of(turn))


def put_all_in(turn: Turn, action: SaveAll) -> tuple[Said, ...]:
    """Saves all that is new and complete: one batch, which one Undo takes back."""
    review = reviews.opened(turn, action.no)
    wanted = reviewing.fit_to_save(turn.session, review, kept.every(turn.session, review.no))
    receipt = _saved(turn, review, wanted)
    return reviews.in_place(reviews.page(turn, reviews.opened(turn, action.no), 0)), receipt


def _saved(turn: Turn, review: kept.Review, wanted: Sequence[kept.Item]) -> Reply:
    doer = Doer(turn.actor, turn.person.role, turn.now)
    done, refused = reviewing.accept(turn.session, doer, review, wanted)
    receipt = forms.receipt(done, turn.words, drafts.names_of(turn))
    left = join((receipt.text, turn.words("review-refused", n=refused))) if refused else receipt.text
    return replace(receipt, text=left, place=Place.NEW)


def throw_away(turn: Turn, action: CloseReview) -> Reply:
    """The list is done with; what was saved from it stays."""
    review = reviews.opened(turn, action.no)
    kept.drop(turn.session, review.no)
    return Reply(turn.words("review-closed"), place=Place.PRESSED)


WORK = Work(Act.LOG, look, settle)
HANDLERS = [
    Pressed(turn_page, Review),
    Pressed(judge, Judge),
    Pressed(save_all, SaveAll),
    Pressed(close, CloseReview),
]
