"""Settings of this till, with tests of its devices."""
