"""English rewritten: orders made questions."""
