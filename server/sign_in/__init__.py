"""Signing in to the pages: passwords, second factors, identity providers, and how wrong tries are slowed down."""
