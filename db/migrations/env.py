"""What Alembic runs: one migration in the transaction that `db.migrations` has opened under its lock."""

from __future__ import annotations

from alembic import context

from db.metadata import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # The transaction is ours, on SQLite too: a step that fails leaves the schema as it was.
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
