import Testing
import TrafficAnalysis

@Suite struct KeyedTableTests {
  @Test func agreesWithADictionary() {
    var table = KeyedTable<UInt64, Int>()
    var dictionary: [UInt64: Int] = [:]
    var random = SystemRandomNumberGenerator()
    for step in 0..<20_000 {
      let key = UInt64.random(in: 0..<200, using: &random)
      if Bool.random(using: &random) {
        table.update(key, limit: .max, adding: 0) { $0 += step }
        dictionary[key, default: 0] += step
      } else {
        #expect(table.remove(key) == dictionary.removeValue(forKey: key))
      }
    }
    #expect(table.count == dictionary.count)
    #expect(Dictionary(uniqueKeysWithValues: table.pairs) == dictionary)
    for key in 0..<200 as Range<UInt64> { #expect(table[key] == dictionary[key]) }
  }

  @Test func tellsPlacesInTheOrderOfKeys() {
    var table = KeyedTable<UInt16, Int>()
    for key in [30, 10, 20] as [UInt16] { table.update(key, limit: 8, adding: Int(key)) { _ in } }
    #expect(table.places { $0 < $1 } == [1, 2, 0])
    #expect(table.places { $0 > $1 }.map { table[place: $0] } == [30, 20, 10])
  }

  @Test func keepsToItsLimit() {
    var table = KeyedTable<UInt16, Int>()
    for key in 0..<20 as Range<UInt16> {
      #expect(table.update(key, limit: 12, adding: 1) { _ in } == (key < 12))
    }
    #expect(table.update(3, limit: 12, adding: 0) { $0 += 1 })
    #expect(table.count == 12 && table[3] == 2 && table[12] == nil)
    #expect(table.keys == Array(0..<12))
  }

  @Test func mergesRows() {
    var table = KeyedTable<UInt64, Int>()
    for key in 0..<20 as Range<UInt64> {
      #expect(table.merge(key % 10, Int(key), limit: 10) { $0 += $1 })
    }
    #expect(!table.merge(10, 1, limit: 10) { $0 += $1 })
    #expect(table.rows == (0..<10).map { 10 + 2 * $0 })
    #expect(table.remove(4) == 18 && table[4] == nil && table[9] == 28)
    var other = KeyedTable<UInt64, Int>()
    other.addMissing(of: table)
    other.addMissing(of: table)
    #expect(other.rows == table.rows)
  }

  @Test(arguments: [
    ("", "a"), ("12345678", "123456789"), ("abcdefgh", "abcdefgi"), ("abcdefghi", "abcdefghj"),
    ("\0", ""), ("ä", "a"),
  ])
  func tellsTextsApart(_ texts: (String, String)) {
    let hash = FastHash(seed: 1)
    #expect(texts.0.hashed(by: hash) != texts.1.hashed(by: hash))
    #expect(texts.0.hashed(by: hash) == String(texts.0.reversed().reversed()).hashed(by: hash))
  }
}
