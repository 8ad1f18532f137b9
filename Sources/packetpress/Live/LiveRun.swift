import ArgumentParser
import CaptureFormats
import Charts
import Findings
import LiveCapture
import ReportServer
import Reporting
import TrafficAnalysis
import Wording

/// One run of live mode, from opening the devices to the last report.
struct LiveRun {
  private let command: LiveCommand
  private let signals = LiveSignals()

  init(_ command: LiveCommand) { self.command = command }

  private var directory: String { command.output ?? "Reports/\(command.input.folderName)" }

  func run() throws {
    LiveSignals.block()
    let judge = try Judge(command.judging)
    // Devices and databases while there are rights to open them, folders while there are rights
    // to make them.
    let disguise = Disguise(anonymizer: try command.report.anonymizing.anonymizer())
    let backlog = backlog
    let analysis = try command.report.analysisOptions(besides: LiveEvidence.byteLimit(of: backlog))
    let devices = try openDevices()
    try command.input.checkFiles()
    do { try ReportWriter(directory: directory).prepare() } catch { throw CommandFailure(error) }
    SystemFonts.load()
    try enterSandbox()
    // From here on there may be threads.
    let source: any LiveSource = if let devices { devices } else { try playback() }
    let published = PublishedReport(mark: Fingerprint.text(of:))
    let server = try serve(published)
    let recorder = try recorder(devices)
    let press = LivePress(
      pressSettings(disguise), judge: judge,
      evidence: try backlog.map { try evidence($0, disguise) },
      server: server == nil ? nil : published)
    let reports = ReportThread(press)
    let session = LiveSession(
      source, settings: sessionSettings(analysis), signals: signals, reports: reports,
      recorder: recorder, backlog: backlog, quiet: command.report.quiet)
    // Of a source only waking is for other threads.
    nonisolated(unsafe) let sleeper = source
    signals.listen { unsafe sleeper.wake() }
    reports.start()
    announce(server)
    let result = session.run()
    let isWhole = end(
      result, source: source, reports: reports, recorder: recorder, server: server)
    let names = result.last.files.map { disguise(file: $0.name) }
    try tell(press.lastVerdict, judge, of: names, isWhole: isWhole)
  }

  // MARK: - Parts

  /// Nil where nobody wants evidence.
  private var backlog: PacketBacklog? {
    guard !command.judging.noEvidence else { return nil }
    return PacketBacklog(ofMemory: command.report.bounds.byteLimit)
  }

  private func evidence(
    _ backlog: PacketBacklog, _ disguise: Disguise
  ) throws -> LivePress.Evidence {
    var evidence = LivePress.Evidence(lately: LiveEvidence(backlog, disguise.anonymizer))
    if let file = command.input.replay {
      evidence.replayed = (CaptureSet([file]), try command.input.selection.selection())
    }
    return evidence
  }

  private func openDevices() throws -> InterfaceSource? {
    let input = command.input
    guard !input.interface.isEmpty else { return nil }
    let settings = input.interfaces.settings(filter: input.selection.filter)
    do { return try InterfaceSource(settings) } catch { throw CommandFailure(error) }
  }

  private func enterSandbox() throws {
    let privileges = command.privileges
    let policy = privileges.sandbox ?? (command.input.interface.isEmpty ? .off : .best)
    let written = command.recording.write.map { [FolderName.of($0)] } ?? []
    let read = [command.input.replay, command.input.follow].compactMap { $0.map(FolderName.of) }
    do {
      let missing = try Sandbox.enter(
        policy: policy, user: privileges.user,
        writable: [directory] + written + command.judging.folders,
        readable: read,
        listening: command.serving.serve.map { [UInt16($0.port)] } ?? [])
      for line in missing { Message.note(line) }
    } catch {
      throw CommandFailure(error)
    }
  }

