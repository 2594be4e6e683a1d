"""The only place in desktop that knows the wire: facts to entries, changes to rows."""
