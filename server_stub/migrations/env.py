"""How Alembic runs the steps: in the one transaction that `database.migrate` opened and will commit."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
