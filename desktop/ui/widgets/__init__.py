"""Widgets that know how to look and to be pressed, and nothing of the trade."""
