#!/usr/bin/env python3
"""Writes the captures that no program would record: hostile text, and files that are not whole.

  make-odd-ones.py DIRECTORY

Always the same bytes: empty.pcap, one-packet.pcap, cut-short.pcap, corrupt.pcapng, hostile.pcap.
"""

import pathlib
import struct
import sys

START = 1_790_000_000  # 2026-09-21T14:13:20Z
CLIENT, SERVER, NAME_SERVER = "192.0.2.10", "198.51.100.10", "198.51.100.53"
CLIENT_MAC, ROUTER_MAC = bytes.fromhex("00005e00530a"), bytes.fromhex("00005e005301")


# --------------------------------------------------------------------------------- packets

def checksum(data):
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack(f">{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def address(text):
    return bytes(int(part) for part in text.split("."))


def ethernet_ip(source, destination, protocol, payload, identification):
    header = struct.pack(">BBHHHBBH4s4s", 0x45, 0, 20 + len(payload), identification, 0x4000, 64,
                         protocol, 0, address(source), address(destination))
    header = header[:10] + struct.pack(">H", checksum(header)) + header[12:]
    outward = source == CLIENT
    macs = ROUTER_MAC + CLIENT_MAC if outward else CLIENT_MAC + ROUTER_MAC
    return macs + b"\x08\x00" + header + payload


def with_checksum(source, destination, protocol, segment, at):
    pseudo = address(source) + address(destination) + struct.pack(">BBH", 0, protocol, len(segment))
    value = checksum(pseudo + segment) or 0xFFFF
    return segment[:at] + struct.pack(">H", value) + segment[at + 2:]


class Recording:
    """Packets with times, made one after the other."""

    def __init__(self):
        self.records = []
        self.microseconds = 0
        self.port = 40000

    def add(self, frame, wait=1500):
        self.records.append((START + self.microseconds // 1_000_000,
                             self.microseconds % 1_000_000, frame))
        self.microseconds += wait

    def udp(self, source, source_port, destination, destination_port, payload, wait=1500):
        segment = struct.pack(">HHHH", source_port, destination_port, 8 + len(payload), 0) + payload
        segment = with_checksum(source, destination, 17, segment, 6)
        self.add(ethernet_ip(source, destination, 17, segment, len(self.records) + 1), wait)

    def tcp(self, source, source_port, destination, destination_port, sequence, acknowledgement,
            flags, payload=b""):
        segment = struct.pack(">HHIIBBHHH", source_port, destination_port, sequence & 0xFFFFFFFF,
                              acknowledgement & 0xFFFFFFFF, 0x50, flags, 65535, 0, 0) + payload
        segment = with_checksum(source, destination, 6, segment, 16)
        self.add(ethernet_ip(source, destination, 6, segment, len(self.records) + 1))

    def conversation(self, port, request, response):
        """A whole TCP connection with one request and one response."""
        self.port += 1
        mine, theirs, there = self.port, port, SERVER
        a, b = 1000, 5000
        self.tcp(CLIENT, mine, there, theirs, a, 0, 0x02)
        self.tcp(there, theirs, CLIENT, mine, b, a + 1, 0x12)
        a, b = a + 1, b + 1
        self.tcp(CLIENT, mine, there, theirs, a, b, 0x10)
        for start in range(0, len(request), 1400):
            part = request[start:start + 1400]
            self.tcp(CLIENT, mine, there, theirs, a, b, 0x18, part)
            a += len(part)
        for start in range(0, len(response), 1400):
            part = response[start:start + 1400]
            self.tcp(there, theirs, CLIENT, mine, b, a, 0x18, part)
            b += len(part)
        self.tcp(CLIENT, mine, there, theirs, a, b, 0x11)
        self.tcp(there, theirs, CLIENT, mine, b, a + 1, 0x11)
        self.tcp(CLIENT, mine, there, theirs, a + 1, b + 1, 0x10)

    def look_up(self, labels, code=0):
        """A DNS question of any labels, and its answer."""
        self.port += 1
        name = b"".join(bytes([len(label)]) + label for label in labels) + b"\0"
        question = name + struct.pack(">HH", 1, 1)
        number = len(self.records) + 1
        self.udp(CLIENT, self.port, NAME_SERVER, 53,
                 struct.pack(">HHHHHH", number, 0x0100, 1, 0, 0, 0) + question)
        answer = b"" if code else b"\xc0\x0c" + struct.pack(">HHIH", 1, 1, 60, 4) + address(SERVER)
        self.udp(NAME_SERVER, 53, CLIENT, self.port,
                 struct.pack(">HHHHHH", number, 0x8180 | code, 1, 0 if code else 1, 0, 0)
                 + question + answer)


def client_hello(server_name, protocols=(b"h2",)):
    """A TLS 1.2 client hello with any bytes as the server's name."""
    names = struct.pack(">BH", 0, len(server_name)) + server_name
    extension = struct.pack(">H", len(names)) + names
    alpn = b"".join(bytes([len(name)]) + name for name in protocols)
    alpn = struct.pack(">H", len(alpn)) + alpn
    extensions = (struct.pack(">HH", 0, len(extension)) + extension
                  + struct.pack(">HH", 16, len(alpn)) + alpn)
    body = (b"\x03\x03" + bytes(range(32)) + b"\0" + struct.pack(">HHH", 4, 0xC02F, 0x009C)
            + b"\x01\0" + struct.pack(">H", len(extensions)) + extensions)
    handshake = b"\x01" + len(body).to_bytes(3, "big") + body
    return b"\x16\x03\x01" + struct.pack(">H", len(handshake)) + handshake


# ----------------------------------------------------------------------------------- files

def pcap(records):
    out = [struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 262144, 1)]
    for seconds, microseconds, frame in records:
        out.append(struct.pack("<IIII", seconds, microseconds, len(frame), len(frame)) + frame)
    return b"".join(out)


