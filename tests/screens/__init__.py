"""Pictures of every screen, drawn by the program itself on a small shop."""
