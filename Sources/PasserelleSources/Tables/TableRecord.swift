import PasserelleCore

/// What the rows of one key say of one thing or tie.
struct TableRecord: SourceRecord {
  let mapping: TableMapping
  let rule: Int
  let identity: String
  /// The cells of each row, those that the record does not read left empty; rows that say the same once.
  var rows: [MappedCells]
  let location: SourceLocation
  /// What is told of the file as a whole with its last record.
  var notes: [Diagnostic] = []

  var source: String { TableReader.source }
  var key: String { mapping.source + "/" + identity }
  var mappingVersion: Int {
    (AwardMapper.version &* 1000 &+ TableMapping.version) << 32 | Int(mapping.sum)
  }

  /// The cells that the record reads, the rows in order: what stands for its bytes in the file.
  var bytes: [UInt8] {
    let used = mapping.records[rule].used
    let lines = rows.map { row in
      Array(used.map { row.bytes[$0] }.joined(separator: CollectionOfOne(0x1F)))
    }
    let sorted = lines.count > 1 ? lines.sorted { $0.lexicographicallyPrecedes($1) } : lines
    return Array(identity.utf8) + [0x1E] + Array(sorted.joined(separator: CollectionOfOne(0x1E)))
  }

  func mapped(key: String, in iris: IRISpace) -> MappedRecord {
    var mapper = TableMapper(self, iris: iris)
    return mapper.run(key: key)
  }
}
