"""Support bundles: asked of one till, sent by a person there, kept for a month for an administrator."""
