"""What the pages count, and the languages they name."""

from tellings.render.phrases import mark

__all__ = ["COUNTS", "LANGUAGES", "NONE"]

COUNTS = mark(
    {
        "advertisement": ("%(num)s advertisement", "%(num)s advertisements"),
        "agency": ("%(num)s agency", "%(num)s agencies"),
        "breadcrumb": ("%(num)s breadcrumb", "%(num)s breadcrumbs"),
        "byline": ("%(num)s byline", "%(num)s bylines"),
        "caption": ("%(num)s caption", "%(num)s captions"),
        "changed source": ("%(num)s changed source", "%(num)s changed sources"),
        "claim gone": ("%(num)s claim gone", "%(num)s claims gone"),
        "claim told by more texts": (
            "%(num)s claim told by more texts",
            "%(num)s claims told by more texts",
        ),
        "claim told otherwise": ("%(num)s claim told otherwise", "%(num)s claims told otherwise"),
        "claim": ("%(num)s claim", "%(num)s claims"),
        "date label": ("%(num)s date label", "%(num)s date labels"),
        "difference": ("%(num)s difference", "%(num)s differences"),
        "event": ("%(num)s event", "%(num)s events"),
        "file": ("%(num)s file", "%(num)s files"),
        "line": ("%(num)s line", "%(num)s lines"),
        "menu": ("%(num)s menu", "%(num)s menus"),
        "more file": ("%(num)s more file", "%(num)s more files"),
        "name": ("%(num)s name", "%(num)s names"),
        "new claim": ("%(num)s new claim", "%(num)s new claims"),
        "new source": ("%(num)s new source", "%(num)s new sources"),
        "newsletter box": ("%(num)s newsletter box", "%(num)s newsletter boxes"),
        "origin": ("%(num)s origin", "%(num)s origins"),
        "other line": ("%(num)s other line", "%(num)s other lines"),
        "other reading": ("%(num)s other reading", "%(num)s other readings"),
        "other text": ("%(num)s other text", "%(num)s other texts"),
        "promotion": ("%(num)s promotion", "%(num)s promotions"),
        "reader comment": ("%(num)s reader comment", "%(num)s reader comments"),
        "related article": ("%(num)s related article", "%(num)s related articles"),
        "section label": ("%(num)s section label", "%(num)s section labels"),
        "sentence": ("%(num)s sentence", "%(num)s sentences"),
        "share bar": ("%(num)s share bar", "%(num)s share bars"),
        "source gone": ("%(num)s source gone", "%(num)s sources gone"),
        "source": ("%(num)s source", "%(num)s sources"),
        "source address": ("%(num)s source address", "%(num)s source addresses"),
        "syndication credit": ("%(num)s syndication credit", "%(num)s syndication credits"),
        "target": ("%(num)s target", "%(num)s targets"),
        "term": ("%(num)s term", "%(num)s terms"),
        "text": ("%(num)s text", "%(num)s texts"),
        "thing": ("%(num)s thing", "%(num)s things"),
        "title": ("%(num)s title", "%(num)s titles"),
        "word": ("%(num)s word", "%(num)s words"),
    }
)
"""What is counted: for one, and for other numbers."""

NONE = mark(
    {
        "agency": "no agency",
        "claim": "no claims",
        "difference": "no differences",
        "event": "no events",
        "name": "no names",
        "target": "no targets",
        "term": "no terms",
    }
)
"""What is counted: where there is none."""

LANGUAGES = mark(
    {
        "ar": "Arabic",
        "de": "German",
        "en": "English",
        "es": "Spanish",
        "fa": "Persian",
        "fr": "French",
        "he": "Hebrew",
        "hi": "Hindi",
        "id": "Indonesian",
        "it": "Italian",
        "ja": "Japanese",
        "ko": "Korean",
        "nl": "Dutch",
        "no": "Norwegian",
        "pl": "Polish",
        "pt": "Portuguese",
        "ru": "Russian",
        "sv": "Swedish",
        "tr": "Turkish",
        "uk": "Ukrainian",
        "zh": "Chinese",
    }
)
"""By the first part of a tag."""
