internal import PasserelleCore
internal import PasserelleXML

extension EFormsRuleShelf {
  /// How many broken rules of a notice are told one by one.
  static let toldLimit = 50

  /// The broken rules of a notice, as what an ingestion tells: one a rule.
  ///
  /// Values are not quoted but for codes, as they may name people. Rules that cannot be read tell nothing.
  func diagnostics(on tree: XMLTree, at location: SourceLocation) -> [Diagnostic] {
    let version = tree.root.first("CustomizationID")?.content
    guard let (rules, _) = try? rules(for: version) else { return [] }
    var broken: [(finding: EFormsFinding, count: Int)] = []
    var places: [[String?]: Int] = [:]
    for finding in rules.verdict(on: tree).findings {
      let rule = [finding.kind.rawValue, finding.field, finding.condition, finding.message]
      if let place = places[rule] {
        broken[place].count += 1
      } else {
        places[rule] = broken.count
        broken.append((finding, 1))
      }
    }
    var result = broken.prefix(Self.toldLimit).map { finding, count in
      var place = location
      place.line = finding.line
      let value = finding.kind == .code ? finding.value ?? "" : finding.path
      return Diagnostic(
        .eformsRule(finding.kind), at: place, field: finding.field,
        value: count > 1 ? "\(value) (× \(count))" : value)
    }
    if broken.count > Self.toldLimit {
      result.append(
        Diagnostic(.eformsRuleMore, at: location, value: String(broken.count - Self.toldLimit)))
    }
    return result
  }
}
