#!/usr/bin/env python3
"""An Ethernet switch in user space, so that recording needs no kernel module.

It makes one TAP device per port (the caller moves them into network namespaces), learns
addresses, keeps VLANs apart, copies traffic to mirror ports, tags the copies as a trunk would,
and can lose, delay, reorder and duplicate frames on their way to a port, from a fixed seed.

  switch.py --port client=10 --port router=10 --mirror lan=10 \\
            --port camera=30 --port store=30 --mirror trunk=30:tag,31:qinq100 \\
            --impair files=loss:0.02,reorder:0.01,duplicate:0.002,delay:8
"""

import argparse
import fcntl
import heapq
import os
import random
import selectors
import signal
import struct
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TAP = 0x0002
IFF_NO_PI = 0x1000


def open_tap(name):
    descriptor = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(descriptor, TUNSETIFF, struct.pack("16sH14x", name.encode(), IFF_TAP | IFF_NO_PI))
    return descriptor


def with_tags(frame, vlan, how):
    """The frame as a trunk carries it: plain, 802.1Q, or 802.1Q inside 802.1ad."""
    if how == "plain":
        return frame
    tag = struct.pack(">HH", 0x8100, vlan)
    if how.startswith("qinq"):
        tag = struct.pack(">HH", 0x88A8, int(how[4:])) + tag
    return frame[:12] + tag + frame[12:]


class Impairment:
    """What happens to frames with payload on their way to one port."""

    def __init__(self, text):
        values = dict(item.split(":") for item in text.split(","))
        self.loss = float(values.get("loss", 0))
        self.reorder = float(values.get("reorder", 0))
        self.duplicate = float(values.get("duplicate", 0))
        self.delay = float(values.get("delay", 0)) / 1000
        self.rate = float(values.get("rate", 0)) * 1e6 / 8
        self.free_at = 0.0

    def departures(self, frame, now, chance):
        """When the copies of this frame leave; none if it is lost."""
        leaves = now + self.delay
        if self.rate:
            self.free_at = max(self.free_at, now) + len(frame) / self.rate
            leaves = self.free_at + self.delay
        if len(frame) < 200:
            return [leaves]
        draw = chance.random()
        if draw < self.loss:
            return []
        if draw < self.loss + self.reorder:
            return [leaves + 0.006]
        if draw < self.loss + self.reorder + self.duplicate:
            return [leaves, leaves + 0.0005]
        return [leaves]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--port", action="append", default=[], help="NAME=VLAN")
    parser.add_argument("--mirror", action="append", default=[], help="NAME=VLAN[:tag|:qinqN],...")
    parser.add_argument("--impair", action="append", default=[], help="NAME=loss:P,delay:MS,...")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=900, help="ends by itself after this time")
    arguments = parser.parse_args()

    chance = random.Random(arguments.seed)
    vlan_of, name_of, mirrors, impaired = {}, {}, {}, {}
    selector = selectors.DefaultSelector()
    for text in arguments.port:
        name, vlan = text.split("=")
        port = open_tap(name)
        vlan_of[port], name_of[port] = int(vlan), name
        selector.register(port, selectors.EVENT_READ)
    for text in arguments.mirror:
        name, parts = text.split("=")
        port = open_tap(name)
        for part in parts.split(","):
            vlan, _, how = part.partition(":")
            mirrors.setdefault(int(vlan), []).append((port, how or "plain"))
    by_name = {name: port for port, name in name_of.items()}
    for text in arguments.impair:
        name, values = text.split("=")
        impaired[by_name[name]] = Impairment(values)

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print("ready", flush=True)
    learned, waiting, serial = {}, [], 0
    end = time.monotonic() + arguments.seconds

    def send(port, frame):
        try:
            os.write(port, frame)
        except OSError:
            pass  # The far end is down or full: a wire forgets.

    while (now := time.monotonic()) < end:
        pause = max(0, waiting[0][0] - now) if waiting else 0.5
        for key, _ in selector.select(pause):
            port, vlan = key.fd, vlan_of[key.fd]
            try:
                frame = os.read(port, 65536)
            except OSError:
                continue
            for mirror, how in mirrors.get(vlan, []):
                send(mirror, with_tags(frame, vlan, how))
            learned[vlan, frame[6:12]] = port
            known = learned.get((vlan, frame[:6]))
            if known is not None and not frame[0] & 1:
                targets = [known]
            else:
                targets = [other for other in vlan_of if vlan_of[other] == vlan]
            for target in targets:
                if target == port:
                    continue
                # An impaired port is a poor line in both directions.
                line = impaired.get(target) or impaired.get(port)
                if line is None:
                    send(target, frame)
                    continue
                for leaves in line.departures(frame, time.monotonic(), chance):
                    serial += 1
                    heapq.heappush(waiting, (leaves, serial, target, frame))
        now = time.monotonic()
        while waiting and waiting[0][0] <= now:
            _, _, target, frame = heapq.heappop(waiting)
            send(target, frame)


main()
