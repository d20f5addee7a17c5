"""Makes the slim archive of a commit: one folder that any client can take, with one SKILL.md and only what runs.

    .venv/bin/python release/archive.py [COMMIT]

The same commit gives the same bytes everywhere: files in the order of their paths, not compressed, dated like it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from escalation.clients.bundle import checkout, files
from escalation.clients.found import version_of
from escalation.clients.places import SKILL

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Write the archive of a commit into dist/ and print its name and hash."""
    commit = sys.argv[1] if len(sys.argv) > 1 else "HEAD"
    name, content = archive(commit)
    target = ROOT / "dist" / name
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(content)
    print(f"{target.relative_to(ROOT)}  sha256 {hashlib.sha256(content).hexdigest()}  {len(content):,} bytes")
    return 0


def archive(commit: str, root: Path = ROOT) -> tuple[str, bytes]:
    """The archive's file name and its content."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        with tarfile.open(
            fileobj=io.BytesIO(_git(root, "-c", "core.autocrlf=false", "archive", "--format=tar", commit))
        ) as tar:
            tar.extractall(tree, filter="data")
        version = version_of(tree)
        content = packed(files(checkout(tree)), _date(root, commit))
    return f"{SKILL}-{version}.zip", content


def packed(contents: Mapping[str, bytes], date: dt.datetime) -> bytes:
    """A zip of ``contents`` under one folder; zip knows no seconds that are odd, and no year before 1980."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as zipped:
        for path, content in sorted(contents.items()):
            entry = zipfile.ZipInfo(f"{SKILL}/{path}", date.timetuple()[:6])
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = 0o100644 << 16
            zipped.writestr(entry, content)
    return buffer.getvalue()


def _date(root: Path, commit: str) -> dt.datetime:
    seconds = int(_git(root, "log", "-1", "--format=%ct", commit))
    return dt.datetime.fromtimestamp(seconds, dt.UTC)


def _git(root: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True).stdout


if __name__ == "__main__":
    sys.exit(main())
