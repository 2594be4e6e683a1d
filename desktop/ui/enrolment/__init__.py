"""The first start: this till is made known to head office and gets its goods."""
