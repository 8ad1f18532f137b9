"""One TCP connection, seen at the client's end of the line: handshake, data and what acknowledges
it, losses and what repairs them, an orderly end. Times are whole microseconds."""

import struct

from frames import CLIENT, SERVER

FIN, SYN, RST, PSH, ACK = 1, 2, 4, 8, 16
FIRST_BURST, LONGEST_BURST = 10, 64


class Trouble:
    """How likely a burst of segments meets what."""

    def __init__(self, loss=0.003, reordering=0.0, duplicate=0.0, zero_window=0.0):
        self.loss, self.reordering, self.duplicate = loss, reordering, duplicate
        self.zero_window = zero_window


class Connection:
    def __init__(self, path, chance, time, rtt, trouble, stamps=True):
        self.path, self.chance, self.time, self.rtt = path, chance, time, rtt
        self.trouble, self.stamps = trouble, stamps
        # Far from the top, so that sums of sequence numbers never wrap around.
        self.next = [chance.getrandbits(31), chance.getrandbits(31)]
        self.received = [0, 0]
        self.windows = [chance.randint(1000, 4000), chance.randint(500, 2000)]
        self.clocks = [chance.getrandbits(31), chance.getrandbits(31)]
        self.heard = [0, 0]
        self.burst = [FIRST_BURST, FIRST_BURST]
        self.quick = chance.randint(60, 900)
        self.segment = 1460 - 20 * path.six - 12 * stamps

    def make(self, time, side, flags, payload=b"", sequence=None, acknowledged=None, sack=b"",
             window=None):
        options = b""
        if self.stamps:
            now = self.clocks[side] + time // 1000 & 0xFFFFFFFF
            options = struct.pack(">III", 0x0101080A, now, self.heard[side])
            self.heard[1 - side] = now
        return time, self.path.tcp(
            side, self.next[side] if sequence is None else sequence,
            self.received[side] if acknowledged is None else acknowledged, flags,
            self.windows[side] if window is None else window, options + sack, payload)

    def open(self):
        most = 1460 - 20 * self.path.six
        for side, flags in ((CLIENT, SYN), (SERVER, SYN | ACK)):
            stamp = b""
            if self.stamps:
                now = self.clocks[side] + self.time // 1000 & 0xFFFFFFFF
                stamp = struct.pack(">BBII", 8, 10, now, self.heard[side])
                self.heard[1 - side] = now
                options = struct.pack(">HHH", 0x0204, most, 0x0402) + stamp + b"\x01\x03\x03\x07"
            else:
                options = struct.pack(">HHIHH", 0x0204, most, 0x01030307, 0x0101, 0x0402)
            yield self.time, self.path.tcp(
                side, self.next[side], self.received[side], flags, 64240, options)
            self.next[side] += 1
            self.received[1 - side] = self.next[side]
            self.time += self.quick if side else self.rtt
        yield self.make(self.time, CLIENT, ACK)

    def wait(self, least, most):
        self.time += self.chance.randint(least, most)

    def send(self, side, data):
        """Sends a message, burst by burst."""
        at, length, segment = 0, len(data), self.segment
        trouble, uniform = self.trouble, self.chance.random
        while at < length:
            end = min(length, at + self.burst[side] * segment)
            parts = [data[start:min(start + segment, end)] for start in range(at, end, segment)]
            if uniform() < trouble.loss * len(parts):
                yield from self.repaired(side, parts)
                self.burst[side] = max(4, self.burst[side] // 2)
            elif len(parts) > 3 and uniform() < trouble.reordering:
                yield from self.reordered(side, parts)
            else:
                yield from self.plain(side, parts)
                self.burst[side] = min(LONGEST_BURST, self.burst[side] * 2)
            if uniform() < trouble.duplicate:
                yield self.make(self.time, side, ACK, parts[-1],
                                sequence=self.next[side] - len(parts[-1]))
            if end < length and uniform() < trouble.zero_window:
                yield from self.closed_window(side, data[end:end + 1])
            at = end

    def way(self, side):
        """How long until what acknowledges a segment of that side is seen."""
        return self.rtt if side == CLIENT else self.quick

    def plain(self, side, parts):
        """All arrives: an acknowledgement for every second segment, and for the last."""
        other, time, waiting, delay = 1 - side, self.time, [], self.way(side)
        last = len(parts) - 1
        for number, part in enumerate(parts):
            while waiting and waiting[0][0] <= time:
                when, upto = waiting.pop(0)
                yield self.make(when, other, ACK, acknowledged=upto)
            yield self.make(time, side, PSH | ACK if number == last else ACK, part)
            self.next[side] += len(part)
            if number & 1 or number == last:
                waiting.append((time + delay, self.next[side]))
            time += 12 + len(part) // 50
        for when, upto in waiting:
            time = max(time, when)
            yield self.make(time, other, ACK, acknowledged=upto)
        self.received[other] = self.next[side]
        self.time = time + (self.quick if side == CLIENT else self.rtt)

    def repaired(self, side, parts):
        """One segment is lost: behind us if the client sent it, else before we could see it.

        What follows it is acknowledged with the same number, until it comes again: after the third
        such acknowledgement, or else when its timer ends.
        """
        other, time, delay, first = 1 - side, self.time, self.way(side), self.next[side]
        lost, events, starts, at = self.chance.randrange(len(parts)), [], [], first
        for part in parts:
            starts.append(at)
            at += len(part)
        hole = starts[lost]
        hole_end = hole + len(parts[lost])
        repeats, third = 0, None
        for number, part in enumerate(parts):
            if number != lost or side == CLIENT:
                events.append((time, side, part, starts[number], None, b""))
            if number > lost:
                repeats += 1
                block = struct.pack(">HHII", 0x0101, 0x050A, hole_end, starts[number] + len(part))
                events.append((time + delay, other, b"", None, hole, block))
                if repeats == 3:
                    third = time + delay
            elif number < lost and (number & 1 or number == lost - 1):
                events.append((time + delay, other, b"", None, starts[number] + len(part), b""))
            time += 12 + len(part) // 50
        again = third + (self.quick if side == CLIENT else self.rtt) if third else (
            time + 200_000 + self.rtt)
        again = max(again, time)
        events.append((again, side, parts[lost], hole, None, b""))
        events.append((again + delay, other, b"", None, at, b""))
        events.sort(key=lambda event: event[0])
        self.next[side] = at
        for when, sender, part, sequence, upto, block in events:
            yield self.make(when, sender, ACK, part, sequence=sequence, acknowledged=upto,
                            sack=block)
        self.received[other] = at
        self.time = events[-1][0] + (self.quick if side == CLIENT else self.rtt)

    def reordered(self, side, parts):
        """The second segment arrives after the third and fourth."""
        other, time, first = 1 - side, self.time, self.next[side]
        starts, at = [], first
        for part in parts:
            starts.append(at)
            at += len(part)
        order = [0, 2, 3, 1] + list(range(4, len(parts)))
        for place, number in enumerate(order):
            part = parts[number]
            yield self.make(time, side, ACK, part, sequence=starts[number])
            time += 20
            if side == SERVER and number in (2, 3):
                block = struct.pack(">HHII", 0x0101, 0x050A, starts[2], starts[number] + len(part))
                yield self.make(time, other, ACK, acknowledged=starts[1], sack=block)
                time += 300
            elif side == SERVER and place & 1:
                yield self.make(time, other, ACK, acknowledged=starts[number] + len(part)
                                if number != 1 else starts[4] if len(parts) > 4 else at)
                time += 10
        self.next[side] = self.received[other] = at
        time += self.way(side)
        yield self.make(time, other, ACK)
        self.time = time + (self.quick if side == CLIENT else self.rtt)

    def closed_window(self, side, byte):
        """The receiver has no room; the sender asks with one byte until there is."""
        other = 1 - side
        yield self.make(self.time, other, ACK, window=0)
        self.time += 200_000 + self.rtt
        for _ in range(self.chance.randint(1, 3)):
            yield self.make(self.time, side, ACK, byte)
            self.time += self.way(side)
            yield self.make(self.time, other, ACK, window=0)
            self.time += 300_000
        yield self.make(self.time, other, ACK)
        self.time += self.rtt

    def close(self, side=CLIENT):
        other = 1 - side
        yield self.make(self.time, side, FIN | ACK)
        self.next[side] += 1
        self.received[other] = self.next[side]
        self.time += self.way(side)
        yield self.make(self.time, other, FIN | ACK)
        self.next[other] += 1
        self.received[side] = self.next[other]
        self.time += self.way(other)
        yield self.make(self.time, side, ACK)

    def reset(self, side=CLIENT):
        yield self.make(self.time, side, RST | ACK, window=0)
