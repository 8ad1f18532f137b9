"""What is said in clear: DNS, HTTP, SSH, SIP, NTP."""

import struct

from tls import counted

A, CNAME, AAAA, HTTPS, PTR = 1, 5, 28, 65, 12
AGENTS = (
    b"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    b"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    b"Chrome/126.0.0.0 Safari/537.36",
    b"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    b"Version/17.5 Safari/605.1.15",
    b"curl/8.8.0", b"Debian APT-HTTP/1.3 (2.6.1)", b"python-requests/2.32.3",
)
PATHS = (b"index.html", b"style.css", b"script.js", b"logo.avif", b"photo.avif", b"data.json",
         b"feed.xml", b"font.woff2", b"archive.zip", b"status")
# With the beginning, what is repeated, and the end of a body; None where bytes are random.
TYPES = ((b"text/html; charset=utf-8", (b"<ul>", b"<li>%016x</li>\n", b"</ul>")),
         (b"text/css", (b"", b"/* %016x */\n", b"")),
         (b"text/javascript", (b"", b"f(0x%016x);\n", b"")),
         (b"image/avif", None), (b"image/avif", None),
         (b"application/json", (b"[", b"\"%016x\",\n", b"0]")),
         (b"application/xml", (b"<list>", b"<i>%016x</i>\n", b"</list>")),
         (b"font/woff2", None), (b"application/octet-stream", None),
         (b"text/plain", (b"", b"%016x\n", b"")))
STATUSES = (b"200 OK",) * 17 + (b"304 Not Modified", b"404 Not Found", b"503 Service Unavailable")
KEY_EXCHANGE = (
    b"sntrup761x25519-sha512@openssh.com,curve25519-sha256,ecdh-sha2-nistp256",
    b"ssh-ed25519,ecdsa-sha2-nistp256,rsa-sha2-512,rsa-sha2-256",
    b"chacha20-poly1305@openssh.com,aes128-ctr,aes256-gcm@openssh.com",
    b"chacha20-poly1305@openssh.com,aes128-ctr,aes256-gcm@openssh.com",
    b"umac-128-etm@openssh.com,hmac-sha2-256", b"umac-128-etm@openssh.com,hmac-sha2-256",
    b"none,zlib@openssh.com", b"none,zlib@openssh.com", b"", b"",
)


def labels(name):
    return b"".join(counted(label, 1) for label in name.split(b".")) + b"\0"


def resource(kind, data, seconds=300, name=b"\xc0\x0c"):
    return name + struct.pack(">HHIH", kind, 1, seconds, len(data)) + data


def query(number, name, kind):
    return struct.pack(">6H", number, 0x0100, 1, 0, 0, 1) + labels(name) + struct.pack(
        ">HH", kind, 1) + b"\0\0\x29\x04\xd0\0\0\0\0\0\0"


def answer(number, name, kind, records=(), code=0, authority=()):
    question = labels(name) + struct.pack(">HH", kind, 1)
    return struct.pack(
        ">6H", number, 0x8180 | code, 1, len(records), len(authority), 1
    ) + question + b"".join(records) + b"".join(authority) + b"\0\0\x29\x04\xd0\0\0\0\0\0\0"


def start_of_authority():
    data = (labels(b"ns1.example") + labels(b"hostmaster.example")
            + struct.pack(">5I", 2026010101, 7200, 3600, 1209600, 3600))
    return resource(6, data, 3600, labels(b"example"))


def records_of(chance, host, kind):
    if kind == HTTPS:
        return [resource(HTTPS, b"\0\x01\0\0\x01\0\x06\x02h3\x02h2")]
    address = host.address4 if kind == A else host.address6
    if not host.alias:
        return [resource(kind, address)]
    start = 12 + len(labels(host.name)) + 4 + 12
    records = [resource(CNAME, labels(host.alias))]
    pointer = struct.pack(">H", 0xC000 | start)
    for number in range(chance.randint(1, 4)):
        last = (address[-1] + number) & 0xFF
        records.append(resource(kind, address[:-1] + bytes([last]), 60, pointer))
    return records


