"""Sync and health: what waits, why, and what to do about it."""
