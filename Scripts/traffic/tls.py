"""Handshake messages and records of TLS."""

import struct

GREASE = (0x0A0A, 0x1A1A, 0x2A2A, 0x3A3A, 0x4A4A, 0x5A5A, 0x6A6A, 0x7A7A, 0x8A8A, 0x9A9A)
# Per kind of client: ciphers, groups, whether values are mixed in that nobody knows (RFC 8701).
CLIENTS = (
    ((0x1301, 0x1302, 0x1303, 0xC02B, 0xC02F, 0xC02C, 0xC030, 0xCCA9, 0xCCA8, 0xC013, 0xC014,
      0x009C, 0x009D, 0x002F, 0x0035), (0x001D, 0x0017, 0x0018), True),
    ((0x1301, 0x1303, 0x1302, 0xC02B, 0xC02F, 0xCCA9, 0xCCA8, 0xC02C, 0xC030, 0xC00A, 0xC009,
      0xC013, 0xC014, 0x009C, 0x009D, 0x002F, 0x0035), (0x001D, 0x0017, 0x0018, 0x0019), False),
    ((0x1302, 0x1303, 0x1301, 0xC02C, 0xC030, 0x009F, 0xCCA9, 0xCCA8, 0xCCAA, 0xC02B, 0xC02F,
      0x009E, 0xC024, 0xC028, 0x006B, 0xC023, 0xC027, 0x0067, 0x00FF),
     (0x001D, 0x0017, 0x001E, 0x0019, 0x0018), False),
)
SIGNATURES = (0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601)


def counted(data, width=2):
    return len(data).to_bytes(width, "big") + data


def numbers(values):
    return b"".join(struct.pack(">H", value) for value in values)


def extension(number, body):
    return struct.pack(">HH", number, len(body)) + body


def record(kind, body, version=0x0303):
    return struct.pack(">BHH", kind, version, len(body)) + body


def client_hello(chance, name, protocols, transport=None):
    """The message; `transport` holds QUIC's transport parameters, where it is for QUIC."""
    ciphers, groups, grease = CLIENTS[chance.randrange(len(CLIENTS))]
    odd = numbers([chance.choice(GREASE)]) if grease else b""
    share = struct.pack(">H", 0x001D) + counted(chance.randbytes(32))
    if odd:
        share = odd + counted(b"\0") + share
    versions = numbers([0x0304] if transport is not None else [0x0304, 0x0303])
    extensions = [
        extension(0, counted(b"\0" + counted(name))),
        extension(10, counted(odd + numbers(groups))),
        extension(13, counted(numbers(SIGNATURES))),
        extension(16, counted(b"".join(counted(protocol, 1) for protocol in protocols))),
        extension(43, counted(odd + versions, 1)),
        extension(45, b"\x01\x01"),
        extension(51, counted(share)),
    ]
    if transport is None:
        extensions += [extension(11, b"\x01\0"), extension(23, b""), extension(35, b""),
                       extension(5, b"\x01\0\0\0\0")]
    else:
        extensions.append(extension(57, transport))
    if odd:
        chance.shuffle(extensions)
        extensions.insert(0, extension(chance.choice(GREASE), b""))
    session = b"" if transport is not None else chance.randbytes(32)
    body = (b"\x03\x03" + chance.randbytes(32) + counted(session, 1)
            + counted(odd + numbers(ciphers)) + b"\x01\0" + counted(b"".join(extensions)))
    return b"\x01" + counted(body, 3)


def server_hello(chance, session=b""):
    extensions = extension(43, b"\x03\x04") + extension(
        51, struct.pack(">H", 0x001D) + counted(chance.randbytes(32)))
    body = (b"\x03\x03" + chance.randbytes(32) + counted(session, 1)
            + struct.pack(">H", chance.choice((0x1301, 0x1302))) + b"\0" + counted(extensions))
    return b"\x02" + counted(body, 3)


def session_of(hello):
    return hello[39:39 + hello[38]]


def sealed(chance, length, most=16_368):
    """Application data that nobody can read, in records."""
    records = []
    while length > 0:
        part = min(length, most)
        records.append(record(23, chance.randbytes(part + 17)))
        length -= part
    return b"".join(records)


def newest_flights(chance, name, protocols):
    """TLS 1.3: what the client, the server, and the client again send before application data."""
    hello = client_hello(chance, name, protocols)
    change = record(20, b"\x01")
    server = record(22, server_hello(chance, session_of(hello))) + change + sealed(
        chance, chance.randint(2_300, 4_600), 4_000)
    return record(22, hello, 0x0301), server, change + record(23, chance.randbytes(53))


def older_flights(chance, name, protocols, recorded):
    """TLS 1.2, with the server's flight as recorded, but for its random bytes."""
    hello = client_hello(chance, name, protocols)
    flight = chance.choice(recorded)
    server = flight[:11] + chance.randbytes(32) + flight[43:]
    change = record(20, b"\x01")
    client = (record(22, b"\x10" + counted(counted(b"\x04" + chance.randbytes(64), 1), 3))
              + change + record(22, chance.randbytes(40)))
    return record(22, hello, 0x0301), server, client, change + record(22, chance.randbytes(40))


def recorded_flights(packets):
    """The TLS 1.2 servers' first flights of a capture: (link type, time, length, bytes) each."""
    streams = {}
    for _, _, _, data in packets:
        at = 14
        if data[12:14] == b"\x08\x00" and data[23] == 6:
            addresses, end = data[26:34], 14 + int.from_bytes(data[16:18], "big")
            at += (data[14] & 15) * 4
        elif data[12:14] == b"\x86\xdd" and data[20] == 6:
            addresses, end, at = data[22:54], 54 + int.from_bytes(data[18:20], "big"), 54
        else:
            continue
        key = addresses + data[at:at + 4]
        streams[key] = streams.get(key, b"") + data[at + (data[at + 12] >> 4) * 4:end]
    flights = (whole_flight(stream) for stream in streams.values())
    return [flight for flight in flights if flight]


def whole_flight(stream):
    """The records up to ServerHelloDone; None if these are not such."""
    at = 0
    while at + 9 <= len(stream) and stream[at] == 22 and (at or stream[5] == 2):
        end = at + 5 + int.from_bytes(stream[at + 3:at + 5], "big")
        if stream[at + 5:at + 9] == b"\x0e\0\0\0":
            return stream[:end]
        at = end
    return None
