package import PasserelleCore

/// A contracting process, whatever its source: its call, its awards, the organisations that take part.
///
/// It is what every format out is written from.
package struct ProcedureDraft: Sendable {
  /// The identifier of the process: that of its source, or one made of the source's own.
  package let ocid: String
  /// The BCP 47 language of its texts.
  let language: String?
  /// What was said of the call; nil where no record tells of it.
  package let call: StatedThing?
  /// The awards, in the order of their keys.
  package let awards: [StatedThing]
  /// The organisations, in the order in which they are first named.
  let parties: DraftParties
  let iris: IRISpace

  /// Makes the draft of the records of one process.
  ///
  /// - Parameters:
  ///   - records: At least one record; calls and awards.
  ///   - identity: How the process is named.
  ///   - iris: The IRI space of the workspace.
  package init(_ records: [RecordStatements], identity: ProcessIdentity, in iris: IRISpace) {
    let calls = records.filter { $0.kind == .call }.sorted { $0.key < $1.key }
    let awards = records.filter { $0.kind == .award }.sorted { $0.key < $1.key }
    ocid = (calls.first ?? awards.first).map { identity.ocid(of: $0) } ?? ""
    call = calls.last?.main
    self.awards = awards.map(\.main)
    let things = [call].compactMap { $0 } + self.awards
    language = things.lazy.compactMap { $0.value(Vocabulary.language) }.first
    parties = DraftParties(call: call, awards: self.awards, ocid: ocid, in: iris)
    self.iris = iris
  }

  /// The call and the awards.
  var things: [StatedThing] { [call].compactMap { $0 } + awards }

  /// The day on which the newest of its records was published; nil where none says so to the day.
  package var published: PartialDate? {
    let days = things.flatMap { $0.values(Vocabulary.published) }.compactMap { PartialDate(iso: $0) }
    let whole = days.filter { $0.precision == .day }
    return whole.max()
      ?? things.compactMap { $0.date(Vocabulary.notified) }.filter { $0.precision == .day }.max()
  }

  /// Who published the records, as the source says.
  package var publisher: String? { things.lazy.compactMap { $0.value(Vocabulary.publisher) }.first }

  /// The licences of the records, each once, sorted.
  package var licenses: [String] {
    Set(things.flatMap { $0.iris(Vocabulary.license) + $0.values(Vocabulary.license) }).sorted()
  }
}

/// How contracting processes are named: those of OCDS keep their ocid, others get one under a prefix.
package struct ProcessIdentity: Sendable {
  /// The prefix that the Open Contracting Partnership gives to a publisher, such as `ocds-213czf`.
  package let prefix: String

  /// A prefix that nobody has, for trials.
  package static let placeholderPrefix = "ocds-000000"

  /// Makes an identity under a prefix.
  package init(prefix: String = ProcessIdentity.placeholderPrefix) { self.prefix = prefix }

  /// The ocid of the process that a record belongs to.
  package func ocid(of record: RecordStatements) -> String {
    if record.source == OCDSReader.source, let own = Self.keptOCID(of: record) { return own }
    let main = record.main
    if let procedure = main.value(Vocabulary.procedureIdentifier) {
      return prefix + "-" + Self.escaped(procedure)
    }
    if let call = main.iris(Vocabulary.hasCall).first, let name = call.split(separator: "/").last {
      return prefix + "-" + Self.escaped(name)
    }
    return prefix + "-" + Self.escaped(record.source + "/" + record.key)
  }

  /// The ocid that stands in the key of a record of OCDS.
  private static func keptOCID(of record: RecordStatements) -> String? {
    if record.kind == .call { return record.main.value(Vocabulary.procedureIdentifier) ?? record.key }
    let key = Array(record.key.utf8)
    for mark in ["/award/", "/contract/", "/award-", "/contract-"].map({ Array($0.utf8) }) {
      if let place = key.indices.first(where: { key[$0...].starts(with: mark) }) {
        return String(decoding: key[..<place], as: UTF8.self)
      }
    }
    return nil
  }

  /// Letters, digits, `.`, `_` and `-` as they are, `/` as `~`, all else by its number, so that no two names meet.
  static func escaped(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
        bytes.append(byte)
      case UInt8(ascii: "/"): bytes.append(UInt8(ascii: "~"))
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
