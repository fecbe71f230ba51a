"""A draft to a person: the next question with its buttons, the card to confirm, the receipt. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from bot.html import EMPTY, Html, escape, fit, join
from bot.language import places
from bot.record.draft import (
    Asking,
    AsNew,
    Back,
    Changed,
    Correct,
    Draft,
    Drop,
    Entry,
    Failure,
    Mode,
    Pick,
    Skip,
    YearOnly,
)
from bot.record.forms import PEOPLE, Ask, Field, Reader
from bot.record.receipt import Done, Receipt
from bot.show import dates, periods
from bot.show.buttons import Discard, Fields, Save, Undo
from bot.show.choices import Month, OpenForm
from bot.show.files import names as waiting_files
from bot.show.reply import TEXT_LIMIT, Button, Place, Reply
from bot.words import Words
from db.edtf import Edtf
from db.vocabulary import ONLINE, US, Partner, Sheet

Names = Callable[[Sheet, str], str | None]
"""The name of a recorded record by its workbook id, in the reader's language; None for an id nobody knows."""

Buttons = tuple[tuple[Button, ...], ...]

LONGEST = 190
"""Characters shown of one value; the rest is in the record. A text takes at most 1000 when it is escaped."""
FULL = 3
"""Up to so many facts stand on the card field by field; of more, each is one line."""
_BODY = 3000
"""Characters for the facts of a card, so that its head, its notes and its buttons always go with them."""
_BUTTONS = 90
"""Telegram takes a hundred under a message; the way back needs one."""
_RECORDS = 15
"""Records that a receipt names; of an import that is taken back, there are thousands."""
_QUOTE = 40
_LABEL = 40
_YEARS = 6
_DATES = frozenset({Reader.DAY, Reader.COMING, Reader.TERM})
_WORDS = frozenset({Reader.CHOICE, Reader.WORD})


def question(draft: Draft, words: Words, names: Names, today: date, recent: Sequence[Partner] = ()) -> Reply:
    """What is asked now; `recent` are the partners to offer first. Only for a draft that asks something."""
    if draft.asking is None or draft.asked is None:
        raise ValueError("this draft asks nothing")
    entry, field = draft.asked
    head = words("draft-head", form=words.plain(f"form-{entry.form.name}"))
    known = escape(_clip(summary(draft, entry, words, names), LONGEST))
    text = join((head, known, EMPTY if not known else Html(" "), _asks(draft.asking, entry, field, words)))
    rows = _offers(draft, draft.asking, field, words, names, today, recent)
    return Reply(text, (*rows, *_ways_out(draft, field, words)), place=Place.CARD)


def card(draft: Draft, words: Words, names: Names, files: Sequence[str] = ()) -> Reply:
    """Every field of the draft, the files that wait for it, and the buttons that save and discard it."""
    form = words.plain(f"form-{draft.form}")
    head = words("draft-edit-head" if draft.is_edit else "draft-card-head", form=form)
    waiting = waiting_files(files, words) if files else EMPTY
    buttons: Buttons = (
        (Button(words.plain("button-save"), Save(draft.key, draft.turn)),),
        (
            Button(words.plain("button-correct"), Fields(draft.key, draft.turn)),
            Button(words.plain("button-discard"), Discard(draft.key, draft.turn)),
        ),
    )
    text = join((head, facts(draft, words, names), waiting, *notes(draft, words)), "\n\n")
    return Reply(text, buttons, place=Place.CARD)


def facts(draft: Draft, words: Words, names: Names) -> Html:
    """What the draft says, field by field; of many facts, each on one line."""
    main = [entry for entry in draft.entries if _stands(draft, entry)]
    if len(main) <= FULL:
        return join((_fields(draft, entry, words, names) for entry in main), "\n\n")
    lines = (_line(at, draft, entry, words, names) for at, entry in enumerate(main, start=1))
    return fit(list(lines), _BODY)


def _stands(draft: Draft, entry: Entry) -> bool:
    """Whether an entry is shown by itself: who came to an event of the draft stands under it."""
    if entry.sheet is not Sheet.PARTICIPANTS:
        return True
    event = entry.row.get("event", "")
    return not any(e.sheet is Sheet.EVENTS and e.id == event for e in draft.entries)


def notes(draft: Draft, words: Words) -> Iterator[Html]:
    """What one should look at before saving."""
    if draft.likes:
        yield words("draft-like", ids=", ".join(f"/{like}" for like in draft.likes))
    if any(entry.doubts for entry in draft.entries if _stands(draft, entry)):
        yield words("draft-doubtful")


