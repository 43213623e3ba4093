"""What machine a figure was measured on; a figure without it says little."""

from __future__ import annotations

import os
import platform
from pathlib import Path
from typing import Any

_MB = 1024


def describe_machine() -> dict[str, Any]:
    """Return the cores this process may use, the processor, the memory in MB, the Python and the system."""
    return {
        "cores": usable_cores(),
        "cpu": cpu_model(),
        "memory_mb": memory_mb(),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
    }


def usable_cores() -> int:
    """Return how many cores this process may run on."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def cpu_model() -> str:
    """Return the processor's name, as far as the system tells."""
    found = _field(Path("/proc/cpuinfo"), "model name")
    return found or platform.processor() or platform.machine()


def memory_mb() -> int | None:
    """Return the machine's memory in MB, or None where the system does not tell."""
    return _kilobytes(Path("/proc/meminfo"), "MemTotal")


def peak_memory_mb(pid: int | None = None) -> int | None:
    """Return the most resident memory a process has had, in MB; of this process by default."""
    found = _kilobytes(Path(f"/proc/{pid or os.getpid()}/status"), "VmHWM")
    if found is None and pid is None:
        return _peak_by_resource()
    return found


def _peak_by_resource() -> int | None:
    try:
        import resource
    except ImportError:  # not on Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (_MB * _MB if platform.system() == "Darwin" else _MB)


def _kilobytes(path: Path, name: str) -> int | None:
    found = _field(path, name).split()
    return int(found[0]) // _MB if found and found[0].isdigit() else None


def _field(path: Path, name: str) -> str:
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    for line in lines:
        key, _, value = line.partition(":")
        if key.strip() == name:
            return value.strip()
    return ""