def block(kind, body):
    body += b"\0" * (-len(body) % 4)
    return struct.pack("<II", kind, len(body) + 12) + body + struct.pack("<I", len(body) + 12)


def option(code, value):
    return struct.pack("<HH", code, len(value)) + value + b"\0" * (-len(value) % 4)


def pcapng_blocks(records, interface, comment):
    end = struct.pack("<HH", 0, 0)
    blocks = [
        block(0x0A0D0D0A, struct.pack("<IHHq", 0x1A2B3C4D, 1, 0, -1) + option(1, comment) + end),
        block(1, struct.pack("<HHI", 1, 0, 262144) + option(2, interface) + end),
    ]
    for seconds, microseconds, frame in records:
        time = seconds * 1_000_000 + microseconds
        blocks.append(block(6, struct.pack("<IIIII", 0, time >> 32, time & 0xFFFFFFFF, len(frame),
                                           len(frame)) + frame + b"\0" * (-len(frame) % 4)))
    return blocks


def questions(count):
    recording = Recording()
    for number in range(count // 2):
        recording.look_up([b"host%d" % number, b"example", b"com"])
    return recording.records


# ------------------------------------------------------------------------------- hostility

SCRIPT = b"<script>alert('packetpress')</script>"
IMAGE = b"\"><img src=x onerror=alert(1)>"
BIDI = "safe\u202egnp.exe\u2066\u2069\u200f".encode()
ESCAPE = b"\x1b[2J\x1b]0;owned\x07\x1b[31mred\x9b31m"
FORMULAS = [b"=cmd|'/C calc'!A0", b"+1+1", b"-2+3", b"@SUM(A1:A9)", b"\t=1+1", b"\r=1+1"]
INVALID = b"\xff\xfe\xc3\x28\xed\xa0\x80\xf0\x28\x8c\xbc"
MARKDOWN = b"[click](javascript:alert(1)) | `code` | **bold** | ![x](http://192.0.2.1/x.png)"


def get(path, host, agent=b"example/1.0", extra=b""):
    return (b"GET " + path + b" HTTP/1.1\r\nHost: " + host + b"\r\nUser-Agent: " + agent + b"\r\n"
            + extra + b"\r\n")


def reply(status=b"200 OK", extra=b"", body=b"hello\n"):
    return (b"HTTP/1.1 " + status + b"\r\nContent-Length: %d\r\n" % len(body) + extra + b"\r\n"
            + body)


def hostile():
    recording = Recording()
    strange = [SCRIPT, IMAGE, BIDI, ESCAPE, INVALID, MARKDOWN, b"a\0b", b"line\nbreak",
               b"back\\slash.dot", b"{{name}}", b"{{{name}}}", b"%s%n%x", b"${jndi:ldap://x}",
               "\u0627\u0644\u0639\u0631\u0628\u064a\u0629".encode(), b"a,b\"c;d"] + FORMULAS
    for text in strange:
        recording.look_up([text[:63], b"example", b"com"], code=3)
        recording.conversation(80, get(b"/" + text.replace(b" ", b"%20"), text, text), reply())
        recording.conversation(443, client_hello(text, (text[:60],)), b"")
    recording.look_up([b"x" * 63, b"y" * 63, b"z" * 63, b"w" * 61])
    recording.look_up([b"example"] * 31)
    long = b"A" * 60_000
    recording.conversation(80, get(b"/", b"www.example.com", extra=b"X-Long: " + long + b"\r\n"),
                           reply())
    recording.conversation(80, get(b"/", b"www.example.com", agent=long), reply())
    recording.conversation(80, get(b"/" + long, b"www.example.com"), reply())
    recording.conversation(80, get(b"/", long[:9000]), reply(b"200 " + SCRIPT))
    recording.conversation(80, get(b"/", b"www.example.com"),
                           reply(b"301 " + ESCAPE, b"Location: javascript:alert(1)\r\nServer: "
                                 + SCRIPT + b"\r\nContent-Type: " + IMAGE + b"\r\n"))
    recording.conversation(80, SCRIPT + b" / HTTP/1.1\r\nHost: www.example.com\r\n\r\n",
                           reply(b"999999999999 " + BIDI))
    recording.conversation(443, client_hello(b"n" * 15_000), b"")
    return recording.records


def main():
    target = pathlib.Path(sys.argv[1])
    whole = questions(20)

    (target / "empty.pcap").write_bytes(pcap([]))
    (target / "one-packet.pcap").write_bytes(pcap(whole[:1]))

    # The thirteenth record ends in the middle of its packet.
    (target / "cut-short.pcap").write_bytes(pcap(whole[:13])[:-30])

    # The block of the eleventh packet says that it is 8 bytes long; no block is shorter than 12.
    blocks = pcapng_blocks(whole, b"eth0", b"A block length in the middle is wrong")
    broken = blocks[12]
    blocks[12] = broken[:4] + struct.pack("<I", 8) + broken[8:]
    (target / "corrupt.pcapng").write_bytes(b"".join(blocks))

    (target / "hostile.pcap").write_bytes(pcap(hostile()))


main()
