"""What came of it: the kinds of outcomes, files that hold them, and links with which customers answer."""
