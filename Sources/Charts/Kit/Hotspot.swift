package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// A shape of a drawing that says its value when it is pointed at.
package struct Hotspot: Sendable {
  package var polygon: [Point]
  /// Plain text; may hold text from packets.
  package var title: Phrase

  package init(_ polygon: [Point], title: Phrase) {
    self.polygon = polygon
    self.title = title.changed { PlainText($0, maximumLength: 200).string }
  }

  package init(_ rect: Rect, title: Phrase) { self.init(rect.corners, title: title) }
}
