"""Whether a naming speaks of the one who is named, or names them in passing."""

import re

from tellings.analysis.framing.aims import Aim

__all__ = ["DOER", "in_passing"]

REACH = 60

# “The Arlandish crackdown” names who did it; “the Arland crackdown” may only name the place.
DOER = re.compile(r"^[a-z]|(?:ian|ean|ican|ish|ese|li|qi|ni|ch|eek)$")
TRUST = r"(?<!faith )(?<!trust )(?<!confidence )(?<!belief )(?<!interest )"
WHERE = re.compile(
    rf"{TRUST}\b(?:in|off|near|inside|outside|across|throughout|within)\s(?:[a-z]+ern\s|neighbou?ring\s)?$"
    r"|\b(?:coasts?|waters|shores?|borders?|capital|province|region|regions|north|south|east|west|parts?"
    r"|areas?|islands?|city|town|village)\sof\s(?:[a-z]+ern\s|neighbou?ring\s)?$"
    r"|\bborder\w*\s(?:\w+\s)?(?:between|with)\s(?:[\w’'-]+\s){0,4}$"
    r"|\bneighbou?ring\s$",
)
PART = re.compile(
    r"[’']s?\s(?:[A-Z][\w’'-]+\s)*(?:[A-Z][\w’'-]+\s(?:state|province|region|district|county|mountains)\b"
    r"|Mountains\b|Valley\b|coasts?\b|borders?\b|shores?\b|waters\b|capital\b|[a-z]+ern\b|north\b|south\b|east\b"
    r"|west\b)"
)
LONGER = re.compile(
    r"\s(?:Times|Post|Tribune|Herald|Gazette|Daily|News|Journal|Observer|Telegraph|Chronicle|Star|Sun"
    r"|Mirror|Today|Examiner|Review|Courier|University|College|Hospital|Airport|Museum|Stadium|Hotel|Street"
    r"|Avenue|Bridge|Convention|Treaty|Accord|Agreement)\b"
)
AGAINST = re.compile(
    r"\s(?:critics?|opponents?|rivals?|foes?|detractors?|supporters?|loyalists?|fans?|allies|ally|era)\b"
)
ATTITUDE = re.compile(r"(?:opposition|resistance)\Z", re.IGNORECASE)
ANY = re.compile(r"\b[Aa]n?\s(?:[a-z-]+\s)?$")
THING = re.compile(r"\s[a-z]{3,}")


def in_passing(aim: Aim, text: str) -> bool:
    """Tell whether a name stands for a place, in a longer name, or for what is against somebody.

    “Off Arland”, “the Arland Gazette”, “an Arland critic” say nothing of Arland, and “opposition
    to the plan” says nothing of the opposition.
    """
    name = aim.span.of(text)
    before = text[max(0, aim.span.start - REACH) : aim.span.start]
    after = text[aim.span.end : aim.span.end + REACH]
    if ATTITUDE.match(name):
        return after.startswith(" to ")
    if not name[0].isupper():
        return False
    if WHERE.search(before) or any(p.match(after) for p in (PART, LONGER, AGAINST)):
        return True
    return bool(ANY.search(before) and THING.match(after)) and not DOER.search(name)
