"""An answer as a picture: what is drawn of it, and the caption that says what it shows. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.ask.answer import Answer
from bot.html import Html, fit
from bot.show import answers
from bot.show.agreements import Listed
from bot.show.reply import CAPTION_LIMIT, Reply
from bot.words import Words
from db.result import Result
from db.vocabulary import Agreement


def papers(found: Sequence[Agreement], result: Result) -> list[Listed]:
    """The agreements of an answer as the timeline takes them."""
    named = result.around.partners
    return [
        Listed(paper, result.standings[paper.no], named[paper.partner].names)
        for paper in found
        if paper.partner in named
    ]


def captioned(drawn: Reply, answer: Answer, words: Words) -> Reply:
    """The picture under the answer's own first line, with what is not in the figure."""
    if drawn.enclosure is None or answer.result is None:
        return Reply(words("further-no-picture"))
    head = Html(answers.reply(answer, words).text.split("\n", 1)[0])
    return replace(drawn, text=fit([head, *answers.notes(answer.result, words)], CAPTION_LIMIT))
