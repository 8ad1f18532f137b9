import PacketDecoding
import Testing

struct ProtocolPathTests {
  @Test func holdsTwentyFourLayers() {
    var path = ProtocolPath()
    let layers = ProtocolID.allCases.dropFirst().prefix(24)
    let fit = layers.map { path.append($0) }
    #expect(fit.allSatisfy { $0 })
    #expect(path.layers == Array(layers))
    #expect(path.last == layers.last)
    let fitsToo = path.append(.tcp)
    #expect(!fitsToo)
    #expect(path.layers == Array(layers))
  }

  @Test func differsByOrder() {
    #expect(ProtocolPath([.eth, .ip]) != ProtocolPath([.ip, .eth]))
    #expect(ProtocolPath([.eth, .ip]).fingerprint != ProtocolPath([.ip, .eth]).fingerprint)
    #expect(ProtocolPath().last == .none)
    #expect(ProtocolPath([.eth, .ipv6, .fraghdr]).description == "eth/ipv6/ipv6.fraghdr")
  }

  @Test func givesEveryProtocolANameOfItsOwn() {
    let names = ProtocolID.allCases.map(\.displayName)
    #expect(names.allSatisfy { !$0.isEmpty && $0 != "?" })
  }
}
