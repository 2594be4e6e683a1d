"""Shifts: opened with a float, looked at, counted blind and closed."""
