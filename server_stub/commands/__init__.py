"""Commands of `eckwms-server`, one file per subject."""
