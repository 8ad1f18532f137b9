import Glibc
import LiveCapture
import Testing

private let isRoot = geteuid() == 0
/// Of no user that any system knows.
private let stranger: uid_t = 54_321

@Suite struct SandboxTests {
  let folder: SandboxFolder

  init() throws { folder = try SandboxFolder() }

  /// What may happen where the kernel has no Landlock, which is another test's business.
  private func otherNotes(_ run: SandboxRun) -> [String] {
    run.notes.filter { !$0.contains("Landlock") }
  }

  private func hasNoCapability(_ run: SandboxRun) -> Bool {
    ["CapEff", "CapPrm", "CapInh", "CapAmb"].allSatisfy {
      run.status($0) == ["0000000000000000"]
    }
  }

  @Test(.enabled(if: isRoot)) func leavesRootWithNothing() throws {
    let output = try folder.directory("out", owner: stranger)
    let run = try SandboxRun(.best, [output], ["root", "write:\(output)/a"])
    #expect(run.isSuccess && otherNotes(run).isEmpty && run.errors.isEmpty)
    #expect(hasNoCapability(run))
    #expect(run.status("CapBnd") == ["0000000000000000"])
    #expect(run.status("NoNewPrivs") == ["1"])
    #expect(!run.did("root") && run.did("write:\(output)/a"))
    #expect(folder.owner("out/a") == stranger)
  }

  @Test func leavesAnOrdinaryUserWithNothing() throws {
    let output = try folder.directory("out", owner: isRoot ? stranger : geteuid())
    let run = try SandboxRun(.best, [output], ["write:\(output)/a"], startedBy: stranger)
    #expect(run.isSuccess && otherNotes(run).isEmpty)
    #expect(hasNoCapability(run) && run.status("NoNewPrivs") == ["1"])
    #expect(run.did("write:\(output)/a"))
  }

  @Test(.enabled(if: isRoot)) func becomesTheOwnerOfTheFirstDirectory() throws {
    let first = try folder.directory("first", owner: stranger)
    let second = try folder.directory("second", owner: 1, mode: 0o777)
    let run = try SandboxRun(.best, [first, second], ["write:\(second)/a"])
    #expect(run.status("Uid") == Array(repeating: "\(stranger)", count: 4))
    #expect(run.status("Gid") == Array(repeating: "\(stranger)", count: 4))
    #expect(run.status("Groups") == ["\(stranger)"])
    #expect(run.did("write:\(second)/a"))
  }

  @Test(.enabled(if: isRoot)) func becomesWhoeverOwnsTheFolderAboveWhatRootMade() throws {
    _ = try folder.directory("home", owner: stranger, mode: 0o700)
    let output = try folder.directory("home/Reports/eth0")
    let run = try SandboxRun(.best, [output], ["write:\(output)/a"])
    #expect(otherNotes(run).isEmpty && run.status("Uid").first == "\(stranger)")
    #expect(folder.owner("home/Reports/eth0") == stranger && folder.owner("home/Reports") == 0)
    #expect(run.did("write:\(output)/a"))
  }

  @Test(
    .enabled(if: isRoot),
    arguments: [("54321:54322", "54321", "54322"), ("daemon", "1", "1"), ("daemon:0", "1", "0")])
  func becomesTheGivenUser(text: String, user: String, group: String) throws {
    let run = try SandboxRun(.best, user: text, [try folder.directory("out")])
    #expect(otherNotes(run).isEmpty)
    #expect(run.status("Uid") == Array(repeating: user, count: 4))
    #expect(run.status("Gid") == Array(repeating: group, count: 4))
    #expect(run.status("Groups") == [group])
    #expect(folder.owner("out") == UInt32(user))
  }

  @Test(
    arguments: [
      ("no-such-user", "there is no user named 'no-such-user'"),
      ("nobody:no-such-group", "there is no group named 'no-such-group'"),
      (":1", "expected NAME or NAME:GROUP"), ("nobody:", "expected NAME or NAME:GROUP"),
      ("54321", "give a group, as in 1000:1000"), ("4294967295:1", "there is no user named"),
    ], [SandboxPolicy.strict, .best])
  func saysWhichUserIsUnknown(_ text: (user: String, says: String), policy: SandboxPolicy) throws {
    let run = try SandboxRun(policy, user: text.user, [folder.path])
    let error = try #require(run.error)
    #expect(!run.isSuccess && error.contains(text.says))
  }

  @Test func onlyRootBecomesAnotherUser() throws {
    let output = try folder.directory("out", owner: isRoot ? stranger : geteuid())
    let best = try SandboxRun(.best, user: "daemon", [output], startedBy: stranger)
    #expect(otherNotes(best) == ["cannot become daemon: only root can; leave out --user"])
    #expect(try !SandboxRun(.strict, user: "daemon", [output], startedBy: stranger).isSuccess)
  }

  @Test func changesNothingWhenOff() throws {
    let elsewhere = "\(folder.path)/a"
    let run = try SandboxRun(
      .off, user: "no-such-user", [try folder.directory("out")], ["write:\(elsewhere)"])
    #expect(run.isSuccess && run.notes.isEmpty && run.did("write:\(elsewhere)"))
    #expect(run.status("Uid").first == "\(geteuid())" && run.status("NoNewPrivs") == ["0"])
    #expect(folder.owner("out") == geteuid())
  }

  @Test func namesADirectoryThatIsMissing() throws {
    let run = try SandboxRun(.best, ["\(folder.path)/none"])
    #expect(run.error == "cannot open the directory \(folder.path)/none: no such file or directory")
  }

  @Test func saysThatOtherThreadsKeepTheirPrivileges() throws {
    let output = try folder.directory("out")
    let strict = try SandboxRun(.strict, [output], ["thread"])
    #expect(strict.error == "1 other threads run already and keep their privileges")
    #expect(folder.owner("out") == geteuid())
    #expect(try SandboxRun(.best, [output], ["thread"]).notes.first == strict.error)
  }
}
