import PacketDecoding

extension Recording {
  /// Two speakers, one with a long number, by the specification.
  static let bgp = Recording(
    .bgp,
    """
    > ffffffffffffffffffffffffffffffff002501045ba000b4c00002010802064104fa56ea01
    < ffffffffffffffffffffffffffffffff001d0104fbf4005ac000020200
    > ffffffffffffffffffffffffffffffff001304
    < ffffffffffffffffffffffffffffffff001304ffffffffffffffffffffffffffffffff00170200000000
    > ffffffffffffffffffffffffffffffff0015030602
    """)

  /// A session, by the specification.
  static let ldp = Recording(
    .ldp,
    """
    > 00010020c0000201000002000016000000010500000e000100b400001000c00002020000
    < 00010020c0000201000002010004000000010300000e00000001010100060001c0000201
    """)

  /// A hello, by the specification.
  static let ldpHello = Recording(
    .ldp, isDatagrams: true,
    """
    > 00010016c000020100000100000c0000000104000004000f0000
    """)

  /// Up, and down, by the specification.
  static let bfd = Recording(
    .bfd,
    """
    > 20c003180000000100000002000f4240000f424000000000
    < 234003180000000200000000000f4240000f424000000000
    """)

  /// A request and its response, by the specification.
  static let rip = Recording(
    .rip,
    """
    > 010200000000000000000000000000000000000000000010
    < 02020000000200000a000000ff0000000000000000000001
    """)

  /// A response, by the specification.
  static let ripng = Recording(
    .ripng,
    """
    > 0201000020010db800000000000000000000000000002001
    """)

  /// A hello and a coup, by the specification.
  static let hsrp = Recording(
    .hsrp,
    """
    > 000010030a640100636973636f000000c00002fe
    < 000104030a640100636973636f000000c00002fe
    """)

  /// A hello of version 2.
  static let hsrp2 = Recording(
    .hsrp,
    """
    > 01280200060400070001020304050000006400000bb800002710c00002fd000000000000000000000000
    """)
}
