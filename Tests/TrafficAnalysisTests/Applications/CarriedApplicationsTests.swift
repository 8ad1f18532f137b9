import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

/// Applications that come inside others, as the tree of protocols shows them.
struct CarriedApplicationsTests {
  private static let sessionRequest: Bytes = """
    81000044 20 434b4644454e45434644454646434643 4745464643434143 4143414341434143 00
    20 434b4644454e45434644454646434643 4745464643434143 4143414341434143 00
    """
  private static let sessionResponse: Bytes = "82000000"

  /// A message of SMB 2 with nothing behind its header.
  private static func smb2(command: UInt8, isResponse: Bool = false) -> [UInt8] {
    var message: [UInt8] = [0, 0, 0, 64, 0xFE, 0x53, 0x4D, 0x42, 64, 0]
    message += [UInt8](repeating: 0, count: 58)
    message[16] = command
    message[20] = isResponse ? 1 : 0
    return message
  }

  private static func counts(_ snapshot: Snapshot, below path: String) -> [String] {
    snapshot.protocols.filter { $0.path.hasPrefix(path) }
      .map { "\($0.path.dropFirst(path.count)) \($0.packets)" }.sorted()
  }

  @Test func areBehindTheSessionThatFramesThem() {
    let snapshot = TCPTalk.snapshot { talk in
      talk.serverPort = 139
      talk.open()
      talk.client([.ack, .psh], 1, 1, payload: Self.sessionRequest.array)
      talk.server([.ack, .psh], 1, 73, payload: Self.sessionResponse.array)
      talk.client([.ack, .psh], 73, 5, payload: Self.smb2(command: 0))
      talk.server([.ack, .psh], 5, 141, payload: Self.smb2(command: 0, isResponse: true))
    }
    #expect(Self.counts(snapshot, below: "raw/ip/tcp/") == ["nbss 4", "nbss/smb2 2"])
    #expect(snapshot.conversations.rows.first?.application == "smb2")
    let smb2 = snapshot.applications.first { $0.protocolName == "smb2" }
    #expect(smb2?.fields.first?.values.rows.map(\.count) == [2])
  }

  @Test func areFoundInPipes() {
    // Trans, function TransactNmPipe, of one request.
    let request: Bytes = """
      0000006cff534d4225000000001807c800000000000000000000000001000200030004001000001800000000
      040000000000000000000000005400180054000200260012802900005c0050004900500045005c0000000000
      050000031000000018000000010000000000000000001000
      """
    let snapshot = TCPTalk.snapshot { talk in
      talk.serverPort = 445
      talk.open()
      talk.client([.ack, .psh], 1, 1, payload: request.array)
    }
    #expect(
      Self.counts(snapshot, below: "raw/ip/tcp/") == ["nbss 1", "nbss/smb 1", "nbss/smb/dcerpc 1"])
  }

  @Test func areFoundInDatagramsOfNetBIOS() {
    let name = Array(Self.sessionRequest.array[4..<38])
    let header: [UInt8] = [0x11, 2, 0, 1, 10, 0, 0, 1, 0, 138, 0, 90, 0, 0]
    let message: [UInt8] = [0xFF, 0x53, 0x4D, 0x42, 0x25]
    let snapshot = Traffic.snapshot { traffic in
      traffic.udp(from: (1, 138), to: (2, 138), header + name + name + message)
      traffic.udp(from: (1, 138), to: (2, 138), header + name + name)
    }
    #expect(Self.counts(snapshot, below: "raw/ip/udp/") == ["nbdgm 2", "nbdgm/smb 1"])
  }

  @Test func areProgramsOfRemoteProcedureCalls() {
    let snapshot = Traffic.snapshot { traffic in
      for (port, program) in [(UInt16(40_111), UInt32(100_000)), (2049, 100_003)] {
        var call: [UInt8] = []
        for word in [7, 0, 2, program, 3, 0, 0, 0, 0, 0] { call.appendNetwork(UInt32(word)) }
        traffic.udp(from: (1, 700), to: (2, port), call)
      }
    }
    #expect(
      Self.counts(snapshot, below: "raw/ip/udp/") == ["rpc 2", "rpc/nfs 1", "rpc/portmap 1"])
  }

  @Test func haveTheVersionThatTheirHeaderTells() {
    let snapshot = Traffic.snapshot { traffic in
      traffic.udp(from: (1, 2123), to: (2, 2123), [0x40, 1, 0, 4, 0, 0, 1, 0])
      traffic.udp(from: (1, 2123), to: (2, 2123), [0x32, 1, 0, 4, 0, 0, 0, 0, 0, 1, 0, 0])
    }
    #expect(Self.counts(snapshot, below: "raw/ip/udp/") == ["gtp 2", "gtp/gtpv2 1"])
    #expect(snapshot.applications.first?.fields.count == 2)
  }
}
