/// An option of Telnet (IANA, "Telnet Options").
struct TelnetOption: RawRepresentable, Hashable, CustomStringConvertible, Sendable {
  let rawValue: UInt8

  static let terminalType = TelnetOption(rawValue: 24)

  private static let names: [UInt8: String] = [
    0: "Binary Transmission", 1: "Echo", 2: "Reconnection", 3: "Suppress Go Ahead",
    4: "Approx Message Size Negotiation", 5: "Status", 6: "Timing Mark", 8: "Output Line Width",
    9: "Output Page Size", 18: "Logout", 23: "Send Location", 24: "Terminal Type",
    25: "End of Record", 26: "TACACS User Identification", 31: "Negotiate About Window Size",
    32: "Terminal Speed", 33: "Remote Flow Control", 34: "Linemode", 35: "X Display Location",
    36: "Environment Option", 37: "Authentication Option", 38: "Encryption Option",
    39: "New Environment Option", 40: "TN3270E", 42: "Charset", 44: "Comport Control",
    46: "Start TLS", 85: "Compress", 86: "Compress2",
  ]

  var description: String { Self.names[rawValue] ?? "Option \(rawValue)" }
}
