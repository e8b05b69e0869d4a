internal import PasserelleCore
internal import PasserelleJSON

/// Compiles the rules of a `fields.json`.
struct EFormsRulesBuilder: EFXSymbols {
  private var names = RuleNames()
  private var subjects: [RuleSubject] = []
  private var numbers: [String: Int] = [:]
  private var subtypes: [String] = []
  private var conditions: [RuleCondition] = []
  private var conditionNumbers: [String: Int] = [:]
  private var rules: [EFormsRule] = []
  private var patterns: [(text: String, pattern: RulePattern?)] = []
  private var patternNumbers: [String: Int] = [:]
  private var listNames: [String] = []
  private var listNumbers: [String: Int] = [:]
  private var coverage = EFormsRuleCoverage()
  /// The nodes and the fields under each node, to tell which nodes stand for one field alone.
  private var contents: [Int: [Int]] = [:]

  // What expressions ask for

  func symbol(_ name: String) -> (path: RulePath, type: EFXType)? {
    numbers[name].map { (subjects[$0].path, subjects[$0].type) }
  }

  mutating func codeList(_ name: String) -> Int {
    if let known = listNumbers[name] { return known }
    listNumbers[name] = listNames.count
    listNames.append(name)
    return listNames.count - 1
  }

  mutating func attribute(_ name: String) -> Int32 { names.number(name) }

  // Building

  /// Compiles the rules.
  ///
  /// - Parameters:
  ///   - document: The content of `fields.json`.
  ///   - codes: The codes of a list by its name; nil for one that is not there.
  /// - Returns: Nil for a document that is no such file.
  static func rules(_ document: JSONValue, codes: (String) -> Set<String>?) -> EFormsRules? {
    guard let version = document["sdkVersion"]?.stringValue, let fields = document["fields"]?.arrayValue,
      let nodes = document["xmlStructure"]?.arrayValue, !fields.isEmpty
    else { return nil }
    var builder = EFormsRulesBuilder()
    for node in nodes { builder.addSubject(node, isField: false) }
    for field in fields { builder.addSubject(field, isField: true) }
    builder.readSubtypes(fields)
    for node in nodes { builder.addNodeRules(node) }
    for field in fields { builder.addRules(field) }
    return EFormsRules(
      version: version, coverage: builder.coverage, names: builder.names, subjects: builder.subjects,
      subtypes: builder.subtypes, conditions: builder.conditions, rules: builder.rules,
      patterns: builder.patterns, listNames: builder.listNames, lists: builder.listNames.map(codes),
      subtypeField: builder.numbers["OPP-070-notice"], versionField: builder.numbers["OPT-002-notice"],
      changeField: builder.numbers["BT-758-notice"])
  }

  private mutating func addSubject(_ value: JSONValue, isField: Bool) {
    guard let id = value["id"]?.stringValue, let absolute = value["xpathAbsolute"]?.stringValue else {
      return
    }
    coverage.paths += 1
    let parentName = value[isField ? "parentNodeId" : "parentId"]?.stringValue
    let parent = parentName.flatMap { numbers[$0] } ?? -1
    let written = value["xpathRelative"]?.stringValue ?? absolute
    guard let path = RulePathParser.path(absolute, &names),
      let relative = parent < 0 ? path : RulePathParser.path(written, &names)
    else {
      coverage.unreadPaths.append(id)
      return
    }
    let number = subjects.count
    numbers[id] = number
    // Attributes and what is said of withheld fields are not contents of their own.
    if value["attributeOf"] == nil, !absolute.contains("FieldsPrivacy") {
      contents[parent, default: []].append(number)
    }
    let name = value["name"]?.stringValue ?? ""
    subjects.append(
      RuleSubject(
        id: id, name: name == "NULL" ? "" : name, businessTerm: value["btId"]?.stringValue ?? "",
        path: path, relative: relative, relativeText: written, parent: parent,
        type: EFXType(field: value["type"]?.stringValue ?? ""),
        isMultilingual: value["type"]?.stringValue == "text-multilingual"))
  }

