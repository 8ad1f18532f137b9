internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// A sentence in place of a picture that would show nothing.
struct EmptyNote {
  let sentence: Phrase

  func draw(on canvas: inout some Canvas & ~Copyable, in area: Rect, theme: Theme) {
    let style = theme.labelStyle.colored(theme.secondaryInk).aligned(.middle, .middle)
    let center = Point(area.midX, area.midY)
    let fit = TextFit.wrapped(width: area.width * 0.8, lines: 4)
    canvas.text(theme.say(sentence), at: center, style, fit: fit)
  }
}
