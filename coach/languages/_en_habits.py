"""English words and turns by which people can be told apart; general language only, no topics (own selection).

Which of them tell how much is learned by bench/learn_baseline.py and stands in baseline.json.
"""

from __future__ import annotations

from coach.wording import Choices, Habits, Phrases

HABITUAL_WORDS = frozenset(
    """
    i me my mine myself you your yours yourself he him his she her we us our ours they them their it its itself
    this that these those something anything nothing everything someone anyone everyone somebody anybody nobody one
    ones what which who whose whatever other others another such thing things stuff
    a an the am is are was were be been being have has had having do does did done doing can could may might must
    shall should will would not no never none nor neither without cannot
    i'm i've i'll i'd it's that's there's here's what's let's he's she's you're you've you'll we're we've we'll
    they're don't doesn't didn't can't couldn't won't wouldn't isn't aren't wasn't weren't haven't hasn't hadn't shouldn't
    very really just so too also only even still already yet again now then here there always often never sometimes
    usually maybe perhaps probably actually however therefore thus quite rather almost well soon today tomorrow
    yesterday once together instead otherwise anyway pretty about back where when why how hopefully unfortunately
    currently recently basically simply especially definitely certainly absolutely clearly obviously exactly
    completely totally generally typically mostly likely possibly apparently indeed finally first second last next
    later early ago ever far away right sure furthermore moreover additionally meanwhile kindly accordingly nevertheless
    in on at by for with from to into onto of off over under above across after against along among around as before
    behind below between beyond despite during except inside near out outside past per regarding since through
    throughout till toward towards until up upon via within concerning
    and or but because although though while whereas if unless whether than plus
    all any both each every few fewer less lot lots many more most much several some enough half little plenty least
    bunch couple bit same different various whole
    please thanks thank sorry hello hi hey yes no yeah yep ok okay great good nice fine bad better worse cool
    interesting helpful important easy hard simple able possible necessary useful new old big small long short full
    own wrong correct true clear happy glad delighted pleased grateful
    get gets got getting go goes going gone went come comes came coming make makes made making take takes took taking
    give gives gave given giving see sees saw seen seeing look looks looked looking find found finding know knows knew
    think thinks thought thinking want wants wanted need needs needed try tries tried trying use uses used using
    help helps helped helping let lets like likes seem seems seemed appear appears say says said tell tells told ask
    asked asking show put keep start started stop run write wrote mean means believe guess suppose assume hope wonder
    wondering understand feel wish happen happens happened change changed call called expect follow following leave
    add added provide provided include included allow allows require required suggest recommend appreciate forward
    note notice check confirm agree turn turned bring advise ensure receive received await
    way ways time times day days week point question questions problem problems issue issues idea case part end place
    reason example answer fact kind sort number people person guys folks matter
    etc btw fyi asap imo afaik
    """.split()
)

TURNS = tuple(
    line.strip()
    for line in """
    i am | i have | i was | i will | i would | i can | i could | i do | i did | i think | i guess | i believe | i hope
    i know | i need | i want | i see | i try | i get | i just | i also | i don't | if you | if i | if it | you can
    you are | you have | you need | you could | you want | you might | we are | we have | we can | we will | it is
    it was | it does | it would | it seems | it looks | that is | that you | that i | that the | this is | there is
    there are | do not | does not | did not | can not | is not | let me | let us | thank you | thanks for | thanks a
    many thanks | please let | in the | in order | in this | in that | in my | on the | on a | of the | of course
    of a | to the | to be | to get | to do | to use | to see | to make | for the | for a | for your | for this
    at the | at least | at all | with the | with a | from the | by the | and the | and i | and then | and it
    but i | but the | but it | so i | so the | so that | so it | as well | as a | as the | as i | is the | is a
    is that | is there | is to | are you | have you | do you | could you | can you | would be | will be | can be
    should be | might be | may be | has been | have been | have to | need to | want to | try to | able to | going to
    trying to | used to | like to | would like | looks like | seems to | know if | what i | what is | what you
    when i | how to | a bit | a lot | a little | a few | some of | one of | all the | any ideas | the same | the other
    the following | not sure | not to | no idea | i'm not | i'd like | it's a | that's a | also , | however , | so ,
    well , | yes , | no , | and , | but , | , and | , but | , so | , which | , i | , the | , it | , you | , if | , as
    """.replace("\n", "|").split("|")
    if line.strip()
)

# What is chosen where either would do: the first of each pair is what is counted, out of both together.
CHOICES = (
    ("ok", "okay"), ("can't", "cannot"), ("don't", "do not"), ("doesn't", "does not"), ("didn't", "did not"),
    ("isn't", "is not"), ("won't", "will not"), ("i'm", "i am"), ("i've", "i have"), ("i'd", "i would"),
    ("i'll", "i will"), ("it's", "it is"), ("that's", "that is"), ("there's", "there is"), ("you're", "you are"),
    ("we're", "we are"), ("they're", "they are"), ("thanks", "thank you"), ("maybe", "perhaps"), ("but", "however"),
    ("since", "because"), ("as", "because"), ("also", "as well"), ("though", "although"), ("want to", "would like to"),
    ("need to", "have to"), ("a lot", "much"), ("lots of", "many"), ("which", "that"), ("so", "therefore"),
    ("get", "receive"), ("use", "utilize"), ("help", "assist"), ("about", "regarding"), ("seems", "appears"),
    ("think", "believe"), ("guess", "suppose"), ("try", "attempt"), ("if", "whether"), ("again", "once more"),
    ("yes", "yeah"), ("hi", "hello"), ("e.g.", "for example"), ("for instance", "for example"), ("e-mail", "email"),
    ("probably", "likely"), ("until", "till"), ("really", "very"), ("just", "only"), ("anyone", "anybody"),
    ("someone", "somebody"), ("pretty", "quite"), ("should", "must"), ("can", "could"), ("will", "would"),
    ("may", "might"), ("let us know", "let me know"), ("look into", "check"), ("at the moment", "currently"),
    ("right now", "currently"), ("asap", "as soon as possible"), ("btw", "by the way"), ("pls", "please"),
    ("unfortunately", "sadly"), ("start", "begin"), ("show", "display"), ("buy", "purchase"), ("big", "large"),
    ("color", "colour"), ("realize", "realise"), ("organize", "organise"), ("recognize", "recognise"),
    ("center", "centre"), ("behavior", "behaviour"), ("favor", "favour"), ("gray", "grey"), ("license", "licence"),
    ("canceled", "cancelled"), ("labeled", "labelled"), ("analyze", "analyse"), ("while", "whilst"),
    ("among", "amongst"), ("toward", "towards"), ("i", "we"), ("my", "our"), ("2", "two"), ("3", "three"),
)  # fmt: skip

OPENERS = frozenset(
    """i the you it this that there if so but and we in is are what when how can could do does did have has please
    thanks thank also however for as my your a an to at on not no yes one all some any maybe perhaps then now here let
    just note sorry well they he she these those after once since while with from by because though although hope hi
    hello ok okay which why who would will should attached following further regarding unfortunately""".split()
)

SALUTATION = frozenset(
    """
    hi hello hey dear good morning afternoon evening day greetings again thanks thank advance help regards best kind
    kindest warm warmest warmly cheers sincerely wishes many much yours truly great nice lovely weekend take care see
    soon bye later appreciated happy respectfully faithfully
    """.split()
)

HABITS = Habits(Phrases(HABITUAL_WORDS), Phrases(TURNS), Choices(CHOICES), OPENERS, SALUTATION)