  /// The subtypes that any rule names, in the order met.
  private mutating func readSubtypes(_ fields: [JSONValue]) {
    var seen: Set<String> = []
    for field in fields {
      for kind in ["forbidden", "mandatory", "codeList"] {
        for constraint in field[kind]?["constraints"]?.arrayValue ?? [] {
          for type in constraint["noticeTypes"]?.arrayValue ?? [] {
            if let type = type.stringValue, subtypes.count < 64, seen.insert(type).inserted {
              subtypes.append(type)
            }
          }
        }
      }
    }
  }

  private var allSubtypes: UInt64 {
    subtypes.count >= 64 ? .max : (1 << UInt64(subtypes.count)) - 1
  }

  private func mask(_ types: [JSONValue]?) -> UInt64 {
    guard let types else { return allSubtypes }
    let wanted = Set(types.compactMap(\.stringValue))
    var result: UInt64 = 0
    for (place, type) in subtypes.enumerated() where wanted.contains(type) { result |= 1 << UInt64(place) }
    return result
  }

  private mutating func condition(_ text: String) -> Int {
    if let known = conditionNumbers[text] { return known }
    var parser = EFXParser(self)
    let parsed = parser.parse(text)
    self = parser.symbols
    coverage.expressions += 1
    if parsed == nil { coverage.unread.append(text) } else { coverage.evaluated += 1 }
    let number = conditions.count
    conditionNumbers[text] = number
    conditions.append(
      RuleCondition(
        text: text, context: parsed.flatMap { numbers[$0.context] } ?? -1, expression: parsed?.expression))
    return number
  }

  private mutating func add(
    _ subject: Int, _ demand: EFormsRule.Demand, subtypes: UInt64? = nil, condition: Int? = nil,
    from context: Int? = nil, message: String? = nil
  ) {
    let context = context ?? subjects[subject].parent
    let path = subjects[subject].path.relative(to: context < 0 ? .root : subjects[context].path)
    rules.append(
      EFormsRule(
        subject: subject, demand: demand, subtypes: subtypes ?? allSubtypes, condition: condition,
        context: context, path: path, message: message))
  }

  /// A node that stands once; of one without fields of its own, several say no more than one does.
  private mutating func addNodeRules(_ node: JSONValue) {
    guard let id = node["id"]?.stringValue, let number = numbers[id], subjects[number].parent >= 0,
      node["repeatable"] == .bool(false),
      contents[number, default: []].contains(where: { !subjects[$0].businessTerm.isEmpty })
    else { return }
    add(number, .single)
  }

  private mutating func addRules(_ field: JSONValue) {
    guard let id = field["id"]?.stringValue, let number = numbers[id] else { return }
    addPresence(field, number)
    // An element has an attribute once at most.
    if field["repeatable"]?["value"] == .bool(false), field["attributeOf"] == nil { add(number, .single) }
    addCodes(field, number)
    if let pattern = field["pattern"]?["value"]?.stringValue { add(number, .pattern(self.pattern(pattern))) }
    if let most = field["maxLength"]?.scalarText.flatMap({ Int($0) }) { add(number, .length(most)) }
    if let range = field["numericRange"]?["value"] {
      let least = range["minNumber"]?.scalarText.flatMap { Int($0) }
      let most = range["maxNumber"]?.scalarText.flatMap { Int($0) }
      if least != nil || most != nil { add(number, .range(least: least, most: most)) }
    }
    switch subjects[number].type {
    case .number, .date, .time, .indicator, .duration: add(number, .type)
    case .text: break
    }
    addAssertions(field, number)
    addChanges(field, number)
  }

