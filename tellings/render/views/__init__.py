"""What templates may show, one frozen dataclass for each thing: the contract of a theme."""

from tellings.render.views.common import Badge, Crumb, Day, Link, Segment, Shell, Wording
from tellings.render.views.digest import DigestView
from tellings.render.views.listing import Listing, listing
from tellings.render.views.site import HomeView, MethodView, NotFoundView, PlainView
from tellings.render.views.source import SourceView
from tellings.render.views.stance import StanceView

__all__ = [
    "Badge",
    "Crumb",
    "Day",
    "DigestView",
    "HomeView",
    "Link",
    "Listing",
    "MethodView",
    "NotFoundView",
    "PlainView",
    "Segment",
    "Shell",
    "SourceView",
    "StanceView",
    "Wording",
    "listing",
]
