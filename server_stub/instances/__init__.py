"""Other servers of the eckWMS family: they ask to be known, an admin approves them, they prove their address."""
