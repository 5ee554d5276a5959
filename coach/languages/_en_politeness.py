"""English politeness strategies; `lexicon.py` says how entries are written.

The strategies follow the idea of Danescu-Niculescu-Mizil et al. 2013 and of Brown & Levinson 1987; the wording is
our own, general language only. A strategy counts wherever it stands, an opening only where a sentence begins.
"""

from __future__ import annotations

STRATEGIES = {
    "gratitude": (
        "thanks", "thank you", "thank", "many thanks", "thanks a lot", "thanks so much", "thanks for", "thank you for",
        "thank you so much", "thank you very much", "thankful", "grateful", "gratitude", "appreciate", "appreciated",
        "much obliged", "cheers", "thx", "ta",
    ),
    "apology": (
        "sorry", "apologise", "apologize", "apologies", "apology", "apologising", "apologizing", "excuse me", "excuse my",
        "forgive", "regret", "pardon", "pardon me", "my apologies", "inconvenience",
    ),
    "please": ("please", "kindly", "pls", "plz"),
    "compliment": (
        "great", "good", "nice", "excellent", "awesome", "amazing", "interesting", "impressive", "wonderful",
        "brilliant", "fantastic", "lovely", "clever", "smart", "neat", "elegant", "perfect", "well done", "well put",
        "well written", "good job", "good work", "good point", "good idea", "good question", "good catch", "great work",
        "great question", "kind of you", "helpful", "useful", "insightful", "thoughtful", "valuable", "delighted",
        "impressed", "honoured", "honored", "outstanding", "superb", "beautiful", "beautifully", "i love",
        "congratulations", "pleased",
    ),
    "agreement": (
        "you are right", "you 're right", "agree", "agreed", "makes sense", "i see ,", "i see .", "fair enough", "good to know",
        "got it", "point taken", "i understand", "understood", "ok", "okay", "fair point", "very true", "that is true", "that 's true",
        "exactly right",
        "you are correct", "you 're correct", "that works", "sounds good",
    ),
    "welcome": ("welcome", "my pleasure", "glad", "no problem", "no worries", "happy to", "good luck", "pleasure"),
    "reassurance": (
        "do n't worry", "do not worry", "no rush", "no hurry", "take your time", "feel free", "at your convenience",
        "when you have a moment", "when you get a chance", "whenever", "no need to", "take care", "rest assured",
    ),
    "can_you": ("can you", "can we", "can i", "can someone", "can anyone", "can anybody", "will you"),
    "could_you": (
        "could you", "could we", "could i", "could someone", "could anyone", "might you", "may i", "may we", "might i",
        "would you please", "would you mind", "would you kindly", "would you be", "would you consider", "would you like",
        "do you mind", "is it possible", "would it", "would that", "would this", "would there", "could it",
    ),
    "tentative": (
        "possible to", "any chance", "if possible", "if you could", "if you would", "if you can", "if you have time",
        "if you have a moment", "if you have a minute", "if you do n't mind", "if you like", "if that works",
        "would be great", "would be helpful", "would be lovely", "would be nice", "would be good", "would be wonderful",
        "would be grateful", "would appreciate",
    ),
    "wish": (
        "would like", "'d like", "would love", "'d love", "i would", "we would", "i 'd", "we 'd", "wonder", "wondering",
        "hoping", "hope", "curious", "interested", "looking for", "like to",
    ),
    "indirect": (
        "by the way", "btw", "to clarify", "just to", "just checking", "just curious", "out of curiosity", "one more",
        "quick question", "another question", "may i ask", "if i may", "can i ask", "just wondering",
        "for clarification",
    ),
    "help": ("help", "help me", "assist*", "guide", "point me", "advice", "suggestion*", "having trouble", "trouble"),
    "ask_detail": (
        "more", "detail*", "elaborat*", "describ*", "provide", "specific*", "expand", "share", "a little more",
        "a bit more", "some more", "more information", "more precise", "information", "give", "post", "show", "add",
        "include", "send", "update", "edit", "explain", "clarif*",
    ),
    "perhaps": ("perhaps", "maybe", "might", "may"),
    "opinion": (
        "i think", "i believe", "i guess", "i suppose", "i assume", "my guess", "i feel", "in my opinion", "imho",
        "imo", "my understanding", "i thought", "i would say",
    ),
    "seeming": ("looks like", "sounds like", "appears", "appear", "it seems", "it looks", "it sounds", "apparently"),
    "presuming": (
        "seem", "seem to", "you seem", "i 'm assuming", "i am assuming", "presumably", "supposed to", "assuming",
    ),
    "softly": (
        "a bit", "a little", "sort of", "kind of", "somewhat", "something like", "slightly", "roughly", "fairly",
        "quite",
    ),
    "generalising": ("possibly", "usually", "probably", "likely", "generally", "normally", "typically", "in general"),
    "insisting_on_fact": (
        "really", "in fact", "the fact", "honestly", "seriously", "frankly", "obviously", "clearly",
        "simply", "surely", "truly", "literally", "indeed", "after all",
        "obvious", "trivial*", "common sense",
    ),
    "merely": ("just", "merely"),
    "exactly": ("exactly", "precisely"),
    "insisting": ("even", "at all", "already", "again", "still", "yet", "own", "ever", "anyway", "whole"),
    "challenge": (
        "why did you", "why have you", "why would you", "why are you", "why do you", "why do n't you", "why not",
        "why did n't you", "why is this", "why should", "what are you", "what do you mean", "what is wrong",
        "what 's wrong", "so what", "or what", "who says", "who told", "since when", "how come", "how can you",
        "how could you", "do you really", "you really", "are you sure", "do you even", "did you even", "have you even",
        "what makes you", "what is the problem", "what 's the problem", "what is the question", "what is your question",
        "what 's your question", "what is your problem", "do you think", "you think", "are you saying",
        "are you suggesting", "what is the point", "what 's the point", "has nothing to do", "have to do with",
        "has to do with", "do with", "you realize", "you realise", "what on earth", "what the hell", "what the heck",
        "are you kidding", "is that so hard", "care to",
    ),
    "negative_question": (
        "do n't you", "did n't you", "ca n't you", "are n't you", "have n't you", "wo n't you", "should n't",
        "is n't that", "is n't it", "is n't this", "could n't you", "would n't", "are n't", "does n't that",
        "does n't it", "ca n't we", "do you not", "can you not", "did you not", "was n't", "were n't", "did n't they",
    ),
    "asking_why": ("why",),
    "duty": (
        "you should", "you need to", "you have to", "you must", "you ought", "have to", "had better",
        "you better", "it is your", "you are supposed", "you 're supposed", "make sure you",
    ),
    "denial": (
        "you ca n't", "you can not", "you cannot", "you do n't", "you do not", "you did n't", "you did not",
        "you have n't", "you are n't", "you 're not", "you are not", "you wo n't", "you never", "you failed",
        "you forgot", "you ignored", "you still have n't", "you clearly", "you obviously", "does not answer",
        "does n't answer", "not answer",
    ),
    "your_intention": (
        "trying to", "want to", "you want", "you 're trying", "are you trying", "to do", "doing", "you wanted",
    ),
    "criticism": (
        "wrong", "bad", "unclear", "confus*", "nonsense", "stupid", "silly", "ridiculous", "useless", "pointless",
        "terrible", "awful", "horrible", "waste", "waste of", "incorrect", "false", "weird", "ugly", "crap", "lazy",
        "not clear", "not make sense", "n't make sense", "no sense", "vague", "meaningless", "unacceptable", "pathetic", "disappoint*",
        "poor", "lousy", "joke", "sick of", "fed up", "absurd", "dumb", "idiot*", "rude", "annoying", "irrelevant",
        "ignorant", "careless*", "sloppy", "incompeten*", "hopeless", "not acceptable", "not good enough",
        "unreasonable", "horrid",
    ),
    "demand": (
        "immediately", "at once", "asap", "i demand", "we demand", "i expect", "we expect", "i insist",
        "your fault", "your problem", "tell me", "give me", "explain yourself", "i want you", "get it done",
        "without delay", "hurry", "no excuses", "no excuse",
    ),
    "refusing": ("no", "nothing", "nobody", "no one", "none", "never", "nowhere", "nope"),
    "negating": ("not", "n't", "cannot"),
    "third_parties": (
        "people", "everyone", "everybody", "anyone", "anybody", "they", "he", "she", "someone", "somebody",
    ),
    "yourself": ("yourself", "yourselves", "your own"),
    "disclosure": (
        "i tried", "i 've tried", "i have tried", "i 'm trying", "i am trying", "i have", "i 've", "i was", "i did",
        "i 'm using", "i am using", "i 'm having", "i am having", "i found", "i need", "i meant", "i missed",
        "i forgot", "my fault", "my mistake", "my bad", "am i missing", "i misunderstood", "i just", "not sure",
        "unsure", "not certain", "i do n't know", "i do not know", "no idea", "not familiar", "new to", "i 'm not",
        "i am not", "am i",
    ),
    "existence": ("is there", "are there", "there is", "there are", "way to", "any", "anything", "any other"),
    "understanding": ("do you mean", "did you mean", "you mean", "you meant", "you are looking", "you looking"),
    "suggesting_check": (
        "check", "look at", "take a look", "have a look", "see if", "let me know", "let us know", "verify",
        "have you tried", "did you try", "have you checked", "did you check", "have you looked", "did you get",
    ),
    "choosing": ("or", "either", "whether", "alternatively", "rather than"),
    "flung_back": ("what ?", "why ?", "how ?", "who ?", "where ?", "when ?", "so ?"),
    "emphasis": (
        "=NOT", "=NO", "=ANY", "=ALL", "=WHY", "=WHAT", "=HOW", "=YOU", "=YOUR", "=REALLY", "=NEVER", "=EVERY", "=ONLY",
        "=MUST", "=DO", "=DOES", "=IS", "=ARE", "=VERY", "=THIS", "=THAT", "=NOW", "=ALWAYS", "=NOTHING", "=NONE",
    ),
    "explaining": (
        "if", "because", "since", "so that", "in order to", "therefore", "as i", "that way", "due to", "e.g.", "i.e.",
        "for example", "for instance", "example*", "such as", "etc", "etc.", "like this", "but", "however", "though",
        "although",
    ),
}  # fmt: skip

OPENINGS = {
    "asks_openly": (
        "is", "are", "was", "were", "is n't", "are n't", "am", "have", "has", "had", "do", "does", "did", "do n't",
        "does n't", "did n't",
    ),
    "asks_can": ("can", "could", "would", "may", "might", "will", "should"),
    "asks_wh": ("what", "what's", "whats", "how", "who", "where", "when", "which", "whose"),
    "asks_why_first": ("why",),
    "suggests": ("how about", "what about", "what if", "let 's", "why not", "consider", "try"),
    "opens_abruptly": (
        "and", "then", "so", "well", "um", "uh", "huh", "ah", "hmm", "oh", "er", "but", "however", "although",
        "though",
    ),
    "opens_you": ("you", "your", "you 're"),
    "opens_i": ("i",),
    "opens_greeting": ("hi", "hello", "hey", "dear", "good morning", "good afternoon", "good evening", "greetings"),
    "opens_no": ("no", "nope", "not", "wrong", "never"),
}  # fmt: skip

CATEGORIES = {f"polite:{name}": entries for name, entries in (STRATEGIES | OPENINGS).items()}
