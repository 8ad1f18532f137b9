import PacketDecoding
import Testing

/// The catalogs of layers and of applications together.
struct LayerCatalogTests {
  @Test func haveEveryProtocolOnce() {
    let ids = LayerCatalog.all.map(\.id) + ApplicationCatalog.all.map { $0.id }
    let counts = Dictionary(ids.map { ($0, 1) }, uniquingKeysWith: +)
    #expect(counts.filter { $0.value > 1 }.isEmpty)
    #expect(ProtocolID.allCases.filter { $0 != .none && counts[$0] == nil } == [])
  }

  @Test func nameASpecificationForEach() {
    #expect(LayerCatalog.all.allSatisfy { !$0.reference.isEmpty && $0.reads?.isEmpty != true })
    #expect(ApplicationCatalog.all.allSatisfy { !$0.reference.isEmpty })
  }
}
