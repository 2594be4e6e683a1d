"""Whose ticket it is: found by card, name or telephone, or made when they are new."""