def forms(names: Sequence[str], words: Words) -> Buttons:
    """A button for each form."""
    keys = [Button(words.plain(f"form-{name}"), OpenForm(name)) for name in names]
    return tuple(tuple(keys[i : i + 2]) for i in range(0, len(keys), 2))


def meanwhile(changed: Sequence[Changed], words: Words) -> Html:
    """Who has changed what since the draft was opened."""
    told = dict.fromkeys(
        words("draft-meanwhile", name=one.name, id=f"/{one.sheet.letter}{one.no}" if one.sheet.letter else "")
        for one in changed
    )
    return join((*told, words("draft-look-again")))


def field_menu(draft: Draft, words: Words, names: Names) -> Reply:
    """Every field as a button that asks for it again; of several facts, each can be dropped too."""
    shown = [(at, e) for at, e in enumerate(draft.entries) if _stands(draft, e)]
    several = len(shown) > 1
    rows: list[tuple[Button, ...]] = []
    for number, (at, entry) in enumerate(shown, start=1):
        prefix = f"{number}. " if several else ""
        buttons = [
            Button(
                _clip(prefix + _label(field, words), _LABEL), Correct(draft.key, draft.turn, at, field.name)
            )
            for field in entry.form.fields
            if not several or field.ask is not Ask.NEVER or draft.filled(entry, field.name)
        ]
        rows += [tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2)]
        if several:
            drop = words.plain("button-drop", n=number)
            rows.append((Button(drop, Drop(draft.key, draft.turn, at)),))
    rows = [row for at, row in enumerate(rows) if sum(map(len, rows[: at + 1])) <= _BUTTONS]
    back = Button(words.plain("button-back"), Back(draft.key, draft.turn))
    lines = (_line(n, draft, e, words, names) for n, (_, e) in enumerate(shown, start=1)) if several else ()
    return Reply(fit([words("draft-correct-what"), *lines], TEXT_LIMIT), (*rows, (back,)), place=Place.CARD)


def receipt(done: Receipt, words: Words, names: Names, files: int = 0) -> Reply:
    """What was saved, by short ids, how many files are kept with it, and the button that takes it back."""
    lines = []
    told = [line for line in done.lines if line.sheet.letter or line.sheet is Sheet.OURSELVES]
    for line in told[:_RECORDS]:
        entry = Entry(line.sheet, line.row)
        said = summary(None, entry, words, names, whole=not line.sheet.letter)
        named = f"/{line.sheet.letter}{line.no}" if line.sheet.letter else words.plain("form-ourselves")
        lines.append(words(f"receipt-{line.done.value}", id=named, said=_clip(said, LONGEST)))
    if len(told) > _RECORDS:
        lines.append(words("card-more", n=len(told) - _RECORDS))
    lines = lines or [words("receipt-small")]
    text = fit([*lines, words("receipt-files", n=files)] if files else lines, TEXT_LIMIT)
    undo = ((Button(words.plain("button-undo"), Undo(done.batch)),),) if done.undoable else ()
    removed = all(line.done is Done.REMOVED for line in done.lines)
    return Reply(text, () if removed and not done.undoable else undo, place=Place.CARD)


def failure(failed: Failure, words: Words) -> Html:
    """Why an answer could not be taken, in one line."""
    return words(f"refused-{failed.key}", **failed.values)


def summary(draft: Draft | None, entry: Entry, words: Words, names: Names, *, whole: bool = False) -> str:
    """The asked fields of an entry on one line, for a heading or a receipt; `whole`: every field."""
    said = []
    for field in entry.form.fields:
        asked = whole or field.ask is not Ask.NEVER or field.name in {"host", "state"}
        if not asked and entry.base is None:
            continue
        if entry.base is not None and not _differs(entry, field):
            continue
        value = _shown(draft, entry, field, words, names)
        if value and field.reader is Reader.COUNT:
            value = words.plain(f"amount-{field.name}", n=int(entry.values(field.name)[0]))
        said += [value] if value else []
    return " · ".join(said)


def _differs(entry: Entry, field: Field) -> bool:
    base = entry.base or {}
    return field.name == "partner" or any(
        entry.row.get(c, "") != base.get(c, "") for c in entry.columns(field.name)
    )


