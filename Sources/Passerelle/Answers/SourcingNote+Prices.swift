import PasserelleCore
import PasserelleRendering

extension SourcingNote {
  mutating func writeComparables() {
    let comparables = answer["comparables"].list
    guard !comparables.isEmpty || !answer["prices"].list.isEmpty else { return }
    section("Marchés comparables et prix", "Comparable contracts and prices")
    guard !comparables.isEmpty else { return }
    var rows: [[Report.Text]] = []
    for one in comparables {
      let title: Report.Text = [.plain(one["title"].string ?? "")]
      rows.append(
        [title + reference(one["source"])]
          + Self.row([
            one["buyer"].name, one["vendor"].name ?? joined(one["vendor"].strings, ", "), date(one["date"]),
            one.amount().map { format.amount($0) },
          ]))
    }
    blocks.append(
      .table(
        .init(
          caption: say("Marchés comparables", "Comparable contracts"),
          columns: [
            .init(say("Objet", "Subject"), parts: 34), .init(say("Acheteur", "Buyer"), parts: 20),
            .init(say("Titulaire", "Vendor"), parts: 18), .init("Date", parts: 13),
            .init(say("Montant HT", "Amount excl. tax"), .end, parts: 15),
          ], rows: rows)))
  }

  mutating func writePrices() {
    let prices = answer["prices"].list
    guard !prices.isEmpty else { return }
    let keys = ["minimum", "lowerQuartile", "median", "upperQuartile", "maximum"]
    let rows = prices.map { one -> [Report.Text] in
      let spread = one["spread"].value == nil ? one : one["spread"]
      let year = one["year"].scalar
      let group: [String?] = [
        one["nature"].string.map { Words.nature($0)[language] }, one["duration"].text(language),
        year ?? say("année inconnue", "unknown year"),
        one["framework"].bool == true ? say("plafonds d’accords-cadres", "framework ceilings") : nil,
      ]
      let remark = one["remark"].text(language).map { " (\($0))" } ?? ""
      let name = group.compactMap { $0 }.joined(separator: ", ") + remark
      return Self.row([name, one["count"].int.map { format.number($0) }])
        + Self.row(keys.map { spread[$0].decimal.map { format.number($0, minimumFraction: 2) } ?? "–" })
    }
    let currency =
      prices.lazy.compactMap { $0["currency"].string }.first ?? answer["currency"].string ?? "EUR"
    blocks.append(
      .table(
        .init(
          caption: say("Montants hors taxes, en \(currency)", "Amounts excluding tax, in \(currency)"),
          columns: [
            .init(say("Marchés de même sorte", "Contracts of one kind"), parts: 21),
            .init(say("Nombre", "Number"), .end, parts: 9), .init("Minimum", .end, parts: 14),
            .init(say("1er quartile", "1st quartile"), .end, parts: 14),
            .init(say("Médiane", "Median"), .end, parts: 14),
            .init(say("3e quartile", "3rd quartile"), .end, parts: 14), .init("Maximum", .end, parts: 14),
          ], rows: rows, hasRowHeadings: true)))
    paragraph(
      "Ces montants ne mêlent ni natures, ni durées, ni années ; les plafonds d’accords-cadres ne sont pas des prix payés.",
      "These amounts mix neither kinds, nor durations, nor years; ceilings of framework agreements are not prices paid."
    )
    let converted = prices.compactMap { $0["converted"].int }.reduce(0, +)
    let leftOut = answer["pricesWithoutRate"].int ?? 0
    for words in [
      converted > 0 ? AmountWords.converted(converted) : nil,
      leftOut > 0 ? AmountWords.leftOut(leftOut) : nil,
    ].compactMap({ $0 }) { paragraph(words.french + ".", words.english + ".") }
  }
}
