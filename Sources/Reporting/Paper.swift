package import Charts

/// The paper that the PDF is set for.
package enum Paper: String, CaseIterable, Sendable {
  case a4
  case letter

  package var size: Size { self == .a4 ? .a4 : .letter }
}
