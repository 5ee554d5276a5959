"""English words that say the same more loosely or more formally; `register_words.py` says how a line is written.

Curated: a pair is in only where it can stand for the other in mail without any other word changing.
"""

from __future__ import annotations

import re

from coach.register_words import RegisterWords, swaps

LOOSER = """
regarding = about | never before: is was highly
concerning = about | goes on | never before: is are was be more most very quite also deeply rather
pertaining to/relating to/with reference to/in relation to/in respect of = about/about/about/about/about
with regard to/with regards to/in regard to/in regards to = about/about/about/about
assist/assists/assisted/assisting = help/helps/helped/helping | tag: V | never next: in by
assist/assists/assisted/assisting = help/helps/helped/helping | tag: V | next: in | unless: with
assistance = help | never before: an
obtain/obtains/obtaining = get/gets/getting | tag: V | next tag: DT PRP NN JJ | unless: samples signal data
obtained:VBD = got | next tag: DT PRP$
commence/commences/commenced/commencing = start/starts/started/starting | tag: V
prior to = before
subsequent to = after | never before: is are was were
subsequently = later
in order to = to
require:VB/requires/requiring = need/needs/needing | never next: to that | never before: that which
required:VBD = needed | next tag: DT PRP$
sufficient = enough | never before: a an the this that any is are was be not
ensure/ensures/ensured/ensuring = make sure/makes sure/made sure/making sure | next: that you we it they this there everything nothing all
enquiry/inquiry = question | never next: form desk agent number
enquiries/inquiries = questions | never before: all for
inconvenience = trouble | never before: an
anticipate/anticipates/anticipated/anticipating = expect/expects/expected/expecting | tag: V
utilise/utilises/utilised/utilising = use/uses/used/using | tag: V
utilize/utilizes/utilized/utilizing = use/uses/used/using | tag: V
any additional = any more | next tag: NNS
an additional = another | next tag: NN JJ | never next: few
additional information/additional details/additional questions/additional time = more information/more details/more questions/more time | never before: the this these any
additional = extra | next tag: NN | never before: the these any
additionally = also
furthermore/moreover = also | start
consequently/therefore/thus/hence = so/so/so/so | start | next: we i you the this it there they please COMMA
approximately = about | next tag: CD
numerous = many | never before: the a more
receive/receives/receiving = get/gets/getting | tag: V | next tag: DT PRP NN JJ | unless: samples sample signal signals power antenna data packets packet transmit frequency burst bursts channel
received:VBD = got | next tag: DT PRP$ | unless: samples sample signal signals power antenna data packets packet
purchase/purchases/purchased/purchasing = buy/buys/bought/buying | tag: V
inform/informs/informed/informing = tell/tells/told/telling | tag: V | next: you us me them him her | unless: regret
notify/notifies/notified/notifying = tell/tells/told/telling | tag: V | next: you us me them him her
demonstrate/demonstrates/demonstrated/demonstrating = show/shows/showed/showing | tag: VB
indicate/indicates/indicating = show/shows/showing | tag: VB | goes on
indicated:VBD = showed | next: that
requested:VBD = asked for | next tag: DT PRP$
respond/responds/responded/responding = reply/replies/replied/replying | tag: V | next: to COMMA . by
response/responses = reply/replies | never next: time times rate rates curve code codes frequency | unless: frequency impulse server api query
retain/retains/retained/retaining = keep/keeps/kept/keeping | tag: V
endeavour to/endeavours to/endeavor to/endeavors to = try to/tries to/try to/tries to
endeavoured to/endeavored to = tried to/tried to
attempt to/attempts to/attempted to/attempting to = try to/tries to/tried to/trying to | tag: V
permit/permits/permitted/permitting = allow/allows/allowed/allowing | tag: V
initiate/initiates/initiated/initiating = start/starts/started/starting | tag: V
cease/ceases/ceased/ceasing = stop/stops/stopped/stopping | tag: V | never next: to
verify/verifies/verified/verifying = check/checks/checked/checking | tag: V
examine/examines/examining = look at/looks at/looking at | tag: V | next tag: DT PRP NN JJ
examined:VBD = looked at | next tag: DT PRP NN JJ
discuss/discusses/discussing = talk about/talks about/talking about | tag: V | next tag: DT PRP NN JJ WP WRB VBG
discussed:VBD = talked about | next tag: DT PRP NN JJ WP WRB VBG
dispatch/dispatched/dispatching = send/sent/sending | tag: V
wish to = want to | before: i we you they
appears to/appear to/appeared to = seems to/seem to/seemed to
upon = on | never before: once look looks looked built | never next: a
whilst/amongst = while/among
until such time as = until
in the event that = if
due to the fact that/owing to the fact that = because/because
owing to/as a result of = because of/because of
in accordance with = in line with
in addition to = besides
in addition = also | start | next: COMMA
in lieu of = instead of
for the purpose of = for
at this time/at this point in time/at the present time/at present = now/now/now/now
promptly = quickly
shortly = soon | never next: after before
immediately = right away | ends
frequently = often | never next: asked
occasionally = sometimes
initially = at first
entire = whole
erroneous = wrong
erroneously = by mistake | ends
insufficient = not enough | never before: a an the is are was were this be
beneficial = helpful
difficult to = hard to
personnel = staff
individual:NN/individuals = person/people | goes on | never before: each
opportunity to = chance to
objective:NN/objectives = goal/goals
remuneration = pay
remainder = rest
the majority of = most of
a majority of = most of
a large number of/a significant number of/a considerable number of = many/many/many
a number of = several | next tag: NNS JJ
at your earliest convenience/at your convenience/at your earliest opportunity = when you can/when you can/when you can
do not hesitate to = feel free to
do n't hesitate to = feel free to
kindly = please | next tag: VB | never before: you very most so
shall = will | before: we i they you it he she
in the near future = soon
please advise = please let me know | ends
as per your request = as you asked
would you be so kind as to = could you
we would appreciate it if = it would be great if
I would appreciate it if = it would be great if
should you have any further questions/should you have any questions = if you have any more questions/if you have any questions
should you require/should you need = if you need/if you need
should you wish to = if you want to
should you encounter any/should you experience any = if you have any/if you have any
acquire/acquires/acquiring = get/gets/getting | tag: V | unless: signal signals samples data sensor
modify/modifies/modified/modifying = change/changes/changed/changing | tag: V
modification/modifications = change/changes
amend/amends/amended/amending = change/changes/changed/changing | tag: V
amendment/amendments = change/changes | unless: contract agreement
rectify/rectifies/rectified/rectifying = fix/fixes/fixed/fixing | tag: V
resolve/resolves/resolved/resolving = fix/fixes/fixed/fixing | tag: V | next: the this that it your COMMA . soon quickly | unless: dns name names host address conflict dispute
expedite/expedites/expedited/expediting = speed up/speeds up/sped up/speeding up | tag: V | never next: it them this that
construct/constructs/constructed/constructing = build/builds/built/building | tag: V
determine/determines/determining = find out/finds out/finding out | tag: V | next: whether if what why how when where which who the
determined:VBD = found out | next: that whether what why how when where which who
ascertain/ascertaining/ascertained = find out/finding out/found out | tag: V
investigate/investigates/investigating = look into/looks into/looking into | tag: V | next tag: DT PRP WRB WP
investigated:VBD = looked into | next tag: DT PRP WRB WP
postpone/postpones/postponed/postponing = put off/puts off/put off/putting off | tag: V | never next: it them this that
proceed with/proceeds with/proceeded with/proceeding with = go ahead with/goes ahead with/went ahead with/going ahead with | tag: V
await/awaits/awaited/awaiting = wait for/waits for/waited for/waiting for | tag: V | goes on
comprehend/comprehends/comprehended = understand/understands/understood | tag: V
substantial = large | next tag: NN | never next: completion
lengthy = long
rapid/rapidly = quick/quickly
the appropriate = the right
principal = main | tag: JJ
inasmuch as = since
therein/thereafter = in it/after that | ends
beforehand = before that | ends
henceforth = from now on
merely = only
solely = only
presently = at the moment | ends
currently = right now | ends
previously = before | ends
in the meantime/in the interim = meanwhile/meanwhile | start
is unable to/are unable to/am unable to = can't/can't/can't
were unable to/was unable to = couldn't/couldn't
is required to/are required to = has to/have to
for the duration of = during
in close proximity to = near
a sufficient amount of/a sufficient number of = enough/enough
on numerous occasions/on several occasions = often/several times
with the exception of = except for
in conjunction with = together with
that being said = still | start | next: COMMA
nevertheless/nonetheless = still/still | start | next: COMMA
regrettably = sadly
courteous = polite
gratitude = thanks | never before: sincere
correspondence = emails | before: our your previous recent
"""

