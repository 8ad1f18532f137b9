"""Captures as files."""

import struct

ETHERNET = 1
LENGTH_LIMIT = 262_144
MILLION = 1_000_000


class PcapWriter:
    """pcap with microseconds, as tcpdump writes it."""

    def __init__(self, path):
        self.file = open(path, "wb", buffering=1 << 20)
        self.file.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, LENGTH_LIMIT, ETHERNET))
        self.pack, self.add = struct.Struct("<IIII").pack, self.file.write

    def write(self, time, frame):
        length = len(frame)
        self.add(self.pack(time // MILLION, time % MILLION, length, length) + frame)

    def close(self):
        self.file.close()


class PcapngWriter:
    """pcapng with one interface, microseconds and nothing optional in a packet's block."""

    def __init__(self, path):
        self.file = open(path, "wb", buffering=1 << 20)
        self.file.write(struct.pack("<IIIHHqI", 0x0A0D0D0A, 28, 0x1A2B3C4D, 1, 0, -1, 28))
        self.file.write(struct.pack("<IIHHII", 1, 20, ETHERNET, 0, LENGTH_LIMIT, 20))
        self.pack, self.add = struct.Struct("<7I").pack, self.file.write
        self.ends = {}
        for length in range(2_000):
            total = 32 + length + -length % 4
            self.ends[length] = (total, bytes(-length % 4) + struct.pack("<I", total))

    def write(self, time, frame):
        length = len(frame)
        total, end = self.ends[length]
        self.add(self.pack(6, total, 0, time >> 32, time & 0xFFFFFFFF, length, length)
                 + frame + end)

    def close(self):
        self.file.close()
