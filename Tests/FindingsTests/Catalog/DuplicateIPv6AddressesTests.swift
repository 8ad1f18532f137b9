import Findings
import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport
import Wording

struct DuplicateIPv6AddressesTests {
  private static let address = IPAddress(high: 0xFE80_0000_0000_0000, low: 0x42)
  private static let nobody = IPAddress(high: 0, low: 0)
  private static let everybody = IPAddress(high: 0xFF02_0000_0000_0000, low: 1)

  private func found(
    holder: UInt64 = 2, delay: Int64 = 100, flags: UInt8 = 0x20, from source: IPAddress = nobody,
    hopLimit: UInt8 = 255
  ) -> [Finding] {
    findings(of: DuplicateIPv6Addresses.self) { traffic in
      let target = Traffic.bytes(Self.address)
      traffic.neighbor(
        135, from: Traffic.adapter(1), source,
        to: IPAddress(high: 0xFF02_0000_0000_0000, low: 0x1_FF00_0042), [0, 0, 0, 0] + target)
      traffic.wait(milliseconds: delay)
      traffic.neighbor(
        136, from: Traffic.adapter(holder), Self.address, to: Self.everybody, hopLimit: hopLimit,
        [flags, 0, 0, 0] + target)
    }
  }

  @Test func warnsWhenAnotherAnswers() throws {
    let finding = try #require(found().first)
    #expect(finding.subject.text == "fe80::42")
    #expect(finding.packets == [1, 2])
    #expect(finding.detail.text.contains("02:00:00:00:00:02 has it"))
  }

  @Test func aHostTellsOfItsOwnNewAddress() { #expect(found(holder: 1).isEmpty) }

  @Test func answersComeAtOnce() { #expect(found(delay: 2500).isEmpty) }

  @Test func ordinaryQuestionsAreAnswered() {
    #expect(found(flags: 0x60).isEmpty)
    #expect(found(from: IPAddress(high: 0xFE80_0000_0000_0000, low: 0x43)).isEmpty)
  }

  @Test func nobodyAnswersFromAnotherNetwork() { #expect(found(hopLimit: 64).isEmpty) }
}
