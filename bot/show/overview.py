"""The registry in figures, and the captions and file names of its pictures. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.html import Html, join
from bot.report.overview import Flow, Flows, Spread
from bot.show import dates
from bot.show.agreements import Listed, Section
from bot.show.buttons import Draw, Picture
from bot.show.pictures import flows as flows_picture
from bot.show.pictures import timeline as timeline_picture
from bot.show.pictures.world import world as world_picture
from bot.show.reply import Button, EnclosedAs, Enclosure, Reply
from bot.words import Words
from db.vocabulary import Names

_IN_FORCE = (Section.ENDING, Section.RENEWING, Section.OPEN)
_YEARS = 5


def overview(papers: Sequence[Listed], moved: Flows, partners: Spread, today: date, words: Words) -> Reply:
    """What there is, in a few figures; the pictures are a tap away."""
    if not (papers or moved.partners or partners.total):
        return Reply(words("stats-empty"))
    figures = [
        words("stats-partners", partners=partners.total, countries=len(partners.countries)),
        words(
            "stats-agreements",
            force=sum(paper.section in _IN_FORCE for paper in papers),
            soon=sum(_ends_soon(paper, today) for paper in papers),
        ),
    ]
    head = words("stats-head", date=dates.day(today, words))
    return Reply(join((head, join(figures), _moved(moved, words)), "\n\n"), buttons=pictures(words))


def pictures(words: Words) -> tuple[tuple[Button, ...], ...]:
    """A button for each picture."""
    return tuple((Button(words.plain(f"picture-button-{kind}"), Draw(kind)),) for kind in Picture)


def timeline(papers: Sequence[Listed], today: date, words: Words) -> Reply:
    """The agreements' timeline."""
    drawn = timeline_picture.chosen(papers, today)
    if not drawn:
        return Reply(words("picture-timeline-none"))
    caption = words("picture-timeline-caption", shown=len(drawn), total=len(papers))
    return _picture(Picture.TIMELINE, timeline_picture.timeline(drawn, today, words), caption)


def flows(moved: Flows, names: Mapping[int, Names], today: date, words: Words) -> Reply:
    """What came and went, by year and partner."""
    moving = {no: flow for no, flow in moved.partners.items() if flow.total}
    partners = [_named(names[no].best(words.language), flow) for no, flow in moving.items()]
    if not partners:
        return Reply(words("picture-flows-none"))
    years = [_named(str(year), flow) for year, flow in sorted(moved.years.items()) if flow.total]
    subtitle = words.plain("picture-as-of", date=dates.day(today, words))
    caption = join(
        (
            words("picture-flows-caption", **told(moved.whole, words)),
            _largest(len(partners), words),
            words("picture-flows-undated", n=moved.undated) if moved.undated else Html(""),
            words("stats-uncounted", n=moved.whole.uncounted) if moved.whole.uncounted else Html(""),
        )
    )
    return _picture(Picture.FLOWS, flows_picture.flows(years, partners, subtitle, words), caption)


def world(shapes: bytes, partners: Spread, words: Words) -> Reply:
    """The map of partners."""
    if not partners.countries:
        return Reply(words("picture-world-none"))
    caption = join(
        (
            words("picture-world-caption", partners=partners.total, countries=len(partners.countries)),
            words("picture-world-unplaced", n=partners.unplaced) if partners.unplaced else Html(""),
        )
    )
    drawn = world_picture(shapes, partners.countries, partners.home, words)
    return _picture(Picture.WORLD, drawn, caption)


def _picture(kind: Picture, content: bytes, caption: Html) -> Reply:
    return Reply(caption, enclosure=Enclosure(EnclosedAs.PICTURE, f"{kind}.png", content))


def _ends_soon(paper: Listed, today: date) -> bool:
    end = paper.standing.earliest_end
    return paper.section is Section.ENDING and end is not None and end <= today + timeline_picture.SOON


def _moved(moved: Flows, words: Words) -> Html:
    if not moved.partners:
        return Html("")
    latest = sorted(moved.years.items(), reverse=True)[:_YEARS]
    lines = [words("stats-flow-all", **told(moved.whole, words))]
    lines += [words("stats-flow", year=str(year), **told(flow, words)) for year, flow in latest]
    if moved.whole.uncounted:
        lines.append(words("stats-uncounted", n=moved.whole.uncounted))
    return join(lines)


def told(flow: Flow, words: Words) -> dict[str, str]:
    """Both figures in words, by the names that texts call them."""
    return {"received": _copies(flow.received, words), "sent": _copies(flow.sent, words)}


def _copies(figure: int | None, words: Words) -> str:
    return words.plain("stats-nothing") if figure is None else words.plain("amount-quantity", n=figure)


def _largest(partners: int, words: Words) -> Html:
    shown = flows_picture.MOST_PARTNERS
    return words("picture-flows-largest", shown=shown, total=partners) if partners > shown else Html("")


def _named(name: str, flow: Flow) -> flows_picture.Flow:
    return flows_picture.Flow(name, flow.received or 0, flow.sent or 0)
