"""Changes to a file as strangers, editors and broken programs make them."""

import random

from tests.fuzz.seeds import PIECES

__all__ = ["changed"]


def changed(content: bytes, chance: random.Random) -> bytes:
    """Give a file with some changes: pieces put in, words and lines lost, doubled or moved."""
    found = content
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        found = chance.choice(CHANGES)(found, chance)
    return found


def put_in(content: bytes, chance: random.Random) -> bytes:
    """Put a piece somewhere, once or many times over."""
    at, times = chance.randint(0, len(content)), chance.choice((1, 1, 1, 2, 40))
    return content[:at] + chance.choice(PIECES) * times + content[at:]


def put_over(content: bytes, chance: random.Random) -> bytes:
    """Put a piece in the place of a word."""
    words = content.split(b" ")
    words[chance.randrange(len(words))] = chance.choice(PIECES)
    return b" ".join(words)


def lose(content: bytes, chance: random.Random) -> bytes:
    """Lose a stretch."""
    at = chance.randint(0, len(content))
    return content[:at] + content[at + chance.choice((1, 2, 10, 100)) :]


def double(content: bytes, chance: random.Random) -> bytes:
    """Say a stretch twice, the second time elsewhere."""
    at, to = chance.randint(0, len(content)), chance.randint(0, len(content))
    return content[:to] + content[at : at + chance.choice((1, 5, 30, 200))] + content[to:]


def move_line(content: bytes, chance: random.Random) -> bytes:
    """Take a line and put it elsewhere."""
    lines = content.split(b"\n")
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randint(0, len(lines)), line)
    return b"\n".join(lines)


def join_lines(content: bytes, chance: random.Random) -> bytes:
    """Lose the break between two lines."""
    lines = content.split(b"\n")
    at = chance.randrange(len(lines))
    return b"\n".join((*lines[:at], b" ".join(lines[at : at + 2]), *lines[at + 2 :]))


def break_byte(content: bytes, chance: random.Random) -> bytes:
    """Turn a byte into another."""
    at = chance.randint(0, len(content))
    return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]


CHANGES = (put_in, put_in, put_over, put_over, lose, double, move_line, join_lines, break_byte)
