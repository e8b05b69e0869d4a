import PasserelleCore
import PasserelleText

extension IndexDocument {
  /// What the index is given of a document.
  init(_ document: TextDocument) {
    self.init(id: document.id, stored: DocumentRecord(document).encoded)
    let language = TextLanguage(rawValue: document.language) ?? .neutral
    // In the order of the fields, so that equal documents make equal files.
    for field in TextField.allCases {
      let source: TextField =
        switch field {
        case .titleAsWritten: .title
        case .bodyAsWritten: .body
        default: field
        }
      add(document.texts[source] ?? [], to: field, language: language)
    }
    let concepts = DocumentSchema.place(of: .concepts)
    terms += document.concepts.map {
      Term(field: concepts, bytes: Array($0.term.utf8), frequency: $0.weight)
    }
    addColumns(of: document)
  }

  private mutating func add(_ values: [String], to field: TextField, language: TextLanguage) {
    let place = DocumentSchema.place(of: field)
    switch field {
    case .title, .body, .profile:
      texts += values.map { Text(field: place, language: language, value: $0) }
    case .buyers, .vendors, .places, .titleAsWritten, .bodyAsWritten:
      texts += values.map { Text(field: place, language: .neutral, value: $0) }
    case .codes, .concepts: terms += values.map { Term(field: place, bytes: Array($0.utf8)) }
    case .grams:
      grams += values.map { Grams(field: place, value: $0, size: DocumentSchema.gramSize) }
    }
  }

  private mutating func addColumns(of document: TextDocument) {
    func keyword(_ keyword: DocumentSchema.Keyword, _ value: String?) {
      if let value { keywords.append(Keyword(column: keyword.column, value: value)) }
    }
    func number(_ number: DocumentSchema.Number, _ value: Int64?) {
      if let value { numbers.append(Number(column: number.column, value: value)) }
    }
    keyword(.kind, document.kind.rawValue)
    keyword(.language, document.language)
    keyword(.place, document.place)
    keyword(.cpv, document.cpv?.digits)
    number(.date, document.date.map { Int64($0.firstDay) })
    number(.year, document.date.map { Int64($0.year) })
    number(.amount, document.amount?.inEuros.map(DocumentSchema.cents))
    number(.demonstration, document.isDemonstration ? 1 : 0)
    number(.unconverted, document.amount?.isUnconverted == true ? 1 : nil)
  }
}
