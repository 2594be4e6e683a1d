"""Live lines: a WebSocket per terminal that nudges and carries messages."""
