"""Documents above what somebody may book alone: they wait at the centre, and a person at a till or here decides."""
