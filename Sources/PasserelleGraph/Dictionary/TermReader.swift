import PasserelleCore

/// Finds and lends the terms of a view; used by one thread at a time.
final class TermReader: TermReading {
  private let view: TermView
  private var scratch = TermScratch()
  private var key: [UInt8] = []
  /// Room for keys that are lent while others are; one for each level.
  private var rooms: [Room] = []
  private var depth = 0

  private final class Room {
    var scratch = TermScratch()
  }

  init(_ view: TermView) { self.view = view }

  /// The identifiers of terms, in order; ``PasserelleCore/TermID/none`` for unknown ones.
  func identifiers(of terms: [Term]) throws -> [TermID] { terms.map(identifier) }

  /// The identifier of a term; ``PasserelleCore/TermID/none`` for an unknown one.
  func identifier(of term: Term) -> TermID {
    if case .literal(let literal) = term, let id = InlineValue.identifier(of: literal) { return id }
    key.removeAll(keepingCapacity: true)
    TermCodec.append(term, to: &key)
    return key.withUnsafeBytes { TermID(rawValue: view.find($0, TermCodec.hash($0), &scratch)) }
  }

  /// The terms of identifiers, in order; nil for unknown ones.
  func terms(of identifiers: [TermID]) throws -> [Term?] { identifiers.map(term) }

  /// The term of an identifier; nil for an unknown one.
  func term(of id: TermID) -> Term? {
    if id.isInline { return InlineValue.term(of: id) }
    return withKey(of: id.rawValue) { TermCodec.term(of: $0) } ?? nil
  }

  /// Lends the text of a stored term.
  func withText<R>(
    of identifier: TermID, _ body: (TermShape, UnsafeBufferPointer<UInt8>) throws -> R
  ) throws -> R? {
    let answer: R?? = try withKey(of: identifier.rawValue) { key in
      guard let (shape, start) = TermCodec.shape(of: key) else { return nil }
      let text = UnsafeRawBufferPointer(rebasing: key[start...])
      return try body(shape, text.assumingMemoryBound(to: UInt8.self))
    }
    return answer ?? nil
  }

  /// Lends the key of a term; nil for an unknown one.
  func withKey<R>(of id: Int64, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R? {
    if let key = view.wholeKey(id) { return try body(key) }
    guard let place = view.place(of: id) else { return nil }
    if depth == rooms.count { rooms.append(Room()) }
    let room = rooms[depth]
    depth += 1
    defer { depth -= 1 }
    let count = place.block.length(place.index)
    let start = room.scratch.room(count)
    place.block.copyKey(place.index, to: start)
    return try body(UnsafeRawBufferPointer(start: start, count: count))
  }
}
