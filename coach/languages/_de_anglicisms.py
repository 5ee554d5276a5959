"""English words in German text: those that readers feel as English, by list and by form; own selection.

Left out are words that are long at home (Computer, Internet, Job, Team, Test, Hotel, Sport, Film, E-Mail) and words that
only  English (Rat, Art, Gang, Note, Chef, Tag).
"""

from __future__ import annotations

import functools
import re

from coach.model import Token

WORDS = frozenset(
    """
    account accounts acquisition action actions add-on add-ons after-sales agenda-setting alert alerts all-in
    allrounder announcement app-store approach approval approvals asap asset assets assessment attachment
    attachments audience awareness award awards awesome babysitter backend background backlog backoffice backup
    backups badge badges banner bashing basics batch beauty benchmark benchmarks benefit benefits best-of
    best-practice big-data bike biken blackout blog blogger blogs body bonding booster bottleneck boost bootcamp
    bootcamps brainstorming brainstormen brand branding break briefing briefings budgeting bug bugs bulletpoint
    bullshit bundle bundles burn-out burnout business businessplan button buttons buy-in buzzword bye call calls
    call-to-action callcenter campaign cancel canceln candidate card care cash cashback casting casual catering
    catch-up ceo challenge challenges challengen change changes channel channels chart charts chat chats chatten
    check-in check-out check-up checkout chill chillen chillig claim claims clean clearing click clicks cloud clouds
    club-lounge co-working coach coaches coaching coachings code codes coden coding comeback comedy commerce
    commitment committed committen  community communities company compliance concern concerns connecten
    connection content controlling convenience cool coole coolen cooler cooles copy copyright core corporate
    countdown coupon coupons coworking crash crashen craft crazy creator creative credit credits crew cross-selling
    crowd crowdfunding customer customize customizing cut cutten daily dailys dashboard dashboards data dataset
    daten-leak deadline deadlines deal dealer deals debugging debuggen default delay delays deliverable deliverables
    delivery demo-call deployment deployen design-sprint desk desktop developer device devices digital-native
    director disclaimer discount discounter display-ad double-check download downloads downloaden downgrade downtime
    draft drafts dress-code dresscode drink drinks drive drop-down dropdown drop-off due-diligence early-bird easy
    e-commerce ebook e-book e-learning effort emailing empowern empowerment enablement end-user engagement-rate
    enterprise entertainment equipment error errors escape event events eventlocation evergreen evidence excellence
    executive exit expert-talk exposure eyecatcher facility factsheet fail fails fair-play fake fakes fake-news
    fallback fancy fan-base fastfood feature features feedback feedbacks feeling feelings fields finance fine
    finetuning finish fitness fix-price flagship flatrate flexibility flip-chart flipchart floor flow flyer-design
    focus follow-up follow-ups follower food forecast forecasts foodtruck forward forwarden framework freelancer
    freestyle frontend frontdesk full-service full-time fun fundraising funny future gadget gadgets gamechanger game
    games gamer gaming gap gaps gate gatekeeper general-manager gentleman ghosting giveaway giveaways global-player
    goal goals go-live go google-meet googeln goodie goodies governance greenwashing growth guideline guidelines
    guide guides guy guys hack hacker hacks handling hands-on hangover happen happy hard-facts hardcore
    hardware-setup hashtag hater headhunter headline headlines headquarter headset heads-up health highlight
    highlights highlighten high-end hint hints hipster hit history hoodie home homeoffice home-office homepage host
    hosten hosting hotline hotspot human-resources hype icon icons impact implementation inbound inbox incentive
    incentives income influencer info-call input inputs insight insights instore intro investment invite invites
    inviten invoice issue issues it-support item items iteration jackpot jetlag job-sharing jobsharing joke
    joint-venture journey just-in-time key-account keynote keyword keywords kick-off kickoff kick-offs kids know-how
    knowledge kpi kpis landingpage last-minute launch launchen launches lead leads leader leadership leak leaks lean
    learning learnings leasen leasing levels leveln liken like likes limited line-up link-building live-call
    livestream loading location locations logout login logins long-term lookup lost lounge love lover low-budget
    loyalty lunch lunchbreak mail-blast mailing mailings maintenance makeover management manager managerin managen
    mandatory mapping market marketing marketplace match matchen meet meet-up meetup meetups meeting meetings
    meetingraum mentoring merchandise merchandising message messages messenger midlife milestone milestones mindset
    mix-up mobile mock-up mockup mood monitoring moven move multitasking must-have mustread name-dropping need needs
    nerd nerds networken networking never new newbie news newsfeed newsletter next nice night no-go no-gos no-show
    nonstop notebook notice notification notifications now offer offers office offline off-topic okayish on-demand
    on-top onboarden onboarding one-pager onepager one-way online online-shop online-meeting onsite open-air
    open-source opener opening operations opportunity out outbound outcome outcomes outdoor outfit outlet
    outplacement output outsourcen outsourcing overhead overkill overload overview ownership owner package packaging
    page paper part-time partner-call password patch payback payment peak peer peers people performance performen
    perks permission pitch pitchen pitches pipeline placement player please plugin plug-in plus-size podcast
    podcasts poll pop-up popup position-paper post-it power powerpoint-slide preview pricing process procurement
    product production productowner professional profiling progress project promoten promotion-code proof proposal
    prototyping provider public publishing purchase purpose pushen push quality quarter queue quick-win quickie
    ramp-up random rankings ranking rate-card rating ratings ready really recap recappen record recording recruiter
    recruiting recycling redesign reel refactoring refund regards release releasen releases relevance reminder
    reminders remote rent report reporting reportings reports request requests requirement requirements research
    reset resort responsive restart results retail retention retreat return revenue review reviews reviewen revival
    reward risk roadmap roadmaps roadshow rocken rollout roll-out rookie room-service rooftop root-cause rough
    roundup router-setup rumour runner rush safe sale sales salesmanager sample samples save savings scam schedule
    scheduling scope score scoring screen screens screening screenshot screenshots screen-sharing scroll scrollen
    scrum search season second-hand secondhand security self-service seller selfie server-crash session sessions
    set-up setup setups setting shake share sharen sharing sheet sheets shift ship shipping shippen shit shitstorm
    shoppen shopping short short-cut shortcut shortlist short-term show showcase showdown showroom shuttle shutdown
    sidebar sign-off signal-call silent single site skill skills skill-set skype-call skypen slack-channel slide
    slides slot slots slow small-talk smalltalk smart smarte smarten smoothie sneak-peek social social-media
    soft-skills soft-opening solution solutions somehow song sorry sound source sourcing space spam specials speech
    speed speaker speakers spin-off spirit split spoiler sponsoring spot sprint sprints staff stage stakeholder
    stakeholdern stakeholders stand-up standby standing startup start-up start-ups startups statement statements
    state-of-the-art stay step steps stop-over store stores story storys storyboard storytelling straight stream
    streamen streaming street strikes strong stuff style stylen stylisch stylish subject submit summary summit
    supply support supporten supporter surfen surprise survey surveys sustainability swipe switch switchen sync
    syncen system-crash tagging takeaway take-away takeaways talk talks talkshow target targets task tasks taskforce
    task-force teambuilding team-event teamlead teamleader teamplayer teaser template templates thanks thread
    threads thumbnail ticket-system tickets ticketing timeline timelines timing timeslot time-slot tool tools
    toolbox top-down topic topics touch touchpoint touchpoints tough toughe toughen track tracken tracking trade
    trade-off trailer trainee trainees training-on traffic travel treatment trial triggern trigger trip troll
    trouble troubleshooting trust try tune-up turn-around turnaround tutorial tutorials unboxing underdog undercover
    understatement unlimited unsubscribe update updaten updates upgrade upgrades upgraden upload uploaden uploads
    upselling usability usecase use-case use-cases user users user-experience utility value vendor version-control
    vibe vibes videocall video-call view viewer vip-lounge virtual vision-board visit voicemail voice voting voucher
    walkthrough warehouse warm-up warning warranty waste watchlist wear web-app webinar webinare webinars website
    websites webspace weekend weekly weeklys welcome well wellness whistleblower whiteboard whitepaper win win-win
    wireless wishlist wording wordings work workaround workarounds workflow workflows workload worklife-balance
    work-life-balance workshop workshops workspace worst-case worst wow wrap-up wrap write-up yes yeah yield
    zoom-call zoom-meeting zoomen advertising billing engineering modelling trading tailoring boarding processing
    abchecken anpitchen anteasern auschecken auspowern auschillen ausloggen durchchecken durchstylen einchecken
    einloggen gelikt hochskalieren onboarded rumchillen upcyceln verlinken zuspammen checken checke checkt checkst
    gecheckt check checks quick quickcheck basic busy strange date dates appointment appointments assistant fashion
    lifestyle hiring recruiterin chatbot chatbots bot bots relaxed relaxt overdressed worklife quickfix fixen faken
    gefakt gefaked leaken leakt gespoilert spoilern casten gecastet pimpen gepimpt outen geoutet  gedatet
    trendy sporty nerdig edgy cozy bossy tricky pricey  upcycling downsizing headcount payroll invoices
    deliverys returns refunds buyer sellers reseller dealership fulfillment checkout-seite basket sneakers sneaker
    hoodies leggings jumpsuit streetwear must-haves nice-to-have no-brainer quick-check low-carb to-go brunch
    brunchen lunchen dinner bowl wraps foodie topping toppings veggie cooking grillmaster afterwork after-work
    after-show teamspirit teamwork   speakerin keynotes panel panels breakout break-out slotten
    timebox timeboxing standup stand-ups retro grooming refinement velocity burndown ticketen kanban-board epic
    epics story-points pull-request merge mergen code-review bugfix bugfixes bugfixing hotfix patchen pullen branch
    branches repo deploy deployt rollback failover loadbalancer monitoring-tool logfile logfiles logging debuggt
    crasht  laggt freeze freezt glitch
    """.split()
)
NATIVE_ING = ("ling", "ring", "ding", "sing", "ping", "ging", "hing", "fing", "ning", "bing", "wing")
ENGLISH_STEMS = (
    "boost", "brainstorm", "cancel", "catch", "challeng", "chatt", "check", "chill", "coach", "committ", "crash", "debugg",
    "deploy", "download", "featur", "ghost", "googel", "highlight", "host", "launch", "leak", "level", "match",
    "manag", "merg", "network", "onboard", "outsourc", "patch", "perform", "pitch", "promot", "push", "recycel", "releas", "reset",
    "review", "share", "skyp", "stream", "styl", "support", "switch", "sync", "tagg", "target", "timet", "track", "trigger",
    "tweet", "update", "upgrad", "upload", "zoom",
)  # fmt: skip
VERB_STEMS = frozenset(ENGLISH_STEMS) - {"check", "coach", "reset"}  # nouns and German verbs
ONLY_AS_PARTICIPLES = ("brief", "dat", "fak", "leas", "lik", "load", "grad")  # gebrieft, upgedatet, downgeloadet
PARTICIPLE = re.compile(r"(?:ab|an|auf|aus|durch|ein|up|down|vor)?ge(\w{3,}?)(?:ed|t|te|ten|ter|tes)")
FINITE = re.compile(r"(\w{4,}?)(?:e|en|n|st|t|te|ten)")
LEAST_HEAD = 6  # letters of the English part of a compound
HEADS = frozenset(word for word in WORDS if len(word) >= LEAST_HEAD and "-" not in word)
LONGEST_HEAD = max(map(len, HEADS))
LEAST_BESIDE = 3  # letters of the other part of a compound
LEAST_ING = 6  # letters; shorter words in -ing are German
REMEMBERED = 30_000  # words


