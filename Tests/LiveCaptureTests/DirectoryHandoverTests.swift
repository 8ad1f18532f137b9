import Glibc
import LiveCapture
import Testing

@Suite(.enabled(if: geteuid() == 0)) struct DirectoryHandoverTests {
  private static let page = """
    <!doctype html>
    <meta name="generator" content="Packetpress 0.1.0">
    """
  private static let nobody: uid_t = 65_534

  let folder: SandboxFolder

  init() throws { folder = try SandboxFolder() }

  /// Becomes nobody, on demand or, without `user`, because root's directories call for it.
  private func enter(
    _ path: String, _ actions: [String] = [], user: String? = "65534:65534",
    policy: SandboxPolicy = .best
  ) throws -> SandboxRun { try SandboxRun(policy, user: user, [path], actions) }

  @Test func handsOverAnEmptyDirectory() throws {
    let output = try folder.directory("out", mode: 0o700)
    let run = try enter(output, ["write:\(output)/a"], user: nil)
    #expect(run.did("write:\(output)/a") && run.status("Uid").first == "65534")
    #expect(folder.owner("out") == Self.nobody)
  }

  @Test func handsOverTheFoldersOfAReportButNoFile() throws {
    let output = try folder.directory("out")
    for name in ["charts", "window", "window/charts"] { _ = try folder.directory("out/\(name)") }
    for name in ["style.css", "charts/rate.png", "report.json.part-12"] {
      try folder.file("out/\(name)")
    }
    try folder.file("out/index.html", Self.page)
    let moves = [
      "rename:\(output)/style.css:\(output)/index.html", "remove:\(output)/charts/rate.png",
    ]
    let run = try enter(output, moves)
    #expect(run.isSuccess && moves.allSatisfy(run.did))
    for name in ["out", "out/charts", "out/window", "out/window/charts"] {
      #expect(folder.owner(name) == Self.nobody, "\(name)")
    }
    #expect(folder.owner("out/index.html") == 0 && folder.owner("out/report.json.part-12") == 0)
  }

  @Test func handsOverAnArchiveAndTheReportsInIt() throws {
    let output = try folder.directory("out")
    let names = ["2026-11-23T10-00-00Z", "2026-11-23T10-00-00Z-12", "until-2026-11-23T11-00-00Z"]
    for name in names {
      _ = try folder.directory("out/\(name)/charts")
      try folder.file("out/\(name)/snapshot.json", "{\n  \"schema\": \"packetpress/snapshot/1\"")
    }
    for name in [".lock", "style.css", "icon.svg"] { try folder.file("out/\(name)") }
    try folder.file("out/index.html", Self.page)
    try folder.link("out/latest", to: names[0])
    _ = try folder.directory("out/.packetpress-work")
    let move = "rename:\(output)/\(names[0]):\(output)/gone"
    let run = try enter(output, [move])
    #expect(run.isSuccess && run.did(move), "\(run.error ?? "")")
    for name in ["out", "out/gone", "out/gone/charts"] + names[1...].map({ "out/\($0)" }) {
      #expect(folder.owner(name) == Self.nobody, "\(name)")
    }
    #expect(folder.owner("out/.lock") == 0)
  }

  @Test func handsOverAnArchiveThatOnlyHasALock() throws {
    let output = try folder.directory("out")
    try folder.file("out/.lock")
    #expect(try enter(output).isSuccess && folder.owner("out") == Self.nobody)
    let other = try folder.directory("other")
    try folder.file("other/.lock", "4711")
    #expect(try enter(other).error?.contains("it holds other things than a report") == true)
  }

  @Test func keepsReportsInAnArchiveThatHoldOtherThings() throws {
    let output = try folder.directory("out", owner: Self.nobody)
    _ = try folder.directory("out/2026-11-23T10-00-00Z/notes")
    _ = try folder.directory("elsewhere")
    try folder.link("out/2026-11-23T11-00-00Z", to: "../elsewhere")
    #expect(try enter(output).isSuccess)
    #expect(folder.owner("out/2026-11-23T10-00-00Z") == 0 && folder.owner("elsewhere") == 0)
  }

  @Test(arguments: [
    "2026-11-23T10-00-00", "2026-11-23T10:00:00Z", "2026-11-23T10-00-00Z-1",
    "2026-11-23T10-00-00Z-02", "2026-11-23T10-00-00Z2", "until-2026-11-23T10-00-00Z-2",
    "20é6-11-23T10-00-00Z",
  ])
  func keepsADirectoryWithNamesThatOnlyLookDated(name: String) throws {
    let output = try folder.directory("out")
    try folder.file("out/index.html", Self.page)
    _ = try folder.directory("out/\(name)")
    #expect(try enter(output).error?.contains("it holds other things than a report") == true)
  }

  @Test(arguments: ["notes.txt", "index.html", "Report.json"])
  func keepsADirectoryThatHoldsOtherThings(name: String) throws {
    let output = try folder.directory("out")
    try folder.file("out/\(name)", "<html>")
    let error = try #require(try enter(output).error)
    #expect(
      error == "cannot become 65534, who may not write to \(output)"
        + " (it holds other things than a report); choose another directory, or a user with --user")
    #expect(folder.owner("out") == 0)
  }

  @Test func keepsAFolderOfAReportThatHoldsFolders() throws {
    let output = try folder.directory("out", owner: Self.nobody)
    _ = try folder.directory("out/charts/private")
    #expect(try enter(output).error?.contains("\(output)/charts (it holds other things") == true)
    #expect(folder.owner("out/charts") == 0)
  }

  @Test(arguments: ["link", "link/below", "link/../target"])
  func followsNoLinkToADirectory(way: String) throws {
    _ = try folder.directory("target/below")
    try folder.link("link", to: "target")
    // Where the link leads with "..": back to the folder of the target.
    let error = try #require(try enter("\(folder.path)/\(way)").error)
    #expect(error.contains("a symbolic link leads to it"))
    #expect(folder.owner("target") == 0 && folder.owner("target/below") == 0)
  }

  @Test func followsNoLinkWithinAReport() throws {
    _ = try folder.directory("elsewhere")
    let output = try folder.directory("out")
    try folder.file("out/index.html", Self.page)
    try folder.link("out/charts", to: "../elsewhere")
    #expect(try enter(output).error?.contains("a symbolic link leads to it") == true)
    #expect(folder.owner("elsewhere") == 0)
  }

  @Test func takesAPageOnlyFromAFileOfItsOwn() throws {
    let output = try folder.directory("out")
    try folder.file("page", Self.page)
    try folder.link("out/index.html", to: "../page")
    #expect(try enter(output).error?.contains("it holds other things than a report") == true)
  }

  @Test func keepsADirectoryOfAnotherUser() throws {
    let output = try folder.directory("out", owner: 1)
    #expect(try enter(output).error?.contains("it belongs to another user") == true)
    #expect(folder.owner("out") == 1)
  }

  @Test func staysRootWithoutRightsWhereNobodyMayWrite() throws {
    let output = try folder.directory("out")
    try folder.file("out/notes.txt")
    let best = try enter(output, ["write:\(output)/a"], user: nil)
    #expect(best.did("write:\(output)/a") && best.status("Uid").first == "0")
    #expect(best.status("CapEff") == ["0000000000000000"] && best.status("NoNewPrivs") == ["1"])
    #expect(best.notes.first?.hasSuffix("; stays root, without the rights of root") == true)
    #expect(
      try enter(output, user: nil, policy: .strict).error?.contains("cannot become nobody") == true)
  }

  @Test func staysRootWhereRootMayNotChange() throws {
    let output = try folder.directory("out")
    let run = try SandboxRun(.best, [output], ["write:\(output)/a"], isBare: true)
    #expect(
      run.notes.first == "cannot become nobody: operation not permitted;"
        + " stays root, without the rights of root")
    #expect(run.did("write:\(output)/a") && folder.owner("out") == 0)
  }

  @Test func saysThatNothingCanBeWrittenWithoutRights() throws {
    let first = try folder.directory("first", owner: 1)
    let second = try folder.directory("second", owner: 2)
    let run = try SandboxRun(.best, [first, second])
    #expect(run.error == "\(first) is not root's: cannot write to it without the rights of root")
  }

  @Test(arguments: [
    ("/", true), ("/etc", true), ("/etc/packetpress", true), ("/usr/local/www", true),
    ("/home", true), ("/home/jo", true), ("/home/jo/Reports", false), ("/root", true),
    ("/root/Reports", false), ("/tmp", true), ("/tmp/out", false), ("/run/sshd", true),
    ("/var/www", true), ("/var/lib/packetpress", false), ("/srv", true), ("/srv/report", false),
    ("/report", false), ("/etcetera", false),
  ])
  func knowsTheDirectoriesOfTheSystem(path: String, isSystem: Bool) {
    #expect(ReportTree.isSystem(path) == isSystem)
  }
}
