import PacketDecoding
import TestSupport
import Testing

/// What holds of every protocol that is read.
struct RecordingTests {
  @Test(arguments: Recording.all.indices)
  func isTakenForNothingElse(index: Int) {
    let (name, recording) = Recording.all[index]
    let found = recording.segments[0].bytes.withReader { RecognitionTests.names($0) }
    let carriers = ApplicationCatalog.carriers(of: recording.application).layers
    let names = (carriers + [recording.application]).map(\.filterName)
    #expect(found.subtracting(names).isEmpty, "\(name)")
  }

  @Test(arguments: Recording.all.indices)
  func isAcceptedOnItsPort(index: Int) {
    let (name, recording) = Recording.all[index]
    let entry = recording.entry
    recording.segments[0].bytes.withReader { reader in
      #expect(
        entry.recognizesStream(reader) || entry.acceptsStream(reader)
          || entry.acceptsDatagram(reader), "\(name)")
    }
  }

  @Test(arguments: Recording.all.indices)
  func isRead(index: Int) {
    let (name, recording) = Recording.all[index]
    #expect(!RecordingReader(recording).values.isEmpty, "\(name)")
  }

  @Test(arguments: Recording.all.indices)
  func doesNotDependOnWhereSegmentsEnd(index: Int) {
    let (name, recording) = Recording.all[index]
    guard !recording.isDatagrams, recording.entry.makeStreamParser() != nil else { return }
    let whole = RecordingReader(recording)
    for length in [1, 7, 100] {
      let pieces = RecordingReader(recording.cut(into: length))
      #expect(pieces.values == whole.values, "\(name), \(length)")
    }
  }

  @Test(arguments: Recording.all.indices)
  func countsOnlyWhatItsEntryDeclares(index: Int) {
    let (name, recording) = Recording.all[index]
    let all = ApplicationCatalog.all.flatMap { entry in entry.fields.map(\.name) }
    for value in RecordingReader(recording).values {
      #expect(all.contains(String(value.prefix { $0 != "=" })), "\(name): \(value)")
    }
  }

  @Test(arguments: Recording.all.indices)
  func readsNothingBehindTheEnd(index: Int) {
    let recording = Recording.all[index].recording
    for place in recording.segments.indices {
      let bytes = recording.segments[place].bytes
      for length in 0..<min(bytes.array.count, 300) {
        var short = recording
        short.segments[place].bytes = bytes.prefix(length)
        for asDatagrams in [false, true] {
          _ = RecordingReader(short, asDatagrams: asDatagrams)
        }
      }
    }
  }

  @Test(arguments: Recording.all.indices)
  func withstandsDamage(index: Int) {
    let recording = Recording.all[index].recording
    var random = SeededGenerator(state: UInt64(index))
    for _ in 0..<100 {
      var damaged = recording
      for place in damaged.segments.indices {
        damaged.segments[place].bytes.array = random.mutate(damaged.segments[place].bytes.array)
      }
      let reader = RecordingReader(damaged, asDatagrams: random.next() % 2 == 0)
      #expect(reader.heldByteCount <= 64 << 10)
    }
  }
}
