import PasserelleCore
import PasserelleMatching
import PasserellePipeline
import PasserelleText

/// Finds what a vendor's profile lacks to come closer to a call.
///
/// Each gap is worded as help: what to add if it is offered, never what is wrong.
struct OpportunitiesGaps {
  /// The most codes, and the most requirements, that are told of one call.
  static let limit = 5

  let profile: OpportunitiesProfile
  let labels: (CPVCode) -> LocalizedText
  let places: (String) -> String
  let language: MessageLanguage

  /// The gaps of one unit: codes, place, labels, then requirements.
  func gaps(of unit: OpportunitiesUnit, requirements: [Opportunity.Requirement]) -> [OpportunityGap] {
    codeGaps(unit) + placeGaps(unit) + labelGaps(unit) + requirementGaps(requirements)
  }

  private func codeGaps(_ unit: OpportunitiesUnit) -> [OpportunityGap] {
    unit.codes.filter { !profile.covers($0) }.prefix(Self.limit).map { code in
      let label = labels(code)
      let nearest = profile.nearest(to: code)?.code
      let known = nearest.map(labels)
      return OpportunityGap(
        kind: .cpv, value: code.digits, label: label[language], nearest: nearest,
        help: LocalizedText(
          fr: "Ajoutez le code CPV \(label.french) à votre profil si vous l’offrez"
            + (known.map { " ; le plus proche connu est \($0.french)." } ?? "."),
          en: "Add CPV code \(label.english) to your profile if you offer it"
            + (known.map { "; the nearest one known is \($0.english)." } ?? ".")))
    }
  }

  private func placeGaps(_ unit: OpportunitiesUnit) -> [OpportunityGap] {
    guard !unit.departments.isEmpty, profile.departments.isDisjoint(with: unit.departments) else { return [] }
    return unit.departments.prefix(Self.limit).map { code in
      let name = places(code)
      return OpportunityGap(
        kind: .place, value: code, label: name, nearest: nil,
        help: LocalizedText(
          fr: "Ajoutez \(name) aux lieux de votre profil si vous y intervenez.",
          en: "Add \(name) to the places of your profile if you work there."))
    }
  }

  private func labelGaps(_ unit: OpportunitiesUnit) -> [OpportunityGap] {
    let texts =
      unit.call.texts(Vocabulary.description) + [unit.title, unit.description] + unit.criteria.map(\.text)
    let declared =
      ((profile.declared?.labels ?? []) + (profile.declared?.sovereignty ?? []).map(\.label.french))
      .joined(separator: "\n")
    let known = Set(OpportunitiesLabel.named(in: declared).map(\.name))
    return OpportunitiesLabel.named(in: texts.joined(separator: "\n")).filter { !known.contains($0.name) }
      .map { label in
        OpportunityGap(
          kind: .label, value: label.name, label: label.name, nearest: nil,
          help: LocalizedText(
            fr: "L’appel cite « \(label.name) » : ajoutez ce label à votre profil si vous l’avez.",
            en: "The call names '\(label.name)': add this label to your profile if you hold it."))
      }
  }

  private func requirementGaps(_ requirements: [Opportunity.Requirement]) -> [OpportunityGap] {
    requirements.filter { $0.level == .none }.prefix(Self.limit).map { one in
      OpportunityGap(
        kind: .requirement, value: one.text, label: one.kind.label[language], nearest: nil,
        help: LocalizedText(
          fr:
            "Rien de connu ne parle encore de cette exigence : si vous y répondez, dites-le dans votre profil ou "
            + "donnez une référence.",
          en:
            "Nothing known speaks of this requirement yet: describe it in your profile, or give a reference, "
            + "if you offer it."))
    }
  }
}

/// A label or certificate that calls name.
struct OpportunitiesLabel {
  /// The name for people.
  let name: String
  /// The folded words that name it, any of the sequences.
  let spellings: [[String]]

  /// The labels that a text names, in the order of the table.
  ///
  /// - Complexity: O(words × labels).
  static func named(in text: String) -> [OpportunitiesLabel] {
    let words = TextFolding.fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return all.filter { label in
      label.spellings.contains { spelling in
        words.indices.contains { words[$0...].starts(with: spelling) }
      }
    }
  }
}
