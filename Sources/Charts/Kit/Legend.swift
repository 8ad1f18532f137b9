internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Names the colours of a drawing in rows that wrap.
struct Legend {
  struct Entry: Sendable {
    var label: Phrase
    var color: @Sendable (Theme) -> Color

    init(label: Phrase, tone: Tone) {
      self.label = label
      color = { $0.color(tone) }
    }

    init(label: Phrase, slot: Int?) {
      self.label = label
      color = { $0.color(slot) }
    }
  }

  private struct Place {
    var entry: Entry
    var origin: Point
    var width: Double
  }

  private let places: [Place]
  private let theme: Theme
  /// What the rows take, with some room below.
  let height: Double

  init(_ entries: [Entry], in area: Rect, theme: Theme) {
    let gap = theme.type.note
    let swatch = gap * 1.4
    let pitch = gap * 1.7
    var places: [Place] = []
    var (x, y) = (area.minX, area.minY + pitch / 2)
    for entry in entries {
      let width = min(
        theme.noteStyle.width(of: theme.say(entry.label)), max(0, area.width - swatch))
      if x + swatch + width > area.maxX, x > area.minX { (x, y) = (area.minX, y + pitch) }
      places.append(Place(entry: entry, origin: Point(x, y), width: width))
      x += swatch + width + gap * 1.6
    }
    self.places = places
    self.theme = theme
    height = entries.isEmpty ? 0 : y - area.minY + pitch
  }

  func draw(on canvas: inout some Canvas & ~Copyable) {
    let size = theme.type.note * 0.8
    for place in places {
      let (x, y) = (place.origin.x, place.origin.y)
      canvas.fill(
        Rect(x: x, y: y - size / 2, width: size, height: size), place.entry.color(theme))
      canvas.text(
        theme.say(place.entry.label), at: Point(x + theme.type.note * 1.4, y),
        theme.noteStyle.aligned(.start, .middle), fit: .ellipsized(width: place.width + 1))
    }
  }
}
