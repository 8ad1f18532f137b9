import Foundation
import TestSupport
import Testing

/// `--anonymize`, by everything that the program writes.
@Suite(.serialized) struct AnonymizeTests {
  private static let samples = [
    "arp.pcap", "dhcp.pcap", "everything.pcapng", "hostile.pcap", "ipv6.pcapng", "login.pcapng",
  ]
  private let scratch = try! Scratch()

  private func key(_ seed: UInt8, _ name: String = "key") throws -> String {
    let url = scratch.file(name)
    try Data((0..<32).map { $0 &* 5 &+ seed }).write(to: url)
    try scratch.permit(0o600, url)
    return url.path
  }

  private func analyze(_ sample: String, key: String, _ name: String = "report") throws -> URL {
    let report = scratch.file(name)
    let folder = report.path
    let outcome = try PacketpressBinary.run([
      "analyze", Project.sample(sample).path, "-o", folder, "--max-rows", "0", "--anonymize",
      "--anonymize-key", key, "--junit", folder + "/junit.xml", "--sarif", folder + "/sarif.json",
      "--code-quality", folder + "/quality.json", "--annotations", "always", "--quiet",
    ])
    try #require(outcome.status == 0, "\(outcome.errors)")
    try outcome.output.write(to: report.appending(path: "annotations.txt"))
    for format in ["json", "md", "text"] {
      let outcome = try PacketpressBinary.run([
        "analyze", Project.sample(sample).path, "--stdout", format, "--anonymize",
        "--anonymize-key", key,
      ])
      try outcome.output.write(to: report.appending(path: "standard-output.\(format)"))
    }
    return report
  }

  // MARK: - Nothing of the original

  @Test(.enabled(if: Tool.isInstalled("tshark", "pdftotext")), arguments: samples)
  func showsNothingOfTheOriginal(_ sample: String) throws {
    let secrets = try Secrets(sample)
    #expect(secrets.found(in: secrets.plainText).count > 1, "what is looked for is found elsewhere")
    let report = try analyze(sample, key: key(9))
    var evidence = 0
    for file in report.filesBelow {
      let url = report.appending(path: file)
      let bytes = try Data(contentsOf: url)
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      #expect(secrets.found(in: text) == [], "\(sample): \(file)")
      if file.hasSuffix(".pcapng") {
        evidence += 1
        #expect(secrets.found(in: bytes) == [], "\(sample): \(file)")
      }
      guard file.hasSuffix(".pdf") else { continue }
      let words = try Tool("pdftotext")?.run(["-layout", url.path, "-"]).text.lowercased()
      #expect(secrets.found(in: words ?? "") == [], "\(sample): \(file)")
      let streams = try Tool("python3")?.run(["-c", Self.inflate, url.path]).text.lowercased()
      #expect(secrets.found(in: streams ?? "") == [], "\(sample): \(file)")
    }
    if sample == "everything.pcapng" { #expect(evidence > 0) }
  }

  /// Writes what the streams of a PDF hold.
  private static let inflate = """
    import re, sys, zlib
    for part in re.findall(rb'stream\\r?\\n(.*?)endstream', open(sys.argv[1], 'rb').read(), re.S):
        try: print(zlib.decompressobj().decompress(part).decode('latin-1'))
        except zlib.error: pass
    """

  // MARK: - The key

  @Test func dependsOnTheKeyAlone() throws {
    let one = try analyze("everything.pcapng", key: key(9), "one")
    let again = try analyze("everything.pcapng", key: key(9), "again")
    let other = try analyze("everything.pcapng", key: key(10, "other-key"), "other")
    #expect(one.filesBelow == again.filesBelow)
    for file in one.filesBelow {
      let bytes = try Data(contentsOf: one.appending(path: file))
      // Verdicts name the folder in which evidence is.
      let text = String(decoding: bytes, as: UTF8.self).replacing(one.path, with: again.path)
      let same = try Data(contentsOf: again.appending(path: file))
      #expect(text == String(decoding: same, as: UTF8.self), "\(file)")
      guard ["report.json", "index.html", "summary.md"].contains(file) else { continue }
      #expect(try bytes != Data(contentsOf: other.appending(path: file)), "\(file)")
    }
  }

  @Test func takesANewKeyWhereNoneIsGiven() throws {
    let texts = try (0..<2).map { _ in
      try PacketpressBinary.run([
        "analyze", Project.sample("arp.pcap").path, "--stdout", "json", "--anonymize",
      ]).text
    }
    #expect(texts[0] != texts[1] && texts[0].contains("packetpress/report/1"))
  }

  @Test func saysWhatIsWrongWithAKey() throws {
    let sample = Project.sample("arp.pcap").path
    let short = try scratch.write("too short", to: "short")
    let missing = try PacketpressBinary.run([
      "analyze", sample, "--stdout", "text", "--anonymize", "--anonymize-key", "/nonexistent/key",
    ])
    #expect(
      missing.status == 2 && missing.errors.contains("cannot read the key in /nonexistent/key"))
    let outcome = try PacketpressBinary.run([
      "analyze", sample, "--stdout", "text", "--anonymize", "--anonymize-key", short.path,
    ])
    #expect(outcome.status == 2 && outcome.errors.contains("has 9 bytes, but must have 32"))
    let open = try key(1)
    try scratch.permit(0o644, URL(fileURLWithPath: open))
    let warned = try PacketpressBinary.run([
      "analyze", sample, "--stdout", "text", "--anonymize", "--anonymize-key", open,
    ])
    #expect(warned.status == 0 && warned.errors.contains("others can read the key"))
    let alone = try PacketpressBinary.run(["analyze", sample, "--anonymize-key", open])
    #expect(alone.status == 2 && alone.errors.contains("--anonymize-key needs --anonymize"))
  }

