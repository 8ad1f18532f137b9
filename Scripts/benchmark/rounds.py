"""Measures programs by turns, so that what disturbs the machine disturbs all alike."""

import collections
import pathlib
import shutil
import statistics
import struct
import tempfile

import measure

EMPTY = struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 262144, 1)
# `packets` is how many it was given, where that is not the whole capture.
Figure = collections.namedtuple("Figure", "seconds processor peak spread packets")


def head(capture, packets):
    """The first packets of a pcap, as a file beside it."""
    path = capture.with_name(f"{capture.stem}-{packets}.pcap")
    if path.exists() and path.stat().st_mtime >= capture.stat().st_mtime:
        return path
    length = struct.Struct("<I").unpack_from
    with open(capture, "rb") as source, open(f"{path}.part", "wb") as target:
        target.write(source.read(24))
        for _ in range(packets):
            record = source.read(16)
            if len(record) < 16:
                break
            target.write(record + source.read(length(record, 8)[0]))
    pathlib.Path(f"{path}.part").replace(path)
    return path


def scaled(value, start, scale):
    """What it takes to start is not scaled."""
    start = min(start, value)
    return start + (value - start) * scale


class Bench:
    def __init__(self, rounds, say):
        self.rounds, self.say = rounds, say
        self.temporary = tempfile.TemporaryDirectory(prefix="packetpress-bench-")
        self.folder = pathlib.Path(self.temporary.name)
        self.empty = self.folder / "empty.pcap"
        self.empty.write_bytes(EMPTY)

    def close(self):
        self.temporary.cleanup()

    def once(self, program, capture):
        folder = self.folder / "output"
        if program.wants_folder:
            folder.mkdir()
        try:
            return measure.run(program.command(capture, folder), program.accepted)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def measured(self, programs, capture, packets):
        """Figures by program's name. Those that fail are said and left out."""
        runs = {program.name: [] for program in programs}
        starts = {program.name: [] for program in programs}
        inputs = {}
        for program in programs:
            is_part = program.part and program.part < packets
            inputs[program.name] = head(capture, program.part) if is_part else capture
        for path in {capture, *inputs.values()}:
            measure.warm(path)
        failed = set()
        for number in range(self.rounds):
            self.say(f"{capture.name}: round {number + 1} of {self.rounds}")
            for program in programs:
                name = program.name
                if name in failed:
                    continue
                try:
                    runs[name].append(self.once(program, inputs[name]))
                    if inputs[name] != capture:
                        starts[name].append(self.once(program, self.empty))
                except measure.Failed as error:
                    self.say(str(error))
                    failed.add(name)
        return {program.name: self.figure(program, runs[program.name], starts[program.name],
                                          packets)
                for program in programs if program.name not in failed}

    @staticmethod
    def figure(program, runs, starts, packets):
        seconds = statistics.median(run.seconds for run in runs)
        spread = (max(run.seconds for run in runs) - min(run.seconds for run in runs)) / seconds
        processor = statistics.median(run.processor for run in runs)
        peak = statistics.median(run.peak for run in runs)
        if not starts:
            return Figure(seconds, processor, peak, spread, None)
        scale = packets / program.part
        return Figure(
            scaled(seconds, statistics.median(run.seconds for run in starts), scale),
            scaled(processor, statistics.median(run.processor for run in starts), scale), peak,
            spread, program.part)
