"""What English mail asks people to do, and what only looks like asking; curated."""

from __future__ import annotations

import re

from coach.plain_words import RequestWords

REQUESTS = RequestWords(
    verbs=frozenset(
        """send resend forward email mail fax confirm provide supply share return sign complete fill submit give tell
        explain clarify describe advise answer reply respond review check verify correct update pay transfer settle
        refund arrange book reserve cancel order deliver prepare issue attach upload post call ring quote replace
        repair collect let get bring change amend remove add specify list inform notify approve""".split()
    ),
    duties=frozenset(
        """send resend forward email confirm provide supply share return sign complete fill submit give tell explain
        clarify answer reply pay transfer settle upload let inform""".split()
    ),
    stays=re.compile(
        r"(?i)\bif\s+(?:you|there|not|so|anything|any|possible|we|i|it|this|that|the)\b|\bshould\s+you\b|\bwhen(?:ever)?\s+you(?:['’]re|\s+(?:are|need|want|have\s+(?:any|a|time)))\b"
        r"|\b(?:feel\s+free|give\s+my|call\s+(?:\(?[\d+]|to\s+speak)|share\s+with|safe\s+sender|subscri\w*|survey|hesitate|otherwise|or\s+else|unless|instead|don['’]t|not|never|note|be\s+(?:sure|aware|advised|careful)|make\s+sure|rest\s+assured|take\s+care"
        r"|any\s+questions?|anything\s+else|a\s+try|it\s+a\s+(?:try|go|shot)|give\s+(?:it|that|this)\s+a|credit|let['’]s|let\s+us\s+(?!know)|let\s+me\s+(?!know)|let\s+it|let\s+the|how\s+(?:it|that|you|this)|what\s+you\s+(?:think|find|see)"
        r"|e\.g|for\s+example|alternatively|thanks?|thank\s+you|regards|cheers|sorry|someone|anyone|check\s+out|get\s+(?:a|well|in|started|rid|to|some|back\s+to\s+work)|call\s+(?:(?:me|us)\s+)?(?:an?|any|it)|with\s+(?:any\s+)?questions|rather|simply|then|either|or)\b"
        r"|[\"“”():;–—|…]|\.\.|\s-\s|,\s+(?:I|we|it|they|he|she|this|that|there|you|but|because|as|since)\b|\band\s+(?:I|we|you|it|they|he|she|this|that|then|see)\b|\bso\s+(?:I|we|it)\s+(?:will|am|are|['’])"
    ),
    steps=re.compile(
        r"(?i)\b(?:click|press|tap|open|select|choose|go\s+to|run|start|restart|reboot|install|uninstall|download|build|compile|type|enter|unplug|plug|connect|switch|turn\s+(?:on|off)|navigate|log\s+(?:in|out)|step\s+\d|first|next|then|finally"
        r"|afterwards|settings|menu|button|command|browser|firmware|driver|try)\b"
    ),
)
