internal import CPangoCairo

extension CairoCanvas {
  /// The image as a PNG file; on other surfaces there is none.
  package consuming func png() throws(CairoError) -> [UInt8] {
    try check()
    guard let pixels, let data = unsafe cairo_image_surface_get_data(surface) else {
      throw CairoError(status: CAIRO_STATUS_SURFACE_TYPE_MISMATCH.rawValue)
    }
    unsafe cairo_surface_flush(surface)
    let stride = unsafe Int(cairo_image_surface_get_stride(surface))
    let bytes = unsafe UnsafeRawBufferPointer(start: data, count: stride * pixels.height)
    return unsafe PNGEncoder.encode(
      bytes.bytes, width: pixels.width, height: pixels.height, stride: stride)
  }
}
