"""The register of terminals: asked to be known, approved, blocked."""
