"""What the attacks share."""

from tests.attacks.hostile_office import attacked

__all__ = ["attacked"]
