import Foundation
import TestSupport
import Testing

extension LiveTests {
  /// Live mode on real interfaces, between two namespaces.
  @Suite(.enabled(if: Namespace.isPossible)) struct Interfaces {
    private static let wire = Namespace.interface

    private func watch(_ hosts: Namespace, _ more: String...) throws -> LiveProcess {
      let live = try LiveProcess(
        ["-i", Self.wire, "--every", "1s", "--format", "json"] + more,
        prefix: Namespace.entering(hosts.here))
      try live.wait(for: "the first report") { live.report.appending(path: "report.json").exists }
      return live
    }

    /// Sends echo requests from the other end; one reply comes for each.
    private func ping(_ hosts: Namespace, _ count: Int) throws {
      try Namespace.run(
        "ip", "netns", "exec", hosts.there, "ping", "-q", "-c", "\(count)", "-i", "0.01",
        "10.99.0.1")
    }

    @Test(.enabled(if: Tool.isInstalled("tcpdump", "curl", "openssl", "dig", "dnsmasq", "ping")))
    func seesWhatTcpdumpSees() throws {
      let hosts = try Namespace()
      let servers = try RealServers(in: hosts.there)
      let live = try watch(hosts)
      let saved = live.scratch.file("saved.pcap")
      let tcpdump = try BackgroundTool(
        Namespace.entering(hosts.here) + [
          "/usr/bin/tcpdump", "-i", Self.wire, "-U", "--immediate-mode",
          "--time-stamp-precision=nano", "-w", saved.path,
        ], in: live.scratch)
      try live.wait(for: "tcpdump") { tcpdump.errors.contains("listening") }
      try ping(hosts, 5)
      try servers.visit(from: hosts.here)
      usleep(500_000)
      try tcpdump.stop()
      live.send(SIGTERM)
      #expect(try live.end() == 0)
      let offline = try analyze(saved.path)
      #expect(offline.capture.packets > 40)
      // What came before tcpdump listened would differ; nothing is sent before.
      // The kernel stamps a packet for each socket by itself: which of two that are a microsecond apart
      // looks later is each program's own. `savesWhatItSees` holds the count on the same stamps.
      let differences = try live.contents().differences(from: offline, seconds: 0.0005)
        .filter { $0 != "/capture/time_reversals" }
      #expect(differences.isEmpty, "\(differences)")
      #expect(live.messages.contains("watching"))
      withExtendedLifetime(servers) {}
    }

    @Test func goesOnWhenTheInterfaceComesBack() throws {
      let hosts = try Namespace()
      let live = try watch(hosts)
      try ping(hosts, 3)
      try live.waitForPackets(6)
      try Namespace.run("ip", "-n", hosts.here, "link", "set", Self.wire, "down")
      try live.wait(for: "a word of it") { live.messages.contains("\(Self.wire) went down") }
      try Namespace.run("ip", "-n", hosts.here, "link", "set", Self.wire, "up")
      try live.wait(for: "the interface") { live.messages.contains("\(Self.wire) is back") }
      try ping(hosts, 3)
      try live.waitForPackets(12)
      try Namespace.run("ip", "-n", hosts.here, "link", "del", Self.wire)
      try live.wait(for: "a word of it") { live.messages.contains("\(Self.wire) is gone") }
      try hosts.connect()
      try ping(hosts, 3)
      try live.waitForPackets(18)
      live.send(SIGTERM)
      #expect(try live.end() == 0)
    }

    @Test func keepsNoRight() throws {
      let hosts = try Namespace()
      let live = try watch(hosts, "--user", "nobody")
      let identifier = try live.programIdentifier()
      let status = try String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8)
      for field in ["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"] {
        #expect(status.contains("\(field):\t0000000000000000"), "\(field)")
      }
      #expect(status.contains("NoNewPrivs:\t1"))
      let nobody = try #require(getpwnam("nobody")).pointee
      #expect(status.contains("Uid:\t\(nobody.pw_uid)\t\(nobody.pw_uid)\t\(nobody.pw_uid)"))
      #expect(status.contains("Gid:\t\(nobody.pw_gid)\t\(nobody.pw_gid)\t\(nobody.pw_gid)"))
      try ping(hosts, 3)
      try live.waitForPackets(6)
      live.send(SIGTERM)
      #expect(try live.end() == 0)
    }

    @Test func savesWhatItSees() throws {
      let hosts = try Namespace()
      let scratch = try Scratch()
      let saved = scratch.file("saved.pcapng")
      let live = try watch(hosts, "--write", saved.path, "--user", "root")
      try ping(hosts, 5)
      try live.waitForPackets(10)
      live.send(SIGTERM)
      #expect(try live.end() == 0)
      let numbers = try live.contents().numbers()
      #expect(try analyze(saved.path).numbers() == numbers)
    }

    @Test func needsARight() throws {
      let setpriv = try #require(Tool("setpriv"))
      let outcome = try setpriv.run([
        "--reuid=65534", "--regid=65534", "--clear-groups", "--bounding-set=-all",
        PacketpressBinary.url.path, "live", "-i", "lo", "-o", "/tmp/never",
      ])
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("setcap cap_net_raw=ep "))
      #expect(outcome.messages.count == 1, "\(outcome.errors)")
    }
  }
}
