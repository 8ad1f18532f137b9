/// A shape of a drawing that says its value when it is pointed at.
package struct Hotspot: Sendable {
  package var polygon: [Point]
  /// Plain text; may hold text from packets.
  package var title: String

  package init(_ polygon: [Point], title: String) {
    self.polygon = polygon
    self.title = PlainText(title, maximumLength: 200).string
  }

  package init(_ rect: Rect, title: String) { self.init(rect.corners, title: title) }
}
