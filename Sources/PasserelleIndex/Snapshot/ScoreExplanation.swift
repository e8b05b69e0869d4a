/// Why a document has its score: one part for each word or phrase of the query that it holds.
public struct ScoreExplanation: Sendable, Hashable {
  /// What one word or phrase brings.
  public struct Part: Sendable, Hashable {
    /// The terms in the fields that hold them.
    public let forms: [Form]
    /// The weight that the query gives it.
    public let boost: Float
    /// Its inverse document frequency.
    public let inverseDocumentFrequency: Float
    /// What its occurrences come to after saturation, 0 to 1.
    public let saturation: Float
    /// boost · inverse document frequency · saturation, as added to the score.
    public let contribution: Double
  }

  /// Where a word occurs.
  public struct Form: Sendable, Hashable {
    /// The field's name.
    public let field: String
    /// The analysed terms: one, or those of a phrase.
    public let terms: [String]
    /// How often they occur in the document's field.
    public let frequency: Int
    /// The length of the document's field, in words; within 6 % above 32.
    public let length: Int
    /// The mean length of the field.
    public let averageLength: Float
    /// What an occurrence in this field weighs.
    public let weight: Float
  }

  /// The score; the sum of the contributions.
  public let score: Double
  /// The parts, in the order of the query.
  public let parts: [Part]
}

extension IndexSnapshot {
  /// Explains the score of a document.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - id: The document's number.
  /// - Returns: The explanation; nil when the document does not match, or does not exist.
  public func explain(_ query: IndexQuery, id: Int64) -> ScoreExplanation? {
    let query = query.bounded
    let restricted = IndexQuery.boolean(
      must: [query, .documents(DocumentSet([id]))], should: [], mustNot: [])
    guard let hit = top(restricted, limit: 1).first, let place = locate(id) else { return nil }
    var parts: [ScoreExplanation.Part] = []
    let explainer = Explainer(snapshot: self, part: place.part, document: place.document)
    explainer.collect(prepare(query), query, into: &parts)
    return ScoreExplanation(score: hit.score, parts: parts)
  }

  /// Walks a query and its preparation side by side, and looks each word up in one document.
  private struct Explainer {
    let snapshot: IndexSnapshot
    let part: Part
    let document: Int
    /// What cursors point into; it must outlive them.
    private let memory = QueryMemory()

    init(snapshot: IndexSnapshot, part: Part, document: Int) {
      self.snapshot = snapshot
      self.part = part
      self.document = document
    }

    func collect(_ node: PreparedQuery.Node, _ query: IndexQuery, into parts: inout [ScoreExplanation.Part]) {
      switch (node, query) {
      case (.word(let word), .word(let group)): add(word, boost: group.boost, to: &parts)
      case (.word(let word), .prefix(let group)), (.word(let word), .fuzzy(let group, _)):
        add(word, boost: group.boost, to: &parts)
      case (.phrase(let phrase, let weight, let k1), _): add(phrase, weight: weight, k1: k1, to: &parts)
      case (.boolean(let must, let should, _), .boolean(let mustQueries, let shouldQueries, _)):
        for (node, query) in zip(must, mustQueries) { collect(node, query, into: &parts) }
        // An alternative counts only where it matches as a whole.
        for (node, query) in zip(should, shouldQueries) where matches(query) {
          collect(node, query, into: &parts)
        }
      default: break
      }
    }

    private func matches(_ query: IndexQuery) -> Bool {
      let id = part.segment.id(document)
      return snapshot.count(
        .boolean(must: [query, .documents(DocumentSet([id]))], should: [], mustNot: [])) > 0
    }

    private func add(_ word: PreparedQuery.Word, boost: Float, to parts: inout [ScoreExplanation.Part]) {
      var forms: [ScoreExplanation.Form] = []
      var sum: Float = 0
      for form in word.forms {
        let frequency = self.frequency(of: form.term, field: form.field)
        guard frequency > 0 else { continue }
        sum += normalised(UInt32(frequency), form.field, form.weight, b: word.b)
        forms.append(explained(form.field, [form.term], frequency, form.weight))
      }
      append(forms, sum: sum, weight: word.weight, k1: word.k1, boost: boost, to: &parts)
    }

    private func add(
      _ phrase: PhraseGroup, weight: Float, k1: Float, to parts: inout [ScoreExplanation.Part]
    ) {
      var forms: [ScoreExplanation.Form] = []
      var sum: Float = 0
      for sequence in phrase.sequences {
        guard
          var matcher = PhraseMatcher(
            part.segment.fields[sequence.field], terms: sequence.terms, slop: phrase.slop,
            memory: memory),
          matcher.seek(UInt32(document)) == UInt32(document)
        else { continue }
        let frequency = matcher.frequency()
        guard frequency > 0 else { continue }
        sum += normalised(frequency, sequence.field, sequence.weight)
        forms.append(explained(sequence.field, sequence.terms, Int(frequency), sequence.weight))
      }
      append(forms, sum: sum, weight: weight, k1: k1, boost: phrase.boost, to: &parts)
    }

    private func append(
      _ forms: [ScoreExplanation.Form], sum: Float, weight: Float, k1: Float, boost: Float,
      to parts: inout [ScoreExplanation.Part]
    ) {
      guard !forms.isEmpty else { return }
      let saturation = sum / (sum + k1)
      parts.append(
        ScoreExplanation.Part(
          forms: forms, boost: boost, inverseDocumentFrequency: weight / boost / FixedScore.one,
          saturation: saturation,
          contribution: Double(FixedScore.contribution(weight, saturation)) / Double(FixedScore.one)))
    }

    private func frequency(of term: [UInt8], field: Int) -> Int {
      let reader = part.segment.fields[field]
      guard let entry = term.withUnsafeBufferPointer({ reader.find($0) }) else { return 0 }
      let cursor = memory.cursor(entry, reader)
      return cursor.pointee.seek(UInt32(document)) == UInt32(document) ? Int(cursor.pointee.frequency()) : 0
    }

    private func normalised(
      _ frequency: UInt32, _ field: Int, _ weight: Float, b: Float? = nil
    ) -> Float {
      let k1 = snapshot.statistics.fields[field].definition.k1
      return snapshot.statistics.pointers(field, weight: weight, k1: k1, b: b, memory)
        .normalised(frequency, part.segment.fields[field].norms[document])
    }

    private func explained(
      _ field: Int, _ terms: [[UInt8]], _ frequency: Int, _ weight: Float
    ) -> ScoreExplanation.Form {
      let reader = part.segment.fields[field]
      return ScoreExplanation.Form(
        field: reader.definition.name, terms: terms.map { String(decoding: $0, as: UTF8.self) },
        frequency: frequency, length: LengthCode.decode(reader.norms[document]),
        averageLength: snapshot.statistics.fields[field].averageLength, weight: weight)
    }
  }
}
