"""What leaves Einklang as a file: customers with grades, open matters, outcomes; as CSV and JSON, a line at a time."""
