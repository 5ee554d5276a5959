"""Figures for Prometheus: what each process counts, and what the store tells of mailboxes and work."""
