"""Ethernet frames with right lengths and checksums, made fast."""

import struct

CLIENT, SERVER = 0, 1
TCP, UDP = 6, 17
SHORTEST = 60  # What Ethernet carries at least, without its checksum.

IPV4_TCP = struct.Struct(">HHHHHH8s4sIIHHHH").pack
IPV6_TCP = struct.Struct(">IHH32s4sIIHHHH").pack
IPV4_UDP = struct.Struct(">HHHHHH8s4sHH").pack
IPV6_UDP = struct.Struct(">IHH32s4sHH").pack


def word_sum(data):
    """The sum of the 16-bit words, modulo 65535: as 2^16 is 1 there, it is that of one number."""
    if len(data) & 1:
        data += b"\0"
    return int.from_bytes(data, "big") % 65535


def checksum(data):
    return 65535 - word_sum(data)


class Path:
    """Two ends that send to each other: makes their frames. Client's side is 0, server's is 1."""

    __slots__ = ("link", "ends", "ports", "total", "addresses", "hops", "idents", "labels", "six")

    def __init__(self, client, server, ports, macs, vlan=None, hops=(64, 57), chance=None):
        self.six = len(client) == 16
        kind = b"\x86\xdd" if self.six else b"\x08\x00"
        if vlan:
            kind = struct.pack(">HH", 0x8100, vlan) + kind
        self.link = (macs[1] + macs[0] + kind, macs[0] + macs[1] + kind)
        self.ends = (client + server, server + client)
        one, other = struct.pack(">H", ports[0]), struct.pack(">H", ports[1])
        self.ports = (one + other, other + one)
        self.addresses = word_sum(client + server)
        self.total = self.addresses + ports[0] + ports[1]
        self.hops = hops
        number = chance.getrandbits(52) if chance else 0
        self.idents = [number & 0xFFFF, number >> 16 & 0xFFFF]
        self.labels = (0x60000000 | number >> 32, 0x60000000 | number >> 12 & 0xFFFFF)

    def tcp(self, side, sequence, acknowledged, flags, window, options=b"", payload=b""):
        length = 20 + len(options) + len(payload)
        flags |= 20 + len(options) << 10  # The header's length in words, in the top four bits.
        total = self.total + TCP + length + sequence + acknowledged + flags + window
        if options:
            total += word_sum(options)
        if payload:
            total += word_sum(payload)
        total = -total % 65535
        if self.six:
            return self.link[side] + IPV6_TCP(
                self.labels[side], length, TCP << 8 | self.hops[side], self.ends[side],
                self.ports[side], sequence, acknowledged, flags, window, total, 0
            ) + options + payload
        frame = self.link[side] + IPV4_TCP(
            *self.ipv4(side, TCP, length), self.ends[side], self.ports[side], sequence,
            acknowledged, flags, window, total, 0) + options + payload
        return frame if len(frame) >= SHORTEST else frame.ljust(SHORTEST, b"\0")

    def udp(self, side, payload):
        length = 8 + len(payload)
        total = -(self.total + UDP + 2 * length + word_sum(payload)) % 65535 or 65535
        if self.six:
            return self.link[side] + IPV6_UDP(
                self.labels[side], length, UDP << 8 | self.hops[side], self.ends[side],
                self.ports[side], length, total) + payload
        frame = self.link[side] + IPV4_UDP(
            *self.ipv4(side, UDP, length), self.ends[side], self.ports[side], length, total
        ) + payload
        return frame if len(frame) >= SHORTEST else frame.ljust(SHORTEST, b"\0")

    def ipv4(self, side, protocol, length):
        """The first six words of the header."""
        ident = self.idents[side] = self.idents[side] + 1 & 0xFFFF
        time_to_live = self.hops[side] << 8 | protocol
        total = 0x4500 + 20 + length + ident + 0x4000 + time_to_live + self.addresses
        return 0x4500, 20 + length, ident, 0x4000, time_to_live, -total % 65535

    def echo(self, side, number, sequence, payload):
        """An ICMP or ICMPv6 echo request of the client, or the server's reply."""
        if self.six:
            head = struct.pack(">BBHHH", 128 + side, 0, 0, number, sequence)
            total = -(word_sum(head + payload) + self.addresses + 58 + 8 + len(payload)) % 65535
            message = head[:2] + struct.pack(">H", total) + head[4:] + payload
            return self.link[side] + struct.pack(
                ">IHBB", self.labels[side], len(message), 58, self.hops[side]
            ) + self.ends[side] + message
        head = struct.pack(">BBHHH", 0 if side else 8, 0, 0, number, sequence)
        message = head[:2] + struct.pack(">H", checksum(head + payload)) + head[4:] + payload
        words = self.ipv4(side, 1, len(message))
        return (self.link[side] + struct.pack(">6H", *words) + self.ends[side] + message).ljust(
            SHORTEST, b"\0")


def arp(operation, sender_mac, sender, target_mac, target):
    """A request to everyone (1), or an answer (2)."""
    to = b"\xff" * 6 if operation == 1 else target_mac
    body = struct.pack(">HHBBH", 1, 0x0800, 6, 4, operation) + sender_mac + sender + (
        b"\0" * 6 if operation == 1 else target_mac) + target
    return (to + sender_mac + b"\x08\x06" + body).ljust(SHORTEST, b"\0")
