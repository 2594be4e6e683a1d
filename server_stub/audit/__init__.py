"""Who did what at the centre, in a chain that shows when a line was changed or taken out."""

from server_stub.audit.log import COMMAND_LINE, note

__all__ = ["COMMAND_LINE", "note"]
