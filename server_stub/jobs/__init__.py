"""Work that nobody waits for: kept in a table, shared by all processes of the centre, tried again when it fails."""
