"""Journals of terminals: landed as they are, then projected onto tables."""
