"""Conversations of applications: each yields (microseconds, frame), in order."""

import ipaddress
import struct

import messages
import quic
import tls
from connection import Connection
from frames import CLIENT, SERVER, Path, arp
from world import ROUTER

SECOND = 1_000_000


def size(chance, median, spread, most):
    """A size as those of files on the web: many small, a few large."""
    return min(most, int(chance.lognormvariate(0, spread) * median) + 1)


def connect(world, time, client, host, port, trouble, six=None):
    path = world.path(client, host, port, six)
    return Connection(path, world.chance, time, host.rtt, trouble, client.stamps)


def names(world, time, client, host, kinds=(messages.A, messages.AAAA)):
    """Each kind of record is asked for and answered; some names are unknown."""
    chance = world.chance
    path = world.resolver_path(client)
    numbers = [chance.getrandbits(16) for _ in kinds]
    unknown = chance.random() < 0.04
    name = b"gone-%d.example" % chance.getrandbits(20) if unknown else host.name
    for number, kind in zip(numbers, kinds):
        yield time, path.udp(CLIENT, messages.query(number, name, kind))
        time += chance.randint(20, 200)
    time += chance.randint(200, 1_500) if chance.random() < 0.6 else chance.randint(5_000, 60_000)
    for number, kind in zip(numbers, kinds):
        if unknown:
            text = messages.answer(number, name, kind, code=3,
                                   authority=[messages.start_of_authority()])
        else:
            text = messages.answer(number, name, kind, messages.records_of(chance, host, kind))
        yield time, path.udp(SERVER, text)
        time += chance.randint(50, 400)


def names_over_tcp(world, time, client, host, trouble):
    chance, path = world.chance, world.resolver_path(client)
    line = Connection(path, chance, time, chance.randint(300, 2_000), trouble, client.stamps)
    number = chance.getrandbits(16)
    yield from line.open()
    yield from line.send(CLIENT, tls.counted(messages.query(number, host.name, messages.A)))
    yield from line.send(SERVER, tls.counted(messages.answer(
        number, host.name, messages.A, messages.records_of(chance, host, messages.A))))
    yield from line.close()


def secure(world, time, client, host, trouble, exchanges, median, spread=1.4, most=8_000_000,
           older=0.15):
    chance = world.chance
    line = connect(world, time, client, host, 443, trouble)
    older = world.flights and chance.random() < older
    protocols = [b"h2", b"http/1.1"] if chance.random() < 0.8 else [b"http/1.1"]
    if older:
        flights = tls.older_flights(chance, host.name, protocols, world.flights)
    else:
        flights = tls.newest_flights(chance, host.name, protocols)
    yield from line.open()
    for side, flight in zip((CLIENT, SERVER, CLIENT, SERVER), flights):
        yield from line.send(side, flight)
        line.wait(100, 2_000)
    for _ in range(exchanges):
        upload = chance.random() < 0.03
        asked = size(chance, median / 2, spread, most) if upload else chance.randint(60, 700)
        yield from line.send(CLIENT, tls.sealed(chance, asked))
        line.wait(500, 30_000)
        answered = chance.randint(80, 400) if upload else size(chance, median, spread, most)
        yield from line.send(SERVER, tls.sealed(chance, answered))
        line.wait(10_000, 900_000)
    if chance.random() < 0.97:
        yield from line.send(CLIENT, tls.record(23, chance.randbytes(19)))
        yield from line.close()
    else:
        yield from line.reset()


