import Foundation
import TestSupport
import Testing

/// However a capture comes, and however it is shared out, the numbers are the same.
@Suite struct SameNumbersTests {
  private static let packers = ["gzip", "zstd", "lz4"]

  @Test(arguments: packers)
  func fromACompressedFileByItsContentNotItsName(packer: String) throws {
    guard let tool = Tool(packer) else { return }
    let scratch = try Scratch()
    for sample in ["everything.pcapng", "lossy-sender.pcap"] {
      let packed = scratch.file("capture.dat")
      try tool.run(["-c", Project.sample(sample).path]).output.write(to: packed)
      let report = try analyze(packed.path)
      #expect(report.capture.files.first?.compression == packer)
      #expect(try report.numbers() == analyze(Project.sample(sample).path).numbers())
    }
  }

  @Test(arguments: ["everything.pcapng", "lossy-receiver.pcap", "fragments.pcap", "hostile.pcap"])
  func fromOneWorkerOrSeveral(sample: String) throws {
    let path = Project.sample(sample).path
    let one = try analyze(path, "--workers", "1").numbers()
    #expect(try analyze(path, "--workers", "2").numbers() == one)
    #expect(try analyze(path, "--workers", "3").numbers() == one)
  }

  @Test func fromFilesInAnyOrder() throws {
    let paths = ["web.pcap", "dns.pcap", "tls.pcapng"].map { Project.sample($0).path }
    let forwards = try analyze(paths[0], paths[1], paths[2]).numbers()
    #expect(try analyze(paths[2], paths[0], paths[1]).numbers() == forwards)
  }

  @Test func fromADirectory() throws {
    let scratch = try Scratch()
    for name in ["web.pcap", "dns.pcap"] {
      try FileManager.default.copyItem(at: Project.sample(name), to: scratch.file(name))
    }
    _ = try scratch.write("not a capture\n", to: "README.txt")
    let together = try analyze(Project.sample("web.pcap").path, Project.sample("dns.pcap").path)
    #expect(try analyze(scratch.url.path).numbers() == together.numbers())
  }

  @Test(.enabled(if: Tool.isInstalled("tcpdump")), arguments: Project.wholeSamples)
  func asTcpdumpCountsThem(sample: String) throws {
    let capture = try analyze(Project.sample(sample).path).capture
    #expect(capture.packets == (try Tool.packets(in: Project.sample(sample))))
    let accounting = capture.accounting
    #expect(accounting.read == capture.packets)
    #expect(
      accounting.read == accounting.filteredOut + accounting.decoded + accounting.undecoded
        + accounting.malformed)
  }
}