def service_question(name):
    return struct.pack(">6H", 0, 0, 1, 0, 0, 0) + labels(name) + struct.pack(">HH", PTR, 1)


def request(chance, host, size=0):
    number = chance.randrange(len(PATHS))
    path = b"/%d/%s" % (chance.randrange(5000), PATHS[number])
    method = b"POST" if size else b"GET"
    lines = [b"%s %s HTTP/1.1" % (method, path), b"Host: " + host.name,
             b"User-Agent: " + chance.choice(AGENTS), b"Accept: */*",
             b"Accept-Encoding: gzip, deflate", b"Accept-Language: en",
             b"Cookie: session=%016x" % chance.getrandbits(64), b"Connection: keep-alive"]
    if size:
        lines += [b"Content-Type: application/json", b"Content-Length: %d" % size]
    head = b"\r\n".join(lines) + b"\r\n\r\n"
    return number, head + chance.randbytes(size).hex().encode()[:size]


def response(chance, number, size):
    status = chance.choice(STATUSES)
    if status[:1] != b"2":
        size = 0 if status[:3] == b"304" else 162
    head = (b"HTTP/1.1 %s\r\nServer: nginx\r\nDate: Tue, 14 Nov 2023 22:13:20 GMT\r\n"
            b"Content-Type: %s\r\nContent-Length: %d\r\nETag: \"%08x\"\r\n"
            b"Cache-Control: max-age=600\r\nConnection: keep-alive\r\n\r\n"
            % (status, TYPES[number][0], size, chance.getrandbits(32)))
    return head + body(chance, TYPES[number][1], size)


def body(chance, parts, size):
    if not parts:
        return chance.randbytes(size)
    begin, line, end = parts
    line %= chance.getrandbits(64)
    lines = max(0, (size - len(begin) - len(end)) // len(line))
    return (begin + line * lines + end).ljust(size)[:size]


def key_exchange(chance):
    body = b"\x14" + chance.randbytes(16) + b"".join(
        counted(names, 4) for names in KEY_EXCHANGE) + b"\0\0\0\0\0"
    padding = 8 - (len(body) + 5) % 8 + 8
    return struct.pack(">IB", len(body) + padding + 1, padding) + body + bytes(padding)


def invitation(call, number, addresses, ports):
    """A call, as the caller says it (0) and the called answers (1)."""
    side = 1 if number else 0
    description = (b"v=0\r\no=- 1 1 IN IP%d %s\r\ns=call\r\nc=IN IP%d %s\r\nt=0 0\r\n"
                   b"m=audio %d RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n")
    family = 6 if b":" in addresses[side] else 4
    description %= (family, addresses[side], family, addresses[side], ports[side])
    first = b"SIP/2.0 200 OK" if number else b"INVITE sip:desk@example SIP/2.0"
    return sip(first, call, b"INVITE", description)


def sip(first, call, method, body=b""):
    kind = b"Content-Type: application/sdp\r\n" if body else b""
    return (b"%s\r\nVia: SIP/2.0/UDP phone.example;branch=z9hG4bK%s\r\n"
            b"From: <sip:caller@example>;tag=1\r\nTo: <sip:desk@example>\r\nCall-ID: %s\r\n"
            b"CSeq: 1 %s\r\nMax-Forwards: 70\r\n%sContent-Length: %d\r\n\r\n%s"
            % (first, call, call, method, kind, len(body), body))


def time_question(chance):
    return b"\x23" + bytes(39) + chance.randbytes(8)


def time_answer(chance, question, seconds):
    moment = struct.pack(">I", seconds + 2_208_988_800 & 0xFFFFFFFF)
    return (b"\x24\x02\x06\xe8\0\0\x01\0\0\0\x02\0" + b"\xc0\x00\x02\x01" + moment
            + chance.randbytes(4) + question[40:48] + moment + chance.randbytes(4) + moment
            + chance.randbytes(4))
