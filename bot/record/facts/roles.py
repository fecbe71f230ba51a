"""The part of a party in what happened, read from case, preposition and place."""

from __future__ import annotations

from enum import Enum

from bot.language import russian
from bot.language.names import kinds_of
from bot.language.suffixes import Case
from bot.record.facts import institutions
from bot.record.facts.scene import Scene
from db.vocabulary import Language


class Role(Enum):
    """The part a party has in what happened."""

    AGENT = "agent"
    """Named without case or preposition: it does what the verb says, or the message is about it."""
    SOURCE = "source"
    GOAL = "goal"
    WITH = "with"
    BY = "by"
    """Said to be the doer of a passive: by, tomonidan, the Russian instrumental."""
    OTHER = "other"
    """In, at, about: it has no part in giving and getting."""


OUR = frozenset(
    (
        "наш",
        "наша",
        "нашей",
        "нашу",
        "нашем",
        "нашего",
        "нашему",
        "наши",
        "нашим",
        "our",
        "bizning",
        "бизнинг",
    )
)
_US_UZBEK = {
    "biz": Role.AGENT,
    "bizlar": Role.AGENT,
    "bizga": Role.GOAL,
    "bizlarga": Role.GOAL,
    "bizdan": Role.SOURCE,
    "biznikilar": Role.AGENT,
    "biznikilardan": Role.SOURCE,
}
_US_RUSSIAN = {"мы": Role.AGENT, "нам": Role.GOAL, "нас": Role.GOAL, "нами": Role.AGENT}
_US_ENGLISH = {"we": Role.AGENT, "us": Role.GOAL}


_US_CASES = {
    Case.DATIVE: Role.GOAL,
    Case.ABLATIVE: Role.SOURCE,
    Case.PLAIN: Role.AGENT,
    Case.LOCATIVE: Role.OTHER,
}


def our_role(scene: Scene, at: int, key: str, low: str) -> Role | None:
    """The part that we ourselves have, by the word that says us; None where it does not."""
    before = scene.low(at - 1)
    if key.startswith("ozimiz") and (sense := scene.at(at, "us")) is not None:
        return _US_CASES.get(sense.ending.case)
    if low in _US_RUSSIAN:
        if low != "нас":
            return _US_RUSSIAN[low]
        return {"от": Role.SOURCE, "у": Role.OTHER}.get(before, _US_RUSSIAN[low])
    if low in _US_ENGLISH and before != "the":
        return {"from": Role.SOURCE, "by": Role.BY, "with": Role.WITH}.get(before, _US_ENGLISH[low])
    return _US_UZBEK.get(key)


_RUSSIAN = {
    "из": Role.SOURCE, "от": Role.SOURCE, "у": Role.SOURCE, "с": Role.WITH, "со": Role.WITH, "для": Role.GOAL,
    "к": Role.GOAL, "ко": Role.GOAL,
}  # fmt: skip
_ENGLISH = {
    "from": Role.SOURCE, "to": Role.GOAL, "for": Role.GOAL, "with": Role.WITH, "by": Role.BY,
    "in": Role.OTHER,
    "at": Role.OTHER, "on": Role.OTHER, "about": Role.OTHER,
}  # fmt: skip
PREPOSITIONS = frozenset((*_RUSSIAN, *_ENGLISH, "в", "во", "на", "о", "об"))
_UZBEK = {
    Case.ABLATIVE: Role.SOURCE, Case.DATIVE: Role.GOAL, Case.LOCATIVE: Role.OTHER, Case.LIMIT: Role.OTHER,
}  # fmt: skip
_PARTNERS = ("partner", "staff", "people", "institution", "inst.")


def role_of(scene: Scene, start: int, end: int, case: Case) -> tuple[Role, int]:
    """The part of what is named by these tokens, and where it ends with a case written apart: `RNB dan`."""
    if scene.language is Language.RU:
        return russian_role(scene, start, end), end
    if scene.language is Language.EN:
        return english_role(scene, start), end
    following = scene.tokens[end].key if end < len(scene.tokens) else ""
    while (
        case in {Case.ADJECTIVE, Case.PLAIN, Case.GENITIVE}
        and not scene.before(end).strip(" -'")
        and (colleague := scene.at(end, *_PARTNERS))
        and not colleague.ending.ours
    ):
        case, end, following = colleague.ending.case, colleague.end, ""
    if following == "":
        following = scene.tokens[end].key if end < len(scene.tokens) else ""
    if case in _UZBEK:
        return _UZBEK[case], end
    if following in {"dan", "ga", "da"} and scene.before(end) in {" ", "-", "'"}:
        case, end = {"dan": Case.ABLATIVE, "ga": Case.DATIVE, "da": Case.LOCATIVE}[following], end + 1
    elif following in {"bilan", "ila", "bn"}:
        return Role.WITH, end + 1
    elif following in {"tomonidan", "tarafidan"}:
        return Role.BY, end + 1
    elif following in {"nomiga", "manziliga", "uchun"}:
        return Role.GOAL, end + 1
    elif following in {"haqida", "togrisida", "orqali"}:
        return Role.OTHER, end + 1
    return _UZBEK.get(case, Role.AGENT), end


def english_role(scene: Scene, start: int) -> Role:
    """By the preposition before it."""
    before = start - 1
    if scene.low(before) in {"the", "our"}:
        before -= 1
    if scene.low(before) == "of" and kinds_or_people(scene, before - 1):
        return english_role(scene, before - 1)
    if ">" in scene.before(start) or "→" in scene.before(start):
        return Role.GOAL
    return _ENGLISH.get(scene.low(before), Role.AGENT)


def kinds_or_people(scene: Scene, place: int) -> bool:
    """Whether the word is an institution or people of one: `colleagues of`, `the library of`."""
    return place >= 0 and (
        bool(kinds_of(scene.tokens[place])) or scene.at(place, "staff", "people") is not None
    )


def russian_role(scene: Scene, start: int, end: int) -> Role:
    """By the preposition before it and its own case."""
    before = scene.low(start - 1)
    if before in _RUSSIAN:
        return _RUSSIAN[before]
    if ">" in scene.before(start) or "→" in scene.before(start):
        return Role.GOAL
    cases = case_of(scene, start, end)
    if "gent" in cases and before not in PREPOSITIONS and scene.at(start - 1, *_OFFICES) is not None:
        return russian_role(scene, start - 1, start)  # `с послом Швейцарии`
    if before in {"в", "во", "на"}:
        return Role.GOAL if "accs" in cases or not cases else Role.OTHER
    if before in {"о", "об", "при", "под", "над"}:
        return Role.OTHER
    if cases and "nomn" not in cases and "datv" in cases:
        return Role.GOAL
    if cases and "nomn" not in cases and "ablt" in cases:
        return Role.BY
    return Role.AGENT


_OFFICES = ("staff", "people", "role.")


def case_of(scene: Scene, start: int, end: int) -> frozenset[str]:
    """The grammatical cases a Russian name can stand in: those all its leading adjectives and its head
    share.
    """
    shared: frozenset[str] = frozenset()
    for place in range(start, end):
        token = scene.tokens[place]
        if token.written != scene.said(place, place + 1):
            if kinds_of(token) & _HEADS:
                break
            continue
        if not token.is_cyrillic or (token.written.isupper() and len(token.written) > 1):
            break  # `ТЮРКСОЙ` is no instrumental
        cases = russian.cases(token.low)
        if not cases or (shared and not shared & cases):
            break
        shared = shared & cases if shared else cases
        if len(token.written) > 3 and kinds_of(token) & _HEADS:
            break
    return shared


_HEADS = frozenset(institutions.HEADS)
