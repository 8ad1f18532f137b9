package import Findings
package import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Lays a snapshot out as a document; a new section is registered here.
package enum ReportLayout {
  /// The order of reading.
  static let sections: [any ReportSection.Type] = [
    SummarySection.self, ExpectationsSection.self, FindingsSection.self, CaptureSection.self,
    TimeSection.self, ProtocolsSection.self, HostsSection.self, ConversationsSection.self,
    ServicesSection.self, TCPSection.self, DNSSection.self, HTTPSection.self, TLSSection.self,
    LeasesSection.self, ApplicationsSection.self, PacketSizesSection.self, LinkLayerSection.self,
    GeographySection.self, RecentPacketsSection.self,
  ]

  /// What the analyzer keeps apart for the last while.
  static let windowSections: [any ReportSection.Type] = [
    SummarySection.self, TimeSection.self, ProtocolsSection.self, HostsSection.self,
    ConversationsSection.self, ServicesSection.self, PacketSizesSection.self, GeographySection.self,
    RecentPacketsSection.self,
  ]

  /// The names of all sections, in the order of reading.
  package static var sectionIDs: [String] { sections.map { $0.id } + [AppendixSection.id] }

  package static func document(
    _ snapshot: Snapshot, verdict: Verdict, options: ReportOptions
  ) -> ReportDocument {
    let figures = ReportFigure.all(for: snapshot, verdict: verdict, options: options)
    let context = ReportContext(
      snapshot, verdict: verdict, options: options, figures: figures)
    var document = ReportDocument(
      title: title(context), captureName: context.captureName, subtitle: subtitle(context),
      sections: [], skipped: [])
    guard context.window == nil else {
      for section in windowSections { add(section, context, to: &document) }
      return numberFigures(document.branded(options.branding)).said(in: options.language)
    }
    for section in sections { add(section, context, to: &document) }
    // It says why there is nothing else, where that is so.
    if options.sections.reason(against: AppendixSection.id) == nil || document.sections.isEmpty {
      let appendix = AppendixSection(
        context, sections: document.sections, skipped: document.skipped)
      document.sections.append(
        .init(id: AppendixSection.id, title: AppendixSection.title, blocks: appendix.blocks))
    }
    return numberFigures(document.branded(options.branding)).said(in: options.language)
  }

  private static func add(
    _ section: any ReportSection.Type, _ context: ReportContext, to document: inout ReportDocument
  ) {
    if let reason = context.options.sections.reason(against: section.id) {
      document.skipped.append(.init(section: section.id, title: section.title, reason: reason))
      return
    }
    do throws(SectionSkipped) {
      let blocks = try section.init(context).blocks
      document.sections.append(.init(id: section.id, title: section.title, blocks: blocks))
    } catch {
      let figures = section.figures.flatMap { context.figure($0) }
      if figures.isEmpty {
        document.skipped.append(
          .init(section: section.id, title: section.title, reason: error.reason))
      } else {
        let lead = ReportBlock.lead(InlineText("\(error.reason.capitalizedFirst)."))
        document.sections.append(
          .init(id: section.id, title: section.title, blocks: [lead] + figures))
      }
    }
  }

  private static func title(_ context: ReportContext) -> Phrase {
    let title = (context.options.title.map(Phrase.init(verbatim:)) ?? context.captureName)
      .changed { SafeText.visible($0, limit: 120) }
    return context.window.map { "\(title): \($0)" } ?? title
  }

  private static func subtitle(_ context: ReportContext) -> Phrase {
    guard let first = context.capture.firstPacket else {
      return context.options.live == nil ? "Network traffic report" : "No packet yet"
    }
    guard let last = context.capture.lastPacket, last > first else {
      return "\(context.time(first))"
    }
    return "\(context.time(first)) to \(context.time(last))"
  }

  /// Figures are numbered through in the order of the report.
  private static func numberFigures(_ document: ReportDocument) -> ReportDocument {
    var document = document
    var number = 0
    for section in document.sections.indices {
      for block in document.sections[section].blocks.indices {
        guard case .figure(var figure) = document.sections[section].blocks[block] else { continue }
        number += 1
        figure.number = number
        document.sections[section].blocks[block] = .figure(figure)
      }
    }
    return document
  }
}
