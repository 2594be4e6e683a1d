"""What terminals are told: positions, pages, snapshots."""
