"""Whole days with real processes, sockets, files and a real PostgreSQL."""
