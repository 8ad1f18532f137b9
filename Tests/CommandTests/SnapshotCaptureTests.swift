import Foundation
import TestSupport
import Testing

/// Captures on an interface, in a network namespace of its own.
@Suite(.enabled(if: Tool.isInstalled("ip", "ping") && geteuid() == 0), .serialized)
struct SnapshotCaptureTests {
  let archive = try! SnapshotArchive()

  /// Runs a shell script in a namespace that is gone afterwards; `$0` is the program.
  private func run(_ script: String) throws -> PacketpressBinary.Outcome {
    let setUp = """
      ip link set lo up; ip link add v0 type veth peer name v1; ip link set v0 up; ip link set v1 up
      """
    let unshare = try #require(Tool("unshare"))
    return try unshare.run([
      "--net", "sh", "-c", setUp + "\n" + script, PacketpressBinary.url.path, archive.url.path,
    ])
  }

  @Test func capturesForAWhile() throws {
    let before = Date.now
    let outcome = try run(
      """
      (sleep 0.5; ping -q -c 5 -i 0.1 127.0.0.1 >/dev/null) &
      "$0" snapshot -i lo --duration 2s --filter icmp -o "$1" --format json; wait
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(Date.now.timeIntervalSince(before) < 6)
    let name = try #require(archive.reports.first)
    #expect(archive.latest == name)
    let capture = try ReportFile(in: archive.file(name)).capture
    #expect(capture.packets > 0)
    #expect(capture.filter == "icmp")
    #expect(archive.page.contains("complete"))
  }

  @Test func endsAfterSomePackets() throws {
    let outcome = try run(
      """
      (sleep 0.5; ping -q -c 20 -i 0.05 127.0.0.1 >/dev/null) &
      "$0" snapshot -i lo --duration 20s --packets 7 --filter icmp -o "$1" --format json; wait
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let name = try #require(archive.reports.first)
    #expect(try ReportFile(in: archive.file(name)).capture.packets == 7)
  }

  @Test(arguments: ["INT", "TERM"])
  func isWrittenWhenStopped(signal: String) throws {
    // A shell keeps SIGINT from what it starts in the background, so this one is in front. It listens to
    // signals once its socket is there.
    let outcome = try run(
      """
      (until [ "$(wc -l < /proc/net/packet)" -gt 1 ]; do sleep 0.1; done; sleep 0.5; kill -\(signal) $$) &
      exec "$0" snapshot -i v0 --duration 1h -o "$1" --format json
      """)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(archive.listed.count == 1)
  }

  @Test func belongsToTheOwnerOfTheArchive() throws {
    let nobody = 65_534
    try FileManager.default.createDirectory(at: archive.url, withIntermediateDirectories: true)
    try archive.scratch.permit(0o755, archive.scratch.url)
    try #require(chown(archive.url.path, uid_t(nobody), gid_t(nobody)) == 0)
    // As an earlier run might have left them that stayed root.
    try archive.makeReport("2025-11-23T10-00-00Z", start: "2025-11-23T10:00:00Z")
    try archive.write("half", to: ".packetpress-work/report/charts/half.png")
    for _ in 1...2 {
      let outcome = try run(
        "\"$0\" snapshot -i v0 --duration 100ms --keep 1 -o \"$1\" --format json")
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    }
    let name = try #require(archive.reports.first)
    #expect(archive.names == [name, "index.html", "latest", "style.css"].sorted())
    for path in archive.names {
      let attributes = try FileManager.default.attributesOfItem(atPath: archive.file(path).path)
      #expect(attributes[.ownerAccountID] as? Int == nobody, "\(path)")
    }
  }

  @Test(.enabled(if: Tool.isInstalled("setpriv")))
  func leavesALockThatTheOwnerCanTake() throws {
    try FileManager.default.createDirectory(at: archive.url, withIntermediateDirectories: true)
    try archive.scratch.permit(0o755, archive.scratch.url)
    try #require(chown(archive.url.path, 65_534, 65_534) == 0)
    let outcome = try run("\"$0\" snapshot -i v0 --duration 100ms -o \"$1\" --format json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let setpriv = try #require(Tool("setpriv"))
    let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", PacketpressBinary.url.path]
    guard try setpriv.run(nobody + ["--version"]).status == 0 else { return }
    let own = try setpriv.run(
      nobody + ["snapshot", "-", "-o", archive.url.path, "--format", "json"],
      input: .file(Project.sample("web.pcap")))
    #expect(own.status == 0 && own.errors.isEmpty, "\(own.errors)")
    #expect(archive.reports.count == 2)
  }

  @Test func refusesAnInterfaceThatIsNotThere() throws {
    let outcome = try run("\"$0\" snapshot -i no-such -o \"$1\"")
    #expect(outcome.status == 2)
    #expect(outcome.messages.count == 1, "\(outcome.errors)")
    #expect(archive.names.isEmpty)
  }
}
