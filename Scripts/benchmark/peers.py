"""The programs that are measured: ours, and others that read captures."""

import pathlib
import shutil
import subprocess
import sys

SCAPY = ("import logging, sys\n"
         "logging.getLogger('scapy').setLevel(logging.ERROR)\n"
         "from scapy.utils import PcapReader\n"
         "import scapy.all\n"
         "for packet in PcapReader(sys.argv[1]): pass\n")
ONE, ALL, REPORT, REPORT_ONE = ("packetpress, 1 worker", "packetpress", "packetpress, report",
                                "packetpress, report, 1 worker")
CAPINFOS, TSHARK, SCAPY_READER, ZSTDCAT = "capinfos -c", "tshark", "scapy", "zstdcat"


class Program:
    """`command` takes the capture and an empty folder. With `part`, only that many packets are
    given to it, and the time is scaled."""

    def __init__(self, name, command, version, part=None, accepted=(0,), formats=("pcap",),
                 wants_folder=False):
        self.name, self.command, self.version, self.part = name, command, version, part
        self.accepted, self.formats, self.wants_folder = accepted, formats, wants_folder


def first_line(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    lines = [line.strip() for line in done.stdout.decode(errors="replace").splitlines()]
    line = next((line for line in lines if line and "root" not in line), "unknown")
    return line.strip("* ").split(" (Git")[0].rstrip(".")


def ours(binary):
    # A finding or an expectation may make it end with 1 or 3.
    accepted = (0, 1, 3)

    def analysis(*options):
        return lambda capture, folder: [binary, "analyze", capture, "--quiet", *options]

    def report(*options):
        return lambda capture, folder: [binary, "analyze", capture, "--quiet", "--output", folder,
                                        *options]

    version = [binary, "--version"]
    everywhere = ("pcap", "pcapng", "pcap.zst")
    return [
        Program(ONE, analysis("--workers", "1", "--stdout", "text"), version, accepted=accepted,
                formats=everywhere),
        Program(ALL, analysis("--stdout", "text"), version, accepted=accepted, formats=everywhere),
        Program(REPORT_ONE, report("--workers", "1"), version, accepted=accepted,
                wants_folder=True),
        Program(REPORT, report(), version, accepted=accepted, wants_folder=True),
    ]


def scapy_python():
    """A Python that has scapy; None if there is none."""
    for python in (sys.executable, "/usr/bin/python3"):
        if pathlib.Path(python).exists() and subprocess.run(
                [python, "-c", "import scapy"], stderr=subprocess.DEVNULL).returncode == 0:
            return python
    return None


def peers():
    """Those that are installed, and the names of those that are not."""
    python = scapy_python()
    everyone = [
        ("capinfos", Program(CAPINFOS, lambda capture, _: ["capinfos", "-c", capture],
                             ["capinfos", "--version"], formats=("pcap", "pcapng"))),
        ("tcpdump", Program("tcpdump -w /dev/null", lambda capture, _: [
            "tcpdump", "-w", "/dev/null", "-r", capture], ["tcpdump", "--version"])),
        ("nfpcapd", Program("nfpcapd", lambda capture, folder: [
            "nfpcapd", "-r", capture, "-w", folder], ["nfpcapd", "-V"], 1_000_000,
            wants_folder=True)),
        ("tcptrace", Program("tcptrace", lambda capture, _: ["tcptrace", "-n", capture],
                             ["tcptrace", "-v"], 250_000)),
        ("tshark", Program(TSHARK, lambda capture, _: [
            "tshark", "-q", "-z", "io,phs", "-z", "conv,tcp", "-r", capture],
            ["tshark", "--version"], 200_000)),
        ("zstdcat", Program(ZSTDCAT, lambda capture, _: ["zstdcat", capture],
                            ["zstd", "--version"], formats=("pcap.zst",))),
    ]
    there = [program for tool, program in everyone if shutil.which(tool)]
    missing = [tool for tool, _ in everyone if not shutil.which(tool)]
    if python:
        version = [python, "-c", "import scapy; print('scapy', scapy.VERSION)"]
        there.append(Program(SCAPY_READER, lambda capture, _: [python, "-c", SCAPY, capture],
                             version, 50_000))
    else:
        missing.append("scapy")
    return there, missing
