/// Programs of ``RPC`` and their procedures (IANA "Remote Procedure Call (RPC) Program Numbers").
enum RPCProgram {
  static let portmap: UInt32 = 100_000
  static let nfs: UInt32 = 100_003
  static let mount: UInt32 = 100_005
  static let lockManager: UInt32 = 100_021

  static let names = NumberNames(
    """
    100000 Portmap; 100001 RSTAT; 100002 RUSERS; 100003 NFS; 100004 YPSERV; 100005 MOUNT; \
    100007 YPBIND; 100008 RWALL; 100009 YPPASSWD; 100011 RQUOTA; 100012 SPRAY; 100017 REXEC; \
    100020 KLM; 100021 NLM; 100024 STAT; 100026 BOOTPARAMS; 100068 CMSD; 100069 YPXFR; \
    100083 TTDB; 100227 NFSACL; 100230 NFSAUTH; 100300 NISPLUS; 100302 NISPLUS_CB; \
    150001 PCNFSD; 200006 NFSLOCALIO; 300019 AMD; 390103 NSRD; 390113 NSREXEC; 395183 DEVICE; \
    600100069 FYPXFR; 1073741824 NFS_CB
    """)

  /// The procedure of a call, "GETATTR" or its number.
  static func procedure(_ call: RPCCall) -> String {
    let names: NumberNames? =
      switch (call.program, call.version) {
      case (portmap, ...2): portmap2
      case (portmap, _): portmap4
      case (nfs, ...2): nfs2
      case (nfs, 3): nfs3
      case (nfs, _): nfs4
      case (mount, _): mounts
      case (lockManager, _): locks
      default: nil
      }
    return names?[call.procedure] ?? (call.procedure == 0 ? "NULL" : "\(call.procedure)")
  }

  private static let portmap2 = NumberNames("0 NULL; 1 SET; 2 UNSET; 3 GETPORT; 4 DUMP; 5 CALLIT")

  private static let portmap4 = NumberNames(
    """
    0 NULL; 1 SET; 2 UNSET; 3 GETADDR; 4 DUMP; 5 BCAST; 6 GETTIME; 7 UADDR2TADDR; 8 TADDR2UADDR; \
    9 GETVERSADDR; 10 INDIRECT; 11 GETADDRLIST; 12 GETSTAT
    """)

  private static let nfs2 = NumberNames(
    """
    0 NULL; 1 GETATTR; 2 SETATTR; 3 ROOT; 4 LOOKUP; 5 READLINK; 6 READ; 7 WRITECACHE; 8 WRITE; \
    9 CREATE; 10 REMOVE; 11 RENAME; 12 LINK; 13 SYMLINK; 14 MKDIR; 15 RMDIR; 16 READDIR; 17 STATFS
    """)

  private static let nfs3 = NumberNames(
    """
    0 NULL; 1 GETATTR; 2 SETATTR; 3 LOOKUP; 4 ACCESS; 5 READLINK; 6 READ; 7 WRITE; 8 CREATE; \
    9 MKDIR; 10 SYMLINK; 11 MKNOD; 12 REMOVE; 13 RMDIR; 14 RENAME; 15 LINK; 16 READDIR; \
    17 READDIRPLUS; 18 FSSTAT; 19 FSINFO; 20 PATHCONF; 21 COMMIT
    """)

  private static let nfs4 = NumberNames("0 NULL; 1 COMPOUND")

  private static let mounts = NumberNames(
    "0 NULL; 1 MNT; 2 DUMP; 3 UMNT; 4 UMNTALL; 5 EXPORT; 6 EXPORTALL; 7 PATHCONF")

  private static let locks = NumberNames(
    """
    0 NULL; 1 TEST; 2 LOCK; 3 CANCEL; 4 UNLOCK; 5 GRANTED; 6 TEST_MSG; 7 LOCK_MSG; 8 CANCEL_MSG; \
    9 UNLOCK_MSG; 10 GRANTED_MSG; 11 TEST_RES; 12 LOCK_RES; 13 CANCEL_RES; 14 UNLOCK_RES; \
    15 GRANTED_RES; 20 SHARE; 21 UNSHARE; 22 NM_LOCK; 23 FREE_ALL
    """)

  /// The operations of a compound (RFC 8881 section 18, RFC 7862, RFC 8276).
  static let operations = NumberNames(
    """
    3 ACCESS; 4 CLOSE; 5 COMMIT; 6 CREATE; 7 DELEGPURGE; 8 DELEGRETURN; 9 GETATTR; 10 GETFH; \
    11 LINK; 12 LOCK; 13 LOCKT; 14 LOCKU; 15 LOOKUP; 16 LOOKUPP; 17 NVERIFY; 18 OPEN; \
    19 OPENATTR; 20 OPEN_CONFIRM; 21 OPEN_DOWNGRADE; 22 PUTFH; 23 PUTPUBFH; 24 PUTROOTFH; \
    25 READ; 26 READDIR; 27 READLINK; 28 REMOVE; 29 RENAME; 30 RENEW; 31 RESTOREFH; 32 SAVEFH; \
    33 SECINFO; 34 SETATTR; 35 SETCLIENTID; 36 SETCLIENTID_CONFIRM; 37 VERIFY; 38 WRITE; \
    39 RELEASE_LOCKOWNER; 40 BACKCHANNEL_CTL; 41 BIND_CONN_TO_SESSION; 42 EXCHANGE_ID; \
    43 CREATE_SESSION; 44 DESTROY_SESSION; 45 FREE_STATEID; 46 GET_DIR_DELEGATION; \
    47 GETDEVINFO; 48 GETDEVLIST; 49 LAYOUTCOMMIT; 50 LAYOUTGET; 51 LAYOUTRETURN; \
    52 SECINFO_NO_NAME; 53 SEQUENCE; 54 SET_SSV; 55 TEST_STATEID; 56 WANT_DELEG; \
    57 DESTROY_CLIENTID; 58 RECLAIM_COMPLETE; 59 ALLOCATE; 60 COPY; 61 COPY_NOTIFY; \
    62 DEALLOCATE; 63 IO_ADVISE; 64 LAYOUTERROR; 65 LAYOUTSTATS; 66 OFFLOAD_CANCEL; \
    67 OFFLOAD_STATUS; 68 READ_PLUS; 69 SEEK; 70 WRITE_SAME; 71 CLONE; 72 GETXATTR; \
    73 SETXATTR; 74 LISTXATTRS; 75 REMOVEXATTR
    """)

  /// Operations whose arguments have a length that is known, in bytes (RFC 8881 section 18).
  ///
  /// Behind any other the next operation cannot be found without reading all of its arguments.
  static let argumentBytes: [UInt32: Int] = [
    3: 4, 5: 12, 8: 16, 10: 0, 16: 0, 23: 0, 24: 0, 25: 28, 30: 8, 31: 0, 32: 0, 44: 16, 53: 32,
    57: 8, 58: 4,
  ]
}
