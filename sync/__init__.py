"""Replication: the wire protocol, the journal chain, and the engine that pushes and pulls. No Qt, no SQL."""
