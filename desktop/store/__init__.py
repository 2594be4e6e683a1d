"""SQLAlchemy Core over SQLite: tables in, values out."""
