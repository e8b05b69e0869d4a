import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserellePipeline
import PasserelleRendering

/// Puts figures into words: what was counted, never what it means.
struct AuditWording {
  private let reader: GraphReader
  private let labels: LabelResolver
  private let loaded: AuditedAwards
  private let iris: IRISpace
  private let language: MessageLanguage

  init(
    _ reader: GraphReader, _ labels: LabelResolver, _ loaded: AuditedAwards, _ iris: IRISpace,
    _ language: MessageLanguage
  ) throws {
    self.reader = reader
    self.labels = labels
    self.loaded = loaded
    self.iris = iris
    self.language = language
  }

  func row(_ figures: BuyerConcentration, _ limits: ConcentrationLimits) throws -> ConcentrationRow {
    let division = (figures.division < 10 ? "0" : "") + String(figures.division)
    let label = CPVCode(digits: division + "000000").map { labels.cpvLabel($0, language) } ?? division
    return ConcentrationRow(
      buyer: iri(figures.buyer), buyerName: try name(figures.buyer), division: division, divisionLabel: label,
      first: iri(figures.first), firstName: try name(figures.first), figures: figures,
      patterns: try patterns(figures, division, limits))
  }

  func row(_ figures: VendorDependence) throws -> DependenceRow {
    let (vendor, buyer) = (try name(figures.vendor), try name(figures.buyer))
    let (count, part) = (figures.documents.count, percent(figures.share))
    let text = LocalizedText(
      fr:
        "À vérifier : \(count) des \(figures.awards) marchés connus de \(vendor) (\(part.french)) viennent de \(buyer).",
      en:
        "To check: \(count) of the \(figures.awards) known awards of \(vendor) (\(part.english)) come from \(buyer)."
    )
    return DependenceRow(
      vendor: iri(figures.vendor), vendorName: vendor, buyer: iri(figures.buyer), buyerName: buyer,
      figures: figures,
      pattern: AuditPattern(kind: .dependence, text: text, records: try records(figures.documents)))
  }

  private func patterns(
    _ figures: BuyerConcentration, _ division: String, _ limits: ConcentrationLimits
  ) throws -> [AuditPattern] {
    var patterns: [AuditPattern] = []
    let buyer = try name(figures.buyer)
    if figures.firstShare >= limits.firstShare, figures.firstDays >= limits.days {
      let (first, count) = (try name(figures.first), figures.firstDocuments.count)
      let part = percent(figures.firstShare)
      patterns.append(
        AuditPattern(
          kind: .firstWinner,
          text: LocalizedText(
            fr:
              "À vérifier : \(buyer), division CPV \(division) : \(count) marchés sur \(figures.awards) (\(part.french)) sont allés à \(first), en \(figures.firstDays) jours différents.",
            en:
              "To check: \(buyer), CPV division \(division): \(count) awards of \(figures.awards) (\(part.english)) went to \(first), on \(figures.firstDays) different days."
          ), records: try records(figures.firstDocuments)))
    }
    if let streak = figures.streak {
      let (vendor, count) = (try name(streak.vendor), streak.documents.count)
      let french = ValueFormat(.french)
      patterns.append(
        AuditPattern(
          kind: .streak,
          text: LocalizedText(
            fr:
              "À vérifier : \(buyer), division CPV \(division) : \(streak.days) jours d’attribution de suite (\(count) marchés), du \(french.date(streak.from)) au \(french.date(streak.to)), sont allés à \(vendor).",
            en:
              "To check: \(buyer), CPV division \(division): \(streak.days) days of award in a row (\(count) awards), from \(streak.from) to \(streak.to), went to \(vendor)."
          ), records: try records(streak.documents)))
    }
    for cluster in figures.clusters {
      let (count, amount) = (cluster.documents.count, Money(cluster.threshold.amount))
      let (french, english) = (ValueFormat(.french).amount(amount), ValueFormat(.english).amount(amount))
      let label = cluster.threshold.label
      patterns.append(
        AuditPattern(
          kind: .nearThreshold,
          text: LocalizedText(
            fr:
              "À vérifier : \(buyer), division CPV \(division) : \(count) montants juste sous \(french) (\(label.french)), \(cluster.aboveCount) juste au-dessus.",
            en:
              "To check: \(buyer), CPV division \(division): \(count) amounts just under \(english) (\(label.english)), \(cluster.aboveCount) just above."
          ), records: try records(cluster.documents)))
    }
    return patterns
  }

  private func iri(_ number: Int) -> String { loaded.names[number] ?? "" }

  private func name(_ number: Int) throws -> String {
    try labels.label(of: iri(number), language: language)
  }

  private func percent(_ share: Double) -> LocalizedText {
    let value = Int((share * 100).rounded())
    return LocalizedText(fr: "\(value)\u{A0}%", en: "\(value)%")
  }

  /// The IRIs of the records of documents, in their order.
  private func records(_ documents: [Int64]) throws -> [String] {
    try reader.versions(of: documents.compactMap { loaded.versions[$0] })
      .compactMap { $0 }.map { iris.record(source: $0.source, key: $0.key) }
  }
}
