import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Tool.isInstalled("systemd-analyze")))
struct SystemdUnitTests {
  private static let units = ["packetpress-snapshot@.service", "packetpress-live@.service"]

  @Test(arguments: units)
  func isExposedLittle(unit: String) throws {
    let path = Project.root.appending(path: "systemd/\(unit)").path
    // In tenths: below 2.0.
    let outcome = try #require(Tool("systemd-analyze")).run([
      "security", "--offline=true", "--no-pager", "--threshold=19", path,
    ])
    #expect(outcome.status == 0, "\(outcome.text.suffix(100)) \(outcome.errors)")
  }

  @Test(arguments: units)
  func isUnderstood(unit: String) throws {
    let scratch = try Scratch()
    let instance = scratch.file(unit.replacing("@.", with: "@eth0."))
    let text = try String(
      contentsOf: Project.root.appending(path: "systemd/\(unit)"), encoding: .utf8)
    try Data(text.replacing("/usr/local/bin/packetpress", with: "/bin/true").utf8)
      .write(to: instance)
    let outcome = try #require(Tool("systemd-analyze")).run([
      "verify", "--man=no", instance.path,
    ])
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
  }
}
