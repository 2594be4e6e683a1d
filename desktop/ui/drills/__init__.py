"""The drills of a rehearsal: begin one, do it at the till, see how it went."""
