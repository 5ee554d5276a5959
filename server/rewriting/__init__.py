"""A draft written anew as a whole by a language model of the admin's choice: asked, tested, and dropped if it fails."""

from server.rewriting.language_model import LanguageModel, ModelFailed, ModelProblem, Turn
from server.rewriting.refusals import Refusal, Why
from server.rewriting.rewrite import Desk, Rewriting, Rewritten, Told, rewrite

__all__ = [
    "Desk",
    "LanguageModel",
    "ModelFailed",
    "ModelProblem",
    "Refusal",
    "Rewriting",
    "Rewritten",
    "Told",
    "Turn",
    "Why",
    "rewrite",
]
