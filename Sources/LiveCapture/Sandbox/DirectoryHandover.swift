internal import Glibc

/// Gives the directories of a report to the user that will write to it.
///
/// Only directories change their owner, and only if root owns them, the new user may not write to
/// them, no symbolic link leads to them, they are not the system's own, and nothing lies in them but
/// what Packetpress put there: nothing at all, or reports and no name that a report does not have.
/// So a mistyped `--output /etc` stays root's, as does a home directory or a web site that a report
/// is only a part of. Files keep their owners; they are replaced, never changed.
struct DirectoryHandover {
  let identity: UserIdentity

  init(to identity: UserIdentity) { self.identity = identity }

  /// Throws if the user could not write to a directory in the end.
  func handOver(_ directories: [String]) throws(SandboxError) {
    let places = directories.flatMap { [$0] + folders(in: $0) }
    var refusals: [String: String] = [:]
    for path in try identity.unwritable(places) {
      let isWhole = directories.contains(path)
      refusals[path] = refusal(path, isWhole ? ReportTree.isReport : ReportTree.isFolder)
    }
    guard let path = try identity.unwritable(places).first else {
      return try handOverEarlierReports(in: directories)
    }
    let reason = refusals[path].map { " (\($0))" } ?? ""
    throw SandboxError(
      "cannot become \(identity.name), who may not write to \(path)\(reason);"
        + " choose another directory, or a user with --user")
  }

  /// So that the user can remove them in time; one that is not ours as it is stays whose it is.
  private func handOverEarlierReports(in directories: [String]) throws(SandboxError) {
    let reports = directories.flatMap { directory -> [String] in
      guard let handle = DirectoryHandle(directory) else { return [] }
      return ReportTree.earlierReports(in: handle).map { "\(directory)/\($0)" }
    }
    for path in try identity.unwritable(reports) { _ = refusal(path, ReportTree.isReport) }
    for path in try identity.unwritable(reports.flatMap(folders)) {
      _ = refusal(path, ReportTree.isFolder)
    }
  }

  private func folders(in directory: String) -> [String] {
    ReportTree.folders.map { "\(directory)/\($0)" }.filter { exists($0) }
  }

  private func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Why a directory keeps its owner; nil if it was handed over.
  private func refusal(
    _ path: String, _ isOurs: (borrowing DirectoryHandle) -> Bool
  ) -> String? {
    guard let directory = DirectoryHandle(path), let status = directory.status,
      let whole = directory.path
    else { return "a symbolic link leads to it" }
    guard status.st_uid == 0 else { return "it belongs to another user" }
    guard !ReportTree.isSystem(whole) else { return "it is a directory of the system" }
    guard isOurs(directory) else { return "it holds other things than a report" }
    guard fchown(directory.descriptor, identity.user, identity.group) == 0 else {
      return "its owner cannot be changed"
    }
    return nil
  }
}
