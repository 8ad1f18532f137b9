import TestSupport

/// Streams of curl 7.88 and Python's http.server over loopback, and others made from them.
enum HTTPFixtures {
  static let get = Bytes(
    text: """
      GET /c.pem HTTP/1.1\r
      Host: 127.0.0.1:18080\r
      User-Agent: curl/7.88.1\r
      Accept: */*\r
      \r\n
      """)
  static let notFound = Bytes(
    text: """
      HTTP/1.0 404 File not found\r
      Server: SimpleHTTP/0.6 Python/3.11.7\r
      Date: Mon, 23 Nov 2026 03:51:12 GMT\r
      Connection: close\r
      Content-Type: text/html;charset=utf-8\r
      Content-Length: 335\r
      \r\n
      """)
  static let ok = Bytes(
    text: "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello")
  static let chunked = Bytes(
    text: """
      HTTP/1.1 200 OK\r
      Transfer-Encoding: gzip, chunked\r
      \r
      5;name=value\r
      hello\r
      A\r
      0123456789\r
      0\r
      Expires: never\r
      \r\n
      """)
  static let post = Bytes(
    text: """
      POST /form HTTP/1.1
      host:  print.example\t
      content-length: 3
      Authorization: Basic c2VjcmV0
      X-Folded: a
       b
      User-Agent: one
        two

      abc
      """)
  static let search = Bytes(
    text: """
      M-SEARCH * HTTP/1.1\r
      HOST: 239.255.255.250:1900\r
      MAN: "ssdp:discover"\r
      MX: 1\r
      \r\n
      """)
}
