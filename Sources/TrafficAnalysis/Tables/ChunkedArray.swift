/// A growing list of plain values whose memory is never moved, so that it never needs twice its size.
@safe package struct ChunkedArray<Element: BitwiseCopyable>: ~Copyable {
  private var chunks: [UnsafeMutablePointer<Element>]
  package private(set) var count = 0
  /// Places that may be used again.
  private var free: [Int32] = []

  private static var chunkShift: Int { 13 }
  /// Of a line of the cache, which records as big as a few of them then do not straddle.
  private static var alignment: Int { 64 }
  private static var chunkSize: Int { 1 << chunkShift }

  package init() { unsafe chunks = [] }

  deinit { for index in unsafe chunks.indices { unsafe chunks[index].deallocate() } }

  package mutating func append(_ element: Element) {
    if unsafe chunks.count == count >> Self.chunkShift {
      let memory = UnsafeMutableRawPointer.allocate(
        byteCount: Self.chunkSize * MemoryLayout<Element>.stride, alignment: Self.alignment)
      unsafe chunks.append(memory.bindMemory(to: Element.self, capacity: Self.chunkSize))
    }
    let chunk = unsafe chunks[count >> Self.chunkShift]
    unsafe (chunk + (count & (Self.chunkSize - 1))).initialize(to: element)
    count += 1
  }

  /// Elements whose places were not given back.
  var live: Int { count - free.count }

  /// Takes an element in, in a place that was given back or behind all others; returns its place.
  mutating func insert(_ element: Element) -> Int {
    guard let place = free.popLast() else {
      append(element)
      return count - 1
    }
    self[Int(place)] = element
    return Int(place)
  }

  /// Lets the place of an element be used again.
  mutating func giveBack(_ place: Int) { free.append(Int32(place)) }

  /// Hands out all elements and frees their memory on the way; none are left.
  package consuming func drain(_ body: (Element) -> Void) {
    let (all, count) = unsafe (chunks, count)
    unsafe chunks = []
    for index in unsafe all.indices {
      let chunk = unsafe all[index]
      for place in 0..<min(Self.chunkSize, count - index << Self.chunkShift) {
        body(unsafe chunk[place])
      }
      unsafe chunk.deallocate()
    }
  }

  package subscript(index: Int) -> Element {
    @inline(__always)
    _read { yield unsafe element(index).pointee }
    @inline(__always)
    _modify { yield unsafe &element(index).pointee }
  }

  @inline(__always)
  private func element(_ index: Int) -> UnsafeMutablePointer<Element> {
    precondition(index >= 0 && index < count)
    return unsafe chunks[index >> Self.chunkShift] + (index & (Self.chunkSize - 1))
  }
}
