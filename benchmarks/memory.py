"""How much memory a measurement took."""

import resource
from pathlib import Path

STATUS = Path("/proc/self/status")


def most_memory() -> int:
    """The most this process has held at once, in MB.

    From Linux's own book-keeping where there is one: what the C library says begins with what the parent process held.
    """
    if STATUS.exists():
        (kilobytes,) = (line.split()[1] for line in STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(kilobytes) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
