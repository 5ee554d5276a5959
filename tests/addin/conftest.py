"""The browser of the tests in this folder."""

from tests.chromium import chromium, complaints, page

__all__ = ["chromium", "complaints", "page"]
