package import PacketDecoding
package import TrafficAnalysis

/// Several databases that are asked one after the other, until each thing is known.
package struct GeoDatabases: AddressLocator {
  private let files: [GeoDatabase]

  package init(paths: [String]) throws(GeoDatabaseError) {
    var files: [GeoDatabase] = []
    for path in paths { files.append(try GeoDatabase(path: path)) }
    self.files = files
  }

  package var databases: [GeographySummary.Database] { files.map(\.description) }

  package func place(of address: IPAddress) -> AddressPlace {
    var place = AddressPlace()
    for file in files { file.addPlace(of: address.unmapped, to: &place) }
    return place
  }
}