def _line(number: int, draft: Draft, entry: Entry, words: Words, names: Names) -> Html:
    form = words.plain(f"form-{entry.form.name}")
    doubt = words.plain("draft-mark") + " " if entry.doubts else ""
    said = doubt + _clip(summary(draft, entry, words, names), 120)
    return words("draft-line", n=number, form=form, said=said)


def _fields(draft: Draft, entry: Entry, words: Words, names: Names) -> Html:
    several = len([e for e in draft.entries if _stands(draft, e)]) > 1
    head = [words("draft-head", form=words.plain(f"form-{entry.form.name}"))] if several else []
    lines = [
        _field_line(draft, entry, f, words, names) for f in entry.form.fields if _on_card(draft, entry, f)
    ]
    return join((*head, *lines))


def _on_card(draft: Draft, entry: Entry, field: Field) -> bool:
    """The fields that are asked for stand on the card even when empty; of a change, what it touches."""
    if draft.filled(entry, field.name):
        return True
    if entry.base is not None:
        return _differs(entry, field)
    return field.ask is not Ask.NEVER and entry.row.get("state", "") == ""


def _field_line(draft: Draft, entry: Entry, field: Field, words: Words, names: Names) -> Html:
    value = _clip(_shown(draft, entry, field, words, names), LONGEST)
    columns = entry.columns(field.name)
    if entry.base is not None and _differs(entry, field) and field.name != "partner":
        was = _clip(_shown(None, Entry(entry.sheet, entry.base), field, words, names), LONGEST)
        return words("draft-changed", field=_label(field, words), was=was or words.plain("draft-empty"),
                     now=value or words.plain("draft-empty"))  # fmt: skip
    if not value:
        return words("draft-field-empty", field=_label(field, words))
    mark = " " + words.plain("draft-mark") if entry.doubts & set(columns) else ""
    quote = next((entry.quotes[c] for c in columns if c in entry.quotes), "")
    if not quote or quote.casefold() == value.casefold():
        return words("draft-field", field=_label(field, words), value=value + mark)
    quote = _clip(" ".join(quote.split()), _QUOTE)
    return words("draft-field-read", field=_label(field, words), value=value + mark, quote=quote)


def _asks(asking: Asking, entry: Entry, field: Field, words: Words) -> Html:
    if asking.mode is Mode.NEW:
        return words("ask-new-partner", said=_clip(asking.said, LONGEST))
    if asking.mode is Mode.WHICH:
        return words("ask-which", said=_clip(asking.said, LONGEST))
    if asking.mode is Mode.YEAR:
        return words("ask-year")
    for key in (f"ask-{entry.form.name}-{field.name}", f"ask-{field.name}"):
        if words.has(key.replace("_", "-")):
            return words(key.replace("_", "-"))
    return words("ask-other", field=_label(field, words))


def _offers(
    draft: Draft,
    asking: Asking,
    field: Field,
    words: Words,
    names: Names,
    today: date,
    recent: Sequence[Partner],
) -> Iterator[tuple[Button, ...]]:
    """The buttons that answer the question, row by row."""

    def pick(label: str, value: str) -> Button:
        return Button(_clip(label, _LABEL), Pick(draft.key, draft.turn, value))

    if asking.candidates:
        for at, known in enumerate(asking.candidates):
            yield (pick(names(field.refers or Sheet.PARTNERS, known) or known, str(at)),)
    if asking.mode in {Mode.NEW, Mode.WHICH}:
        if field.reader is Reader.PARTNER:
            yield (Button(words.plain("button-new"), AsNew(draft.key, draft.turn)),)
        return
    if asking.mode is Mode.YEAR:
        step = 1 if field.reader is Reader.COMING else -1
        years = [pick(str(year), str(year)) for n in range(_YEARS) if (year := today.year + step * n)]
        yield from (tuple(years[i : i + 3]) for i in range(0, _YEARS, 3))
    elif field.reader is Reader.PARTNER:
        yield from ((pick(p.names.best(words.language), f"p{p.no}"),) for p in recent)
    elif field.reader in _WORDS:
        choices = [pick(word(field.name, w, words), w) for w in field.words]
        yield from (tuple(choices[i : i + 2]) for i in range(0, len(choices), 2))
    elif field.reader is Reader.DAY:
        yield (
            pick(words.plain("button-today"), today.isoformat()),
            pick(words.plain("button-yesterday"), (today - timedelta(days=1)).isoformat()),
            _calendar(draft, today, words),
        )
    elif field.reader is Reader.COMING:
        yield (_calendar(draft, today, words),)
    elif field.reader is Reader.TERM:
        yield from ((pick(_edtf(term, words), term),) for term in _terms(today))
    elif field.reader is Reader.CITY and draft.entries[asking.entry].sheet is Sheet.EVENTS:
        yield (pick(words.plain("city-online"), ONLINE),)


