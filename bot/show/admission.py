"""Buttons about who may use the bot: asking for access, invitations, members, groups. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask for access to the bot: a stranger's only button."""


@dataclass(frozen=True, slots=True)
class Admit:
    """Let the person who asked for access in, as `role`; an empty role declines."""

    person: int
    role: str


@dataclass(frozen=True, slots=True)
class Enable:
    """Open the group it is pressed in for look-ups, or close it."""

    on: bool


@dataclass(frozen=True, slots=True)
class Invite:
    """Make an invitation for that role."""

    role: str


@dataclass(frozen=True, slots=True)
class Members:
    """Show a page of the members, counted from 0."""

    page: int


@dataclass(frozen=True, slots=True)
class OpenMember:
    """Show one member, with what can be changed."""

    person: int


@dataclass(frozen=True, slots=True)
class OpenWaiting:
    """Show somebody who asked for access."""

    person: int


@dataclass(frozen=True, slots=True)
class Appoint:
    """Give a member another role."""

    person: int
    role: str


@dataclass(frozen=True, slots=True)
class LetGo:
    """End a membership; asks first, unless `sure`."""

    person: int
    sure: bool


Any = Ask | Admit | Enable | Invite | Members | OpenMember | OpenWaiting | Appoint | LetGo

CODES: dict[str, type[Any]] = {
    "as": Ask,
    "ad": Admit,
    "en": Enable,
    "iv": Invite,
    "mp": Members,
    "mo": OpenMember,
    "mw": OpenWaiting,
    "ma": Appoint,
    "ml": LetGo,
}