MORE_FORMAL = """
asap/ASAP/btw/BTW/fyi/FYI = as soon as possible/as soon as possible/by the way/by the way/for your information/for your information
thx a lot/thanks a lot/thanks so much/thanks very much = thank you very much/thank you very much/thank you very much/thank you very much
thanks a bunch/thanks a million = thank you very much/thank you very much
thanks again/thx again = thank you again/thank you again
thanks = thank you | next: for COMMA . ! in | never before: many with no special huge big of my our your
thx/tks/thnx = thank you/thank you/thank you | never before: many
pls/plz/yeah/yep/yup/nope = please/please/yes/yes/yes/no
get back to/gets back to/got back to/getting back to = reply to/replies to/replied to/replying to | next: you me us them him her
check out/checking out = review/reviewing | tag: V | next tag: DT PRP$ | never next: this
figure out/figures out/figured out/figuring out = determine/determines/determined/determining | goes on
found out that/find out that = learned that/learn that
sort out/sorts out/sorted out/sorting out = resolve/resolves/resolved/resolving | tag: V
info = information | never before: a an
maybe = perhaps
awesome = excellent | never before: sounds
ok/OK/okay = fine/fine/fine | before: is are be was were 's looks look seems seem | never next: so but and
you guys = you
folks = people | never before: hi dear hello hey
a lot of/lots of/tons of/loads of/plenty of = many/many/many/many/many | next tag: NNS | never next: thanks
a bunch of/a ton of = several/many | next tag: NNS
a bit = slightly | next tag: JJR RBR
a bit = somewhat | next tag: JJ RB | never next: of more less
a little bit = somewhat | next tag: JJ RB | never next: of
kind of/sort of/kinda/sorta = somewhat/somewhat/somewhat/somewhat | next tag: JJ | never before: this that what some any the a same these those which all no one every
pretty much = largely
pretty:RB = quite | next tag: JJ RB
really = very | next tag: JJ RB | never before: not n't never | never next: only just not well
super = very | next tag: JJ RB
totally = completely | never next: agree
huge = very large | next tag: NN | never next: thanks thank help
big = large | next tag: NN | unless: deal picture thanks thank data endian day fan thing hand help
a couple of = a few | next tag: NNS
got your = received your | next: email e-mail mail message letter parcel package order payment invoice note request reply
got the = received the | next: email e-mail mail message letter parcel package order payment invoice parts documents
got an/got a = received an/received a | next: email e-mail mail message letter parcel package reply notification notice
need:VBP/needs:VBZ/needed:VBD = require/requires/required | never next: to some any | next tag: DT PRP$ NN JJ CD | never before: that which
help:NN = assistance | never before: a no great big of 's huge | never next: file page desk center centre menu system text output command | unless: --help
let you know/letting you know = inform you/informing you | next: about that when COMMA . as
tell you that/tell you about/told you that/told you about = inform you that/inform you about/informed you that/informed you about
ask for/asks for/asked for:VBD/asking for = request/requests/requested/requesting | tag: V | next tag: DT PRP$ NN JJ
talk about/talked about:VBD/talking about = discuss/discussed/discussing | next tag: DT PRP NN JJ
talk to/talking to/talks to/talked to:VBD = speak with/speaking with/speaks with/spoke with | next: you me us him her them my our your
look into/looks into/looked into/looking into = investigate/investigates/investigated/investigating | tag: V
take a look at/have a look at/taking a look at/having a look at = review/review/reviewing/reviewing
took a look at/had a look at = reviewed/reviewed
put off/call off/called off/calling off = postpone/cancel/cancelled/cancelling | tag: V | goes on | never next: by it
carry out/carries out/carried out/carrying out = perform/performs/performed/performing | tag: V
hand in/handed in/handing in = submit/submitted/submitting | tag: V | goes on | never next: hand
fill out/filled out/filling out = complete/completed/completing | tag: V
fill in/filled in/filling in = complete/completed/completing | tag: V | next: the this your our | unless: space spaces gap gaps hole holes
go ahead with/going ahead with/went ahead with = proceed with/proceeding with/proceeded with
come up with/came up with/coming up with = develop/developed/developing | next tag: DT JJ
deal with/deals with/dealt with/dealing with = handle/handles/handled/handling | tag: V
sent over/send over/sending over = sent/send/sending | never next: the a an tcp udp http usb ethernet
keep in mind that = note that
keep in mind = note | next: that COMMA
make sure/makes sure/made sure/making sure = ensure/ensures/ensured/ensuring | next: that you we it they this there the your our all everything
I want to/we want to = I would like to/we would like to | never before: that what which if
I just wanted to/we just wanted to = I would like to/we would like to
I wanted to/we wanted to = I would like to/we would like to | next: thank ask inform let confirm check share
you want to = you wish to
right now = at the moment | never before: of just
right away/straight away = immediately/immediately | ends
soon = shortly | never before: as too how so very pretty | never next: enough as
about = approximately | next tag: CD | before: takes took take is are was were for in of after within last lasts need needs cost costs weighs only
around = approximately | next tag: CD | before: takes took take is are was were for in of after within last lasts need needs cost costs weighs only
enough = sufficient | next tag: NN | before: have has had is are was with not n't there need needs
I think/we think/I guess/we guess = I believe/we believe/I suppose/we suppose | never next: about of so not | never before: do what how
seems to/seem to/seemed to = appears to/appear to/appeared to
buy/buys/bought/buying = purchase/purchases/purchased/purchasing | tag: V | never next: in into out time
try to/tries to/tried to/trying to = attempt to/attempts to/attempted to/attempting to | tag: V
the wrong/a wrong/wrong = the incorrect/an incorrect/incorrect | next tag: NN | never next: way time side place thing foot direction
hard to = difficult to | tag: JJ | never before: work works working try trying
cheaper = less expensive
mins/hrs/secs/wks/yrs/hr/min = minutes/hours/seconds/weeks/years/hour/minute | next: COMMA . ago later and or before after to
mins/hrs/secs = minutes/hours/seconds | before: few 2 3 4 5 10 15 20 30 45
pic/pics/msg/msgs = picture/pictures/message/messages
spec/specs = specification/specifications
approx = approximately | goes on
tho/thru/til = though/through/until
cuz/coz = because/because
anyways = anyway
gonna = going to
but = however, | start | next: we i you the this it there they he she our your my
plus = in addition | start | next: COMMA
also = in addition | start | next: COMMA
besides = in addition | start | next: COMMA
like = such as | tag: IN | before: things something someone companies products parts tools options systems COMMA | next tag: DT NN | unless: looks look looked sounds feel feels seems
because of = due to
get in touch with/got in touch with/getting in touch with = contact/contacted/contacting
reach out to/reached out to/reaching out to = contact/contacted/contacting
hang on/hold on = please wait/please wait | start | ends
wait for/waits for/waited for/waiting for = await/awaits/awaited/awaiting | next: your the our further | unless: long
give you a call/give you a ring/give you a shout/give you a buzz = call you/call you/contact you/call you
give me a call/give me a ring/give me a shout/give me a buzz = call me/call me/contact me/call me
give us a call/give us a ring/give us a shout/give us a buzz = call us/call us/contact us/call us
drop me a line/drop us a line/drop you a line = write to me/write to us/write to you
drop me an email/drop us an email/shoot me an email = send me an email/send us an email/send me an email
set up a meeting/set up a call/setting up a meeting/setting up a call = arrange a meeting/arrange a call/arranging a meeting/arranging a call
fix up = arrange | tag: V | goes on
ship out/shipped out/shipping out = dispatch/dispatched/dispatching | tag: V
go through/went through/going through = review/reviewed/reviewing | next: the your our | unless: port network proxy firewall tunnel test tests
point out/points out/pointed out/pointing out = note/notes/noted/noting | next: that
leave out/left out/leaving out = omit/omitted/omitting | tag: V
bring up/brought up/bringing up = raise/raised/raising | next: the this that | unless: interface link system board device server machine port service
think over/thinking over = consider/considering | tag: V | goes on
get rid of/got rid of/getting rid of = remove/removed/removing
find it hard to = find it difficult to
a good deal = a great deal
no big deal/no biggie = not a problem/not a problem
next up = next | start
meet up/met up/meeting up = meet/met/meeting | tag: V
messed up = damaged | before: is was are were got been
kids = children
boss/bosses = manager/managers
on top of that = in addition | start
at the end of the day = ultimately | start
all in all = overall | start
up to now = so far | ends
in the loop = informed | before: you me us them him her
up to speed = informed | before: you me us them him her
"""

