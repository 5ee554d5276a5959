"""Rule kinds, one file each: what a rule file of that kind may say, and what it finds in a draft."""
