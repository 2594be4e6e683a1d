"""Looking goods up while typing."""