SPELLED = """
I 'm/I 've/I 'll = I am/I have/I will
you 're/you 've/you 'll/we 're/we 've/we 'll = you are/you have/you will/we are/we have/we will
they 're/they 've/they 'll/he 'll/she 'll/it 'll = they are/they have/they will/he will/she will/it will
that 'll/there 'll/there 're/this 'll/who 'll/who 've = that will/there will/there are/this will/who will/who have
could 've/should 've/would 've/might 've/must 've = could have/should have/would have/might have/must have
could n't/should n't/would n't/must n't/need n't = could not/should not/would not/must not/need not
do n't/does n't/did n't/is n't/are n't/was n't/were n't = do not/does not/did not/is not/are not/was not/were not
has n't/have n't/had n't/ca n't/wo n't = has not/have not/had not/cannot/will not
it 's been/that 's been/there 's been/he 's been/she 's been = it has been/that has been/there has been/he has been/she has been
it 's got/he 's got/she 's got = it has/he has/she has
it 's become/it 's happened/it 's arrived/it 's worked/it 's stopped/it 's taken/it 's had = it has become/it has happened/it has arrived/it has worked/it has stopped/it has taken/it has had
it 's/that 's/there 's/what 's/who 's/here 's/he 's/she 's = it is/that is/there is/what is/who is/here is/he is/she is | never next: already just always only never since yet also got
I 'd better/you 'd better/we 'd better = I had better/you had better/we had better
I 'd/you 'd/we 'd/they 'd/he 'd/she 'd/it 'd/that 'd = I would/you would/we would/they would/he would/she would/it would/that would | next: like love prefer appreciate be suggest recommend need rather also really say expect want go have do use try know ask advise
gon na/gonna = going to/going to
I got ta/we got ta/you got ta = I have to/we have to/you have to
I dunno = I do not know
"""

