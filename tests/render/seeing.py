"""The views of the digest made by hand."""

from tellings.model.digest import Digest
from tellings.render.excerpts import for_pages
from tellings.render.index import index
from tellings.render.urls import Addresses
from tellings.render.viewing.desk import Desk
from tellings.render.viewing.digest import digest_view
from tellings.render.viewing.source import source_view
from tellings.render.viewing.stance import stance_view
from tellings.render.views import DigestView, Link, SourceView, StanceView
from tests.render import making

__all__ = ["desk", "shown", "source", "stance", "words"]

HERE = "events/saltmere-strike/index.html"


def desk(digest: Digest | None = None) -> Desk:
    return Desk(
        index(for_pages(digest or making.digest())), Addresses(page=HERE, base_url=making.BASE)
    )


def shown(digest: Digest | None = None) -> DigestView:
    return digest_view(desk(digest), (), making.INPUTS, making.SITE)


def source(id_: str) -> SourceView:
    return source_view(desk(), desk().index.tellings[id_])


def stance(digest: Digest | None = None) -> StanceView:
    return stance_view(desk(digest))


def words(links: tuple[Link, ...]) -> list[str]:
    return [link.words for link in links]
