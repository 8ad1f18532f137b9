#!/usr/bin/env python3
"""Adds a comment to one packet of a pcapng file, and leaves every other byte as it is.

  comment-packet.py FILE NUMBER TEXT
"""

import pathlib
import struct
import sys

path, wanted, text = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3].encode()
data, out, at, number = path.read_bytes(), [], 0, 0
while at < len(data):
    kind, length = struct.unpack_from("<II", data, at)
    block = data[at:at + length]
    at += length
    if kind == 6:
        number += 1
        if number == wanted:
            captured = struct.unpack_from("<I", block, 20)[0]
            body = block[8:28 + captured + -captured % 4]
            options = block[len(body) + 8:-4]  # There may be none, not even the end of options.
            comment = struct.pack("<HH", 1, len(text)) + text + b"\0" * (-len(text) % 4)
            body += comment + (options or struct.pack("<HH", 0, 0))
            size = struct.pack("<I", len(body) + 12)
            block = block[:4] + size + body + size
    out.append(block)
path.write_bytes(b"".join(out))
