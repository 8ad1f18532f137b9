import TestSupport
import Testing
import TrafficAnalysis

struct HashIndexTests {
  static func finds(_ index: HashIndex, _ hash: UInt64, _ place: Int) -> Bool {
    index.find(hash) { $0 == place } == place
  }

  @Test func findsWhatWasInserted() {
    var index = HashIndex()
    #expect(index.find(0) { _ in true } == nil)
    index.insert(0, place: 0)
    index.insert(.max, place: 7)
    #expect(Self.finds(index, 0, 0) && Self.finds(index, .max, 7))
    #expect(index.find(1 << 40) { _ in true } == nil)
    #expect(index.find(0) { _ in false } == nil)
    #expect(index.count == 2)
  }

  @Test func growsWithoutLosingAnything() {
    var index = HashIndex()
    var random = SeededGenerator(state: 1)
    let hashes = (0..<50_000).map { _ in random.next() }
    for (place, hash) in hashes.enumerated() { index.insert(hash, place: place) }
    #expect(index.count == hashes.count)
    let found = hashes.enumerated().count { Self.finds(index, $1, $0) }
    #expect(found == hashes.count)
  }

  @Test func tellsRecordsOfTheSameHashApart() {
    var index = HashIndex()
    for place in 0..<500 { index.insert(0xABCD << 48, place: place) }
    for place in stride(from: 0, to: 500, by: 3) { index.remove(0xABCD << 48, place: place) }
    let found = (0..<500).filter { Self.finds(index, 0xABCD << 48, $0) }
    #expect(found == (0..<500).filter { $0 % 3 != 0 })
  }

  @Test func replacesInPlace() {
    var index = HashIndex()
    index.insert(5 << 32, place: 1)
    index.insert(5 << 32, place: 2)
    index.replace(5 << 32, old: 1, with: 3)
    index.replace(5 << 32, old: 9, with: 4)
    #expect(!Self.finds(index, 5 << 32, 1) && !Self.finds(index, 5 << 32, 4))
    #expect(Self.finds(index, 5 << 32, 2) && Self.finds(index, 5 << 32, 3))
    #expect(index.count == 2)
  }

  @Test func removesNothingThatIsNotThere() {
    var index = HashIndex()
    index.insert(5 << 32, place: 1)
    index.remove(5 << 32, place: 2)
    index.remove(6 << 32, place: 1)
    #expect(index.count == 1)
    #expect(Self.finds(index, 5 << 32, 1))
  }

  /// Few distinct hashes, near the end of the table, so that runs wrap around.
  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func agreesWithADictionaryUnderCollisions(seed: UInt64) {
    var index = HashIndex()
    var random = SeededGenerator(state: seed)
    var known: [Int: UInt64] = [:]
    for step in 0..<20_000 {
      if random.next(below: 5) < 3 || known.isEmpty {
        let hash = random.next() | 0xFF00_0000_0000_0000
        index.insert(hash, place: step)
        known[step] = hash
      } else if let place = known.keys.min(), let hash = known.removeValue(forKey: place) {
        index.remove(hash, place: place)
      }
      if known.count > 700, let place = known.keys.max(),
        let hash = known.removeValue(forKey: place)
      {
        index.remove(hash, place: place)
      }
    }
    #expect(index.count == known.count)
    #expect(known.allSatisfy { Self.finds(index, $1, $0) })
  }
}
