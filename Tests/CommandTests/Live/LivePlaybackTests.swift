import Foundation
import TestSupport
import Testing

extension LiveTests {
  /// Live mode over saved packets: what it says is what `analyze` says.
  @Suite struct Playback {
    @Test(arguments: ["everything.pcapng", "lossy-receiver.pcap", "fragments.pcap", "hostile.pcap"])
    func leavesTheReportThatAnalyzeMakes(sample: String) throws {
      let scratch = try Scratch()
      let path = Project.sample(sample).path
      let live = try PacketpressBinary.run(
        ["live", "--replay", path, "--speed", "max", "-o", scratch.file("live").path])
      #expect(live.status == 0, "\(live.errors)")
      let plain = try PacketpressBinary.run(["analyze", path, "-o", scratch.file("plain").path])
      #expect(plain.status == 0, "\(plain.errors)")
      let files = scratch.file("plain").filesBelow
      #expect(Set(files).isSubset(of: scratch.file("live").filesBelow))
      for file in files {
        let (left, right) = (scratch.file("live/\(file)"), scratch.file("plain/\(file)"))
        #expect(try Data(contentsOf: left) == Data(contentsOf: right), "\(file)")
      }
    }

    @Test func playsBackAtTheSpeedAskedFor() throws {
      // 53 seconds of packets.
      let began = Date()
      let outcome = try PacketpressBinary.run([
        "live", "--replay", Project.sample("everything.pcapng").path, "--speed", "40", "-o", "out",
        "--format", "json",
      ])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect((1.3...8).contains(Date().timeIntervalSince(began)))
    }

    @Test func showsAStreamBeforeItEnds() throws {
      let pipe = Pipe()
      let live = try LiveProcess(["-", "--every", "1s", "--format", "json"], input: pipe)
      let packets = try Data(contentsOf: Project.sample("web.pcap"))
      try pipe.fileHandleForWriting.write(contentsOf: packets)
      let whole = try analyze(Project.sample("web.pcap").path)
      try live.waitForPackets(whole.capture.packets)
      #expect(live.isRunning)
      try pipe.fileHandleForWriting.close()
      #expect(try live.end() == 0)
      #expect(try live.contents().numbers() == whole.numbers())
    }

    @Test func followsAFileThatGrowsAndIsReplaced() throws {
      let scratch = try Scratch()
      let growing = scratch.file("growing.pcap")
      let packets = try Data(contentsOf: Project.sample("web.pcap"))
      try packets.prefix(2_000).write(to: growing)
      let live = try LiveProcess(
        ["--follow", growing.path, "--every", "1s", "--format", "json"], scratch: scratch)
      try live.waitForPackets(1)
      let handle = try FileHandle(forWritingTo: growing)
      try handle.seekToEnd()
      try handle.write(contentsOf: packets.dropFirst(2_000))
      try handle.close()
      let web = try analyze(Project.sample("web.pcap").path).capture.packets
      try live.waitForPackets(web)
      try FileManager.default.moveItem(at: growing, to: scratch.file("growing.pcap.1"))
      try FileManager.default.copyItem(at: Project.sample("dns.pcap"), to: growing)
      let dns = try analyze(Project.sample("dns.pcap").path).capture.packets
      try live.waitForPackets(web + dns)
      live.send(SIGTERM)
      #expect(try live.end() == 0)
      #expect(live.messages.contains("was replaced"))
    }

    @Test func goesOnWhenTheClockIsSetBack() throws {
      let scratch = try Scratch()
      var capture = PcapBuilder()
      let frame =
        [UInt8](repeating: 0xFF, count: 12) + [0x88, 0xB5] + [UInt8](repeating: 0, count: 46)
      // Set back by a day, then ahead by a year, then right again.
      for time in [1_800_000_000, 1_800_000_001, 1_799_913_600, 1_831_536_000, 1_800_000_002] {
        for packet in 0..<50 { capture.add(frame, seconds: UInt32(time), fraction: UInt32(packet)) }
      }
      let pipe = Pipe()
      let live = try LiveProcess(["-", "--every", "1s", "--format", "html,json"], input: pipe)
      try pipe.fileHandleForWriting.write(contentsOf: Data(capture.bytes))
      try live.waitForPackets(250)
      try pipe.fileHandleForWriting.close()
      #expect(try live.end() == 0)
      let report = try live.contents()
      #expect(report.capture.packets == 250)
      #expect(report.contents.recentPackets.count == 250)
      let saved = scratch.file("saved.pcap")
      try Data(capture.bytes).write(to: saved)
      #expect(try report.numbers() == analyze(saved.path).numbers())
    }

    @Test func endsAfterAsManyPacketsAsAskedFor() throws {
      let outcome = try PacketpressBinary.run([
        "live", "--replay", Project.sample("everything.pcapng").path, "--speed", "max", "--packets",
        "100", "-o", "out", "--format", "json", "--quiet",
      ])
      #expect(outcome.status == 0)
      #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
    }

    @Test(arguments: [
      (["live"], "say what to watch"), (["live", "eth0"], "take -i eth0"),
      (["live", "-", "--replay", "x"], "exclude each other"),
      (["live", "-", "--every", "10ms"], "from 1s to 1h"),
      (["live", "--replay", "/nonexistent.pcap", "-o", "out"], "/nonexistent.pcap"),
      (["live", "-", "--filter", "prot 5", "-o", "out"], "the filter 'prot 5' is wrong"),
    ])
    func refusesWhatItCannotDo(arguments: [String], reason: String) throws {
      let outcome = try PacketpressBinary.run(arguments)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(reason), "\(outcome.errors)")
    }
  }
}
