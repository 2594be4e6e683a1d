"""The PostgreSQL that comes with the program, for a centre without one of its own."""
