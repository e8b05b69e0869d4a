public import PasserelleCore
import PasserelleMatching

extension MatchAnswer {
  /// The vendors in rows, newcomers after the ranking: what `--format csv` gives.
  public var table: Table {
    Table(
      columns: [
        .init("list", LocalizedText(fr: "liste", en: "list")),
        .init("rank", LocalizedText(fr: "rang", en: "rank"), .right),
        .init("adequacy", LocalizedText(fr: "adéquation", en: "adequacy"), .right),
        .init("band", LocalizedText(fr: "indices", en: "evidence")),
        .init("name", LocalizedText(fr: "fournisseur", en: "vendor")),
        .init("identifier", LocalizedText(fr: "identifiant", en: "identifier")),
        .init("pastAwards", LocalizedText(fr: "marchés", en: "awards"), .right),
        .init("flags", LocalizedText(fr: "à savoir", en: "to know")),
        .init("covered", LocalizedText(fr: "exigences attestées", en: "requirements attested"), .right),
        .init("gaps", LocalizedText(fr: "sans trace", en: "no trace"), .right),
        .init("reason", LocalizedText(fr: "première raison", en: "first reason")),
        .init("evidence", LocalizedText(fr: "marché le plus proche", en: "nearest award")),
        .init("source", LocalizedText(fr: "source", en: "source")),
      ],
      rows: rows(vendors, list: "ranking") + rows(newcomers, list: "newcomers"))
  }

  private func rows(_ vendors: [MatchedVendor], list: String) -> [[Table.Cell]] {
    vendors.enumerated().map { index, vendor in
      [
        .text(list), .int(index + 1), .number(vendor.ranked.adequacy, digits: 0),
        .text(vendor.ranked.band.rawValue), .text(vendor.ranked.name), .text(vendor.identifier),
        .int(vendor.ranked.awardCount),
        .text(vendor.flags.map { $0.label[language] }.joined(separator: ", ")),
        .int(vendor.coverage.count { $0.coverage.level == .covered }), .int(vendor.gaps.count),
        .text(vendor.ranked.contributions.first?.explanation[language] ?? ""),
        .text(vendor.evidence.first?.title ?? ""),
        .text(vendor.evidence.first?.source.record ?? vendor.declaration?.record ?? ""),
      ]
    }
  }
}
