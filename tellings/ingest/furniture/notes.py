"""Notes of the page about itself: corrections, credits, notices, controls; told by one line."""

from tellings.ingest.furniture.cuts import Rule, pattern
from tellings.ingest.furniture.vocabulary import AGENCY

__all__ = ["CLOSING", "NOTES"]

NOTES: tuple[Rule, ...] = (
    pattern(
        "call for corrections",
        "correction-note",
        r"(?:to|if you (?:want|wish|would like) to) (?:suggest|report|submit|request|send) "
        r"(?:a |an |any )?(?:correction|error|mistake|typo|clarification)s?\b.*|"
        r"(?:report|spotted|found|see|notice) (?:a |an )?(?:error|mistake|typo|correction)\b.*|"
        r"you can also (?:highlight|select) (?:the |a )?(?:text|words?)\b.*|"
        r"(?:highlight|select) (?:the |a )?text and press\b.*",
        most=30,
    ),
    pattern(
        "correction",
        "correction-note",
        r"(?:corrections?|clarifications?|editor[’']s note)\s*(?:\([^)]*\))?\s*[:–—-].*"
        r"\b(?:earlier|previous|original|initial)(?:ly)? (?:version|article|story|report)?.*|"
        r"(?:corrections?|clarifications?|editor[’']?s?[’']? note)\s*:.*|"
        r"(?:an earlier version of )?this (?:article|story|post|report|page) "
        r"(?:has been|was|is|had been) (?:updated|amended|corrected|edited|revised|modified)\b.*|"
        r"an (?:earlier|previous) version of this (?:article|story|page|post|report)\b.*",
        most=80,
    ),
    pattern(
        "agency credit",
        "agency-credit",
        rf"(?-i:\W*(?:(?i:with|by|from|source:?|copyright|©|via)\W+)?(?:(?i:the) )?{AGENCY}"
        rf"(?:(?:\W+| (?i:and|with|via|the) )+{AGENCY})*"
        r"(?: (?i:contributed to this (?:report|story|article)))?\W*)|"
        r"\W*with (?:agency )?(?:inputs?|files|material|(?:additional )?reporting) "
        r"(?:from|by) [^.]{1,60}\W*|"
        r"\W*(?:with )?(?:agencies|news agencies|wire services|wires)\W*",
        most=14,
    ),
    pattern(
        "syndication",
        "syndication-credit",
        r"\W*(?:(?:this|the) (?:article|story|post|report|piece|text) )?(?:is |was |has been )?"
        r"(?:originally |first )(?:published|posted|appeared|printed|ran)\b.*|"
        r"\W*a version of this (?:article|story|piece) (?:first )?(?:appear|ran|was)\w*\b.*|"
        r"\W*(?:this (?:article|story|post|report) )?(?:is |was |has been )?"
        r"(?:re-?published|reproduced|reprinted|syndicated|translated)(?: here)? "
        r"(?:from|with (?:the )?permission|under|by arrangement)\b.*|"
        r"\W*(?:this|the) (?:story|article|report) has not been edited\b.*|"
        r"source\s*:(?!.*https?://).*",
        most=25,
    ),
    pattern(
        "cookie notice",
        "cookie-notice",
        r".*\b(?:(?:we|this (?:web)?site|our partners)(?: and our partners)? uses? cookies|"
        r"accept (?:all )?cookies|use of cookies|"
        r"cookie (?:policy|settings|preferences|consent))\b.*",
        most=60,
        hint=("cookie",),
    ),
    pattern(
        "paywall",
        "paywall-notice",
        r"(?:already a (?:subscriber|member)\b|subscribe (?:now )?to (?:read|continue|unlock)\b|"
        r"(?:to )?continue reading\b.*\b(?:subscri|sign|log)|to (?:read|keep reading)\b.*\bsubscri|"
        r"(?:this (?:article|content|story)|the full (?:article|story)) is (?:only |exclusively )?"
        r"(?:for|available to) (?:our )?(?:subscribers|members|registered)|"
        r"(?:log|sign) in to (?:read|continue|view)|"
        r"you have (?:reached|\d+) .*\b(?:free )?articles?\b).*",
        most=40,
    ),
    pattern(
        "rights and duties",
        "other",
        r"\W*(?:our standards\s*:|©|\(c\) ?(?:\d|copyright)|copyright\b|all rights reserved|"
        r"this material may not be|"
        r"no part of this (?:publication|article)|the views expressed (?:in this|here)|"
        r"terms (?:and|&) conditions|terms of (?:use|service)|privacy policy).*",
        most=60,
    ),
    pattern(
        "call for tips",
        "promotion",
        r"(?:do you have|have you got|have|got) (?:any |a |more )?"
        r"(?:information|news|story|tips?|photos?)\b.*\?.*|"
        r"(?:send|e-?mail) (?:us )?(?:your )?(?:tips|photos|videos|stories)\b.*|"
        r"(?:contact|e-?mail|write to) the (?:author|reporter|writer)s?\b.*",
        most=30,
    ),
    pattern(
        "page controls",
        "other",
        r"\W*(?:download|menu|search|skip to (?:main )?content|back to (?:top|home|the top)|"
        r"sign in|log ?in|register|subscribe|next(?: article| page)?|previous(?: article| page)?|"
        r"close|view (?:all|more)|(?:load|show|see) more|read more|more|topics?|tags?|toggle \w+|"
        r"play|pause|expand|enlarge|text size|save(?: for later)?|"
        r"print(?: this)? (?:article|page|story)|about the authors?)\W*",
        most=5,
    ),
    pattern(
        "topic links",
        "other",
        r"(?:tags?|topics?|labels?|filed under|categor(?:y|ies)|keywords?)\s*:.*",
    ),
)

CLOSING: tuple[Rule, ...] = tuple(
    rule for rule in NOTES if rule.name not in ("page controls", "topic links")
)
"""Those that may stand below everything else; a thread of comments has controls of its own."""