CLIPPED = """
I am/you are/we are/they are/he is/she is/it is = I'm/you're/we're/they're/he's/she's/it's | goes on | never next: not to indeed really
I am not/you are not/we are not/they are not/it is not/he is not/she is not = I'm not/you're not/we're not/they're not/it's not/he's not/she's not | goes on
that is/there is/here is/what is = that's/there's/here's/what's | goes on | never next: to not indeed
who is = who's | goes on | start
I will/you will/we will/they will/he will/she will/it will = I'll/you'll/we'll/they'll/he'll/she'll/it'll | next tag: VB RB | never next: not
I would/you would/we would/they would = I'd/you'd/we'd/they'd | next tag: VB RB | never next: not
I have/you have/we have/they have = I've/you've/we've/they've | next tag: VBN | never next: fixed limited updated mixed related planned to
I have/you have/we have/they have = I've/you've/we've/they've | next: already just now also never always recently
it has been/that has been/he has been/she has been = it's been/that's been/he's been/she's been
do not/does not/did not/could not/would not/should not = don't/doesn't/didn't/couldn't/wouldn't/shouldn't | goes on | never next: only just merely
is not/are not/was not/were not = isn't/aren't/wasn't/weren't | goes on | never next: only just merely
has not/have not/had not = hasn't/haven't/hadn't | goes on | never next: only just merely
will not = won't | goes on | never next: only just merely
can not = can't | goes on | never next: only just merely but
"""

