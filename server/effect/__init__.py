"""What is measured of the effect: whether grades go with outcomes, fitting mail with answers; groups side by side."""
