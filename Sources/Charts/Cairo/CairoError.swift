internal import CPangoCairo

/// Cairo could not draw or write.
package struct CairoError: Error, CustomStringConvertible {
  /// The number of `cairo_status_t`.
  package var status: UInt32

  package var description: String {
    let text = unsafe String(cString: cairo_status_to_string(cairo_status_t(status)))
    return "cannot draw the report: cairo says \"\(text)\" (status \(status))"
  }
}
