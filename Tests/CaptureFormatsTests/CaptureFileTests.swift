import CaptureFormats
import Foundation
import TestSupport
import Testing

struct CaptureFileTests {
  @Test func rejectsAnEmptyFile() {
    #expect {
      try ReadCapture([])
    } throws: { error in
      "\(error)".hasSuffix(" is empty: expected a pcap or pcapng capture")
    }
  }

  @Test(arguments: [[0x50], Array("GIF89a".utf8), [0, 1, 2, 3, 4, 5, 6, 7], .pattern(5000)])
  func rejectsWhatIsNotACapture(bytes: [UInt8]) {
    #expect {
      try ReadCapture(bytes)
    } throws: { error in
      guard case CaptureError.notACapture(_, let first) = error else { return false }
      return first.starts(with: bytes.prefix(4))
    }
  }

  @Test func saysWithWhichBytesAnotherFileBegins() {
    #expect {
      try ReadCapture(Array("GIF89a".utf8))
    } throws: { error in
      "\(error)".contains("it begins with 47 49 46 38, which is neither pcap, pcapng, gzip")
    }
  }

  @Test func rejectsAMissingFile() {
    #expect {
      try CaptureFile(path: "/nowhere/at-all.pcap")
    } throws: { error in
      "\(error)" == "cannot read /nowhere/at-all.pcap: no such file or directory"
    }
  }

  @Test func rejectsADirectory() {
    #expect {
      try CaptureFile(path: "/")
    } throws: { error in
      "\(error)" == "cannot read /: it is a directory"
    }
  }

  @Test func tellsCapturesFromOtherFiles() throws {
    #expect(ScratchFile(Samples.pcap).withPath(CaptureFile.isCapture))
    #expect(ScratchFile(Samples.pcapng).withPath(CaptureFile.isCapture))
    let compressed = try filter(Samples.pcap, through: ["gzip"])
    #expect(ScratchFile(compressed).withPath(CaptureFile.isCapture))
    let text = try filter(Array("no packets in here, and no magic either".utf8), through: ["gzip"])
    #expect(!ScratchFile(text).withPath(CaptureFile.isCapture))
    #expect(!ScratchFile(Array("text".utf8)).withPath(CaptureFile.isCapture))
    #expect(!ScratchFile().withPath(CaptureFile.isCapture))
    #expect(!CaptureFile.isCapture(path: "/"))
    #expect(!CaptureFile.isCapture(path: "/nowhere"))
  }

  @Test func tellsHowFarItHasRead() throws {
    let file = ScratchFile(Samples.pcap)
    let capture = try file.withPath { try CaptureFile(path: $0) }
    #expect(capture.size == UInt64(Samples.pcap.count))
    let block = PacketBlock()
    while try capture.next(into: block) {}
    #expect(capture.bytesRead == UInt64(Samples.pcap.count))
    #expect(try !capture.next(into: block), "the end stays the end")
    #expect(block.records.isEmpty)
  }

  @Test func describesItselfOnce() throws {
    let file = ScratchFile(Samples.pcapng)
    let capture = try file.withPath { try CaptureFile(path: $0) }
    let block = PacketBlock()
    while try capture.next(into: block) {}
    _ = try capture.next(into: block)
    #expect(capture.summary.interfaces.count == 2)
    #expect(capture.summary.packets == 5)
  }
}
