import Glibc
import PasserelleCore

/// Turns terms into the short byte keys of the dictionary and back.
///
/// A key begins with one byte that says what follows:
/// - `0x01`: an IRI: one byte for its namespace (0 for none), then the rest;
/// - `0x02`: an `xsd:string`: its text;
/// - `0x03`: a string in a language: the tag, a zero byte, the text;
/// - `0x10 + n`: a literal of the *n*-th known datatype whose text does not fit inline;
/// - `0x1F`: a literal of another datatype: its IRI, a zero byte, the text.
///
/// The namespace table is part of the file format: it only ever grows at its end.
struct TermCodec: Sendable {
  private let namespaces: [[UInt8]]
  /// The namespaces one behind the other, the longest first, so that the first match is the best.
  private let prefixes: [UInt8]
  private let prefixSpans: [(index: Int, start: Int, count: Int)]

  private static let datatypes: [Datatype] = [
    .integer, .decimal, .date, .yearMonth, .year, .dateTime, .boolean,
  ]

  init(iris: IRISpace) {
    let base = iris.base
    let texts = [
      base, base + "id/", base + "record/", base + "id/siret/", base + "id/siren/", base + "id/decp/",
      base + "record/decp/", base + "id/insee/", base + "id/departement/", base + "id/local/",
      base + "id/csv/", base + "record/csv/", base + "id/specification/", base + "record/specification/",
      base + "record/facts/", Vocabulary.pas, Vocabulary.epo, Vocabulary.org, Vocabulary.skos,
      Vocabulary.dct, Vocabulary.prov, Vocabulary.schema, Vocabulary.rdf, Vocabulary.rdfs, Vocabulary.xsd,
      "http://data.europa.eu/cpv/cpv/", "http://data.europa.eu/nuts/code/",
      "http://publications.europa.eu/resource/authority/",
    ]
    namespaces = texts.map { Array($0.utf8) }
    var (prefixes, spans): ([UInt8], [(index: Int, start: Int, count: Int)]) = ([], [])
    for index in texts.indices.sorted(by: { (texts[$0].utf8.count, $0) > (texts[$1].utf8.count, $1) }) {
      spans.append((index, prefixes.count, namespaces[index].count))
      prefixes += namespaces[index]
    }
    self.prefixes = prefixes
    prefixSpans = spans
  }

  /// The dictionary key of a term.
  func key(of term: Term) -> [UInt8] {
    switch term {
    case .iri(let iri):
      var iri = iri
      return iri.withUTF8 { bytes in
        let (number, count) = namespace(of: bytes)
        return [UInt8](unsafeUninitializedCapacity: bytes.count - count + 2) { key, size in
          key[0] = 1
          key[1] = number
          size = key[2...].update(fromContentsOf: bytes[count...])
        }
      }
    case .literal(let literal):
      let text = literal.lexicalForm.utf8
      switch literal.datatype {
      case .string: return [2] + text
      case .language(let tag): return [3] + tag.utf8 + [0] + text
      case .other(let iri): return [0x1F] + iri.utf8 + [0] + text
      case let known:
        let index = Self.datatypes.firstIndex(of: known) ?? 0
        return [0x10 + UInt8(index)] + text
      }
    }
  }

  /// The term of a dictionary key; nil for a key that this format cannot hold.
  func term(of key: UnsafeRawBufferPointer) -> Term? {
    guard let kind = key.first else { return nil }
    func text(_ range: some Sequence<UInt8> & Collection) -> String { String(decoding: range, as: UTF8.self) }
    switch kind {
    case 1:
      guard key.count >= 2 else { return nil }
      let index = Int(key[1])
      guard index <= namespaces.count else { return nil }
      let prefix = index == 0 ? [] : namespaces[index - 1]
      return .iri(text(prefix + key[2...]))
    case 2:
      return .literal(Literal(text(key[1...]), .string))
    case 3, 0x1F:
      guard let zero = key.firstIndex(of: 0) else { return nil }
      let head = text(key[1..<zero])
      let tail = text(key[(zero + 1)...])
      return .literal(Literal(tail, kind == 3 ? .language(head) : .other(head)))
    default:
      let index = Int(kind) - 0x10
      guard Self.datatypes.indices.contains(index) else { return nil }
      return .literal(Literal(text(key[1...]), Self.datatypes[index]))
    }
  }

  /// A 47-bit FNV-1a hash of a key, positive and short in SQLite's encoding; equal keys are told apart after.
  static func hash(_ key: [UInt8]) -> Int64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int64((value ^ (value >> 47)) & (1 << 47 - 1))
  }

  /// The number of the longest namespace that an IRI begins with, and its length; zeros for none.
  private func namespace(of iri: UnsafeBufferPointer<UInt8>) -> (number: UInt8, count: Int) {
    guard let start = iri.baseAddress else { return (0, 0) }
    return prefixes.withUnsafeBufferPointer { prefixes in
      guard let base = prefixes.baseAddress else { return (0, 0) }
      for span in prefixSpans
      where span.count <= iri.count && memcmp(base + span.start, start, span.count) == 0 {
        return (UInt8(span.index + 1), span.count)
      }
      return (0, 0)
    }
  }
}
