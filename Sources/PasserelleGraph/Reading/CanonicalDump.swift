public import PasserelleCore
import PasserelleDigest

extension GraphReader {
  /// Gives the quads that the reader sees as canonical N-Quads lines, sorted by code point, without newlines.
  ///
  /// - Parameters:
  ///   - includesDemonstration: Whether generated demonstration records are given too.
  ///   - body: Gets each line; returns false to stop.
  /// - Throws: What the body throws, or ``PasserelleError``.
  /// - Complexity: O(*n* log *n*) time and O(*n*) memory in the number of quads.
  public func canonicalLines(
    includesDemonstration: Bool = true, _ body: (String) throws -> Bool
  ) throws {
    var names: [VersionID: Term] = [:]
    try openGraphs { version in
      guard includesDemonstration || !version.isDemonstration else { return true }
      if let name = try terms(of: [version.graph])[0] { names[version.version] = name }
      return true
    }
    var known: [TermID: Term] = [:]
    func resolve(_ id: TermID) throws -> Term? {
      if let term = known[id] { return term }
      let term = try terms(of: [id])[0]
      known[id] = term
      return term
    }
    var lines: [String] = []
    try scan(QuadPattern()) { batch in
      for index in 0..<batch.count {
        let quad = batch[index]
        guard let graph = names[quad.graph], let subject = try resolve(quad.subject),
          let predicate = try resolve(quad.predicate), let object = try resolve(quad.object)
        else { continue }
        lines.append(NQuads.line(subject, predicate, object, graph: graph))
      }
      return true
    }
    // Swift orders strings by canonical equivalence; the canonical form wants code points, that is bytes.
    lines.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for line in lines {
      guard try body(line) else { return }
    }
  }

  /// The SHA-256 of the canonical N-Quads document of what the reader sees.
  ///
  /// - Complexity: As ``canonicalLines(includesDemonstration:_:)``.
  public func storeHash() throws -> ContentHash {
    var digest = SHA256Digest()
    try canonicalLines { line in
      digest.update(line)
      digest.update("\n")
      return true
    }
    return digest.finalize()
  }
}
