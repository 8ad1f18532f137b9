import Foundation
import Glibc
import LiveCapture
import Testing

private let hasLandlock = Landlock.version > 0

@Suite struct LandlockTests {
  let folder: SandboxFolder
  let output: String
  /// Where anybody may write, as far as modes tell.
  let elsewhere: String

  init() throws {
    folder = try SandboxFolder()
    output = try folder.directory("out")
    elsewhere = try folder.directory("elsewhere", mode: 0o777)
    try folder.file("elsewhere/old", "old")
    chmod("\(elsewhere)/old", 0o666)
  }

  @Test(.enabled(if: !hasLandlock)) func saysThatTheKernelLacksIt() throws {
    let strict = try SandboxRun(.strict, [output])
    #expect(strict.error?.hasPrefix("this kernel has no Landlock") == true)
    let best = try SandboxRun(.best, [output], ["write:\(output)/a"])
    #expect(best.notes.map(Optional.some) == [strict.error] && best.did("write:\(output)/a"))
  }

  @Test(.enabled(if: hasLandlock), arguments: [SandboxPolicy.strict, .best])
  func writesWithinTheDirectoriesOnly(policy: SandboxPolicy) throws {
    let within = [
      "write:\(output)/a", "write:\(output)/b", "rename:\(output)/a:\(output)/b",
      "make:\(output)/charts", "rename:\(output)/b:\(output)/charts/b",
      "remove:\(output)/charts/b", "remove:\(output)/charts",
    ]
    let without = [
      "write:\(elsewhere)/a", "write:\(elsewhere)/old", "remove:\(elsewhere)/old",
      "make:\(elsewhere)/charts", "rename:\(elsewhere)/old:\(output)/old",
      "write:\(output)/../elsewhere/a", "read:\(elsewhere)/old", "read:/etc/passwd",
    ]
    let run = try SandboxRun(policy, [output], within + without)
    #expect(run.isSuccess && run.notes.isEmpty)
    for action in within { #expect(run.did(action), "\(action)") }
    for action in without { #expect(!run.did(action), "\(action)") }
    #expect(try String(contentsOfFile: "\(elsewhere)/old", encoding: .utf8) == "old")
  }

  @Test(.enabled(if: hasLandlock)) func aLinkLeadsNowhereElse() throws {
    try folder.link("out/link", to: "../elsewhere")
    try folder.link("out/file", to: "../elsewhere/old")
    let actions = ["write:\(output)/link/a", "write:\(output)/file"]
    let run = try SandboxRun(.best, user: geteuid() == 0 ? "root" : nil, [output], actions)
    #expect(run.isSuccess && !actions.contains(where: run.did))
  }

  @Test(.enabled(if: Landlock.version >= 3)) func cutsNoFileElsewhere() throws {
    let run = try SandboxRun(.strict, [output], ["truncate:\(elsewhere)/old"])
    #expect(run.isSuccess && !run.did("truncate:\(elsewhere)/old"))
  }

  @Test(.enabled(if: Landlock.version >= 4)) func connectsNowhereAndListensWhereItSaid() throws {
    let actions = ["listen:0", "connect:9", "listen:47811"]
    let run = try SandboxRun(.strict, [output], actions + ["allow:0"])
    #expect(actions.map(run.did) == [true, false, false])
    #expect(try actions.map(SandboxRun(.strict, [output], actions).did) == [false, false, false])
    #expect(try actions.map(SandboxRun(.off, [output], actions).did) == [true, true, true])
  }

  @Test func readsWhatAReportNeeds() throws {
    let actions = [
      "/usr/share", "/proc/self/status", "/proc/self/net/dev", "/sys/class/net/lo/statistics",
      "/dev/null", "/dev/urandom",
    ].map { "read:\($0)" }
    let run = try SandboxRun(.best, [output], actions)
    for action in actions { #expect(run.did(action), "\(action)") }
  }

  @Test func drawsTheSameText() throws {
    let free = "\(elsewhere)/free.png"
    let confined = "\(output)/confined.png"
    #expect(try SandboxRun(.off, [elsewhere], ["draw:\(free)"]).did("draw:\(free)"))
    let run = try SandboxRun(.best, [output], ["draw:\(confined)"])
    #expect(run.did("draw:\(confined)") && run.errors.isEmpty)
    let images = try [free, confined].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(images[0].count > 500 && images[0] == images[1])
  }
}
