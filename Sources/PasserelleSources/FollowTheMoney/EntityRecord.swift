internal import PasserelleCore

/// One entity of a file.
struct EntityRecord: SourceRecord {
  /// The version of the mapping; a change makes every record be mapped again.
  static let version = 2

  let source: String
  let entity: Entity
  let bytes: [UInt8]
  let location: SourceLocation
  /// What is told of the file with its last record.
  var notes: [Diagnostic] = []

  var key: String { entity.identifier }
  var mappingVersion: Int { Self.version }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    var mapper = EntityMapper(self, iris: iris)
    return mapper.run()
  }
}
