"""Whether a judging word bears on a target, by its place beside the target's name."""

import re

from tellings.analysis.framing.aims import Aim
from tellings.analysis.stance.appraisal import Appraisal
from tellings.analysis.stance.naming import DOER
from tellings.model.span import Span

__all__ = ["bears_on", "named_by_others", "reached"]

BREAK = re.compile(r"[.;:!?“”\"()]|,\s(?:but|and|while)\b")
LINK = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|will|would|said|says|told|who|which|that|to|of"
    r"|by|with|for|in|at|on|from|against|as|and|or|over|after|\w+ing)\b"
)
PREPOSITION = re.compile(
    r"\b(?:of|in|at|for|to|by|with|from|against|between|over|after|on|about|into|near)\s"
    r"(?:(?:the|a|an|his|her|its|their|some)\s)?(?:[a-z]+\s)?$"
)
# “Condemned the Norrin council”, “accusations against the mayor”, “anger at Mayor Lind”.
OBJECT = re.compile(
    r"\s+(?:(?:against|of|at|with|for|towards?)\s+)?(?:(?:the|a|an|its|his|her|their|this|that)\s+)?"
    r"(?:(?!(?:in|on|to|by|as|from|over|after|about|into|that|who|which|when|while|for|of|at|with"
    r"|towards?|against|regarding|but|the|a|an|his|her|its|their)\b)[\w’'.-]+\s+){0,4}",
    re.IGNORECASE,
)
# “Accused the former Norrin council chairman Otto Brandt” accuses him and not the council.
PERSON = re.compile(
    r"\s(?:(?!(?:of|in|at|for|to|by|with|from|on|over|and|or|that|as|after)\b)[a-z][\w-]*\s){1,5}"
    r"[A-Z][\w’'-]+\s(?:[A-Z]|of\b|for\b)"
)
# “Blamed the delay on the council”: who is blamed stands behind the “on”.
BLAME = re.compile(r"blam(?:e|es|ed|ing)", re.IGNORECASE)
BLAMED = re.compile(r"\s(?:[\w’'-]+\s){1,6}on\s(?:the\s)?(?:[\w-]+\s)?")
ON = re.compile(
    r"(?:[’']s?)?\s(?:[\w’'-]+\s){0,4}on\s(?!(?:[A-Z][a-z]+day|television|TV|social)\b)"
)
# “A cruel attack on the dockers” judges the attack.
REACHED = re.compile(
    r"\b(?:on|upon|against|to|towards?|at|about|with|for|from|by|into|regarding|over)\s"
    r"(?:(?:some|many|all|any)\sof\s)?(?:(?:the|a|an|his|her|its|their|our|some|all|any)\s)?"
    r"(?:[A-Za-z]+\s)?$"
)
# “Bravery of the dockers”, “a smokescreen to hide the council's own part”.
BY = re.compile(
    r"\s+(?:of|by|from|to\s(?:mask|hide|cover|conceal|disguise)(?:\sup)?)\s+(?:the\s+)?(?:[\w’'-]+\s+)?",
    re.IGNORECASE,
)
OWNED = re.compile(
    r"(?:[’']s?)?\s+(?:(?!(?:is|are|was|were|and|or|to|in|on|at|of|for)\b)[\w-]+\s+)?"
)
POSSESSED = re.compile(r"[’']s?\s+[“\"]?(?:\w+ly\s+)?")
# “A council critic claims” is no claim of the council; “after the mayor left” has another subject.
APART = re.compile(
    r"\b(?:after|as|when|while|because|before|since|than|if|critics?|opponents?|rivals?|foes?"
    r"|accusers?|whistleblowers?|victims?|survivors?|supporters?|recipients?|residents?|citizens?"
    r"|voters?|lawmakers?|senators?|\w*wom[ae]n)\b|\bfor\s*$",
    re.IGNORECASE,
)
OPENING = re.compile(r"(?:^|[.!?”\"]\s|\n|,\s)[Ii]n\s(?:[a-z]+\s){0,2}$")
SUBJECT = re.compile(r"[^,.;:“”\"]+,\s(?:[Tt]he\s)?(?:[\w-]+\s){0,4}")
OTHER = re.compile(r"\b(?:he|she|it|they|said|says|told|of|that)\b")
COPULA = re.compile(
    r"\b(?:is|are|was|were|be|been|remain\w*|become\w*|became|seem\w*|look\w*|acted)\s+"
    r"(?:(?:a|an|the|so|too|very|more|most|also|still|both|such|now|\w+ly)\s+)*(?:[a-z-]+\s+)?$"
)
GIVEN = re.compile(r"\s+(?:as\s+)?(?:an?\s+|the\s+)?(?:[\w-]+\s+)?")
PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|get|got)\s+(?:\w+ly\s+)?$")
# “Calls the council corrupt”, “painted the mayor as inept”, “countered that the mayor was weak”.
NAMING = re.compile(
    r"\b(?:call(?:s|ed|ing)?|consider(?:s|ed|ing)?|view\sas"
    r"|(?:brand|dubb|labell?|paint|portray|depict|describ|characteri[sz])(?:e?s|ed|ing)"
    r"|(?:see|view|regard|cast|denounc)(?:e?s|ed|n|ing)?\s(?:\S+\s){0,4}as"
    r"|(?:counter|suggest|complain|retort|protest|contend)(?:s|ed)?\sthat|rule[sd])\b[^.;:!?\n]*$"
)
REACH = 60


