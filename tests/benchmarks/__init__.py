"""What the program costs over the bare drivers beneath it: `make bench`."""