  private func playback() throws -> PlaybackSource {
    let input = command.input
    let selection = try input.selection.selection()
    let growth = input.follow == nil ? nil : FileGrowth()
    let captures = CaptureSet([input.replay ?? input.follow ?? "-"])
    return PlaybackSource(
      CaptureReader(captures, selection: selection, growth: growth), name: input.title,
      speed: input.replay == nil ? nil : input.speed.factor, growth: growth)
  }

  private func serve(_ published: PublishedReport) throws -> ReportServer? {
    guard let address = command.serving.serve else { return nil }
    var settings = ServerSettings()
    settings.address = address
    settings.token = command.serving.token
    settings.onFailure = { Message.warning($0) }
    if let notice = settings.notice { Message.warning(notice) }
    let server = ReportServer(published, settings: settings)
    do { try server.start() } catch { throw CommandFailure(error) }
    return server
  }

  private func recorder(_ devices: InterfaceSource?) throws -> CaptureRecorder? {
    guard let path = command.recording.write else { return nil }
    let settings = RecordingSettings(
      path: path, rotation: command.recording.rotate, keep: command.recording.keep)
    do {
      let recorder = try CaptureRecorder(
        settings, interfaces: devices?.recordedInterfaces ?? [],
        application: "Packetpress \(PacketpressCommand.version)")
      try recorder.start()
      return recorder
    } catch {
      throw CommandFailure(error)
    }
  }

  private func sessionSettings(_ analysis: AnalysisOptions) -> LiveSession.Settings {
    var settings = LiveSession.Settings()
    settings.every = command.every.duration.wholeNanoseconds
    settings.duration = command.duration?.duration.wholeNanoseconds
    settings.packets = command.packets
    settings.window = WindowOptions(seconds: Int(command.window.duration.components.seconds))
    settings.filter = command.input.selection.filter
    settings.analysis = analysis
    settings.isClockOurs = !command.input.interface.isEmpty
    return settings
  }

  private func pressSettings(_ disguise: Disguise) -> LivePress.Settings {
    LivePress.Settings(
      directory: directory, source: command.input.title(shownBy: disguise.anonymizer),
      everySeconds: Int(command.every.duration.components.seconds),
      windowSeconds: Int(command.window.duration.components.seconds),
      options: disguise(command.report.reportOptions(command.input.selection)),
      disguise: disguise, liveFormats: liveFormats)
  }

  /// PDF and CSV are made at the end, unless they are asked for.
  private var liveFormats: Set<ReportFormat> {
    command.report.format?.formats ?? [.html, .png, .json, .markdown]
  }

  // MARK: - What is said

  private func announce(_ server: ReportServer?) {
    Message.note("watching \(command.input.title); report: \(directory)/index.html; Ctrl-C ends")
    if let address = server?.boundAddress { Message.note("serving \(address)") }
  }

  /// Ends everything, the last report with it; false if something could not be read or written.
  private func end(
    _ result: LiveSession.Result, source: any LiveSource, reports: ReportThread,
    recorder: CaptureRecorder?, server: ReportServer?
  ) -> Bool {
    let playback = source as? PlaybackSource
    playback?.stop()
    recorder?.finish()
    for event in recorder?.takeEvents() ?? [] { Message.say(event) }
    let failures = (playback?.failures ?? []) + (result.failure.map { ["\($0)"] } ?? [])
    for failure in failures { Message.error(failure) }
    var last = result.last
    if playback != nil { HashPolicy.auto.apply(to: &last.files) }
    let isWritten = reports.finish(last)
    server?.stop()
    return isWritten && failures.isEmpty
  }

  private func tell(
    _ verdict: Verdict?, _ judge: Judge, of names: [String], isWhole: Bool
  ) throws {
    if isWhole, !command.report.quiet {
      StandardStream.write(Array("Report: \(directory)/index.html\n".utf8), to: 1)
    }
    command.report.language.tellGaps()
    if let verdict { try judge.tell(verdict, of: names, directory: directory) }
    let status = isWhole ? verdict.map(judge.status) ?? 0 : 2
    if status != 0 { throw ExitCode(status) }
  }
}
