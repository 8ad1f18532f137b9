extension Double {
  /// With so many digits behind the point, "3.5".
  func formatted(_ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    guard isFinite, abs(self) < 1e15 else { return "\(self)" }
    let units = Int64((abs(self) * scale).rounded())
    let sign = self < 0 && units > 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(units)" }
    let (whole, rest) = units.quotientAndRemainder(dividingBy: Int64(scale))
    let text = String(rest)
    return "\(sign)\(whole)."
      + String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
