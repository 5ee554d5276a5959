"""A profile is made ready once for many drafts, and anew when anything about it changes."""

from __future__ import annotations

from coach.profile import LanguageProfile
from coach.ready import KEPT, ReadyProfiles
from coach.relationship.address_ledger import AddressStanding, SideForm
from coach.usual import Usual


class Maker:
    """Counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> Usual | None:
        self.asked += 1
        return None


def test_the_same_profiles_are_made_ready_once() -> None:
    ready, make, parts = ReadyProfiles(), Maker(), [LanguageProfile(samples=1), LanguageProfile()]
    for _ in range(3):
        ready.usual(list(parts), None, "de", make)
    assert make.asked == 1


def test_a_profile_that_learned_is_made_ready_anew_even_if_it_is_equal() -> None:
    ready, make = ReadyProfiles(), Maker()
    ready.usual([LanguageProfile(samples=1)], None, "de", make)
    ready.usual([LanguageProfile(samples=1)], None, "de", make)
    assert make.asked == 2


def test_an_agreement_on_the_form_of_address_another_language_or_a_wider_profile_counts() -> None:
    ready, make, part = ReadyProfiles(), Maker(), LanguageProfile(samples=1)
    side = SideForm(None)
    for parts, standing, rest in (
        ([part], None, "de"),
        ([part], AddressStanding("de", side, side), "de"),
        ([part], AddressStanding("de", side, side), "en"),
        ([part, LanguageProfile()], AddressStanding("de", side, side), "en"),
    ):
        ready.usual(parts, standing, rest, make)
    assert make.asked == 4


def test_only_the_last_few_are_kept() -> None:
    ready, make = ReadyProfiles(), Maker()
    parts = [LanguageProfile(samples=number) for number in range(KEPT + 1)]
    for part in [*parts, parts[-1], parts[0]]:
        ready.usual([part], None, "de", make)
    assert make.asked == KEPT + 2  # the first one was forgotten, the last one was not
