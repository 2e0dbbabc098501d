"""What menus and footers say, and the headings of what stands below an article."""

import re

from tellings.data import words

__all__ = ["SIGN", "TAIL"]


def _any(name: str) -> str:
    """Join the expressions of all other languages."""
    return "|".join(words.load("menus")[name].values())


SIGN = re.compile(
    r"^(?:\W*(?:home(?: ?page)?|menu|sections|help|faqs?|search|about|contact|careers?|jobs|"
    r"archives?|categories|tags|popular|trending|previous|next|blogs?|podcasts?|videos?|photos?|more|"
    rf"log ?out|e-?mail|print|register|{_any('signs')})(?!\w))+\W*$|"
    r"\b(?:site ?map|rss|about us|contact us|advertis(?:e|ing|ements?)|sponsored|privacy|cookies?|"
    r"terms (?:of|and|&)|legal|imprint|impressum|accessibility|copyright|all rights reserved|"
    r"(?:sign|log) ?(?:in|up|on|out)|login|my account|newsletters?|subscri(?:be|ption)s?|"
    r"(?:skip|jump) to|(?:follow|like) (?:us|me)|shares?|tweet|facebook|twitter|youtube|instagram|"
    r"pinterest|linkedin|flipboard|whatsapp|reddit|google ?\+|related|recommended|most popular|"
    r"most read|(?:previous|next) (?:story|post|article|page)|comments?|reply|load more|see all|"
    r"read (?:more|now|next)|may not be (?:reproduced|published|copied)|go to|see also|"
    r"terms|(?:cookie|ad) policy|ad ?choices|careers|trade ?marks?|licensed? under|powered by|"
    r"posted in|tagged|filed under|in this article|view (?:all|comments|more)|try again|accept|"
    r"opens? in (?:a )?new (?:window|tab)|free account|your (?:account|e-?mail|inbox)|save your|"
    r"join us|app store|google play|promoted (?:links|stories|content)|"
    rf"(?:by|from) (?:taboola|outbrain))\b|©|{_any('anywhere')}",
    re.IGNORECASE,
)
"""What menus and footers say on any site; lists of an article say none of it."""


TAIL = re.compile(
    r"\W*(?:(?:view|show|read|see|hide|expand|leave|post|reader)?(?: all| a)? ?\(?\d*\)? ?"
    r"comments?(?: ?\(?\d+\)?)?|(?:leave a )?(?:reply|response)|related\b.{0,30}|"
    r"(?:most|more) (?:popular|read|viewed|from|stories|news|posts|articles|on)\b.{0,30}|"
    r"popular\b.{0,20}|trending\b.{0,20}|latest\b.{0,20}|about the authors?|recommended\b.{0,30}|"
    r"you (?:may|might)\b.{0,30}|"
    r"(?:read|up|what to read) next|(?:previous|next) (?:post|story|article)s?|see also|references|"
    r"sign up\b.{0,40}|subscribe\b.{0,40}|(?:join|start) the (?:conversation|discussion)|"
    rf"sponsored\b.{{0,20}}|{_any('below')})\W*",
    re.IGNORECASE,
)
"""Headings of what comes after an article."""
