"""What a source asks of search engines, and what is passed on."""

__all__ = ["directives"]

KNOWN = ("noindex", "nofollow", "noarchive", "nosnippet", "noimageindex", "notranslate")


def directives(robots: str | None) -> tuple[str, ...]:
    """Read a source's `robots`: the known words, in one order; "none" is noindex, nofollow."""
    asked = (robots or "").lower().replace(",", " ").split()
    if "none" in asked:
        asked += ["noindex", "nofollow"]
    return tuple(word for word in KNOWN if word in asked)
