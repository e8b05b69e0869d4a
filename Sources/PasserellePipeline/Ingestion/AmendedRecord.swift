import PasserelleCore
import PasserelleDigest
import PasserelleGraph
import PasserelleSources

/// A record that is laid together from states which complete each other, such as the releases of an OCDS process.
///
/// The states that were laid are kept with the record (``Vocabulary/amendedBy``), so that one met again changes
/// nothing, whichever run brings it.
struct AmendedRecord {
  private var overlay: StatementOverlay
  private var states: [State]

  /// One state that the record is made of.
  private struct State: Comparable {
    let issued: Instant?
    let hash: String
    let mapping: Int
    let isWhole: Bool
    let identifier: String

    static func < (left: Self, right: Self) -> Bool {
      (left.issued?.milliseconds ?? .max, left.hash) < (right.issued?.milliseconds ?? .max, right.hash)
    }

    /// The state as a literal: date or `-`, SHA-256, version of the mapping, `whole` or `part`, name.
    var literal: Term {
      let words = [issued?.description ?? "-", hash, String(mapping), isWhole ? "whole" : "part", identifier]
      return .string(words.joined(separator: " "))
    }

    init(issued: Instant?, hash: String, mapping: Int, isWhole: Bool, identifier: String) {
      self.issued = issued
      self.hash = hash
      self.mapping = mapping
      self.isWhole = isWhole
      self.identifier = identifier
    }

    init?(_ literal: String) {
      let parts = literal.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false).map(
        String.init)
      guard parts.count == 5, parts[1].utf8.count == 64, let mapping = Int(parts[2]) else { return nil }
      self.init(
        issued: Instant(iso: parts[0]), hash: parts[1], mapping: mapping, isWhole: parts[3] == "whole",
        identifier: parts[4])
    }
  }

  /// The statements of a record that the store does not hold and that one state tells of: as ``statements(about:)``
  /// gives them, without laying anything.
  static func statements(
    of mapped: MappedRecord, _ amendment: RecordAmendment, hash: ContentHash, mapping: Int
  ) -> StatementBuffer {
    let state = State(
      issued: amendment.issued, hash: hash.hexadecimal, mapping: mapping, isWhole: amendment.isWhole,
      identifier: amendment.identifier)
    var buffer = mapped.statements
    buffer.add(.iri(mapped.subject), .iri(Vocabulary.amendedBy), state.literal)
    buffer.keepReachable(from: mapped.subject)
    return buffer
  }

  /// Takes up a record where the store left it.
  ///
  /// - Parameter stored: The statements of its open version; empty for a record that is new.
  init(stored: [StatementOverlay.Statement]) {
    let amendedBy = Term.iri(Vocabulary.amendedBy)
    states = stored.filter { $0.predicate == amendedBy }
      .compactMap { $0.object.lexicalForm.flatMap(State.init) }.sorted()
    overlay = StatementOverlay(SourceFields.loosened(stored.filter { $0.predicate != amendedBy }))
  }

  /// Whether a state of these bytes was laid before, by the same mapping.
  func holds(_ hash: ContentHash, mapping: Int) -> Bool {
    states.contains { $0.hash == hash.hexadecimal && $0.mapping == mapping }
  }

  /// Lays a state over the others, or under them when it is older than what is there.
  ///
  /// A state that an earlier mapping laid is laid again in its place.
  ///
  /// - Returns: Whether the state came in the order of time.
  mutating func lay(
    _ mapped: MappedRecord, _ amendment: RecordAmendment, hash: ContentHash, mapping: Int
  ) -> Bool {
    let isKnown = states.contains { $0.hash == hash.hexadecimal }
    states.removeAll { $0.hash == hash.hexadecimal }
    let statements = SourceFields.loosened(
      mapped.statements.statements.map { StatementOverlay.Statement($0, $1, $2) })
    let state = State(
      issued: amendment.issued, hash: hash.hexadecimal, mapping: mapping, isWhole: amendment.isWhole,
      identifier: amendment.identifier)
    let later = states.filter { other in
      guard let issued = amendment.issued, let known = other.issued else { return false }
      // Of one instant, a state that says everything counts as the later one.
      return issued < known || (issued == known && other.isWhole && !amendment.isWhole)
    }
    let isLate = !later.isEmpty
    if isLate {
      // What a later state leaves out though it says everything does not come back.
      if !later.contains(where: \.isWhole) {
        overlay.slip(under: statements, adding: mapped.additiveRelations)
      }
    } else if amendment.isWhole {
      overlay = StatementOverlay(statements)
    } else {
      overlay.lay(statements, removing: mapped.removals, adding: mapped.additiveRelations)
    }
    states = (states + [state]).sorted()
    return !isLate || isKnown
  }

  /// The fingerprint: that of the state where there is one, else of all of them.
  var contentHash: ContentHash? {
    guard states.count > 1 else { return states.first.flatMap { ContentHash(hexadecimal: $0.hash) } }
    return SHA256Digest.hash(Array(states.map(\.hash).joined(separator: " ").utf8))
  }

  /// The statements to store: those that the thing leads to, and the states that they come from.
  func statements(about thing: String) -> StatementBuffer {
    var buffer = StatementBuffer()
    for statement in SourceFields.gathered(overlay.reachable(from: thing)) {
      buffer.add(statement.subject, statement.predicate, statement.object)
    }
    for state in states { buffer.add(.iri(thing), .iri(Vocabulary.amendedBy), state.literal) }
    return buffer
  }
}

extension AmendedRecord {
  /// Reads a record as the store holds it; one without an open version is new.
  init(_ open: RecordVersion?, in reader: GraphReader) throws {
    guard let open else {
      self.init(stored: [])
      return
    }
    let quads = try reader.quads(QuadPattern(graph: open.version))
    let ids = quads.flatMap { [$0.subject, $0.predicate, $0.object] }
    let terms = try reader.terms(of: ids)
    self.init(
      stored: stride(from: 0, to: terms.count, by: 3).compactMap { index in
        guard let subject = terms[index], let predicate = terms[index + 1], let object = terms[index + 2]
        else { return nil }
        return StatementOverlay.Statement(subject, predicate, object)
      })
  }
}
