"""Alembic's entry: runs on the connection, and in the transaction, that `store.migrate` hands over."""

from alembic import context

from desktop.store.tables import local

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=local,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
