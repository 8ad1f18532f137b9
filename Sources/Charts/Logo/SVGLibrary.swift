internal import CPangoCairo
internal import Glibc

/// The few functions of librsvg that a logo needs.
///
/// It is opened when there is an SVG to be read: linked, it would make every start of the program
/// some 5 ms longer, and most reports have no logo.
@safe struct SVGLibrary {
  typealias Make =
    @convention(c) (UnsafePointer<UInt8>?, UInt, UnsafeMutableRawPointer?) ->
    UnsafeMutableRawPointer?
  typealias Pixels =
    @convention(c) (
      UnsafeMutableRawPointer, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>
    ) -> Int32
  typealias Dimensions =
    @convention(c) (
      UnsafeMutableRawPointer, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?,
      UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, UnsafeMutablePointer<Int32>,
      UnsafeMutablePointer<cairo_rectangle_t>
    ) -> Void
  typealias Render =
    @convention(c) (
      UnsafeMutableRawPointer, OpaquePointer, UnsafeMutablePointer<cairo_rectangle_t>,
      UnsafeMutableRawPointer?
    ) -> Int32

  let make: Make
  let pixels: Pixels
  let dimensions: Dimensions
  let render: Render

  init() throws(LogoError) {
    // `RsvgRectangle` is laid out as Cairo's rectangle is (librsvg 2.46 and later).
    guard let library = unsafe dlopen("librsvg-2.so.2", RTLD_NOW),
      let make = unsafe dlsym(library, "rsvg_handle_new_from_data"),
      let pixels = unsafe dlsym(library, "rsvg_handle_get_intrinsic_size_in_pixels"),
      let dimensions = unsafe dlsym(library, "rsvg_handle_get_intrinsic_dimensions"),
      let render = unsafe dlsym(library, "rsvg_handle_render_document")
    else {
      throw LogoError(
        "an SVG needs librsvg 2.52 or later (Debian's librsvg2-2); install it, or give a PNG")
    }
    unsafe self.make = unsafeBitCast(make, to: Make.self)
    unsafe self.pixels = unsafeBitCast(pixels, to: Pixels.self)
    unsafe self.dimensions = unsafeBitCast(dimensions, to: Dimensions.self)
    unsafe self.render = unsafeBitCast(render, to: Render.self)
  }
}
