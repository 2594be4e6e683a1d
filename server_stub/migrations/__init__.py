"""The centre's schema, step by step; run by `database.migrate`."""
