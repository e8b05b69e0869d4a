package import PasserelleCore

extension SourceFields {
  /// Statements with each field as a thing of its own, so that those of several states can be laid over each other.
  ///
  /// ``gathered(_:)`` undoes it. Nothing in this form is stored.
  package static func loosened(_ statements: [StatementOverlay.Statement]) -> [StatementOverlay.Statement] {
    let relation = Term.iri(ProcessVocabulary.sourceFields)
    let former = Term.iri(ProcessVocabulary.hasSourceField)
    guard statements.contains(where: { $0.predicate == relation || $0.predicate == former }) else {
      return statements
    }
    let things = formerFields(statements)
    var result: [StatementOverlay.Statement] = []
    for statement in statements {
      if things[statement.subject] != nil { continue }
      guard let owner = statement.subject.iriValue else {
        result.append(statement)
        continue
      }
      if statement.predicate == relation, let fields = statement.object.lexicalForm.flatMap(fields) {
        for field in fields { add(field, of: owner, to: &result) }
      } else if statement.predicate == former {
        for field in things[statement.object] ?? [] { add(field, of: owner, to: &result) }
      } else {
        result.append(statement)
      }
    }
    return result
  }

  /// Statements with the fields of each thing in one literal.
  package static func gathered(_ statements: [StatementOverlay.Statement]) -> [StatementOverlay.Statement] {
    let relation = Term.iri(ProcessVocabulary.hasSourceField)
    guard statements.contains(where: { $0.predicate == relation }) else { return statements }
    let (path, json) = (Term.iri(ProcessVocabulary.path), Term.iri(ProcessVocabulary.json))
    var names: [Term: String] = [:]
    var values: [Term: [String]] = [:]
    for statement in statements {
      if statement.predicate == path { names[statement.subject] = statement.object.lexicalForm }
      if statement.predicate == json, let text = statement.object.lexicalForm {
        values[statement.subject, default: []].append(text)
      }
    }
    var fields: [Term: [SourceField]] = [:]
    for statement in statements where statement.predicate == relation {
      guard let name = names[statement.object] else { continue }
      for text in values[statement.object] ?? [] {
        fields[statement.subject, default: []].append(SourceField(name: name, json: Array(text.utf8)))
      }
    }
    var result: [StatementOverlay.Statement] = []
    for statement in statements {
      if names[statement.subject] != nil { continue }
      guard statement.predicate == relation else {
        result.append(statement)
        continue
      }
      // All of a thing's fields stand where its first one stood.
      for literal in literals(of: fields.removeValue(forKey: statement.subject) ?? []) {
        result.append(
          StatementOverlay.Statement(statement.subject, .iri(ProcessVocabulary.sourceFields), literal))
      }
    }
    return result
  }

  private static func add(
    _ field: SourceField, of owner: String, to statements: inout [StatementOverlay.Statement]
  ) {
    let thing = Term.iri(subject(beneath: owner) + field.plainName)
    statements += [
      StatementOverlay.Statement(.iri(owner), .iri(ProcessVocabulary.hasSourceField), thing),
      StatementOverlay.Statement(thing, .iri(ProcessVocabulary.path), .string(field.name)),
      StatementOverlay.Statement(
        thing, .iri(ProcessVocabulary.json), .string(String(decoding: field.json, as: UTF8.self))),
    ]
  }

  /// The fields that are things, as they were kept before, by their terms.
  private static func formerFields(_ statements: [StatementOverlay.Statement]) -> [Term: [SourceField]] {
    let relation = Term.iri(ProcessVocabulary.hasSourceField)
    var owners: [Term: String] = [:]
    for statement in statements where statement.predicate == relation {
      owners[statement.object] = statement.subject.iriValue
    }
    guard !owners.isEmpty else { return [:] }
    var paths: [Term: String] = [:]
    var pieces: [Term: [String]] = [:]
    for statement in statements where owners[statement.subject] != nil {
      switch statement.predicate.iriValue {
      case ProcessVocabulary.path: paths[statement.subject] = statement.object.lexicalForm
      case ProcessVocabulary.json:
        if let text = statement.object.lexicalForm { pieces[statement.subject, default: []].append(text) }
      default: break
      }
    }
    var fields: [Term: [SourceField]] = [:]
    for (thing, owner) in owners {
      let texts = pieces[thing] ?? []
      fields[thing] = texts.compactMap {
        former(path: paths[thing] ?? "", json: $0, name: thing.iriValue ?? "", of: owner)
      }
    }
    return fields
  }
}