EMPHASIS = frozenset("really very extremely absolutely totally truly incredibly completely super highly".split())
KEEPS_EMPHASIS = frozenset(
    """not n't never so too as how much many well few little best first last same own only likely unlikely probable
    probably if whether or than recommended available qualified skilled regarded rated appreciated no
    nice good""".split()
)
# Apologies, thanks, agreement, praise and good wishes: the emphasis is what makes them heartfelt.
HEARTFELT = re.compile(
    r"\b(?:sorry|right|agree\w*|well done|apolog\w*|regret\w*|forgiv\w*|thank\w*|grateful\w*|appreciat\w*|glad|happy"
    r"|pleas(?:ed|ure)|delight\w*|great|excellent|wonderful|helpful|kind|lovely|nice|impress\w*|wish\w*|hop(?:e|ing)"
    r"|congrat\w*|sad|unfortunate\w*|excit\w*|welcome|proud|thoughtful|generous|good|awesome|amazing|beautiful|worr\w*"
    r"|understand\w*|frustrat\w*|annoy\w*|upset\w*|love\w*|interest\w*|honest\w*|fun|fast|quick|prompt)\b",
    re.IGNORECASE,
)
CHEERFUL = re.compile(
    r"^(?![\s\S]*(?:\b(?:but|however|not)\b|n['’]t\b))\W*(?:thank(?:s| you)\b|many thanks|great\b|perfect\b|wonderful\b|fantastic\b|lovely\b|good news|looking forward"
    r"|see you|have a (?:great|nice|good|lovely)|enjoy\b|welcome\b|happy to hear|glad to hear|(?:i|we)(?:'m| am|'re| are)"
    r" (?:glad|happy|delighted|looking forward)|(?:i|we) look forward)",
    re.IGNORECASE,
)
EARNEST = re.compile(
    r"\b(?:sorry|apolog\w*|unfortunately|regret\w*|condolence\w*|complain\w*|afraid|delay\w*|cannot|can't|problem\w*|error\w*"
    r"|fail\w*|mistake\w*|broken|damag\w*|died|death|passed away|sad|reject\w*|overdue|refund\w*|cancel\w*|urgent\w*)\b",
    re.IGNORECASE,
)
WISHES = re.compile(
    r"\b(?:congrat\w*|happy (?:birthday|new year|easter|holidays?)|merry christmas|get well|good luck|well done|welcome"
    r"|best wishes|cheers|hooray|watch out|warning|caution|attention|have (?:a|fun)|enjoy)\b",
    re.IGNORECASE,
)

