"""Who may do what: one pure table, asked on every act with the acting person's role."""

from __future__ import annotations

from enum import StrEnum

from db.vocabulary import Role


class Act(StrEnum):
    """Everything the bot can be asked to do that somebody might not be allowed to."""

    ASK = "ask"
    FIND = "find"
    SEE_RECORD = "see-record"
    SEE_LISTS = "see-lists"
    SEE_OWN_DRAFTS = "see-own-drafts"
    SEE_DRAFTS = "see-drafts"
    SEE_CONTACTS = "see-contacts"
    LOG = "log"
    SEE_HISTORY = "see-history"
    ATTACH = "attach"
    REPORT = "report"
    IMPORT = "import"
    EXPORT = "export"
    UNDO_OWN = "undo-own"
    UNDO_ANY = "undo-any"
    EDIT_OWN = "edit-own"
    EDIT_ANY = "edit-any"
    DELETE_OWN = "delete-own"
    DELETE_ANY = "delete-any"
    MERGE = "merge"
    SEE_REMINDERS = "see-reminders"
    DECIDE = "decide"
    DECIDE_ANY = "decide-any"
    SET_LADDERS = "set-ladders"
    SET_OFFICE = "set-office"
    RECEIVE_ALERTS = "receive-alerts"
    RECEIVE_FAULTS = "receive-faults"
    CHOOSE_LANGUAGE = "choose-language"
    MANAGE_MEMBERS = "manage-members"
    MANAGE_GROUPS = "manage-groups"
    TEACH = "teach"


_VIEWER = frozenset({Act.ASK, Act.FIND, Act.SEE_RECORD, Act.SEE_LISTS, Act.CHOOSE_LANGUAGE})
_STAFF = _VIEWER | {
    Act.LOG,
    Act.ATTACH,
    Act.EXPORT,
    Act.SEE_HISTORY,
    Act.UNDO_OWN,
    Act.EDIT_OWN,
    Act.DELETE_OWN,
    Act.SEE_REMINDERS,
    Act.DECIDE,
    Act.SEE_OWN_DRAFTS,
}
_MANAGER = _STAFF | {
    Act.SEE_DRAFTS,
    Act.SEE_CONTACTS,
    Act.UNDO_ANY,
    Act.EDIT_ANY,
    Act.DELETE_ANY,
    Act.MERGE,
    Act.REPORT,
    Act.IMPORT,
    Act.RECEIVE_ALERTS,
    Act.DECIDE_ANY,
    Act.SET_LADDERS,
}
_ADMIN = _MANAGER | {
    Act.MANAGE_MEMBERS,
    Act.MANAGE_GROUPS,
    Act.RECEIVE_FAULTS,
    Act.SET_OFFICE,
    Act.TEACH,
}

_MAY: dict[Role, frozenset[Act]] = {
    Role.VIEWER: _VIEWER,
    Role.STAFF: _STAFF,
    Role.MANAGER: _MANAGER,
    Role.ADMIN: _ADMIN,
}

IN_GROUP = frozenset(
    {Act.ASK, Act.FIND, Act.SEE_RECORD, Act.LOG, Act.ATTACH, Act.UNDO_OWN, Act.MANAGE_GROUPS}
)
"""The acts a group chat is open to, once an administrator has enabled it (enabling needs no enabled group).
"""


def may(role: Role | None, act: Act) -> bool:
    """Whether a person of that role may do it; None is a stranger, who may do nothing."""
    return role is not None and act in _MAY[role]
