/// Whether the first of a list is worth a headline.
enum Prominence {
  /// Below a twentieth of the whole, who comes first is chance.
  static func isProminent(_ part: Double, of whole: Double) -> Bool { part * 20 >= whole }
}
