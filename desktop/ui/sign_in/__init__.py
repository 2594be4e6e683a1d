"""Signing in: who works here, and the PIN."""
