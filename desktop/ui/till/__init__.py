"""The till: the ticket, goods by touch, and keys."""
