"""What this program uses of sqlcipher3, which ships no types."""
