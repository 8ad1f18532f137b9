"""What must hold, and whether it does."""

import collections

from peers import ALL, CAPINFOS, ONE, REPORT, REPORT_ONE, SCAPY_READER, TSHARK, ZSTDCAT

# `limit` is a most or, with `least`, a least; `figure` is None where it could not be measured.
Bar = collections.namedtuple("Bar", "what figure limit unit least")
MEGABYTE = 1 << 20
OF_CAPINFOS = {"mixed": ((ONE, 1.2), (ALL, 0.9)), "small": ((ONE, 1.6), (ALL, 1.2))}
OF_OTHERS = {"mixed": ((TSHARK, 50), (SCAPY_READER, 250)), "applications": ((TSHARK, 30),)}
BYTES_OF_A_FLOW = {"mixed": 0, "small": 250}
GAINS = {"small": 1.3, "applications": 1.5}


def held(bar):
    if bar.figure is None:
        return None
    return bar.figure >= bar.limit if bar.least else bar.figure <= bar.limit


def row(bar):
    sign = "≥" if bar.least else "≤"
    verdict = {True: "held", False: "missed", None: "not measured"}
    reached = "" if bar.figure is None else shown(bar.figure, bar.unit)
    return bar.what, reached, f"{sign} {shown(bar.limit, bar.unit)}", verdict[held(bar)]


def shown(value, unit):
    if unit == "MB":
        return f"{value / MEGABYTE:.0f} MB"
    if unit == "bytes":
        return f"{value:.0f} bytes"
    if unit == "s":
        return f"{value:.2f} s" if abs(value) > 0.1 else f"{1000 * value:.0f} ms"
    return f"{value:.2f} {unit}"


class Figures:
    """The medians by kind, format and program."""

    def __init__(self, measured, facts):
        self.measured, self.facts = measured, facts

    def seconds(self, kind, program, form="pcap"):
        figure = self.measured.get((kind, form), {}).get(program)
        return figure and figure.seconds

    def peak(self, kind, program, form="pcap"):
        figure = self.measured.get((kind, form), {}).get(program)
        return figure and figure.peak


def ratio(one, other):
    return one / other if one and other else None


def difference(one, other):
    return one - other if one and other else None


def of_captures(figures):
    """Those of the kinds that were measured."""
    kinds = sorted({kind for kind, _ in figures.measured})
    return [bar for kind in kinds for bar in of_kind(figures, kind)]


def of_kind(figures, kind):
    def seconds(program, form="pcap"):
        return figures.seconds(kind, program, form)

    for program, most in OF_CAPINFOS.get(kind, ()):
        yield Bar(f"{kind}: {program}, against {CAPINFOS}",
                  ratio(seconds(program), seconds(CAPINFOS)), most, "times", False)
    for peer, least in OF_OTHERS.get(kind, ()):
        yield Bar(f"{kind}: {peer}, against packetpress", ratio(seconds(peer), seconds(ALL)),
                  least, "times", True)
    yield Bar(f"{kind}: pcapng against pcap, {ONE}", ratio(seconds(ONE, "pcapng"), seconds(ONE)),
              1.15, "times", False)
    yield Bar(f"{kind}: zstd against {ZSTDCAT}",
              ratio(seconds(ALL, "pcap.zst"), seconds(ZSTDCAT, "pcap.zst")), 1.25, "times", False)
    yield Bar(f"{kind}: a report, longer than analysis alone by",
              difference(seconds(REPORT), seconds(ALL)), 0.7, "s", False)
    if kind == "mixed":
        yield Bar(f"{kind}: a report with 1 worker, longer than analysis alone by",
                  difference(seconds(REPORT_ONE), seconds(ONE)), 0.6, "s", False)
    if kind in BYTES_OF_A_FLOW:
        most = 64 * MEGABYTE + BYTES_OF_A_FLOW[kind] * figures.facts[kind]["conversations"]
        for program in (ONE, ALL):
            yield Bar(f"{kind}: peak memory, {program}", figures.peak(kind, program), most, "MB",
                      False)
    if kind in GAINS:
        yield Bar(f"{kind}: gain of all workers (on a quiet machine of two cores)",
                  ratio(seconds(ONE), seconds(ALL)), GAINS[kind], "times", True)
