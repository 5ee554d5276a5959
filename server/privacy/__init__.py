"""Data protection: what is known of a person, out or gone; what is never stored; how long anything stays."""
