"""Who did what at the centre, in a chain that shows when a line was changed or taken out."""
