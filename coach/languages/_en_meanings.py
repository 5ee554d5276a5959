"""English words for feelings, curated for business and everyday mail; `lexicon.py` says how entries are written.

The idea of counting such words by theme: Pennebaker & Francis 1996; strength and negation: Taboada et al. 2011. The
words are our own selection; `_` stands for a blank within a phrase. Tokens are cut as spaCy cuts them ("ca n't").
"""

from __future__ import annotations

from coach.languages._en_warmth import CARING, COLD
from coach.meaning_words import entries

JOY = entries(
    """
    joy joys joyful* joyous* rejoic* happy happier happiest happily happiness overjoyed glad gladly gladness
    gladden* delighted delight delights delightful* thrilled thrill thrilling excited excite excitement exciting
    excitedly ecstatic ecstasy elated elation euphor* jubilant jubilation jubil* cheerful* cheery cheered cheering
    hooray hurray hurrah yay yippee woohoo woo-hoo yeehaw wohoo whoop* enjoy enjoys enjoyed enjoying enjoyable
    enjoyment fun laugh laughs laughed laughing laughter smile smiles smiled smiling grin grins grinned grinning
    giggl* chuckl* beaming beam_with beamed gleeful* glee merry merrily bliss blissful* proud proudly proudest pride
    relieved relief relieving tickled_pink over_the_moon on_cloud_nine in_seventh_heaven walking_on_air jump_for_joy
    jumping_for_joy jumped_for_joy made_my_day makes_my_day made_our_day make_my_day ca_n't_wait can_not_wait
    cannot_wait could_n't_be_happier could_not_be_happier can_hardly_wait can't_wait so_looking_forward
    look_forward_to looking_forward pumped psyched stoked buzzing hyped on_top_of_the_world high_spirits
    in_good_spirits good_mood great_mood best_mood festive celebrat* party_time cheers_to love_it loved_it love_this
    loved_every loving_it loving_this adore* adored blessed heartwarming heart-warming warms_my_heart
    warmed_my_heart warms_our moved_to_tears tears_of_joy enchanted enchanting charmed captivated mesmeri*
    spellbound entertained amused amusing amusement hilarious playful* jolly jovial lighthearted light-hearted
    carefree contented* exhilarat* invigorat* uplift* enthus* enthusiasm enthusiastic fired_up keen_as eager eagerly
    dream_come dreams_come dream_came a_blast had_a_blast great_time wonderful_time lovely_time lucky luckiest
    luckily fortunate_enough triumphant* 😀 😃 😄 😁 😆 😂 🤣 😍 🥰 🤩 🥳 🎉 🎊 💃 🕺 😻 🙌 :-d :d xd ^^ <3 ❤ ❤️ 💕 💖 😊
    """
)
ANGER = entries(
    """
    angry angrily anger angered angers angriest furious* fury enraged enraging enrage rage raging raged outraged
    outrage outrageous* livid irate mad_at mad_about so_mad really_mad pissed pissed_off piss annoyed annoying
    annoys annoy annoyance irritated irritating irritates irritate irritation infuriat* incensed seething seethe
    fuming fume fumes cross_with cross_about hacked_off ticked_off teed_off cheesed_off aggravat* exasperat*
    indignant* indignation resent resents resented resentment resentful* hostile hostility hatred hate hates hated
    hating loathe* loathing despise* detest* contempt* scorn* fed_up sick_of sick_and_tired tired_of had_enough
    have_had_enough had_it_with enough_is_enough enough_already lost_my_patience losing_patience losing_my_patience
    lost_patience out_of_patience patience_is patience_has last_straw final_straw boiling_point blood_boil
    makes_my_blood up_the_wall drives_me driving_me drive_me_crazy drives_us at_my_wit's at_my_wits see_red
    seeing_red hit_the_roof blow_a_fuse lose_my_temper lost_my_temper temper wound_up worked_up up_in_arms
    ridiculous* laughable pathetic* absurd* preposterous nonsense rubbish garbage bullshit bs crap crappy damn
    damned dammit goddamn hell what_the_hell wtf for_god's for_goodness for_heaven's for_crying bloody fuck* shit
    shitty shite bollocks screw_you screw_this asshole* idiot idiots idiotic moron* moronic stupid stupidity
    stupidly dumb imbecile* fool fools foolish* incompetent* incompetence cretin* jerk jerks clown clowns a_joke
    bad_joke sick_joke some_joke a_farce farcical a_sham shambles a_mockery mockery disgrace disgraceful* shameful*
    shame_on how_dare you_dare the_nerve the_cheek the_audacity audacity insult insults insulted insulting offended
    offensive* insolent* insolence impudent* rude rudely rudeness arrogant* arrogance disrespect* condescend*
    patroni* dismissive* ignorant* negligent* negligence reckless* irresponsib* inexcusable unforgivable
    unjustifiable unacceptable not_acceptable not_good_enough intolerable not_tolerate wo_n't_tolerate
    will_not_tolerate not_stand_for wo_n't_stand not_put_up no_excuse beyond_belief out_of_order out_of_line liar
    liars lie_to lied lying lies scam scams scammed scammer* fraud fraudulent* crook crooks cheat cheated cheating
    rip-off ripoff ripped_off rip_off con_artist conned swindl* dishonest* deceiv* deceit* betray* betrayal mislead
    misled misleading fobbed_off fob_off fobbing strung_along stringing_me brushed_off given_the_runaround
    the_runaround runaround stonewall* ignored ignoring_my ignoring_our ignoring_me take_me_for taking_me_for
    take_us_for fool_of complain complains complained complaining complaint* formal_complaint lawyer lawyers
    solicitor solicitors attorney sue suing sued legal_action small_claims ombudsman trading_standards
    take_this_further consequences ultimatum final_warning last_warning demand_an demand_a i_demand we_demand
    appalled appalling* abusive abused harass* bully* bullied bullying vicious* spite spiteful* vengeful revenge
    yell yelled yelling shout shouted shouting_at scream scream_at screaming curse* cursing swear_at sworn_at 😡 😠 🤬
    😤 👿 💢 🖕 junk_like such_junk piece_of_junk piece_of_crap lame_excuse* excuses no_more_excuses are_you_kidding
    you_kidding are_you_serious seriously? is_this_a_joke how_many_more_times how_often_do
    """
)
DISAPPOINTMENT = entries(
    """
    disappoint* let_down letdown let-down let_us_down let_me_down letting_us letting_me_down lets_us_down
    lets_me_down dishearten* discourag* dispirit* demorali* deflated dejected dejection despondent* despond*
    downhearted down-hearted downcast crestfallen gutted heartbroken heart-broken heartbreaking heartbreak
    broken-hearted brokenhearted sad sadly sadden* sadder saddest sadness sorrow* sorrowful mourn* grief griev*
    gloomy gloom glum bleak dismal* depressed depressing depress depression miserable misery unhappy unhappily
    unhappiness unhappier blue_about down_about feeling_down feel_down bummed bummer unfortunately regrettabl*
    regret_that regret_to alas pity what_a_pity a_pity what_a_shame a_shame such_a_shame too_bad shame_that
    pity_that dissatisf* unsatisf* displeas* disillusion* disenchant* frustrat* resigned resignation hopeless*
    lost_hope lost_all_hope gave_up_hope given_up_hope dashed hopes_dashed our_hopes my_hopes had_hoped
    was_hoping_for were_hoping_for hoped_for_more hoped_for_better hoped_for_something had_expected expected_more
    expected_better expected_a_lot expecting_more expecting_better thought_better_of used_to_be_better used_to_be_so
    not_what_i_expected not_what_we_expected not_what_we_hoped not_what_i_hoped not_as_described not_as_promised
    not_as_advertised not_what_was_promised fell_short falls_short fall_short falling_short short_of_expectations
    short_of_our short_of_my below_expectations below_our below_my below_par sub-par subpar underwhelm* lacklustre
    lackluster leaves_a_lot leaves_much left_a_lot left_much to_be_desired lost_faith lost_trust lost_confidence
    losing_faith losing_confidence trust_is_gone broken_promise* broken_promises broke_your_promise broke_their
    promised_but promise_was promises_were never_came_true came_to_nothing come_to_nothing in_vain for_nothing
    all_for_nothing to_no_avail futile fruitless* pointless waste_of wasted wasted_our wasted_my anticlimax
    anti-climax failure failures failed_to fails_to failing_to failed_us failed_me fiasco_of flop flopped
    fell_through fell_flat fallen_through fell_apart setback* a_blow heavy_blow hard_blow a_knock left_out
    left_behind left_hanging left_in_the_lurch left_alone left_waiting abandoned forgotten neglected stood_up
    stood_me_up stood_us_up let_it_slip heavy_heart with_regret deep_regret to_my_regret to_our_regret hurt hurts
    hurtful* wounded_by stung upset upsetting upsets tearful* in_tears crying cried cry wept weep weeping lonely
    bitter bitterly bitterness gone_downhill going_downhill gone_down_hill got_worse getting_worse no_longer_what
    not_the_same deteriorat* nothing_came nothing_happened nothing_changed once_again_nothing no_good_news
    wish_it_had wish_we_had wish_i_had wish_you_had if_only 😞 😔 😢 😭 🙁 ☹ 😟 💔 :-( :( :'( 😕 😿
    """
)
PLEASANT = entries(
    """
    good better best nice nicer nicest nicely fine lovely kind kinder kindly friendly friendlier polite* courteous*
    pleasant* pleased pleasing pleasure pleasurable satisf* satisfied satisfying satisfactory content comfortable
    comfortably comfort comfy cosy cozy warm warmth welcoming hospitab* helpful* help_so supportive caring
    thoughtful* considerate* generous* fair fairly_priced honest sincere patient patiently understanding attentive*
    accommodating obliging cooperative responsive prompt promptly punctual on_time timely quick_response
    fast_response swift* smooth smoothly seamless* effortless* easy easier easily hassle-free straightforward
    reliable reliably dependable trustworthy trust trusted professional* competent* skilled skilful* skillful*
    knowledgeable thorough* careful* tidy tidily clean cleaner spotless neat neatly well-made well_made sturdy solid
    durable elegant* beautiful* pretty_good gorgeous attractive* charming* graceful* tasty delicious* yummy fresh
    flavourful flavorful scrumptious appetising appetizing interesting interested fascinating captivating impressive
    impressed impress inspiring inspired inspire engaging entertaining clever witty smart bright brightly sunny
    thank thanks thankful* grateful* gratitude appreciat* praise praised praising compliment* commend* applaud*
    recommend* recommended endorse* admire* admirable admiration respect respected valued valuable value_your
    worthwhile worth_it rewarding beneficial benefit benefits advantage* useful handy practical convenient*
    positive* positively optimis* hope hopeful* promising encouraging encouraged confident* confidence reassur*
    reassured relaxed relaxing calm calmly peaceful* restful refreshed refreshing healthy healed recover* recovered
    well_done good_job good_work great_job nice_job nice_work success successes successful* succeed* achieved
    accomplished win wins won winner solved resolved sorted fixed works_again working_again works_fine works_well
    working_well works_perfectly all_good all_fine all_well everything_fine everything_went going_well went_well
    went_smoothly turned_out_well exactly_as_promised exactly_what as_promised as_described arrived_safely
    safe_and_sound improve improved improvement* progress love loves loved like_it liked_it liked_the fond favourite
    favorite fan_of happy_to_help cool sweet awesome great congratulat* congrats welcome fortunate* luck lucky
    blessing treat treasure* cherish* bonus gem 👍 👌 🙏 🙂 😉 😌 ☺ 💪 ✨ 🌞 ☀ ✅ 👏 :-) :) ;-) ;) 🍀 🌸 💐 helped_us helped_me
    helped_a_lot helps_a_lot helps_us hats_off kudos props_to two_thumbs thumbs_up saved_us saved_me saved_the
    spot_on spot-on bang_on right_on_time just_right fits_perfectly fits_like as_good_as_new good_as_new like_new
    like_clockwork without_a_hitch no_complaints nothing_to_complain nothing_but_praise in_good_hands
    well_looked_after looked_after well_taken_care taken_good_care piece_of_cake a_breeze a_treat a_delight crisp
    juicy tender fluffy quiet_and sparkling gleaming well-kept inviting colourful colorful robust long-lasting
    big_hit a_hit positive_surprise pleasant_surprise pleasantly_surprised nicely_surprised kept_your_word
    kept_your_promise lived_up_to worth_every worth_the
    """
)
SPLENDID = entries(
    """
    excellent* outstanding* superb* magnificent* marvellous* marvelous* wonderful* fantastic* fabulous* terrific*
    brilliant* amazing* amazed awesome* incredible incredibly_good unbelievably_good splendid* spectacular*
    sensational* phenomenal* exceptional* extraordinary exquisite* sublime* divine heavenly perfect* perfection
    flawless* immaculate* impeccable impeccably stunning* breathtaking* gorgeous magical* unforgettable priceless
    unbeatable unmatched unrivalled second_to_none top-notch top_notch first-class first_class first-rate first_rate
    five-star five_stars 5_stars world-class world_class best_ever best_in the_best very_best best_service
    best_experience finest masterpiece* masterful* genius* stellar dazzling remarkable* mind-blowing mindblowing
    out_of_this_world knocked_my_socks blew_me_away blown_away above_and_beyond exceeded_our exceeded_my exceeds_our
    exceeded_all exceeded_expectations could_n't_be_better could_not_be_better could_n't_have_been_better
    could_not_have_been_better could_n't_ask could_not_ask very_good very_happy very_pleased extremely_pleased
    extremely_happy so_happy so_good really_good really_great absolutely_love lifesaver life-saver godsend
    saved_the_day a_star you_rock legend epic ideal 💯 🏆 🌟 ⭐ could_not_be_happier could_n't_be_happier
    wonderful_surprise exactly_what_we_needed exactly_what_i_needed
    """
)
UNPLEASANT = entries(
    """
    bad badly worse worst poor poorly mediocre inferior substandard shoddy unsatisfactory inadequate* insufficient*
    deficient* faulty fault faults defect defects defective broken broke breakage damaged damage damages scratched
    dented cracked leaking leaks leaky leaked torn stained dirty filthy smelly stinks stink stank smells_of mouldy
    moldy rusty rotten stale spoiled spoilt cold_food burnt soggy tasteless bland inedible overcooked undercooked
    wrong wrongly incorrect* error errors mistake mistakes mistaken* issue_with issues_with problem problems
    problematic* trouble troubles troublesome difficult* difficulty difficulties hard_to hassle inconvenien*
    cumbersome complicated confusing confused confusion unclear unreadable illegible useless* worthless unusable
    unnecessary pointless* missing lost misplaced vanished disappeared nowhere_to late lateness delay delays delayed
    overdue slow slowly sluggish unpunctual missed_the waited_for waiting_for_weeks waiting_for_days kept_waiting
    no_reply no_response no_answer unanswered never_arrived not_arrived did_n't_arrive does_n't_work does_not_work
    do_n't_work not_working did_n't_work did_not_work wo_n't_start wo_n't_work stopped_working out_of_service
    out_of_order outage outages downtime crash crashed crashes crashing malfunction* breakdown* broke_down fail
    fails failed failing glitch* buggy bug bugs stuck jammed unfriendly impolite* discourteous* unhelpful*
    uncooperative careless* sloppy sloppily messy mess unprofessional* unreliable unresponsive inattentive*
    impatient* indifferent uncaring unkind* cruel cruelty harsh harshly nasty mean_to hostile cold_and
    uncomfortable* unpleasant* awkward* embarrass* humiliat* ashamed shame dubious questionable doubtful suspicious*
    worrying worried worry worries concern_about concerned anxious* anxiety nervous* fear fears feared afraid scared
    scary frighten* panic* stress stressed stressful exhausted exhausting tiring weary overwhelmed overworked
    struggl* suffer* pain painful* sick ill illness hurt injured injury accident* danger dangerous* unsafe risky
    threat threaten* insecure helpless* desperate* despair negative* disadvantage* drawback* unfair* unjust*
    injustice overpriced expensive_for overcharged overcharge too_expensive costly dishonour* distrust mistrust
    misunderstanding* conflict* dispute* argument_with argue argued quarrel* reject* rejected refuse* refused
    refusal decline_your cancel_my cancelled_without canceled_without refund refunds boring bored bore dull tedious
    ugly horrid cheap_and noisy too_loud cramped unsuitable impractical weak weakness lousy cheesy lame meh yuck
    sucks sucked suck dreary regret regrets regretted unlucky unwell mishap* misfortune 👎 😬 🙄 😒 😩 😫 😣 🤦 :-/ :/ 😰 😓
    terminated terminating musty damp dreading dread peeling peels flaking wobbly wobbles wobbling rock_hard
    too_hard too_soft too_small too_big too_tight far_too way_too_much does_not_help does_n't_help did_n't_help
    well_meant took_forever takes_forever nobody_cared no_one_cared nobody_cares on_my_nerves on_our_nerves squeaks
    squeaky rattles rattling creaky crumbling faded discoloured discolored warped bent crooked torn_off sticky dusty
    freezing lukewarm clammy worn worn_out worn-out shabby run-down run_down scruffy grubby deafening stuffy mildew
    rancid soured wilted withered dried_out overheats overheating flickers flickering freezes froze hangs lags laggy
    leaks_again blocked clogged peeled chipped frayed lopsided patchy spilled spilt dropped_out fell_off came_off
    came_loose snapped falls_apart falling_apart not_great not_ideal not_fit not_up_to not_what_i_ordered
    not_what_we_ordered beneath_contempt short-staffed unanswered_calls
    """
)
DREADFUL = entries(
    """
    terrible terribly horrible horribly horrid* horrif* horror awful awfully_bad dreadful* atrocious* abysmal*
    appalling* disastrous* disaster disasters catastroph* nightmare* nightmarish hideous* ghastly gruesome* disgust*
    revolting repulsive repugnant vile vomit* nauseat* sickening* abominable abhorrent deplorable diabolical* dire
    utterly_useless worst_ever the_worst very_worst worst_experience worst_service never_again never_ever_again
    rock_bottom unbearable* insufferable* agony agoniz* excruciat* devastat* shattered ruined ruin wrecked wreck
    tragic* tragedy traumatic traumati* shock shocked shocking* shell-shocked horrified fiasco debacle train_wreck
    living_hell hellish sheer_hell an_absolute_mess complete_mess total_mess utter_mess complete_waste total_waste
    complete_failure total_failure unspeakable inhuman* 💩 😱 🤮 🤢
    """
)
IMPATIENCE = entries(
    """
    waiting_for have_been_waiting 've_been_waiting been_waiting still_waiting still_no still_not still_have_n't
    still_has_n't still_have_not still_nothing yet_again once_again again_and_again over_and_over time_and_again
    for_the_second_time for_the_third_time for_the_fourth_time for_the_umpteenth third_time fourth_time
    how_many_times how_much_longer how_long_do how_long_will how_long_must when_will_you_finally finally at_last
    for_weeks for_months for_days for_ages for_hours weeks_ago months_ago nobody_answers nobody_replies nobody_calls
    no_one_answers no_one_replies no_one_calls nobody_has_called no_one_has_called no_reply no_response no_answer
    heard_nothing nothing_happens nothing_has_happened nothing_has_been repeatedly several_times numerous_times
    multiple_times countless_times immediately right_now at_once asap this_instant
    """
)

CATEGORIES = {
    "joy": JOY, "anger": ANGER, "disappointment": DISAPPOINTMENT, "pleasant": PLEASANT, "splendid": SPLENDID,
    "unpleasant": UNPLEASANT, "dreadful": DREADFUL, "caring": CARING, "cold": COLD, "impatience": IMPATIENCE,
}  # fmt: skip
