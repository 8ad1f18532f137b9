"""How time and memory grow with packets and with flows, and a stream that never seems to end."""

import subprocess
import sys
import threading
import time

from peers import ONE
from rounds import head

TIMES = (1, 4, 16)
HEADS = ("input", "packets", "conversations", "seconds", "ns a packet", "peak MB",
         "bytes a conversation more")


def nearest(counts, packets):
    return min(counts.items(), key=lambda item: abs(int(item[0]) - packets))[1]


def grown(bench, program, capture, facts):
    """A line for each size; the last column is the growth of memory since the line before."""
    lines, before = [], None
    for times in TIMES:
        packets = facts["packets"] * times // TIMES[-1]
        part = capture if times == TIMES[-1] else head(capture, packets)
        figure = bench.measured([program], part, packets)[ONE]
        flows = facts["conversations"] if times == TIMES[-1] else nearest(
            facts["conversations_after"], packets)
        more = None
        if before and flows > before[0]:
            more = (figure.peak - before[1]) / (flows - before[0])
        before = flows, figure.peak
        lines.append((times, packets, flows, figure, more))
    return lines


def rows(name, lines):
    for times, packets, flows, figure, more in lines:
        yield (f"{name} {times}x", f"{packets:,}", f"{flows:,}", f"{figure.seconds:.2f}",
               f"{figure.seconds / packets * 1e9:.0f}", f"{figure.peak / 1e6:.0f}",
               "" if more is None else f"{more:.0f}")


def resident(process):
    """What the process has in memory now; None where that cannot be asked."""
    try:
        with open(f"/proc/{process.pid}/status") as file:
            words = dict(line.split(":", 1) for line in file)
        return int(words["VmRSS"].split()[0]) * 1024
    except (OSError, KeyError):
        return None


class Watch(threading.Thread):
    """Notes the most memory that a process has at any time."""

    def __init__(self, process):
        super().__init__(daemon=True)
        self.process, self.peak = process, 0

    def run(self):
        while self.process.poll() is None:
            self.peak = max(self.peak, resident(self.process) or 0)
            time.sleep(0.05)

    def taken(self):
        peak, self.peak = self.peak, 0
        return peak


def stream(binary, whole, size, say):
    """Pipes the packets of a `make-capture` round again and again, with later times. Returns lines
    of bytes given, seconds, and the most memory since the line before."""
    process = subprocess.Popen([binary, "analyze", "-", "--quiet", "--stdout", "json"],
                               stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    watch, began, given, lines, number = Watch(process), time.monotonic(), 24, [], 0
    watch.start()
    process.stdin.write(b"\x4d\x3c\xb2\xa1\x02\0\x04\0" + bytes(8) + b"\0\0\x04\0\x01\0\0\0")
    while given < size:
        whole.write(process.stdin, number * whole.length, None, whole.count)
        given += whole.size
        number += 1
        if given * 10 // size > len(lines):
            lines.append((given, time.monotonic() - began, watch.taken()))
            say(f"{given / 1e9:.1f} GB given, {lines[-1][2] / 1e6:.0f} MB in memory")
    process.stdin.close()
    if process.wait() not in (0, 1, 3):
        sys.exit("packetpress failed on the stream")
    lines.append((given, time.monotonic() - began, watch.taken()))
    return lines


def stream_rows(lines):
    for given, seconds, peak in lines:
        yield f"{given / 1e9:.1f} GB", f"{seconds:.0f}", f"{peak / 1e6:.0f}"
