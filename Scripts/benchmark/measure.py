"""Runs programs, and says how long each took and how much memory it had at most."""

import collections
import subprocess
import sys

Run = collections.namedtuple("Run", "seconds processor peak")

# A process that starts another counts its own memory into that of the other. So what starts the
# programs is as small as Python gets, and not the process that has all the figures.
LAUNCHER = """
import os, sys, time
nothing = os.open(os.devnull, os.O_RDWR)
turned = [(os.POSIX_SPAWN_DUP2, nothing, number) for number in (0, 1)]
began = time.monotonic()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=turned)
_, status, used = os.wait4(child, 0)
print(time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss,
      os.waitstatus_to_exitcode(status))
"""


class Failed(Exception):
    """A program did not do what was asked."""


def run(command, accepted=(0,)):
    """Runs a command with its output thrown away."""
    command = [str(word) for word in command]
    done = subprocess.run([sys.executable, "-IS", "-c", LAUNCHER, *command],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    words = done.stdout.split()
    if done.returncode or int(words[3]) not in accepted:
        said = done.stderr.decode(errors="replace").strip().splitlines()[-3:]
        raise Failed(f"{' '.join(command)}: exit status "
                     f"{int(words[3]) if words else 'unknown'}; {' '.join(said)}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(float(words[0]), float(words[1]), int(words[2]) * unit)


def warm(path):
    """Reads a file, so that it is in memory for all alike."""
    with open(path, "rb", buffering=0) as file:
        buffer = bytearray(1 << 20)
        while file.readinto(buffer):
            pass
