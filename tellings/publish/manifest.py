"""The manifest: what was made from what, and so which files are ours."""

import json
from collections.abc import Mapping
from pathlib import Path
from stat import S_ISREG

from tellings.publish import paths

__all__ = ["MANIFEST", "content", "is_ours_or_empty", "outputs_in", "outputs_of", "read", "write"]

MANIFEST = "manifest.json"
LARGEST = 500_000_000
"""Bytes; a site of a million files has a third."""

FORMAT = "tellings.manifest/1"


def is_ours_or_empty(output: Path) -> bool:
    """Tell whether a folder may be published into: dotfiles alone count as empty."""
    if not output.exists():
        return not output.is_symlink()
    if not output.is_dir():
        return False
    return bool(read(output)) or all(f.name.startswith(".") for f in output.iterdir())


def read(output: Path) -> Mapping[str, object]:
    """Give the folder's manifest; nothing when there is none of ours."""
    try:
        return _parsed(content(output))
    except OSError:
        return {}


def content(output: Path) -> bytes:
    """Give the bytes of the folder's manifest; none where something else stands in its place.

    Raises:
        OSError: when there is no manifest, or none that can be read.
    """
    place = output / MANIFEST
    is_ = place.stat()
    return place.read_bytes() if S_ISREG(is_.st_mode) and is_.st_size < LARGEST else b""


def outputs_of(output: Path) -> dict[str, str]:
    """Give the path and SHA-256 of every file of ours in the folder."""
    return _outputs(read(output))


def outputs_in(body: bytes) -> dict[str, str]:
    """Give the path and SHA-256 of every file that a manifest's bytes list."""
    return _outputs(_parsed(body))


def write(outputs: Mapping[str, str], inputs: Mapping[str, str], made_by: str) -> bytes:
    """Write a manifest, sorted."""
    manifest = {
        "format": FORMAT,
        "made_by": {"tellings": made_by},
        "inputs": dict(sorted(inputs.items())),
        "outputs": dict(sorted(outputs.items())),
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()


def _parsed(body: bytes) -> Mapping[str, object]:
    try:
        manifest = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    ours = isinstance(manifest, dict) and manifest.get("format") == FORMAT
    return manifest if ours else {}


def _outputs(manifest: Mapping[str, object]) -> dict[str, str]:
    outputs = manifest.get("outputs")
    if not isinstance(outputs, dict):
        return {}
    # A manifest is a file that anybody can edit: only what we could have written counts as ours.
    return {path: str(sha) for path, sha in outputs.items() if paths.fault_of(path) is None}
