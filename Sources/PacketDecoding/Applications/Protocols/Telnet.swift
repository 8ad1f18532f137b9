/// Terminals: the options they agree on, never what is typed.
package enum Telnet: ApplicationProtocol {
  package static let id = ProtocolID.telnet
  package static let reference = "RFC 854"
  package static let tcpPorts: [UInt16] = [23]

  package static let option = ApplicationField("telnet.subcmd", "Options")
  package static let terminal = ApplicationField("telnet.string_subopt.value", "Terminal types")
  package static let fields = [option, terminal]

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { TelnetParser() }
}
