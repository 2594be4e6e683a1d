"""Copies of the centre: one verified file a day, and the way back from it."""
