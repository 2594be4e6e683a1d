"""What the command line can do, one function a command; the window carries the writing ones out when it is open."""