# Lines at a mail's end that say goodbye, however they are put: "sunny regards to all of you", "Anyway, see you!"
GOODBYE = re.compile(
    r"\b(?:regards|cheers|sincerely|faithfully|best wishes|all the best|bye|goodbye|see you|see ya|take care|talk soon|so long"
    r"|good night|have (?:a|fun)|good luck|lots of love|hugs|ciao|thx|hth)\b|^(?:best|love|thanks|yours)[,.!]*$",
    re.IGNORECASE,
)

REGISTERS = RegisterWords(
    looser=swaps(LOOSER),
    more_formal=swaps(MORE_FORMAL),
    spelled=swaps(SPELLED),
    clipped=swaps(CLIPPED),
    emphasis=EMPHASIS,
    keeps_emphasis=KEEPS_EMPHASIS,
    heartfelt=HEARTFELT,
    cheerful=CHEERFUL,
    earnest=EARNEST,
    wishes=WISHES,
    closing_instead={"see_you": "best_wishes", "love": "best_wishes", "thanks": "best"},
    closing_to_formal={"cheers": "best_wishes", "best": "kind_regards"},
    warm_closings=frozenset({"best_wishes", "love", "see_you"}),
    like_closings=(),
    kind_closings=frozenset(),
    least_under_stiff=-0.1,
    goodbye=GOODBYE,
    closing_joint="",
    familiar_greetings=frozenset({"hi", "hey"}),
    warm_greetings=frozenset(),
    greeting_instead={"good_morning": "hello", "morning": "hi", "greetings": "hello", "how_are_things": "hi"},
    to_nobody={"hi": "Hi", "hello": "Hello", "dear": "Dear Sir or Madam", "hey": "Hi"},
    no_person=frozenset(
        """gmbh ag kg ohg ug se gbr ev e.v mbh co ltd limited inc llc plc corp corporation sarl company group team support
        service info office vertrieb einkauf buchhaltung verwaltung kundendienst zentrale sales accounts billing admin noreply
        newsletter helpdesk versand""".split()
    ),
    to_one_or_many=frozenset({"there", "sir", "madam"}),
)
