"""English phrases that care for the reader and phrases that turn them away; `lexicon.py` says how entries are written.

Idea of warm words in service: Li, Packard & Berger 2024. Own selection; `_` stands for a blank within a phrase.
"""

from __future__ import annotations

from coach.meaning_words import entries

CARING = entries(
    """
    take_care take_your_time no_rush no_hurry no_worries not_to_worry do_n't_worry do_not_worry please_do_n't_worry
    no_problem_at_all my_pleasure our_pleasure with_pleasure happy_to_help glad_to_help here_to_help here_for_you
    there_for_you here_if_you by_your_side not_alone thinking_of_you in_our_thoughts in_my_thoughts
    thoughts_are_with hope_you_are hope_you_'re hope_this_finds hope_you_feel hope_you_have hope_you_had hope_all
    hope_things hope_everything get_well speedy_recovery feel_better get_better rest_up heal understand_how
    i_understand we_understand completely_understand fully_understand totally_understand can_imagine must_have_been
    i_know_how appreciate_your_patience thank_you_for_your_patience thanks_for_your_patience for_your_understanding
    for_your_trust for_your_loyalty for_bearing thank_you_so thanks_so_much so_kind very_kind how_kind kind_of_you
    sweet_of_you nice_of_you good_of_you so_thoughtful means_a_lot means_so_much from_the_bottom heartfelt warmest
    warmly warm_wishes kindest best_wishes all_the_best good_luck fingers_crossed wishing_you wish_you have_a_great
    have_a_lovely have_a_nice have_a_wonderful have_a_good enjoy_your enjoy_the happy_birthday merry_christmas
    happy_new_year happy_easter happy_holidays safe_travels safe_journey congratulat* congrats well_done good_job
    great_job so_proud proud_of_you sympath* empath* compassion* condolence* sorry_to_hear sorry_for_your
    so_sorry_to sorry_that_you glad_you glad_to_hear happy_to_hear lovely_to nice_to_hear great_to_hear good_to_hear
    lovely_to_see great_to_see good_to_see look_forward_to_seeing looking_forward_to_seeing welcome warm_welcome
    feel_free any_time anytime whenever_you dear_friend my_dear dear_all friend friends hug hugs love_to love_from
    your_family the_family the_kids how_are_you how_are_things how_is_your how_'s_your how_did_your keep_well
    stay_safe stay_well be_well comfort* cherish* care_about we_care 🤗 💐 🌷 ❤ 🥰 🙏 must_be_hard must_be_difficult
    must_be_tough must_be_frustrating
    """
)
COLD = entries(
    """
    not_our_problem not_my_problem your_problem your_own_problem your_own_fault your_fault tough_luck bad_luck_then
    too_bad_for_you serves_you deal_with_it live_with_it get_over_it suck_it_up your_loss not_our_fault not_my_fault
    not_our_responsibility not_my_responsibility not_our_concern not_my_concern none_of_your none_of_my none_of_our
    not_my_job not_our_job your_own_business your_private your_decision_then not_interested do_n't_care do_not_care
    could_n't_care could_not_care could_care_less who_cares so_what whatever i_could_n't_care makes_no_difference_to
    as_previously_stated as_already_stated as_stated_before as_i_already as_i_said as_we_already as_you_should_know
    as_you_were_told you_were_told had_you_read if_you_had_read read_it_again see_the_terms see_our_terms
    no_exceptions no_exception under_no_circumstances rules_are_rules policy_is_policy end_of_discussion
    end_of_story case_closed matter_closed matter_is_closed this_is_final decision_is_final not_open_to
    no_further_correspondence no_further_questions no_further_replies we_will_not_respond will_not_be_answered
    will_not_reply not_entitled no_entitlement denied request_denied claim_denied rejected is_rejected refused
    not_permitted stop_bothering stop_wasting stop_asking stop_calling stop_writing stop_complaining stop_whining
    leave_me_alone leave_us_alone do_n't_bother do_not_bother do_n't_call do_not_call do_n't_contact do_not_contact
    do_n't_write figure_it_out look_it_up find_it_yourself do_it_yourself sort_it_out_yourself help_yourself_then
    someone_else's_problem somewhere_else elsewhere_then wait_your_turn you_will_have_to_wait you_'ll_have_to_wait
    you_have_to_wait no_time_for waste_my_time wasting_my_time wasting_our_time bother_me bothering_me i_am_done
    i_'m_done we_are_done we_'re_done i'm_out good_riddance goodbye_then irrelevant immaterial beside_the_point
    hereby_terminated spare_me cry_me read_the_manual read_the_terms denied_then
    """
)
