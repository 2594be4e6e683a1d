"""Tests mirror the packages; functional/, faults/, benchmarks/ and architecture/ stand beside them."""
