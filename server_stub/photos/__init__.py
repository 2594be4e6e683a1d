"""Photos that tills sent behind the entries that name them."""
