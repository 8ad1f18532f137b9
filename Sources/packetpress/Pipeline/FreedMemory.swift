import CLinux

/// What becomes of big blocks of memory that are freed.
///
/// By itself glibc keeps blocks as big as the biggest that was freed, and so what growing tables leave
/// behind; pictures, which are made one after the other, are made faster in blocks that are there.
enum FreedMemory {
  /// Chooses between giving blocks back to the system and keeping them for the next.
  static func giveBack(_ isGivenBack: Bool) {
    linux_give_back_blocks_from(isGivenBack ? 128 << 10 : 32 << 20)
  }
}
