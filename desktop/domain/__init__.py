"""The trade itself, pure: standard library only; no clock, no I/O, no Qt, no SQL."""
