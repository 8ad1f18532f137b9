"""QUIC: Initial packets that can be decrypted by everyone (RFC 9001, section 5.2), and others that
nobody can read."""

import hashlib
import hmac
import struct

import aes
import tls

SALT = bytes.fromhex("38762cf7f55934b34d179ae6a4c80cadccbb7f0a")
LEAST = 1200  # Datagrams with an Initial packet are at least that long.


def varint(value, width=0):
    if value < 64 and width < 2:
        return bytes([value])
    return struct.pack(">H", 0x4000 | value)


def expanded(secret, label, length):
    label = b"tls13 " + label
    info = struct.pack(">HB", length, len(label)) + label + b"\0\x01"
    return hmac.new(secret, info, hashlib.sha256).digest()[:length]


def keys(destination, role):
    first = hmac.new(SALT, destination, hashlib.sha256).digest()
    secret = expanded(first, role, 32)
    return (expanded(secret, b"quic key", 16), expanded(secret, b"quic iv", 12),
            expanded(secret, b"quic hp", 16))


def initial(keys_of_side, destination, source, frames, room):
    """An Initial packet with number 0 whose frames are padded to `room` bytes of packet."""
    key, vector, protection = keys_of_side
    head = b"\xc3\0\0\0\x01" + tls.counted(destination, 1) + tls.counted(source, 1) + b"\0"
    frames = frames.ljust(room - len(head) - 2 - 4 - 16, b"\0")
    head += varint(4 + len(frames) + 16, 2) + b"\0\0\0\0"
    packet = bytearray(head + aes.sealed(key, vector, head, frames))
    at = len(head) - 4
    mask = aes.Cipher(protection).encrypt(bytes(packet[at + 4:at + 20]))
    packet[0] ^= mask[0] & 0x0F
    for number in range(4):
        packet[at + number] ^= mask[1 + number]
    return bytes(packet)


def handshake(chance, destination, source, length):
    """A Handshake packet: its head can be read, not what is in it."""
    return (bytes([0xE0 | chance.getrandbits(2)]) + b"\0\0\0\x01" + tls.counted(destination, 1)
            + tls.counted(source, 1) + varint(length, 2) + chance.randbytes(length))


def crypto(message):
    return b"\x06\0" + varint(len(message), 2) + message


class Greeting:
    """The first datagrams of a connection, and the name that the server has from then on."""

    def __init__(self, chance, name):
        first, client, self.server = (chance.randbytes(8), b"", chance.randbytes(8))
        transport = (b"\x01\x04\x80\x00\x75\x30\x03\x02\x45\xc0\x04\x04\x80\xf0\x00\x00"
                     b"\x05\x04\x80\x60\x00\x00\x08\x02\x40\x64\x0f\x00")
        hello = tls.client_hello(chance, name, [b"h3"], transport)
        self.client = initial(keys(first, b"client in"), first, client, crypto(hello), LEAST)
        answer = initial(keys(first, b"server in"), client, self.server,
                         b"\x02\0\0\0\0" + crypto(tls.server_hello(chance)), 200)
        self.answer = answer + handshake(chance, client, self.server, LEAST - len(answer) - 17)
        self.reply = handshake(chance, self.server, client, 80)


def short(chance, destination, length):
    """A packet after the handshake."""
    return bytes([0x40 | chance.getrandbits(6)]) + destination + chance.randbytes(length)
