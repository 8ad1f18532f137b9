"""Who talks: clients of an office, hosts on the other side of its line, and the way between."""

import ipaddress
import struct

from frames import Path

# Addresses for benchmarks (RFC 2544, RFC 5180), for documentation, and private ones.
SERVERS4 = int(ipaddress.IPv4Address("198.18.0.0"))
SERVERS6 = int(ipaddress.IPv6Address("2001:2::"))
CLIENTS4 = int(ipaddress.IPv4Address("10.20.0.0"))
CLIENTS6 = int(ipaddress.IPv6Address("2001:db8:20::"))
ROUTER = b"\x02\x00\x5e\x00\x00\x01"
WORDS = (b"mail", b"cloud", b"news", b"shop", b"video", b"maps", b"docs", b"files", b"social",
         b"bank", b"music", b"code", b"photo", b"wiki", b"chat", b"weather", b"sports", b"travel")


def address4(value):
    return value.to_bytes(4, "big")


def address6(value):
    return value.to_bytes(16, "big")


class Client:
    __slots__ = ("address4", "address6", "mac", "vlan", "hops", "stamps", "resolver4", "resolver6")

    def __init__(self, chance, number):
        self.address4 = address4(CLIENTS4 + 256 + number)
        self.address6 = address6(CLIENTS6 + (1 << 64) + chance.getrandbits(62))
        self.mac = b"\x02\x00\x5e\x10" + struct.pack(">H", number & 0xFFFF)
        self.vlan = 30 if number % 16 == 3 else None
        windows = number % 5 < 2
        self.hops, self.stamps = 128 if windows else 64, not windows
        self.resolver4 = address4(CLIENTS4 + 53)
        self.resolver6 = address6(CLIENTS6 + 53)


class Host:
    __slots__ = ("name", "alias", "address4", "address6", "rtt", "hops")

    def __init__(self, chance, number):
        word = WORDS[number % len(WORDS)]
        self.name = b"%s%d.%s-%d.example" % (
            chance.choice((b"www", b"cdn", b"api", b"img", b"static")), number % 7, word, number)
        self.alias = b"edge-%d.cdn.example" % (number % 211) if number % 3 else b""
        self.address4 = address4(SERVERS4 + chance.getrandbits(17))
        self.address6 = address6(SERVERS6 + (number + 1 << 64) + chance.getrandbits(16))
        self.rtt = chance.randint(4_000, 120_000)
        self.hops = chance.randint(46, 60)


class World:
    def __init__(self, chance, clients, hosts, flights):
        self.chance, self.flights = chance, flights
        self.clients = [Client(chance, number) for number in range(clients)]
        self.hosts = [Host(chance, number) for number in range(hosts)]

    def client(self):
        return self.clients[int(self.chance.random() * len(self.clients))]

    def host(self):
        """Some hosts are asked for much more often than others."""
        return self.hosts[int(len(self.hosts) * self.chance.random() ** 3)]

    def path(self, client, host, port, six=None, client_port=None):
        chance = self.chance
        if six is None:
            six = chance.random() < 0.35
        return Path(client.address6 if six else client.address4,
                    host.address6 if six else host.address4,
                    (client_port or chance.randint(32768, 65535), port), (client.mac, ROUTER),
                    client.vlan, (client.hops, host.hops), chance)

    def resolver_path(self, client, six=None):
        chance = self.chance
        if six is None:
            six = chance.random() < 0.3
        return Path(client.address6 if six else client.address4,
                    client.resolver6 if six else client.resolver4,
                    (chance.randint(1024, 65535), 53), (client.mac, ROUTER), client.vlan,
                    (client.hops, 64), chance)
