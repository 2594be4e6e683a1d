"""Bytes to meaning: scanner, printer, drawer, display. Nothing here knows the trade or Qt."""
