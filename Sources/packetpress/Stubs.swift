import ArgumentParser
import Reporting
struct ByteCount: ExpressibleByArgument { var bytes: UInt64; init(_ b: UInt64) { bytes = b }; init?(argument: String) { return nil } }
struct LiveFiles { var whole: Report; var window: Report?; func files() throws -> [ReportFile] { try whole.files() } }
