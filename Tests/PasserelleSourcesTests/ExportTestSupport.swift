import Foundation
import PasserelleCore
import PasserelleJSON

@testable import PasserelleSources

/// Writes and reads back what was read.
enum Exported {
  /// The records of a file that stand alone, with their statements.
  static func records(_ harvest: Harvest) -> [RecordStatements] {
    harvest.records.map { record in
      RecordStatements(record.mapped(key: record.key, in: IRISpace()), source: record.source, key: record.key)
    }
  }

  /// A file's records; nil for a file that is not there or is empty.
  static func records(_ reader: any SourceReading, path: String) throws -> [RecordStatements] {
    guard let data = FileManager.default.contents(atPath: path), !data.isEmpty else { return [] }
    return records(try harvest(reader, data, file: path))
  }

  /// The document of some records, one process after the other, and the fields that were missing.
  static func document(
    _ records: [RecordStatements], _ format: ProcedureWriter.Format, prefix: String = "ocds-213czf"
  ) -> (bytes: [UInt8], missing: [String: Int]) {
    let identity = ProcessIdentity(prefix: prefix)
    var writer = ProcedureWriter(
      format, package: ProcedureWriter.Package(uri: "https://example.org/p", publisher: "Test"))
    var bytes = writer.start()
    var missing: [String: Int] = [:]
    for group in grouped(records, identity) {
      bytes += writer.add(ProcedureDraft(group, identity: identity, in: IRISpace())) { left in
        for field in left.fields { missing[field, default: 0] += 1 }
      }
    }
    return (bytes + writer.end(), missing)
  }

  /// The records by process, in the order of the first of each.
  static func grouped(_ records: [RecordStatements], _ identity: ProcessIdentity) -> [[RecordStatements]] {
    var places: [String: Int] = [:]
    var groups: [[RecordStatements]] = []
    for record in records {
      let ocid = identity.ocid(of: record)
      if let place = places[ocid] {
        groups[place].append(record)
      } else {
        places[ocid] = groups.count
        groups.append([record])
      }
    }
    return groups
  }

  /// The statements of a record as lines, those of organisations by what is said of them.
  static func lines(_ record: RecordStatements, _ things: [String]) -> Set<String> {
    var lines: Set<String> = []
    for thing in things {
      for relation in record.relations(of: thing) {
        for object in record.objects(relation, of: thing) {
          if relation == ProcessVocabulary.sourceFields {
            lines.formUnion(fields(object.lexicalForm ?? ""))
            continue
          }
          lines.insert(name(relation) + " " + (object.iriValue ?? object.lexicalForm ?? ""))
        }
      }
    }
    return lines
  }

  /// The names of the fields that a literal holds, and what each says.
  private static func fields(_ literal: String) -> [String] {
    (SourceFields.fields(in: literal) ?? []).flatMap { field in
      [
        "sourceFields " + field.name,
        "fieldValue \(field.name) " + String(decoding: field.json, as: UTF8.self),
      ]
    }
  }

  /// The end of a relation's IRI.
  static func name(_ relation: String) -> String {
    String(relation.split { $0 == "#" || $0 == "/" }.last ?? "")
  }
}

/// Checks JSON by a schema: types, required keys, closed lists, lengths; enough for those of OCDS and DECP.
struct SchemaCheck {
  let root: JSONValue
  /// Other schemas by the last part of their addresses.
  var others: [String: JSONValue] = [:]
  private(set) var faults: [String] = []

  init(_ root: JSONValue, others: [String: JSONValue] = [:]) {
    self.root = root
    self.others = others
  }

  mutating func run(_ value: JSONValue) { check(value, root, in: root, "$") }

  private mutating func check(_ value: JSONValue, _ schema: JSONValue, in document: JSONValue, _ path: String)
  {
    if let reference = schema["$ref"]?.stringValue {
      if reference.hasPrefix("#") {
        var found = document
        for part in reference.dropFirst(2).split(separator: "/") { found = found[String(part)] ?? .null }
        check(value, found, in: document, path)
      } else if let other = others[String(reference.split(separator: "/").last ?? "")] {
        check(value, other, in: other, path)
      }
    }
    let types = schema["type"].map { $0.arrayValue ?? [$0] }?.compactMap(\.stringValue)
    if let types, !types.contains(where: { isOf(value, $0) }) { faults.append("\(path): not of \(types)") }
    if let known = schema["enum"]?.arrayValue, !known.contains(value) {
      faults.append("\(path): not in the list")
    }
    if let text = value.stringValue {
      if let least = number(schema["minLength"]), text.unicodeScalars.count < least {
        faults.append("\(path): short")
      }
      if let most = number(schema["maxLength"]), text.unicodeScalars.count > most {
        faults.append("\(path): long")
      }
    }
    if case .number(let text) = value, let least = number(schema["minimum"]),
      (Double(text) ?? 0) < Double(least)
    {
      faults.append("\(path): less than \(least)")
    }
    if let members = value.objectValue {
      for key in schema["required"]?.arrayValue?.compactMap(\.stringValue) ?? [] where value[key] == nil {
        faults.append("\(path): no \(key)")
      }
      for member in members {
        if let inner = schema["properties"]?[member.key] {
          check(member.value, inner, in: document, path + "." + member.key)
        } else if schema["additionalProperties"] == .bool(false) {
          faults.append("\(path): \(member.key) unknown")
        }
      }
    }
    if let elements = value.arrayValue {
      if let least = number(schema["minItems"]), elements.count < least { faults.append("\(path): empty") }
      if schema["uniqueItems"] == .bool(true), Set(elements).count < elements.count {
        faults.append("\(path): repeated")
      }
      guard let inner = schema["items"] else { return }
      for element in elements { check(element, inner, in: document, path + "[]") }
    }
  }

  private func number(_ value: JSONValue?) -> Int? { value?.scalarText.flatMap { Int($0) } }

  private func isOf(_ value: JSONValue, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.bool, "boolean"), (.string, "string"), (.array, "array"), (.object, "object"),
      (.number, "number"):
      true
    case (.number(let text), "integer"): Int(text) != nil
    default: false
    }
  }
}
