"""English words for what drives people, curated for business and everyday mail; `lexicon.py` says how entries are written.

Ideas: promotion and prevention, Higgins 1997 and Gamache et al. 2015; achievement, power and affiliation, McClelland
1985 and Schultheiss 2013; competence beside warmth, Fiske, Cuddy & Glick 2007. The words are our own selection;
`_` stands for a blank within a phrase.
"""

from __future__ import annotations

from coach.meaning_words import entries

PROMOTION = entries(
    """
    achieve* achievement* accomplish* advance advances advancing advancement advantage* ambition* ambitious* aspir*
    aspiration* attain* attract attractive benefit benefits beneficial bigger bold boldly bonus boost boosts
    boosting breakthrough* bright_future build_on build_up chance chances champion create creates creating creative*
    creativity curious* dare daring deliver_more desire desires desired discover* double doubled dream dreams
    dreaming drive_growth eager* earn earning earnings elevate* embrace* empower* enable enables encourag* energi*
    enhance* enjoy enlarge* enrich* enthusias* excel* excellence excit* expand* expansion* experiment* explor*
    faster flourish* forward_looking forward-looking fulfil* fulfill* further_growth future gain gains gained
    gaining game-changer go_for_it go_further goal goals go_big great_opportunity grow grows growing grew grown
    growth hoped hopeful* hoping ideal ideals idea ideas imagin* improv* improvement* increas* incentive* innovat*
    inspir* invent* invest investing investment* launch launches launching lead_the_way leading leap learn learning
    leverage lucrative maximi* milestone* momentum more_customers more_sales more_time more_revenue more_freedom
    move_ahead move_forward moving_forward new_customers new_markets new_products new_ways new_opportunities
    next_level opportunit* optimis* optimistic* optimi* outperform* overtake* passion* pioneer* possibilit*
    potential potentials profit* progress* promis* promot* prosper* prosperous pursue* pursuit raise_our reach
    reached_our reach_your reach_our reali* record_year record_sales record_high reward* rise rising rocket*
    sales_growth savings scale_up scaling seize* skyrocket* soar* speed_up stand_out step_up stimulat* strive*
    striving stronger succeed* success* surge surpass* take_off thriv* tomorrow top_of transform* triple tripled
    triumph* unlock* upgrade* upgrading upside upswing vision* visionary wealth* win wins winning wish wishes won
    yield yields unleash* try_out try_new looking_to_grow
    """
)
PREVENTION = entries(
    """
    accident* accurate accurately afraid alert alerts anxious* anxiety approval audit audits auditing avoid*
    avoidance aware_of_the_risk back_up backup* barrier* beware breach* break-in broken_down bug_free burglar*
    careful* carefully caution* cautious* certif* check checks checking double-check double_check compliance
    compliant comply complies conform* conserv* conservative* contingenc* control_measures controls
    correct_procedure damage damages danger dangers dangerous* deadline_is defect* defend* defens* defence*
    dependab* deter deters disaster_recovery duty duties duty_bound emergency emergencies ensure ensures error
    error-free errors escalat* exposure fail fails failed failing failure* fail-safe fault faults fear fears fearful
    fine_for fire_safety fraud* gdpr guarantee* guard guards guarding guidelines harm harms harmful hazard*
    health_and_safety hedge_against illegal* in_case incident* injur* inspect* inspection* insur* insurance
    just_in_case keep_safe keep_us_safe lawful* leak leaks leakage legal_requirement* legally liab* liability lock
    locks locked lose loses losing loss losses lost maintain maintenance malware mandatory mistake mistakes must
    must_not need_to_make_sure make_sure no_risk not_risk obey obligation* obligat* obliged ought outage* penalt*
    pitfall* play_it_safe policy policies precaution* precautionary prevent* preserve* procedure procedures
    prohibit* protect* protection protocol prudent* prudence regulation* regulatory require requires required
    requirement* responsib* responsibility restrict* reliab* rigorous* risk risks risky risking rule rules ruled
    safe safely safer safest safeguard* safety save_us_from secure secures secured securely security shield*
    shortfall* should_not stable stability standard standards steady strict* theft thieves threat threats threaten*
    thorough* tight_control trouble unsafe vaccin* verif* verify vigilan* violation* violat* virus vulnerab* warn
    warned warning* warranty warranties watch_out watchful wary worst-case worst_case worry worries worried
    worst_happens nothing_goes_wrong go_wrong goes_wrong went_wrong going_wrong not_go_wrong minimi* mitigat*
    downtime downside downturn drop_in debt debts bankrupt* brake brakes smoke_alarm fire_alarm
    """
)
ACHIEVEMENT = entries(
    """
    ability abilities able_to_beat accomplish* achiev* ace aced acing advance advancing ambition* ambitious* attain*
    award awards awarded best best-in-class beat beats beaten beating benchmark better_than breakthrough* brilliant*
    capab* capable career certificate certified challenge challenges challenging champion* championship* compet*
    competition* competitor* complete completed completes completing conquer* dedicat* dedication degree
    deliver_results delivered_on determin* determination diligen* diploma disciplin* distinction earn_your earned
    effective* effectiveness efficien* effort efforts endur* exam exams excel excels excelled excellence exceed*
    exceptional* expert* expertise first_place finish_line finished_first flawless* gold_medal goal goals graduate*
    graduat* grit hard-working hardworking hard_work hard_worked worked_hard work_hard high_standards high_standard
    highest_standard* honed honours hurdle* improv* improvement* innovat* invent* keep_improving knack master
    mastered mastering mastery masterpiece* medal medals merit meritocr* milestone* motivat* number_one on_target
    our_best outdo outperform* outstanding overachiev* overcame overcome* passed_the_exam perfect perfection*
    perform performed performance performances persever* persist* pioneer* practise* practiced practis* prize prizes
    produc* productive* productivity proficien* progress* promoted promotion proud_of_our qualif* qualification*
    quality quicker rank ranked ranking record records record-breaking reach_our_goal result results rigor* score
    scored scores skil* skill skills skilled skilful* skillful* solve solved solving solution stretch_goal strive*
    striv* succeed* success* successful* surpass* talent* target targets task_done top-ranked top_score top_marks
    top_performer track_record train trained training triumph* trophy trophies try_harder tried_harder undefeated
    victor* victory victories we_did_it win wins winner* winning won world-class world_record mediocre mediocrity
    second_best self-improvement self-made achievable unmatched excellently outshine* tournament* contest* race_won
    personal_best
    """
)
POWER = entries(
    """
    absolute_control ally_against ambush* armed army arrest* assertive* attack* authorit* authority authoritative*
    authoriz* authoris* ban bans banned banning battle* beat_them big_boss boss bosses bossy ceo chairman chairwoman
    chief chiefs coerc* coercion combat* command* commander* comply_or compel* conquer* conquest consequences
    control controls controlled controlling controlling_interest crack_down crackdown crush* decide_here defeat*
    defer_to degrade* demand demands demanded demanding demot* deny_them deput* dictat* dictate* director directors
    discipline_them dismiss dismissed dismissal dominan* dominat* domin* elite elites empire enforce* enforcement
    executive_order exert* expel* expert_power fear_us fight fights fighting fire_him fire_her fire_them fired
    fires_people force forced forces forcing forceful* forbid* forbidden fought govern* government hierarch*
    high_status humiliat* i_am_in_charge in_charge i_call_the_shots call_the_shots calls_the_shots i_decide
    we_decide i_order impos* impose* imposing influen* influence* influential insist* insists insisted intimidat*
    invade* judge_them kneel lawsuit* lay_down_the leader leaders leadership leverage_over lead_from legal_action
    lord lords majority_stake manipulat* mandate* master_of mighty monopol* monopoly must_obey my_authority
    my_orders my_terms our_terms obedien* obey* oblige_them officer officers oppose* oppress* order_you orders_are
    ordered_to outrank* overpower* overrul* override* own_the_market oust* overthrow* permission permit_them
    persuad* pull_rank power power-hungry powerful* powers powerless* prestige prestigious president prevail*
    privilege* prohibit* punish* punishment push_through push_them_out rank ranks ranking_officer reign*
    repercussion* report_to_me reprimand* restrain* revenge rival rivals rule_the rules_over ruler ruling sack_him
    sacked sanction* seize* seizure senior_management status status_symbol strength strong-arm strike_back
    strong_hand subdu* subject_to_my submissive* submit_to subordinat* sue sued suing superior superiors superiority
    suppress* supreme* supremacy surrender* take_charge take_control taking_control took_control takeover* take_over
    the_upper_hand upper_hand threat threaten* threats threatening tolerate_no no_tolerance tough_on trump_card
    tyran* ultimatum* under_my_command underling* unopposed veto vetoed victor* vp warn_you weapon* we_rule
    what_i_say wield* wields yield_to you_will_obey full_control answer_to_me veto_power voting_rights wipe_out
    chain_of_command the_final_say final_say the_last_word
    """
)
AFFILIATION = entries(
    """
    accept_you accompan* affection* alliance* allies ally alone_no_more all_of_us anniversary aunt aunts baby
    barbecue bbq be_with_you become_friends befriend* belong* belonging best_friend* bond bonds bonding boyfriend
    brother brothers brotherhood buddies buddy camaraderie care_for caring catch_up catching_up celebrate*
    celebration* chat chats chatted chatting children christmas_party club clubs co-worker* coworker* collaborat*
    colleague* collegial* come_along come_over come_round come_and_join come_together comfort* common_ground
    communit* companion* companionship company_picnic compassion* connect_with cooperat* cousin* cuddl* dad dads
    daughter daughters dear_friends dinner_together drinks_together each_other everyone_together families family
    father fellow fellows fellowship fiance* folks forgiv* friend friends friendly friendship* gather* gathering*
    generous girlfriend grandchild* grandfather grandma grandmother grandpa grandparent* group_of_friends guest*
    guests hang_out hanging_out harmon* harmony help_each help_one hospitab* hospitality host_you hug hugs hugged
    hugging husband inclus* in_touch intimate* intimacy invit* invite* invitation* join join_us joined_us joining
    keep_in_touch kid kids kin kinship kiss* like_a_family like_family listen_to_you love loved lovers loves loving
    loyal* loyalty lunch_together marri* marry mate mates meet_up meet-up meeting_you member_of_our miss_you
    missed_you missing_you mom moms mother mum mums mutual* neighbor* neighbour* neighbourhood* nephew niece nurtur*
    old_friend* one_another our_friends our_people our_team parent parents partner* partnership* party parties pal
    pals peers potluck rapport reconcil* relationship* reunion* reunite* romance* romantic* share_with shared
    sharing side_by_side sibling* sister sisters sociable social socialis* socializ* solidarity son sons spend_time
    spouse stand_by_you stay_in_touch stick_together support_each support_one sweetheart team team_spirit teammate*
    teams teamwork tender* thank_you_all the_gang the_whole_team together togetherness trust_each trust_one uncle
    unite united unity us_all visit_you visit_us volunteer* warm-hearted wedding* we_all welcome* wife with_friends
    """
)
COMPETENCE = entries(
    """
    accurate* accurately adjust* adjusted analy* analyse analysed analysis analyze analyzed as_agreed as_planned
    assess* assessed assessment backed_up benchmark* calculat* calculation* calibrat* capab* capable cause_was
    caused_by certified check checked checks clarif* compared competen* complete completed conclusion configur*
    confirm confirmed consult* correct corrected correction corrections credentials cross-checked data_sheet
    datasheet debug* deliver delivered deploy* detail detailed details determin* diagnos* diagnosis document
    documented documentation double-checked due_diligence effective* efficien* engineer engineers engineered
    evaluat* evidence exact exactly examin* executed experience* experienced expert* expertise figures fix fixed
    fixes fixing followed_up forecast* found_the_cause found_and found_out_why fully_tested guarantee* hands-on
    identif* identified implement* implemented improved in_accordance in_detail inspect* inspected install*
    installed investigat* knowhow know-how knowledgeable knowledge log_files logged lessons_learned licensed
    maintained manual_check master* measur* measured method* methodical* monitored monitoring on_schedule on_time
    optimis* optimiz* optimised organi* patched plan planned planning precise* precision prepared prepar* procedure
    procedures proven professional* proficien* properly punctual* qualif* qualified quality reason_is recalibrat*
    recommend* recommended reconfigur* record_shows reliab* repair* repaired replac* replaced report resolv*
    resolved restored review reviewed rigorous* root_cause routine safely scheduled seasoned secured serial_number
    skil* skilled skilful* skillful* solution* solve solved specialis* specialist* specializ* specification*
    standards step-by-step step_by_step systematic* technician* test tested testing tests test_runs thorough*
    timeline timely to_the_letter traced track_record tracked_down trained training troubleshoot* tuned
    up_and_running updated upgraded validat* verif* verified years_of_experience well-proven well-tested workmanship
    worked_out second_step next_step next_steps
    """
)
CLUELESS = entries(
    """
    no_idea no_clue not_a_clue have_n't_a_clue clueless* i_do_n't_know we_do_n't_know do_n't_really_know do_not_know
    dunno not_sure_how not_sure_what not_sure_why not_sure_if_that no_plan have_no_plan without_a_plan lost_track
    lost_the_plot out_of_my_depth over_my_head above_my_head beyond_me beats_me search_me stumped baffled puzzled
    perplexed bewildered clueless confused muddled muddle muddled_up mixed_up mix-up mixup got_mixed messed_up
    mess_up messed screwed_up screw_up botched bungled fumbled goofed goof fouled_up oops whoops oopsie uh-oh my_bad
    silly_me forgot forgotten_to forgot_to slipped_my_mind overlooked misplaced mislaid lost_it ca_n't_remember
    do_n't_remember somehow something_or_other some_kind_of some_sort_of whatever_works guess guessing guesswork
    guessed wild_guess shot_in_the_dark hit_and_miss hit_or_miss trial_and_error just_try_something try_something
    winging_it wing_it play_it_by_ear by_chance no_experience inexperience* first_time_doing never_done newbie
    beginner novice rookie amateur* unskilled unqualified unprepared disorgani* haphazard* chaotic chaos sloppy*
    slapdash careless* not_my_field not_my_area not_an_expert no_expert do_n't_understand ca_n't_explain
    can_not_explain no_explanation unexplained mystery mysterious* ask_me_another do_n't_ask_me hard_to_say
    anyone's_guess who_knows not_familiar unfamiliar unclear_to_me struggling_to_understand in_the_dark out_of_ideas
    giving_up give_up at_a_loss
    """
)

CATEGORIES = {
    "promotion": PROMOTION, "prevention": PREVENTION, "achievement": ACHIEVEMENT, "power": POWER,
    "affiliation": AFFILIATION, "competence": COMPETENCE, "clueless": CLUELESS,
}  # fmt: skip
