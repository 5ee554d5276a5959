"""Care in a mail: what an apology has, whether empathy shows, and where a new sentence finds its place."""

from coach.care.apology import Part, apology_due, apology_parts, is_conditional, lacking_parts
from coach.care.empathy import empathy_in, is_upset, opens_with_empathy
from coach.care.register import Register, register_of

__all__ = [
    "Part",
    "Register",
    "apology_due",
    "apology_parts",
    "empathy_in",
    "is_conditional",
    "is_upset",
    "lacking_parts",
    "opens_with_empathy",
    "register_of",
]
