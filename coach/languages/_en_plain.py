"""What English takes out, says shorter, says more carefully, and asks for."""

from __future__ import annotations

from coach.languages._en_claims import CLAIMS
from coach.languages._en_fillers import FILLERS, HEDGES
from coach.languages._en_requests import REQUESTS
from coach.languages._en_shorter import LIGHT_VERBS, SHORTER
from coach.plain_words import PlainWords

PLAIN = PlainWords(
    fillers=FILLERS, hedges=HEDGES, shorter=SHORTER, light_verbs=LIGHT_VERBS, claims=CLAIMS, requests=REQUESTS
)
