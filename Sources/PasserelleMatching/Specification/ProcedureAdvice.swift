public import PasserelleCore
public import PasserelleOntology

/// The procedure that an amount points to under French law, with its source: indicative, never a decision.
///
/// The need as a whole counts, not one lot; the answer says so. Amounts are compared with the thresholds in force on
/// the day, from the ontology's list `seuils-fr`. A day that the list does not cover gives ``Procedure/toBeChecked``.
public struct ProcedureAdvice: Sendable, Hashable {
  /// What is bought.
  public enum Nature: String, Sendable, Hashable, CaseIterable, Codable {
    /// Supplies.
    case supplies
    /// Services.
    case services
    /// Works.
    case works

    /// The nature that a CPV code belongs to: works for division 45, services from 50, supplies below.
    public init(code: CPVCode) {
      let division = Int(code.division) ?? 0
      self = division == 45 ? .works : division >= 50 ? .services : .supplies
    }
  }

  /// Who buys.
  public enum BuyerKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// The State and central authorities.
    case central
    /// Local authorities and other contracting authorities.
    case other
    /// Contracting entities: water, energy, transport, postal services.
    case entity
  }

  /// The procedures, from the lightest.
  public enum Procedure: String, Sendable, Hashable, CaseIterable, Codable {
    /// No advertisement and no competition is due.
    case exempt
    /// Adapted procedure with an advertisement that fits.
    case adapted
    /// Adapted procedure advertised in the BOAMP or an authorised newspaper.
    case adaptedAdvertised = "adapted_advertised"
    /// Formal procedure, advertised in the Official Journal of the European Union.
    case formal
    /// The list does not cover the day.
    case toBeChecked = "to_be_checked"

    /// The procedure in words.
    public var label: LocalizedText {
      switch self {
      case .exempt:
        LocalizedText(
          fr: "sans publicité ni mise en concurrence obligatoires", en: "no advertisement or competition due")
      case .adapted: LocalizedText(fr: "procédure adaptée", en: "adapted procedure")
      case .adaptedAdvertised:
        LocalizedText(
          fr: "procédure adaptée, avis au BOAMP ou dans un journal d’annonces légales",
          en: "adapted procedure, advertised in the BOAMP or a newspaper of legal notices")
      case .formal:
        LocalizedText(
          fr: "procédure formalisée, avis au Journal officiel de l’Union européenne",
          en: "formal procedure, advertised in the Official Journal of the European Union")
      case .toBeChecked: LocalizedText(fr: "à vérifier", en: "to be checked")
      }
    }
  }

  /// The procedure that the amount points to.
  public let procedure: Procedure
  /// The thresholds that were compared, from the lowest; empty where none is in force.
  public let thresholds: [ProcurementThreshold]
  /// What to keep in mind.
  public let cautions: [LocalizedText]

  /// Compares an amount with the thresholds in force.
  ///
  /// - Parameters:
  ///   - amount: The estimated value of the whole need, excluding tax, in euros.
  ///   - nature: What is bought.
  ///   - buyerKind: Who buys.
  ///   - date: The day on which the consultation begins; nil gives ``Procedure/toBeChecked``.
  ///   - thresholds: The thresholds of the ontology.
  public init(
    amount: Money, nature: Nature, buyerKind: BuyerKind, date: PartialDate?,
    thresholds: [ProcurementThreshold]
  ) {
    let applicable = thresholds.filter { threshold in
      threshold.natures.contains(nature.rawValue) && threshold.buyers.contains(buyerKind.rawValue)
        && date.map { threshold.isInForce(on: $0) } ?? false
    }
    func threshold(_ kind: ProcurementThreshold.Kind) -> ProcurementThreshold? {
      applicable.first { $0.kind == kind }
    }
    self.thresholds = applicable.sorted { ($0.amount, $0.id) < ($1.amount, $1.id) }
    let value = amount.amount
    if let exempt = threshold(.exempt), let formal = threshold(.formal), amount.currency == "EUR",
      date?.precision == .day, !value.isNegative
    {
      let advertised = threshold(.advertised)
      procedure =
        value < exempt.amount
        ? .exempt
        : value >= formal.amount
          ? .formal : advertised.map { value >= $0.amount } ?? false ? .adaptedAdvertised : .adapted
    } else {
      procedure = .toBeChecked
    }
    cautions = Self.cautions(procedure, nature)
  }

  private static func cautions(_ procedure: Procedure, _ nature: Nature) -> [LocalizedText] {
    var cautions = [
      LocalizedText(
        fr:
          "Indication à vérifier : c’est la valeur du besoin entier qui compte, tous lots et reconductions compris, et non celle d’un lot.",
        en:
          "An indication to check: the value of the whole need counts, all lots and renewals included, not that of one lot."
      )
    ]
    if procedure == .exempt {
      cautions.append(
        LocalizedText(
          fr:
            "Le choix d’une offre pertinente et le bon usage des deniers publics restent dus, sans recours systématique au même opérateur.",
          en:
            "A relevant offer and the good use of public money remain due, without always turning to the same operator."
        ))
    }
    if nature == .services {
      cautions.append(
        LocalizedText(
          fr:
            "Les services sociaux et autres services spécifiques suivent l’article R. 2123-1, quel que soit le montant.",
          en: "Social and other specific services follow article R. 2123-1, whatever the amount."))
    }
    if procedure == .toBeChecked {
      cautions.append(
        LocalizedText(
          fr:
            "La liste seuils-fr ne couvre pas cette date ou ce montant ; consultez l’annexe nº 2 du code de la commande publique.",
          en:
            "The list seuils-fr does not cover this date or amount; see annex 2 of the public procurement code."
        ))
    }
    return cautions
  }
}