def _calendar(draft: Draft, today: date, words: Words) -> Button:
    return Button(words.plain("button-calendar"), Month(draft.key, draft.turn, today.isoformat()[:7]))


def _terms(today: date) -> tuple[str, ...]:
    """The usual terms from today on: three years, five years, open-ended."""
    ends = [(today.replace(day=28) if (today.month, today.day) == (2, 29) else today) for _ in range(2)]
    last = [end.replace(year=end.year + n) - timedelta(days=1) for end, n in zip(ends, (3, 5), strict=True)]
    return (*(f"{today}/{end}" for end in last), f"{today}/..")


def _ways_out(draft: Draft, field: Field, words: Words) -> Buttons:
    at = (draft.key, draft.turn)
    row: list[Button] = []
    if (
        draft.asking is not None
        and draft.asking.mode is Mode.PLAIN
        and field.reader in _DATES - {Reader.TERM}
    ):
        row.append(Button(words.plain("button-year-only"), YearOnly(*at)))
    if field.ask is not Ask.NEEDED:
        row.append(Button(words.plain("button-skip"), Skip(*at)))
    out: list[Button] = []
    if not any(True for _ in draft.missing()) or (draft.asking and draft.asking.mode is not Mode.PLAIN):
        out.append(Button(words.plain("button-back"), Back(*at)))
    out.append(Button(words.plain("button-discard"), Discard(*at)))
    return tuple(tuple(buttons) for buttons in (row, out) if buttons)


def _label(field: Field, words: Words) -> str:
    return words.plain(f"field-{field.name}".replace("_", "-"))


def word(column: str, value: str, words: Words) -> str:
    """A listed word in the reader's language; any other word as it was written."""
    key = f"word-{column}-{value}".replace(" ", "-").replace("_", "-").casefold()
    return words.plain(key) if words.has(key) else value


def _shown(draft: Draft | None, entry: Entry, field: Field, words: Words, names: Names) -> str:
    if field.name == PEOPLE:
        people = draft.people(entry) if draft else ()
        return "; ".join(_person(p, draft, words, names) for p in people)
    values = entry.values(field.name)
    if not values:
        return ""
    if field.reader is Reader.NAME:
        return " / ".join(dict.fromkeys(str(value) for value in values))
    return _value(values[0], field, draft, words, names)


def _value(value: str | int, field: Field, draft: Draft | None, words: Words, names: Names) -> str:
    if isinstance(value, int):
        return dates.number(value, words.language)
    if field.reader in _DATES:
        return _edtf(value, words)
    if field.reader in _WORDS:
        return word(field.name, value, words)
    if field.reader is Reader.COUNTRY:
        return dates.country(value, words.language)
    if field.reader is Reader.CITY:
        return words.plain("city-online") if value == ONLINE else places.city(value, words.language)
    if field.reader in {Reader.PARTNER, Reader.PARTY}:
        return _party(value, draft, words, names)
    if field.refers is not None:
        new = draft.named(value) if draft else None
        return str(next(iter(new.values("title")), value)) if new else names(field.refers, value) or value
    return value


def _party(value: str, draft: Draft | None, words: Words, names: Names) -> str:
    if value == US:
        return words.plain("party-us")
    new = draft.named(value) if draft else None
    if new is not None:
        return words.plain("party-new", name=_clip(str(next(iter(new.values("name")), value)), LONGEST))
    return names(Sheet.PARTNERS, value) or value


def _person(entry: Entry, draft: Draft | None, words: Words, names: Names) -> str:
    who = [str(entry.row[c]) for c in ("person", "role") if c in entry.row]
    institution = str(entry.row.get("institution", ""))
    body = _party(institution, draft, words, names) if institution else ""
    count = entry.row.get("count")
    said = ", ".join(who)
    if isinstance(count, int) and (count != 1 or not said):
        said = (
            f"{said} — {words.plain('amount-count', n=count)}"
            if said
            else words.plain("amount-count", n=count)
        )
    return f"{said} ({body})" if said and body else said or body


def _edtf(text: str, words: Words) -> str:
    return periods.period(Edtf.parse(text), words)


def _clip(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
