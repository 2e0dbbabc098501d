"""What every drawing is made with: outlines and words, in whole numbers."""

from tellings.render.views.charts import Anchor, ChartShape, ChartView, ChartWords, Ink

__all__ = ["LETTER", "Canvas"]

LETTER = 7
"""About how wide a letter of the sheet's small size is, in pixels."""


class Canvas:
    """Gathers the shapes of a drawing by the way they are drawn."""

    def __init__(self) -> None:
        self.paths: dict[Ink, list[str]] = {}
        self.words: list[ChartWords] = []

    def draw(self, kind: Ink, path: str) -> None:
        """Add an outline."""
        self.paths.setdefault(kind, []).append(path)

    def dot(self, kind: Ink, x: int, y: int, r: int) -> None:
        """Add a circle."""
        self.draw(kind, f"M{x - r} {y}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0-{2 * r} 0")

    def write(self, x: int, y: int, words: str, anchor: Anchor = "start") -> None:
        """Add a few words."""
        self.words.append(ChartWords(x=x, y=y, words=words, anchor=anchor))

    def view(
        self, name: str, title: str, finding: str, key: str, size: tuple[int, int]
    ) -> ChartView:
        """Give the drawing."""
        return ChartView(
            id=name,
            title=title,
            finding=finding,
            key=key,
            width=size[0],
            height=size[1],
            shapes=tuple(ChartShape(kind=k, path="".join(p)) for k, p in self.paths.items()),
            words=tuple(self.words),
        )
