import Foundation
import TestSupport
import Testing

/// A web server, one with TLS, and a name server in a namespace.
final class RealServers {
  private let scratch: Scratch
  private let servers: [BackgroundTool]

  init(in namespace: String) throws {
    let scratch = try Scratch()
    let enter = Namespace.entering(namespace)
    let (key, certificate) = (scratch.file("key.pem").path, scratch.file("certificate.pem").path)
    try Namespace.run(
      "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj",
      "/CN=secret.test", "-keyout", key, "-out", certificate)
    servers = [
      try BackgroundTool(
        enter + ["/usr/bin/env", "python3", "-m", "http.server", "--bind", "10.99.0.2", "8080"],
        in: scratch),
      try BackgroundTool(
        enter + [
          "/usr/bin/openssl", "s_server", "-accept", "10.99.0.2:8443", "-key", key, "-cert",
          certificate, "-www", "-quiet",
        ], in: scratch),
      try BackgroundTool(
        enter + [
          "/usr/sbin/dnsmasq", "--keep-in-foreground", "--no-resolv", "--no-hosts", "--user=root",
          "--listen-address=10.99.0.2", "--bind-interfaces", "--pid-file", "--conf-file=/dev/null",
          "--address=/secret.test/10.99.0.2",
        ], in: scratch),
    ]
    self.scratch = scratch
    let listening = ["10.99.0.2:8080", "10.99.0.2:8443", "10.99.0.2:53"]
    let deadline = Date().addingTimeInterval(10)
    while true {
      let sockets = try Namespace.run(["ip", "netns", "exec", namespace, "ss", "-lntu"])
      if listening.allSatisfy({ sockets.contains($0) }) { break }
      try #require(Date() < deadline, "the servers do not listen: \(sockets)")
      usleep(50_000)
    }
  }

  deinit { for server in servers { try? server.stop(by: SIGTERM) } }

  /// Asks each of them something.
  func visit(from namespace: String) throws {
    for words in [
      ["dig", "+tries=1", "+time=2", "@10.99.0.2", "www.secret.test"],
      ["curl", "-sS", "-o", "/dev/null", "http://10.99.0.2:8080/"],
      [
        "curl", "-sSk", "-o", "/dev/null", "--resolve", "secret.test:8443:10.99.0.2",
        "https://secret.test:8443/",
      ],
    ] {
      try Namespace.run(["ip", "netns", "exec", namespace] + words)
    }
  }
}
