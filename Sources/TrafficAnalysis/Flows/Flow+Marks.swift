/// What a flow keeps in parts of words.
extension Flow {
  /// The number of its first packet; 0 if that is not known.
  var firstNumber: UInt64 { UInt64(shortNumber) }

  /// Place of the server's name in the table of names, or -1; the table holds fewer than 2^24.
  var serverName: Int32 {
    @inline(__always) get {
      let place = Int32(nameHigh) << 16 | Int32(nameLow)
      return place == 0xFF_FFFF ? -1 : place
    }
    @inline(__always) set {
      nameLow = UInt16(truncatingIfNeeded: newValue)
      nameHigh = UInt8(truncatingIfNeeded: newValue >> 16)
    }
  }

  /// True if the lower endpoint is the client.
  var clientIsLow: Bool {
    @inline(__always) get { marks[.clientIsLow] }
    @inline(__always) set { marks[.clientIsLow] = newValue }
  }

  /// True once a hello of TLS began a segment.
  var hasHello: Bool {
    @inline(__always) get { marks[.hasHello] }
    @inline(__always) set { marks[.hasHello] = newValue }
  }

  /// True if its record is free to be used again.
  var isClosed: Bool {
    @inline(__always) get { marks[.isClosed] }
    @inline(__always) set { marks[.isClosed] = newValue }
  }

  /// True if what it carries came behind an upgrade of HTTP, or is inside a tunnel of it.
  var isInsideHTTP: Bool {
    @inline(__always) get { marks[.isInsideHTTP] }
    @inline(__always) set { marks[.isInsideHTTP] = newValue }
  }

  /// How often the application was looked for without success, up to 15.
  var attempts: UInt8 {
    @inline(__always) get { marks.count }
    @inline(__always) set { marks.count = newValue }
  }

  var lowState: EndpointState {
    @inline(__always) get { EndpointState(rawValue: states & 15) ?? .inactive }
    @inline(__always) set { states = states & 0xF0 | newValue.rawValue }
  }

  var highState: EndpointState {
    @inline(__always) get { EndpointState(rawValue: states >> 4) ?? .inactive }
    @inline(__always) set { states = states & 15 | newValue.rawValue << 4 }
  }
}
