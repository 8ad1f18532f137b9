internal import CPangoCairo

/// The fonts of this machine.
package enum SystemFonts {
  /// Finds out which there are, in this thread, as the first text would otherwise do in another one.
  ///
  /// Fontconfig keeps what it found in a cache on disk and complains where it cannot; whoever gives up
  /// the right to write to it calls this before.
  package static func load() { FcInit() }
}