def bears_on(appraisal: Appraisal, aim: Aim, text: str) -> bool:
    """Tell whether a judging word is said of a target by its place beside the target's name."""
    if appraisal.span.shared(aim.span):
        return appraisal.way in ("labels", "conduct")
    if aim.span.end <= appraisal.span.start:
        between = text[aim.span.end : appraisal.span.start]
        owned = appraisal.way == "qualities" and POSSESSED.fullmatch(between)
        return bool(owned) or follows(appraisal, aim, text)
    if appraisal.way == "manner":
        return fronted(appraisal, aim, text)
    between = text[appraisal.span.end : aim.span.start]
    # “Considered a provocation by the mayor” gives the mayor's judgement.
    judge = " by " in between and named_by_others(appraisal.span, 0, text)
    others = appraisal.way == "received" and PERSON.match(text[aim.span.end : aim.span.end + REACH])
    return not (judge or others) and leads(appraisal, aim, between, text)


def leads(appraisal: Appraisal, aim: Aim, between: str, text: str) -> bool:
    """Tell whether a judging word before a name bears on it."""
    count = len(between.split())
    match appraisal.way:
        case "deeds" | "manner":
            return False
        case "received" if BLAME.fullmatch(appraisal.span.of(text)):
            return blamed(aim, between, text)
        case "received" | "wishes":
            return bool(OBJECT.fullmatch(between))
        case "conduct":
            return bool(BY.fullmatch(between))
        case "labels" if between.split() in (["of"], ["of", "the"]):
            return True
        case "labels" | "qualities":
            most = 1 if appraisal.way == "labels" else 3
            clear = not (LINK.search(between) or BREAK.search(between) or "," in between)
            return count <= most and clear


def blamed(aim: Aim, between: str, text: str) -> bool:
    """Tell whether blame falls on a target, and not on what stands behind an “on”."""
    if BLAMED.fullmatch(between):
        return True
    after = text[aim.span.end : aim.span.end + REACH]
    return bool(OBJECT.fullmatch(between)) and not ON.match(after)


def fronted(appraisal: Appraisal, aim: Aim, text: str) -> bool:
    """Tell whether a sentence opens with how its subject acts: “In defiance of …, the mayor”."""
    before = text[max(0, appraisal.span.start - REACH) : appraisal.span.start]
    return bool(
        OPENING.search(before) and SUBJECT.fullmatch(text[appraisal.span.end : aim.span.start])
    )


def follows(appraisal: Appraisal, aim: Aim, text: str) -> bool:
    """Tell whether a judging word after a name bears on it."""
    between = text[aim.span.end : appraisal.span.start]
    if BREAK.search(between) or len(between.split()) > 6:
        return False
    match appraisal.way:
        case "received" | "wishes":
            done = appraisal.span.of(text).endswith("ed")
            return done and passive(appraisal, text) and not OTHER.search(between)
        case "deeds":
            return acts(appraisal, aim, between, text)
        case "conduct" | "manner":
            mine = between.strip() or DOER.search(aim.span.of(text))
            return bool(OWNED.fullmatch(between)) and bool(mine)
        case "labels" if between.split() == ["of"]:
            return True
        case "labels" | "qualities":
            return is_said(aim, between, text)


def is_said(aim: Aim, between: str, text: str) -> bool:
    """Tell whether a word is said of a target: “the council is corrupt”, “called it corrupt”."""
    if GIVEN.fullmatch(between) and named_by_others(aim.span, 0, text):
        return True
    return bool(COPULA.search(between)) and not (OTHER.search(between) or led(aim, text))


def led(aim: Aim, text: str) -> bool:
    """Tell whether a preposition leads to a name, which is then no subject."""
    return bool(PREPOSITION.search(text[max(0, aim.span.start - 24) : aim.span.start]))


def reached(aim: Aim, text: str) -> bool:
    """Tell whether a preposition leads to a target, so that the judging is of something else."""
    return bool(REACHED.search(text[max(0, aim.span.start - 30) : aim.span.start]))


def acts(appraisal: Appraisal, aim: Aim, between: str, text: str) -> bool:
    """Tell whether a target is the one who does what a verb says."""
    others = "," in between or OTHER.search(between) or APART.search(between)
    return not (led(aim, text) or others or passive(appraisal, text))


def named_by_others(found: Span, start: int, text: str) -> bool:
    """Tell whether a verb of naming just before a word gives it as somebody's view."""
    return bool(NAMING.search(text[max(start, found.start - REACH) : found.start]))


def passive(appraisal: Appraisal, text: str) -> bool:
    """Tell whether a verb is said of the one it is done to."""
    return bool(PASSIVE.search(text[max(0, appraisal.span.start - 24) : appraisal.span.start]))