def datagrams(world, time, client, host, median, spread=1.4, most=8_000_000):
    """A web page by QUIC."""
    chance = world.chance
    path, greeting = world.path(client, host, 443), quic.Greeting(chance, host.name)
    yield time, path.udp(CLIENT, greeting.client)
    time += host.rtt
    yield time, path.udp(SERVER, greeting.answer)
    for _ in range(2):
        time += 90
        yield time, path.udp(SERVER, quic.handshake(chance, b"", greeting.server, 1_150))
    time += chance.randint(200, 1_500)
    yield time, path.udp(CLIENT, greeting.reply)
    for _ in range(chance.randint(1, 4)):
        time += chance.randint(100, 500_000)
        yield time, path.udp(CLIENT, quic.short(chance, greeting.server, chance.randint(80, 900)))
        time += host.rtt
        left, burst = size(chance, median, spread, most), 0
        while left > 0:
            part = min(left, 1_240)
            yield time, path.udp(SERVER, quic.short(chance, b"", max(part, 24)))
            left -= part
            burst += 1
            time += chance.randint(20, 60)
            if burst % 4 == 0 or left <= 0:
                yield time + 10, path.udp(CLIENT, quic.short(
                    chance, greeting.server, chance.randint(24, 34)))
                time += 15
            if burst % 64 == 0:
                time += host.rtt


def web(world, time, client, host, trouble, exchanges, median, spread=1.4, most=4_000_000):
    chance = world.chance
    line = connect(world, time, client, host, 80, trouble)
    yield from line.open()
    for _ in range(exchanges):
        posted = chance.randint(50, 3_000) if chance.random() < 0.08 else 0
        number, text = messages.request(chance, host, posted)
        yield from line.send(CLIENT, text)
        line.wait(500, 40_000)
        yield from line.send(SERVER, messages.response(
            chance, number, size(chance, median, spread, most)))
        line.wait(5_000, 700_000)
    yield from line.close(chance.randrange(2))


def shell(world, time, client, host, trouble, keys):
    """A login by SSH, and keys pressed."""
    chance = world.chance
    line = connect(world, time, client, host, 22, trouble)
    yield from line.open()
    yield from line.send(CLIENT, b"SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n")
    yield from line.send(SERVER, b"SSH-2.0-OpenSSH_9.6p1 Ubuntu-3ubuntu13\r\n")
    for side in (CLIENT, SERVER):
        yield from line.send(side, messages.key_exchange(chance))
    for side, length in ((CLIENT, 1_208), (SERVER, 1_564), (CLIENT, 60), (SERVER, 44),
                         (CLIENT, 148), (SERVER, 52), (CLIENT, 500), (SERVER, 36)):
        yield from line.send(side, chance.randbytes(length))
    for _ in range(keys):
        line.wait(60_000, 400_000)
        yield from line.send(CLIENT, chance.randbytes(36))
        yield from line.send(SERVER, chance.randbytes(
            36 if chance.random() < 0.85 else 36 + 8 * chance.randrange(150)))
    yield from line.close()


def plain_calls(world, time, client, host, trouble, calls, port=6379):
    """Small requests to a store of values, and its answers."""
    chance = world.chance
    line = connect(world, time, client, host, port, trouble, six=chance.random() < 0.3)
    yield from line.open()
    for _ in range(calls):
        key = b"%x" % chance.getrandbits(4 * chance.randint(2, 14))
        yield from line.send(CLIENT, b"*2\r\n$3\r\nGET\r\n$%d\r\n%s\r\n" % (len(key), key))
        value = chance.randbytes(chance.randint(2, 30)).hex().encode()
        yield from line.send(SERVER, b"$%d\r\n%s\r\n" % (len(value), value))
        line.wait(1_000, 50_000)
    yield from line.close()


def knock(world, time, client, host):
    """A connection that nobody wants."""
    chance = world.chance
    path = world.path(client, host, chance.randint(1, 10_000), False)
    sequence = chance.getrandbits(31)
    yield time, path.tcp(CLIENT, sequence, 0, 2, 1024, b"\x02\x04\x05\xb4")
    if chance.random() < 0.8:
        yield time + host.rtt, path.tcp(SERVER, 0, sequence + 1, 20, 0)


def ticks(world, time, client, host, count, port, six=None, least=16, most=60):
    """Small datagrams both ways, as games and sensors send."""
    chance = world.chance
    path = world.path(client, host, port, six)
    for _ in range(count):
        yield time, path.udp(CLIENT, b"tick" + chance.randbytes(chance.randint(least, most)))
        time += chance.randint(2_000, 30_000)
        yield time, path.udp(SERVER, b"tock" + chance.randbytes(chance.randint(least, most)))
        time += chance.randint(2_000, 60_000)


