"""What is shown of a report's review, and how a report comes to be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.chat import drafts
from bot.chat.links import command
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.record import alike, reviewing
from bot.record.draft import Draft
from bot.record.reviewing import draft_of
from bot.rights import Act, may
from bot.show import reviews as shown
from bot.show.paging import page_of
from bot.show.reply import Place, Reply
from bot.show.reviews import SIZE, Item, Listed, Mark
from db import chores, dialogues, records, reviews
from db.chores import Chore
from db.reviews import Review, State

READ = "read"
"""The kind of chore that reads a report, and of the dialogue whose card shows how far it is."""
_FULL = 3500
"""Characters from which a message is perhaps only the beginning of a text: Telegram cuts what is longer."""
_MORE_COMES = timedelta(seconds=1.5)


def order(turn: Turn, name: str, source: str = "", text: str = "") -> Reply:
    """Decides to read a report: a file, or a text that was pasted, perhaps in several messages."""
    person, chat = turn.person.id, turn.incoming.chat
    card = dialogues.begin(turn.session, person, chat, READ, {}, turn.now).no
    body = {
        "name": name,
        "text": text,
        "day": drafts.reading(turn).today.isoformat(),
        "language": turn.person.language,
        "card": card,
        "picture": False,
        "target": "",
        "message": turn.incoming.message,
    }
    due = turn.now + (_MORE_COMES if len(text) >= _FULL else timedelta())
    chores.put(turn.session, Chore(person, turn.person.name, chat, READ, source, body), due)
    said = turn.words("review-reading", name=name or turn.words.plain("review-pasted"))
    return Reply(said, dialogue=card)


def goes_on(turn: Turn, text: str) -> bool:
    """Whether a message is the rest of a text whose beginning waits for it; then it is put there."""
    waiting = chores.gathering(turn.session, turn.person.id, turn.incoming.chat, READ, turn.now)
    if waiting is None or waiting.source or not text:
        return False
    begun = str(waiting.body["text"])
    between = "\n" if begun[-1:] in '.!?…»”"' else " "
    body = {**waiting.body, "text": f"{begun}{between}{text}"}
    due = turn.now + (_MORE_COMES if len(text) >= _FULL else timedelta())
    chores.amend(turn.session, waiting.no, body, due)
    return True


def opened(turn: Turn, no: int) -> Review:
    """Raises UserFault for a review that is gone, or neither one's own nor a manager's to answer."""
    found = reviewing.held(turn.session, no)
    if found.person != turn.person.id and not may(turn.person.role, Act.EDIT_ANY):
        raise UserFault("draft-not-yours")
    return found


def page(turn: Turn, review: Review, number: int) -> Reply:
    """A page of the list."""
    every = list(_items(turn, review))
    listed = Listed.of(review.no, _name(turn, review), [item.mark for item in every])
    return shown.listing(listed, page_of(every, number, SIZE), turn.words, drafts.names_of(turn))


def item(turn: Turn, review: Review, place: int) -> Reply:
    """One item in full."""
    every = list(_items(turn, review))
    if not 0 <= place < len(every):
        raise UserFault("button-old")
    listed = Listed.of(review.no, _name(turn, review), [item.mark for item in every])
    return shown.one(listed, every[place], turn.words, drafts.names_of(turn))


def after_form(turn: Turn, review: int, place: int) -> tuple[Reply, ...]:
    """The list again, once an item that was opened in a form is done with."""
    found = reviews.get(turn.session, review) if review else None
    return (page(turn, found, place // SIZE),) if found is not None else ()


def in_place(reply: Reply) -> Reply:
    """In the message whose button was pressed."""
    return Reply(reply.text, reply.buttons, place=Place.PRESSED)


def _name(turn: Turn, review: Review) -> str:
    return review.name or turn.words.plain("review-pasted")


def _items(turn: Turn, review: Review) -> Iterator[Item]:
    known = alike.Known(turn.session)
    for found in reviews.every(turn.session, review.no):
        draft = known.compared(draft_of(turn.session, review, found))
        quote = review.text[found.start : found.stop]
        mark = _mark(found, known=bool(draft.likes), lacks=reviewing.lacks(draft))
        if mark is Mark.SAVED:
            whole = Draft.unpack(found.body)
            yield Item(found.place, whole, quote, mark, tuple(_ids(turn, review, whole)))
        else:
            yield Item(found.place, draft, quote, mark)


def _mark(found: reviews.Item, *, known: bool, lacks: bool) -> Mark:
    if found.state is not State.OPEN:
        return Mark.SAVED if found.state is State.SAVED else Mark.DROPPED
    if known:
        return Mark.KNOWN
    return Mark.LACKING if lacks else Mark.NEW


def _ids(turn: Turn, review: Review, draft: Draft) -> Iterator[str]:
    for entry in draft.entries:
        record = records.by_id(turn.session, entry.sheet, review.made.get(entry.id, entry.id))
        if record is not None and (id_ := command(entry.sheet, record.no)):
            yield id_
