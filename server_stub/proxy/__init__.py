"""The way through the centre to an approved instance: a look-up, never an address that a caller names."""