def is_borrowed(token: Token) -> bool:
    """Whether a word of a German text is felt as English: on the list, of English form, or a compound with one."""
    if token.pos == "PROPN" and token.lower not in WORDS:
        return False  # a name
    return _is_english(token.lower)


@functools.lru_cache(REMEMBERED)
def _is_english(word: str) -> bool:
    if word in WORDS or (len(word) > LEAST_BESIDE and word.removesuffix("s") in WORDS):
        return True
    if "-" in word:
        return any(part in WORDS for part in word.split("-"))
    return _ends_in_ing(word.removesuffix("s")) or _ends_in_ed(word) or _is_verb(word) or _is_compound(word)


def _ends_in_ing(word: str) -> bool:
    """Marketing, Coworking; not Frühling, Ehering. Of the native endings only listed words are English."""
    return len(word) >= LEAST_ING and word.endswith("ing") and word != "training" and not word.endswith(NATIVE_ING)


def _ends_in_ed(word: str) -> bool:
    """relaxed, overdressed; not Unterschied."""
    return len(word) >= LEAST_ING and word.endswith("ed") and not word.endswith(("ied", "eed"))


def _is_verb(word: str) -> bool:
    """gecancelt, upgedatet, performt, launchen."""
    if (found := PARTICIPLE.fullmatch(word)) and found[1].startswith((*ENGLISH_STEMS, *ONLY_AS_PARTICIPLES)):
        return True
    return (found := FINITE.fullmatch(word)) is not None and found[1] in VERB_STEMS


def _is_compound(word: str) -> bool:
    """Projektmeeting, Feedbackrunde: a compound with an English word of at least six letters at either end."""
    sizes = range(LEAST_HEAD, min(LONGEST_HEAD, len(word) - LEAST_BESIDE) + 1)
    return any(word[:size] in HEADS or word[-size:] in HEADS for size in sizes)
