"""What the figures were measured on."""

import os
import pathlib
import platform
import subprocess


def output(command, folder=None):
    try:
        return subprocess.run(command, cwd=folder, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=True).stdout.decode().strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def processor():
    cpus = pathlib.Path("/proc/cpuinfo")
    if cpus.exists():
        for line in cpus.read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return output(["sysctl", "-n", "machdep.cpu.brand_string"]) or platform.machine()


def system():
    release = pathlib.Path("/etc/os-release")
    if release.exists():
        for line in release.read_text().splitlines():
            if line.startswith("PRETTY_NAME="):
                return f"{line.split('=', 1)[1].strip(chr(34))}, Linux {platform.release()}"
    return platform.platform()


def memory():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def commit(folder):
    revision = output(["git", "rev-parse", "--short", "HEAD"], folder)
    changed = output(["git", "status", "--porcelain", "--untracked-files=no"], folder)
    return revision + (" with changes" if changed else "") if revision else "unknown"


def description():
    return [f"{processor()}, {os.cpu_count()} cores, {memory():.0f} GB of memory", system()]
