"""What every request passes: its deadline, its limits, who may call what, and how errors are told."""