  @Test func leavesVendorsWhereAsked() throws {
    let secrets = try Secrets("arp.pcap")
    func text(_ arguments: [String]) throws -> String {
      try PacketpressBinary.run(
        ["analyze", Project.sample("arp.pcap").path, "--stdout", "json", "--anonymize"]
          + ["--anonymize-key", key(9)] + arguments
      ).text
    }
    let kept = try text(["--anonymize-mac", "keep-vendor"])
    #expect(kept.contains("\"00:00:5e:"), "all adapters of the samples are of this vendor")
    #expect(secrets.found(in: kept.lowercased()) == [])
    #expect(try !text([]).contains("\"00:00:5e:"))
  }

  // MARK: - Verdicts

  @Test func judgesRealNamesAndTellsImages() throws {
    let expectations = try scratch.write(
      """
      expectations:
        - name: names
          only: server_names
          are: ["*.nowhere.example.net"]
        - name: hosts
          none_of: hosts
          are: [192.0.2.0/24, 198.51.100.0/24, 10.0.0.0/8, "2001:db8::/32"]
      """, to: "expect.yml")
    let sample = "everything.pcapng"
    let arguments = ["analyze", Project.sample(sample).path, "--expect", expectations.path]
    let plain = try PacketpressBinary.run(arguments + ["--stdout", "json"])
    let report = scratch.file("judged")
    let outcome = try PacketpressBinary.run(
      arguments + [
        "-o", report.path, "--anonymize", "--anonymize-key", key(9), "--junit",
        report.path + ".xml", "--format", "html,json,md",
      ])
    #expect(plain.status == 1 && outcome.status == 1)
    let secrets = try Secrets(sample)
    let junit = try String(contentsOfFile: report.path + ".xml", encoding: .utf8)
    for text in [junit.lowercased(), outcome.errors.lowercased()] {
      #expect(secrets.found(in: text) == [] && !text.contains("nowhere"))
    }
    for file in report.filesBelow {
      let text = try String(
        decoding: Data(contentsOf: report.appending(path: file)), as: UTF8.self)
      #expect(secrets.found(in: text.lowercased()) == [], "\(file)")
    }
  }

  // MARK: - Other commands

  @Test func hidesInSnapshots() throws {
    let folder = scratch.file("archive")
    let outcome = try PacketpressBinary.run([
      "snapshot", Project.sample("web.pcap").path, "-o", folder.path, "--anonymize",
      "--anonymize-key", key(9), "--format", "html,json,csv",
    ])
    try #require(outcome.status == 0, "\(outcome.errors)")
    try expectNothing(of: "web.pcap", in: folder)
  }

  @Test func hidesInLiveReports() throws {
    let folder = scratch.file("live")
    let outcome = try PacketpressBinary.run([
      "live", "--replay", Project.sample("web.pcap").path, "--speed", "max", "-o", folder.path,
      "--anonymize", "--anonymize-key", key(9), "--format", "html,json,md",
    ])
    try #require(outcome.status == 0, "\(outcome.errors)")
    try expectNothing(of: "web.pcap", in: folder)
  }

  private func expectNothing(of sample: String, in folder: URL) throws {
    let secrets = try Secrets(sample)
    for file in folder.filesBelow {
      let text = try String(
        decoding: Data(contentsOf: folder.appending(path: file)), as: UTF8.self)
      #expect(secrets.found(in: text.lowercased()) == [], "\(file)")
    }
  }
}
