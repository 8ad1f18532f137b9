import Testing

/// Live mode draws on all processors; its tests take turns, so that none waits for another's pictures.
@Suite(.serialized) enum LiveTests {}
