"""What the captures consist of: which conversations begin when."""

import conversations as talk
import messages
from connection import Trouble
from world import World

WEB_KINDS = (messages.A, messages.AAAA, messages.HTTPS)


class Kind:
    """A mixture: `shares` are weights and functions that return conversations that begin now."""

    clients, hosts = 1_500, 4_000
    pause = 5_000  # Microseconds between the beginnings of two, on average.
    size = 1_000_000_000
    packets = None

    def __init__(self, chance, flights):
        self.chance = chance
        self.world = World(chance, self.clients, self.hosts, flights)
        self.trouble = Trouble()
        self.makers = [maker for _, maker in self.shares()]
        self.weights = []
        for weight, _ in self.shares():
            self.weights.append(weight + (self.weights[-1] if self.weights else 0))

    def next(self, time):
        maker, = self.chance.choices(self.makers, cum_weights=self.weights)
        return maker(self.world, time, self.world.client(), self.world.host())


class Mixed(Kind):
    """An office's line to the world."""

    def shares(self):
        return ((30, self.page), (14, self.page_by_quic), (9, self.plain_page), (25, self.lookup),
                (0.5, self.shell), (3, self.clock), (2, self.ping), (3, self.neighbour),
                (1.5, self.services), (0.03, self.call), (2, self.knock))

    def page(self, world, time, client, host):
        chance = self.chance
        return [talk.names(world, time, client, host, WEB_KINDS),
                talk.secure(world, time + 70_000, client, host, self.trouble,
                            chance.randint(1, 4), 8_000, 1.4)]

    def page_by_quic(self, world, time, client, host):
        return [talk.datagrams(world, time, client, host, 12_000, 1.4)]

    def plain_page(self, world, time, client, host):
        return [talk.names(world, time, client, host),
                talk.web(world, time + 70_000, client, host, self.trouble,
                         self.chance.randint(1, 4), 8_000)]

    def lookup(self, world, time, client, host):
        return [talk.names(world, time, client, host)]

    def shell(self, world, time, client, host):
        return [talk.shell(world, time, client, host, self.trouble, self.chance.randint(10, 200))]

    def clock(self, world, time, client, host):
        return [talk.clock(world, time, client, host)]

    def ping(self, world, time, client, host):
        return [talk.ping(world, time, client, host, self.chance.randint(1, 10))]

    def neighbour(self, world, time, client, host):
        return [talk.neighbour(world, time, client)]

    def services(self, world, time, client, host):
        return [talk.services(world, time, client)]

    def call(self, world, time, client, host):
        return [talk.phone_call(world, time, client, host, self.chance.randint(5, 60))]

    def knock(self, world, time, client, host):
        return [talk.knock(world, time, client, host)]


class Small(Kind):
    """Many small packets of many flows."""

    clients, hosts = 20_000, 20_000
    pause = 250
    size, packets = None, 10_000_000

    def shares(self):
        return ((35, self.lookup), (18, self.knock), (29, self.calls), (15, self.ticks),
                (1, self.long_ticks), (2, self.clock))

    def lookup(self, world, time, client, host):
        return [talk.names(world, time, client, host, (messages.A,))]

    def knock(self, world, time, client, host):
        return [talk.knock(world, time, client, host)]

    def calls(self, world, time, client, host):
        return [talk.plain_calls(world, time, client, host, self.trouble,
                                 self.chance.randint(1, 4))]

    def ticks(self, world, time, client, host):
        return [talk.ticks(world, time, client, host, self.chance.randint(2, 14), 3_478)]

    def long_ticks(self, world, time, client, host):
        return [talk.ticks(world, time, client, host, self.chance.randint(20, 200), 27_015)]

    def clock(self, world, time, client, host):
        return [talk.clock(world, time, client, host)]


class Applications(Kind):
    """Nearly every packet has something to read: names, requests, greetings."""

    pause = 1_000
    size = 300_000_000

    def shares(self):
        return ((45, self.lookup), (1, self.lookup_over_tcp), (18, self.secure), (18, self.web),
                (18, self.quic))

    def lookup(self, world, time, client, host):
        return [talk.names(world, time, client, host, WEB_KINDS)]

    def lookup_over_tcp(self, world, time, client, host):
        return [talk.names_over_tcp(world, time, client, host, self.trouble)]

    def secure(self, world, time, client, host):
        return [talk.secure(world, time, client, host, self.trouble, 1, 300, 0.5)]

    def web(self, world, time, client, host):
        return [talk.web(world, time, client, host, self.trouble, self.chance.randint(1, 8), 250,
                         0.8)]

    def quic(self, world, time, client, host):
        return [talk.datagrams(world, time, client, host, 300, 0.5)]


class Lossy(Kind):
    """Transfers over poor lines."""

    clients, hosts = 200, 200
    pause = 40_000
    size = 300_000_000

    def shares(self):
        return ((3, self.download), (1, self.upload))

    def download(self, world, time, client, host, side=1):
        chance = self.chance
        trouble = Trouble(loss=chance.choice((0.002, 0.01, 0.03)), reordering=0.05,
                          duplicate=0.02, zero_window=0.02)
        return [talk.transfer(world, time, client, host, trouble,
                              talk.size(chance, 80_000, 1.2, 4_000_000), side)]

    def upload(self, world, time, client, host):
        return self.download(world, time, client, host, 0)


class Steady(Kind):
    """As many conversations as at the beginning, for as long as one likes."""

    clients, hosts = 200, 200
    pause = 20
    size, packets = None, 8_000_000

    def __init__(self, chance, flights):
        super().__init__(chance, flights)
        self.left = 20_000

    def shares(self):
        return ((1, self.ticks),)

    def ticks(self, world, time, client, host):
        if not self.left:
            return []
        self.left -= 1
        return [talk.ticks(world, time, client, host, 1 << 62, 27_015)]


KINDS = {"mixed": Mixed, "small": Small, "applications": Applications, "lossy": Lossy,
         "steady": Steady}
