"""One relationship signal a file: each defines one SIGNAL, its examples are its tests."""
