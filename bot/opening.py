"""Opening the registry: the database of the settings, made ready, for the bot and the terminal alike."""

from __future__ import annotations

from bot.clock import Clock
from bot.settings import Settings
from db import members, ourselves
from db.files import Files
from db.store import Store
from db.vocabulary import Role


def open_files(settings: Settings) -> Files:
    """Where files are kept with records."""
    return Files(settings.data / "files")


def open_store(settings: Settings, clock: Clock) -> Store:
    """The database of these settings: migrated, ourselves named, the first administrators admitted."""
    store = Store(settings.database)
    store.migrate()
    with store.read() as session:
        named = ourselves.named(session)
        missing = [admin for admin in settings.admin_ids if not _is_admin(members.get(session, admin))]
    if named and not missing:
        return store
    with store.write() as session:
        ourselves.fill(session, settings.organisation, settings.city, settings.country)
        for admin in missing:
            members.admit(session, admin, str(admin), Role.ADMIN, clock())
    return store


def _is_admin(member: members.Member | None) -> bool:
    return member is not None and member.active and member.role is Role.ADMIN
