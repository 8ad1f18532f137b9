/// A sentence in place of a picture that would show nothing.
struct EmptyNote {
  let sentence: String

  func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme) {
    let style = theme.labelStyle.colored(theme.secondaryInk).aligned(.middle, .middle)
    let center = Point(area.midX, area.midY)
    canvas.text(sentence, at: center, style, fit: .wrapped(width: area.width * 0.8, lines: 4))
  }
}
