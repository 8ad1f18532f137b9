"""AES-128 in Galois/counter mode (FIPS 197, SP 800-38D): Python's library has none. Slow, and not
safe against those who measure time: for captures only."""


def doubled(value):
    return (value << 1 ^ (0x1B if value & 0x80 else 0)) & 0xFF


def substitutions():
    box, power, inverse = [0] * 256, 1, 1
    while True:
        power ^= doubled(power)  # Times three, which reaches all but zero.
        inverse ^= inverse << 1
        inverse ^= inverse << 2
        inverse ^= inverse << 4
        inverse &= 0xFF
        if inverse & 0x80:
            inverse ^= 0x09
        turned = inverse
        for shift in (1, 2, 3, 4):
            turned ^= (inverse << shift | inverse >> 8 - shift) & 0xFF
        box[power] = turned ^ 0x63
        if power == 1:
            break
    box[0] = 0x63
    return box


BOX = substitutions()
# Substitution and column mixing in one: what a byte of the first row does to its column.
MIXED = [(doubled(s) << 24) | (s << 16) | (s << 8) | (doubled(s) ^ s) for s in BOX]
TURNED = [[(word >> 8 * row | word << 32 - 8 * row) & 0xFFFFFFFF for word in MIXED]
          for row in range(4)]


class Cipher:
    def __init__(self, key):
        words, constant = [int.from_bytes(key[at:at + 4], "big") for at in range(0, 16, 4)], 1
        for number in range(4, 44):
            word = words[-1]
            if number % 4 == 0:
                word = (word << 8 | word >> 24) & 0xFFFFFFFF
                word = int.from_bytes(bytes(BOX[byte] for byte in word.to_bytes(4, "big")), "big")
                word ^= constant << 24
                constant = doubled(constant)
            words.append(words[number - 4] ^ word)
        self.words = words

    def encrypt(self, block):
        words, (t0, t1, t2, t3) = self.words, TURNED
        state = [int.from_bytes(block[at:at + 4], "big") ^ words[at // 4]
                 for at in range(0, 16, 4)]
        for turn in range(4, 40, 4):
            a, b, c, d = state
            state = [t0[p >> 24] ^ t1[q >> 16 & 255] ^ t2[r >> 8 & 255] ^ t3[s & 255]
                     ^ words[turn + column]
                     for column, (p, q, r, s) in enumerate(
                         ((a, b, c, d), (b, c, d, a), (c, d, a, b), (d, a, b, c)))]
        a, b, c, d = state
        out = bytearray()
        for column, (p, q, r, s) in enumerate(
                ((a, b, c, d), (b, c, d, a), (c, d, a, b), (d, a, b, c))):
            word = (BOX[p >> 24] << 24 | BOX[q >> 16 & 255] << 16 | BOX[r >> 8 & 255] << 8
                    | BOX[s & 255])
            out += (word ^ words[40 + column]).to_bytes(4, "big")
        return bytes(out)


def times(one, other):
    """The product in the field of 2^128 elements, bits in the order of SP 800-38D."""
    product = 0
    for bit in range(127, -1, -1):
        if one >> bit & 1:
            product ^= other
        other = other >> 1 ^ (0xE1 << 120 if other & 1 else 0)
    return product


def sealed(key, vector, known, secret):
    """The encrypted bytes and the tag that guards them and what is known."""
    cipher = Cipher(key)
    blocks = -(-len(secret) // 16)
    stream = b"".join(cipher.encrypt(vector + number.to_bytes(4, "big"))
                      for number in range(1, blocks + 2))
    hidden = bytes(one ^ other for one, other in zip(secret, stream[16:]))
    factor, total = int.from_bytes(cipher.encrypt(bytes(16)), "big"), 0
    lengths = (8 * len(known)).to_bytes(8, "big") + (8 * len(hidden)).to_bytes(8, "big")
    for part in (known, hidden, lengths):
        for at in range(0, len(part), 16):
            total = times(total ^ int.from_bytes(part[at:at + 16].ljust(16, b"\0"), "big"), factor)
    tag = total ^ int.from_bytes(stream[:16], "big")
    return hidden + tag.to_bytes(16, "big")
