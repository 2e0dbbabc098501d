"""The manifest: what was made from what, and so which files are ours."""

import json
from collections.abc import Mapping
from pathlib import Path

from tellings.publish import paths

__all__ = ["MANIFEST", "is_ours_or_empty", "outputs_in", "outputs_of", "read", "write"]

MANIFEST = "manifest.json"
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
        return _parsed((output / MANIFEST).read_bytes())
    except OSError:
        return {}


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
