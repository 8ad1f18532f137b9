/// Where what is captured is saved.
package struct RecordingSettings: Sendable {
  /// Exactly the file, or with a rule for rotation what the names of files begin and end with:
  /// `DIR/web.pcapng` becomes `DIR/web_00001_20261123100000.pcapng` (UTC), as dumpcap names them.
  package var path: String
  package var rotation: RotationRule?
  /// How many files of that pattern are kept, those of earlier runs included; the oldest are removed.
  package var keep: Int?

  package init(path: String, rotation: RotationRule? = nil, keep: Int? = nil) {
    self.path = path
    self.rotation = rotation
    self.keep = keep
  }
}
