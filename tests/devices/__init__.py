"""Devices, over pseudo-terminals and real sockets."""
