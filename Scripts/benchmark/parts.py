"""Small captures that each make one part of the program work."""

import random

import conversations as talk
import messages
from connection import Trouble
from kinds import Kind

PEACE = Trouble(loss=0)
POOR = Trouble(loss=0.02, reordering=0.1, duplicate=0.05, zero_window=0.05)
FOREVER = 1 << 62


class Part(Kind):
    """One sort of conversation. `at_once` is how many there are at most; others go on for ever."""

    clients, hosts = 200, 200

    def __init__(self, conversation, at_once=None, pause=2_000, vlan=False, flights=()):
        self.conversation, self.left, self.pause = conversation, at_once, pause
        super().__init__(random.Random(1), flights)
        self.world.clients = [client for client in self.world.clients
                              if (client.vlan is not None) == vlan]

    def shares(self):
        return ((1, self.begin),)

    def begin(self, world, time, client, host):
        if self.left is not None:
            if not self.left:
                return []
            self.left -= 1
        return [self.conversation(world, time, client, host)]


def ticks(six):
    return lambda *place: talk.ticks(*place, FOREVER, 27_015, six)


def download(trouble, six):
    return lambda *place: talk.transfer(*place, trouble, 200_000_000, 1, six)


def parts(flights):
    """By what they are called in the table."""
    return {
        "UDP over IPv4, known flow": Part(ticks(False), 20),
        "UDP over IPv6, known flow": Part(ticks(True), 20),
        "UDP in a VLAN, known flow": Part(ticks(False), 20, vlan=True),
        "TCP over IPv4, data": Part(download(PEACE, False), 20),
        "TCP over IPv6, data": Part(download(PEACE, True), 20),
        "TCP, losses and what repairs them": Part(download(POOR, False), 20),
        "TCP, new flow": Part(talk.knock),
        "ICMP echo": Part(lambda *place: talk.ping(*place, FOREVER), 20),
        "ARP": Part(lambda world, time, client, _: talk.neighbour(world, time, client)),
        "DNS": Part(lambda *place: talk.names(*place, (messages.A, messages.AAAA))),
        "mDNS": Part(lambda world, time, client, _: talk.services(world, time, client)),
        "HTTP": Part(lambda *place: talk.web(*place, PEACE, 4, 250, 0.8)),
        "TLS 1.3": Part(lambda *place: talk.secure(*place, PEACE, 1, 300, 0.5, older=0)),
        "TLS 1.2": Part(lambda *place: talk.secure(*place, PEACE, 1, 300, 0.5, older=1),
                        flights=flights),
        "QUIC": Part(lambda *place: talk.datagrams(*place, 300, 0.5)),
        "SSH": Part(lambda *place: talk.shell(*place, PEACE, 10)),
        "SIP and RTP": Part(lambda *place: talk.phone_call(*place, 5)),
        "NTP": Part(talk.clock),
    }
