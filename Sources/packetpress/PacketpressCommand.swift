import ArgumentParser
import Glibc

/// The program: packets in, a printed report out.
@main
struct PacketpressCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "packetpress",
    abstract: "Packets in, a printed report out.",
    discussion: """
      Reads packet captures (pcap and pcapng, also gzip, zstd and lz4) or captures
      itself, and writes a report: charts, HTML, PDF, JSON, CSV and Markdown.

      EXAMPLES:
        packetpress analyze capture.pcapng
        packetpress analyze capture.pcap --filter 'tcp port 443' --stdout text
        packetpress live -i eth0 --serve
        packetpress snapshot -i eth0 --duration 60s -o /srv/www/traffic --keep 30
        packetpress compare good.pcap run.pcap --fail-on-change new
        packetpress charts capture.pcap --chart packet-rate -o rate.svg
        packetpress export dns capture.pcap --format csv > dns.csv
        packetpress interfaces

      SETTINGS:
        Every option can be given by an environment variable as well
        (PACKETPRESS_MAX_ROWS=50 for --max-rows 50) and in a YAML file: the one that
        --config FILE or PACKETPRESS_CONFIG names, else
        ~/.config/packetpress/config.yaml, else /etc/packetpress/config.yaml. What
        stands on the command line comes first, then the environment, then the file.

      EXIT STATUS:
        0  done
        1  an expectation failed, or there is what --fail-on or --fail-on-change name
        2  wrong usage, no right to capture, unreadable input or unwritable output
        3  the capture cannot tell whether an expectation holds
      """,
    version: "packetpress \(version)",
    subcommands: [
      AnalyzeCommand.self, LiveCommand.self, SnapshotCommand.self, LearnCommand.self,
      CompareCommand.self, ChartsCommand.self, ExportCommand.self, InterfacesCommand.self,
      ProtocolsCommand.self, FindingsCommand.self,
    ])

  /// Wrong usage exits with 2, as the contract says, and not with sysexits' 64.
  static func main() {
    FreedMemory.giveBack(true)
    // A reader that goes away (`| head`) ends the program quietly instead of with a signal's core.
    signal(SIGPIPE, SIG_IGN)
    var settings: Settings?
    do {
      let line = Array(CommandLine.arguments.dropFirst())
      Message.choose(LogFormat(in: line))
      settings = try Settings(completing: line, commands: configuration.subcommands)
      Message.choose(settings.flatMap { LogFormat(in: $0.arguments) })
      var command = try parseAsRoot(settings?.arguments)
      try command.run()
    } catch let error as CommandFailure {
      Message.error(error.description)
      Glibc.exit(2)
    } catch let code as ExitCode {
      Glibc.exit(code.rawValue)
    } catch {
      var text = fullMessage(for: error)
      guard exitCode(for: error) != .success else {
        print(text)
        Glibc.exit(0)
      }
      text += settings?.origins(in: text) ?? ""
      Message.usage(text)
      Glibc.exit(2)
    }
  }
}

/// Why a command could not do what was asked, as one line.
struct CommandFailure: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }

  init(_ error: any Error) { description = "\(error)" }
}
