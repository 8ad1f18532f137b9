/// Every rule; a new one is registered here.
package enum FindingCatalog {
  /// In the order of the report: capture quality first, as it decides what can be believed.
  package static let all: [any FindingRule.Type] = [
    CutShortFile.self,
    CaptureDrops.self,
    UnseenSegments.self,
    OneSidedCapture.self,
    CutHeaders.self,
    ClockSetBack.self,
    Retransmissions.self,
    ZeroWindows.self,
    ServiceUnanswered.self,
    ServiceRefused.self,
    ResetAfterData.self,
    CertificateOutsideValidity.self,
    CertificateExpiring.self,
    WeakCertificate.self,
    ObsoleteTLS.self,
    WeakCipherSuite.self,
    ClearTextPassword.self,
    SMB1InUse.self,
    PasswordGuessing.self,
    HTTPServerErrors.self,
    SlowHTTPServer.self,
    SIPFailures.self,
    RTPLoss.self,
    RTPJitter.self,
    TrafficSpike.self,
    TrafficGap.self,
  ]

  package static func rule(_ id: String) -> (any FindingRule.Type)? { all.first { $0.id == id } }
}