  private mutating func addPresence(_ field: JSONValue, _ number: Int) {
    for (kind, demand) in [("forbidden", EFormsRule.Demand.forbidden), ("mandatory", .mandatory)] {
      for constraint in field[kind]?["constraints"]?.arrayValue ?? []
      where constraint["value"] == .bool(true) {
        let subtypes = mask(constraint["noticeTypes"]?.arrayValue)
        guard let text = constraint["condition"]?.stringValue else {
          let context = kind == "mandatory" ? presenceContext(number) : subjects[number].parent
          add(number, demand, subtypes: subtypes, from: context, message: Self.message(constraint))
          continue
        }
        let condition = condition(text)
        let context = conditions[condition].context
        add(
          number, demand, subtypes: subtypes, condition: condition,
          from: context < 0 ? nil : context, message: Self.message(constraint))
      }
    }
  }

  /// The node in which a field is missed that has to be there: its own, but for one that stands for this field alone,
  /// which is then as absent as the field; as the published validation has it.
  private func presenceContext(_ field: Int) -> Int {
    var node = subjects[field].parent
    var from = field
    while node >= 0, subjects[node].parent >= 0, standsFor(field, node, from) {
      from = node
      node = subjects[node].parent
    }
    return node
  }

  private func standsFor(_ field: Int, _ node: Int, _ from: Int) -> Bool {
    if (contents[node] ?? []).allSatisfy({ $0 == from }) { return true }
    guard from == field, let first = subjects[field].relative.steps.first?.axis,
      let predicates = subjects[node].relative.steps.last?.predicates
    else { return false }
    return predicates.contains {
      if case .equals(let path, _) = $0 { path.steps.first?.axis == first } else { false }
    }
  }

  private mutating func addCodes(_ field: JSONValue, _ number: Int) {
    guard let codes = field["codeList"] else { return }
    var rest = allSubtypes
    for constraint in codes["constraints"]?.arrayValue ?? [] {
      guard let list = constraint["value"]?["id"]?.stringValue, constraint["condition"] == nil else {
        continue
      }
      let subtypes = mask(constraint["noticeTypes"]?.arrayValue)
      rest &= ~subtypes
      add(number, .code(list: codeList(list)), subtypes: subtypes)
    }
    if rest != 0, let list = codes["value"]?["id"]?.stringValue {
      add(number, .code(list: codeList(list)), subtypes: rest)
    }
  }

  private mutating func pattern(_ text: String) -> Int {
    if let known = patternNumbers[text] { return known }
    let pattern = RulePattern(text)
    if pattern == nil { coverage.unreadPatterns.append(text) }
    patternNumbers[text] = patterns.count
    patterns.append((text, pattern))
    return patterns.count - 1
  }

  private mutating func addAssertions(_ field: JSONValue, _ number: Int) {
    for constraint in field["assert"]?["constraints"]?.arrayValue ?? [] {
      guard let text = constraint["value"]?.stringValue else { continue }
      let assertion = condition(text)
      let condition = constraint["condition"]?.stringValue.map { self.condition($0) }
      let context = conditions[assertion].context
      add(
        number, .assertion(condition: assertion), subtypes: mask(constraint["noticeTypes"]?.arrayValue),
        condition: condition, from: context < 0 ? nil : context, message: Self.message(constraint))
    }
  }

  /// What must not change; what may be added or removed is not told apart, as no rule forbids these alone.
  private mutating func addChanges(_ field: JSONValue, _ number: Int) {
    for constraint in field["inChangeNotice"]?["constraints"]?.arrayValue ?? []
    where constraint["value"]?["canModify"] == .bool(false) {
      let condition = constraint["condition"]?.stringValue.map { self.condition($0) }
      let context = condition.map { conditions[$0].context } ?? -1
      add(
        number, .unchanged, subtypes: mask(constraint["noticeTypes"]?.arrayValue), condition: condition,
        from: context < 0 ? nil : context, message: Self.message(constraint))
    }
  }

  private static func message(_ constraint: JSONValue) -> String? {
    constraint["message"]?.stringValue?.split(separator: "|").last.map(String.init)
  }
}
