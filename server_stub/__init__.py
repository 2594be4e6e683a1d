"""The centre: registers terminals, lands their journals in PostgreSQL and publishes the feeds they pull."""
