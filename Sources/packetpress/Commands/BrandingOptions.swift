import ArgumentParser
import Charts
import Reporting

/// What makes a report the sender's own. Files are read with the command line, before anything else:
/// what is wrong with them is told at once, and no privilege is needed for them later.
struct BrandingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A line below the title.", valueName: "TEXT"))
  var subtitle: String?

  @Option(help: ArgumentHelp("Who sends the report.", valueName: "TEXT"))
  var author: String?

  @Option(
    help: ArgumentHelp("A logo, PNG or SVG, up to 1 MiB.", valueName: "FILE"),
    completion: .file(extensions: ["png", "svg"]), transform: BrandingOptions.readLogo)
  var logo: Logo?

  @Option(
    help: ArgumentHelp(
      "Colour of links, bars and curves, made darker or lighter where it could not be read.",
      valueName: "#RRGGBB"), transform: BrandingOptions.readAccent)
  var accent: Accent?

  @Option(
    help: ArgumentHelp("A text of your own for the report, in Markdown.", valueName: "FILE.md"),
    completion: .file(extensions: ["md"]), transform: BrandingOptions.readNote)
  var note: ReportNote?

  var branding: Branding {
    var branding = Branding()
    branding.subtitle = subtitle
    branding.author = author
    branding.logo = logo
    branding.accent = accent
    branding.note = note
    if let accent, accent.light != accent.asked || accent.dark != accent.asked {
      Message.detail(
        "--accent: \(accent.asked.hex) is \(accent.light.hex) on light pages and paper, and "
          + "\(accent.dark.hex) on dark pages, so that it can be read")
    }
    return branding
  }

  private static func readLogo(_ path: String) throws -> Logo {
    let bytes = try read(path, limit: Logo.byteLimit)
    do {
      return try Logo(bytes)
    } catch {
      throw ValidationError("\(error)")
    }
  }

  private static func readAccent(_ text: String) throws -> Accent {
    guard let color = Color(parsing: text) else {
      throw ValidationError("a colour is written #0a58a6 in quotes, or 0a58a6")
    }
    return Accent(color)
  }

  private static func readNote(_ path: String) throws -> ReportNote {
    let bytes = try read(path, limit: ReportNote.byteLimit)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ValidationError("a note is text in UTF-8; this is not")
    }
    return ReportNote(text)
  }

  private static func read(_ path: String, limit: Int) throws -> [UInt8] {
    guard let bytes = FileSystem.regularContents(of: path, limit: limit) else {
      throw ValidationError("there is no such file, or it cannot be read")
    }
    guard bytes.count <= limit else {
      throw ValidationError("the file has more than \(limit >> 10) KiB, which is the most")
    }
    return bytes
  }
}
