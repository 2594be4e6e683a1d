"""Whose ticket it is: found by card, name or telephone, made when they are new, and changed."""
