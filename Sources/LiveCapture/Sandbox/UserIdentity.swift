internal import CLinux
internal import Glibc

/// A user and the one group that a process can run as.
struct UserIdentity {
  var name: String
  var user: uid_t
  var group: gid_t

  private init(name: String, user: uid_t, group: gid_t) {
    self.name = name
    self.user = user
    self.group = group
  }

  /// `NAME[:GROUP]`; a number that is no name is an identifier.
  init(_ text: String) throws(SandboxError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let userName = String(parts[0])
    let groupName = parts.count > 1 ? String(parts[1]) : nil
    guard !userName.isEmpty, groupName != "" else {
      throw SandboxError("--user \(text): expected NAME or NAME:GROUP")
    }
    let entry = Self.entry(named: userName)
    guard let user = entry?.user ?? Self.identifier(userName) else {
      throw SandboxError("--user \(text): there is no user named '\(userName)'")
    }
    guard let group = try groupName.map(Self.group) ?? entry?.group ?? Self.entry(of: user)?.group
    else {
      throw SandboxError("--user \(text): user \(user) is not known; give a group, as in 1000:1000")
    }
    self.init(name: userName, user: user, group: group)
  }

  /// Whom files in the first directory should belong to: its owner; if that is root, the owner of the
  /// nearest directory above that is not root's, who then called for it; else nobody.
  static func owner(of directories: [String]) -> UserIdentity {
    var path = directories.first.flatMap { DirectoryHandle($0, followingLinks: true)?.path } ?? "/"
    while true {
      var status = stat()
      if unsafe stat(path, &status) == 0, status.st_uid != 0 {
        let group = entry(of: status.st_uid)?.group ?? status.st_gid
        return UserIdentity(name: name(of: status.st_uid), user: status.st_uid, group: group)
      }
      guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { break }
      path = String(path[..<slash])
    }
    let nobody = entry(named: "nobody") ?? (65_534, 65_534)
    return UserIdentity(name: "nobody", user: nobody.user, group: nobody.group)
  }

  /// Becomes this user for good.
  func assume() throws(SandboxError) {
    var group = group
    guard unsafe setgroups(1, &group) == 0, setresgid(group, group, group) == 0,
      setresuid(user, user, user) == 0
    else { throw .system("cannot become \(name)") }
  }

  /// Those of the directories that this user, without any capability, may not write to.
  ///
  /// The system itself is asked, as this user for a moment, because modes alone do not tell: there
  /// are access lists, read-only file systems, and directories above.
  func unwritable(_ paths: [String]) throws(SandboxError) -> [String] {
    let (name, user, group) = (UserIdentity.name(of: geteuid()), geteuid(), getegid())
    var groups = [gid_t](repeating: 0, count: Int(getgroups(0, nil)))
    guard unsafe getgroups(Int32(groups.count), &groups) == groups.count else {
      throw .system("cannot read the groups of this process")
    }
    var own = self.group
    guard unsafe setgroups(1, &own) == 0, setegid(own) == 0, seteuid(self.user) == 0 else {
      throw .system("cannot become \(self.name)")
    }
    let result = try Self.unwritableWithoutRights(paths)
    guard seteuid(user) == 0, setegid(group) == 0, unsafe setgroups(groups.count, &groups) == 0
    else { throw .system("cannot become \(name) again") }
    return result
  }

  /// The same for whoever this process runs as.
  static func unwritableWithoutRights(_ paths: [String]) throws(SandboxError) -> [String] {
    try Capabilities.suspended {
      paths.filter { path in
        unsafe faccessat(AT_FDCWD, path, W_OK | X_OK, AT_EACCESS) != 0
      }
    }
  }
}

extension UserIdentity {
  private typealias Entry = (user: uid_t, group: gid_t)

  private static func entry(named name: String) -> Entry? {
    guard let entry = unsafe getpwnam(name) else { return nil }
    return unsafe (entry.pointee.pw_uid, entry.pointee.pw_gid)
  }

  private static func entry(of user: uid_t) -> Entry? {
    guard let entry = unsafe getpwuid(user) else { return nil }
    return unsafe (entry.pointee.pw_uid, entry.pointee.pw_gid)
  }

  private static func name(of user: uid_t) -> String {
    unsafe getpwuid(user).map { unsafe String(cString: $0.pointee.pw_name) } ?? "\(user)"
  }

  private static func group(_ name: String) throws(SandboxError) -> gid_t {
    if let entry = unsafe getgrnam(name) { return unsafe entry.pointee.gr_gid }
    guard let number = identifier(name) else {
      throw SandboxError("--user: there is no group named '\(name)'")
    }
    return number
  }

  /// The highest number stands for "unchanged" in system calls.
  private static func identifier(_ text: String) -> UInt32? {
    UInt32(text).flatMap { $0 == .max ? nil : $0 }
  }
}