def clock(world, time, client, host):
    chance = world.chance
    path = world.path(client, host, 123)
    question = messages.time_question(chance)
    yield time, path.udp(CLIENT, question)
    time += host.rtt
    yield time, path.udp(SERVER, messages.time_answer(chance, question, time // SECOND))


def ping(world, time, client, host, count):
    chance = world.chance
    path, number = world.path(client, host, 0), chance.getrandbits(16)
    for sequence in range(1, count + 1):
        text = struct.pack("<QQ", time // SECOND, time % SECOND) + bytes(range(16, 56))
        yield time, path.echo(CLIENT, number, sequence, text)
        if chance.random() < 0.97:
            yield time + host.rtt, path.echo(SERVER, number, sequence, text)
        time += SECOND


def neighbour(world, time, client):
    """A client asks for its router's MAC address."""
    router = client.resolver4[:2] + b"\x00\x01"
    yield time, arp(1, client.mac, client.address4, ROUTER, router)
    yield time + 250, arp(2, ROUTER, router, client.mac, client.address4)


def services(world, time, client):
    """Who prints here? By multicast."""
    chance, six = world.chance, world.chance.random() < 0.5
    group = bytes.fromhex("ff0200000000000000000000000000fb") if six else b"\xe0\x00\x00\xfb"
    mac = bytes.fromhex("3333000000fb" if six else "01005e0000fb")
    path = Path(client.address6 if six else client.address4, group, (5353, 5353),
                (client.mac, mac), client.vlan, (255, 255), chance)
    name = chance.choice((b"_ipp._tcp.local", b"_airplay._tcp.local", b"_http._tcp.local"))
    for pause in (SECOND, 3 * SECOND):
        yield time, path.udp(CLIENT, messages.service_question(name))
        time += pause


def phone_call(world, time, client, host, seconds):
    """A call by SIP, then RTP with G.711: 20 ms in each packet, both ways."""
    chance, six = world.chance, world.chance.random() < 0.3
    ports = (chance.randrange(16_384, 32_768, 2), chance.randrange(16_384, 32_768, 2))
    signals = world.path(client, host, 5060, six, 5060)
    voice = world.path(client, host, ports[1], six, ports[0])
    ends = [client.address6, host.address6] if six else [client.address4, host.address4]
    texts = [str(ipaddress.ip_address(end)).encode() for end in ends]
    call = b"%016x" % chance.getrandbits(64)
    yield time, signals.udp(CLIENT, messages.invitation(call, 0, texts, ports))
    yield time + host.rtt, signals.udp(SERVER, messages.sip(b"SIP/2.0 180 Ringing", call,
                                                            b"INVITE"))
    time += 3 * SECOND
    yield time, signals.udp(SERVER, messages.invitation(call, 1, texts, ports))
    time += 400
    yield time, signals.udp(CLIENT, messages.sip(b"ACK sip:desk@example SIP/2.0", call, b"ACK"))
    sources = [chance.getrandbits(32), chance.getrandbits(32)]
    firsts = [chance.getrandbits(15), chance.getrandbits(15)]
    for number in range(seconds * 50):
        for side in (CLIENT, SERVER):
            head = struct.pack(">BBHII", 0x80, 8, firsts[side] + number & 0xFFFF, number * 160,
                               sources[side])
            yield time, voice.udp(side, head + chance.randbytes(160))
            time += chance.randint(8_000, 12_000)
    yield time, signals.udp(CLIENT, messages.sip(b"BYE sip:desk@example SIP/2.0", call, b"BYE"))
    yield time + host.rtt, signals.udp(SERVER, messages.sip(b"SIP/2.0 200 OK", call, b"BYE"))


def transfer(world, time, client, host, trouble, length, side, six=None):
    """One large body, with whatever happens on the way."""
    chance = world.chance
    line = connect(world, time, client, host, 80 if side else 8080, trouble, six)
    yield from line.open()
    _, text = messages.request(chance, host, 0 if side else length)
    yield from line.send(CLIENT, text)
    line.wait(500, 5_000)
    yield from line.send(SERVER, messages.response(chance, 8, length if side else 20))
    yield from line.close()
