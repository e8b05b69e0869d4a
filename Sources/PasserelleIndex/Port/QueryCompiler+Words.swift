import PasserelleCore
import PasserelleText

extension QueryCompiler {
  /// What an occurrence in a field weighs when people search (measured on the public collections; see
  /// Documentation/Quality.md).
  private static func weight(_ field: TextField) -> Float {
    switch field {
    case .title, .titleAsWritten, .codes: 3
    case .body, .bodyAsWritten, .buyers, .vendors, .places: 1
    case .profile: 0.3
    case .grams, .concepts: 0
    }
  }

  /// A text in some fields.
  func text(_ text: QueryText, _ fields: [TextField]) -> IndexQuery {
    switch text {
    case .word(let word): return self.word(word, fields)
    case .phrase(let words, let slop): return phrase(words, slop: slop, fields)
    case .prefix(let start): return .prefix(PatternGroup(beginnings(start, fields)))
    case .fuzzy(let word, let distance): return fuzzy(word, distance, fields)
    }
  }

  /// A word; one that is written with a hyphen or an apostrophe may be several.
  private func word(_ word: String, _ fields: [TextField]) -> IndexQuery {
    if let code = Self.code(word), fields.contains(.codes) {
      return .word(TermGroup([form(.codes, Array(code.utf8))]))
    }
    let lists = fields.map { (field: $0, terms: terms(word, $0)) }
    let length = lists.map(\.terms.count).max() ?? 0
    var forms: [FieldTerm] = lists.compactMap { list in
      list.terms.count == 1 ? form(list.field, list.terms[0]) : nil
    }
    if fields.contains(.codes), length <= 1 { forms.append(form(.codes, Array(word.utf8))) }
    if length > 1 { return compound(lists) }
    guard !forms.isEmpty else { return .nothing }
    let whole = IndexQuery.word(TermGroup(forms))
    guard let parts = parted(word, fields) else { return whole }
    return .boolean(must: [], should: [whole, parts], mustNot: [])
  }

  /// `éco-quartier`: its parts, all of them in one document, or joined as `écoquartier` where that is written.
  private func compound(_ lists: [(field: TextField, terms: [[UInt8]])]) -> IndexQuery {
    let length = lists.map(\.terms.count).max() ?? 0
    let parts = (0..<length).map { place in
      IndexQuery.word(
        TermGroup(
          lists.compactMap { list in
            place < list.terms.count ? form(list.field, list.terms[place]) : nil
          }))
    }
    let separate = IndexQuery.boolean(must: parts, should: [], mustNot: [])
    guard length == 2 else { return separate }
    let joined = lists.compactMap { list -> FieldTerm? in
      guard list.terms.count == 2, isKnownElement(list.terms[0]) else { return nil }
      return known(list.field, list.terms[0] + list.terms[1])
    }
    guard !joined.isEmpty else { return separate }
    return .boolean(must: [], should: [separate, .word(TermGroup(joined))], mustNot: [])
  }

  /// `écoquartier`: also as `éco-quartier`, where both parts are words of the index.
  private func parted(_ word: String, _ fields: [TextField]) -> IndexQuery? {
    let sequences = fields.filter(DocumentSchema.hasPositions).compactMap {
      field -> PhraseGroup.Sequence? in
      guard let whole = terms(word, field).first,
        let element = Self.elements.first(where: { whole.starts(with: $0) && whole.count > $0.count + 3 })
      else { return nil }
      let rest = terms(String(decoding: whole.dropFirst(element.count), as: UTF8.self), field)
      guard rest.count == 1, let first = known(field, element), let second = known(field, rest[0]) else {
        return nil
      }
      return PhraseGroup.Sequence(field: first.field, terms: [first.term, second.term], weight: first.weight)
    }
    return sequences.isEmpty ? nil : .phrase(PhraseGroup(sequences))
  }

  /// Words that stand before another with or without a hyphen, folded.
  private static let elements: [[UInt8]] = """
    agro aqua audio auto bio co cyber eco electro geo hydro inter intra micro mini mono multi photo pluri poly pre \
    radio semi socio tele thermo trans video
    """.split(separator: " ").map { Array($0.utf8) }

  private func isKnownElement(_ term: [UInt8]) -> Bool { Self.elements.contains(term) }

  private func known(_ field: TextField, _ term: [UInt8]) -> FieldTerm? {
    let form = form(field, term)
    return snapshot.documentFrequency(of: term, field: form.field) > 0 ? form : nil
  }

  private func phrase(_ words: String, slop: Int, _ fields: [TextField]) -> IndexQuery {
    let sequences = fields.filter(DocumentSchema.hasPositions).map { (field: $0, terms: terms(words, $0)) }
    let longest = sequences.map(\.terms.count).max() ?? 0
    // One word in quotes is that word.
    if longest < 2 { return word(words, fields) }
    return .phrase(
      PhraseGroup(
        sequences.filter { $0.terms.count > 1 }.map {
          PhraseGroup.Sequence(
            field: DocumentSchema.place(of: $0.field), terms: $0.terms, weight: Self.weight($0.field))
        }, slop: slop))
  }

  /// The beginning of a word, compared with words as written.
  private func beginnings(_ start: String, _ fields: [TextField]) -> [FieldTerm] {
    let folded = Array(TextFolding.fold(start).utf8)
    return Self.asWritten(fields).map { form($0, folded) }
  }

  /// A word nearly spelt so, compared with words as written.
  private func fuzzy(_ word: String, _ distance: Int, _ fields: [TextField]) -> IndexQuery {
    var forms: [FieldTerm] = []
    var allowed = distance
    for field in Self.asWritten(fields) where field != .codes {
      let terms = terms(word, field)
      guard terms.count == 1 else { continue }
      allowed = min(allowed, EditDistance.allowedDistance(for: terms[0]))
      forms.append(form(field, terms[0]))
    }
    guard allowed > 0, !forms.isEmpty else { return self.word(word, fields) }
    return .fuzzy(PatternGroup(forms), distance: allowed)
  }

  /// The fields that hold the words of some fields as they are written.
  private static func asWritten(_ fields: [TextField]) -> [TextField] {
    fields.compactMap { field in
      switch field {
      case .title: .titleAsWritten
      case .body: .bodyAsWritten
      case .profile: nil
      default: field
      }
    }
  }

  /// A term of a field with what it weighs when people search.
  func form(_ field: TextField, _ term: [UInt8]) -> FieldTerm {
    FieldTerm(field: DocumentSchema.place(of: field), term: term, weight: Self.weight(field))
  }

  /// The code in a CPV code written with its check digit.
  private static func code(_ word: String) -> String? {
    let bytes = Array(word.utf8)
    guard bytes.count == 10, bytes[8] == 0x2D else { return nil }
    let digits = bytes[..<8] + bytes[9...]
    return digits.allSatisfy { $0 >= 48 && $0 <= 57 } ? String(decoding: bytes[..<8], as: UTF8.self) : nil
  }
}
