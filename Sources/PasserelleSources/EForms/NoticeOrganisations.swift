internal import PasserelleCore
internal import PasserelleXML

/// The organisations of a notice, by the technical identifiers that its other parts name them by.
struct NoticeOrganisations: Sendable {
  /// An organisation, reached by its own identifier or by that of one of its contact points.
  struct Organisation: Sendable {
    /// Which of the notice's organisations it is, from 0.
    let rank: Int
    /// The legal person.
    let company: XMLElement
    /// The contact point by which it was named.
    let touchPoint: XMLElement?
    /// Whether the notice says that it is a natural person (BT-633).
    let isNaturalPerson: Bool
  }

  private var byIdentifier: [String: Organisation] = [:]

  /// Reads the organisations; of two with one identifier the first counts.
  init(_ extensions: [XMLElement]) {
    let all = extensions.flatMap { $0.all(path: ["Organizations", "Organization"]) }
    for (rank, element) in all.enumerated() {
      guard let company = element.first("Company") else { continue }
      let indicator = element.first("NaturalPersonIndicator")?.content
      let isNaturalPerson = indicator == "true" || indicator == "1"
      for point in [company] + element.all("TouchPoint") {
        guard let identifier = point.first(path: ["PartyIdentification", "ID"])?.content,
          byIdentifier[identifier] == nil
        else { continue }
        byIdentifier[identifier] = Organisation(
          rank: rank, company: company, touchPoint: point.name == "TouchPoint" ? point : nil,
          isNaturalPerson: isNaturalPerson)
      }
    }
  }

  /// The organisation of an identifier (OPT-200, OPT-201); nil for one that the notice does not describe.
  subscript(identifier: String) -> Organisation? { byIdentifier[identifier] }
}

extension NoticeOrganisations.Organisation {
  /// The ISO 3166-1 alpha-3 code of its country, by its address or its territory.
  var country: String? {
    if let code = company.first(path: ["PostalAddress", "Country", "IdentificationCode"])?.content {
      if let known = CountryCode.alpha3(code.uppercased()) ?? NoticeMapper.alpha3(code) { return known }
    }
    return territory.flatMap { code in
      code.hasPrefix("EL") ? "GRC" : code.hasPrefix("UK") ? "GBR" : CountryCode.alpha3(String(code.prefix(2)))
    }
  }

  /// The NUTS code of its address (BT-507).
  var territory: String? {
    let code = company.first(path: ["PostalAddress", "CountrySubentityCode"])?.content
    return code.flatMap { NUTSDepartment.isCode($0) ? $0 : nil }
  }

  /// The number as written (BT-501); of several in France the first that is a valid company number, else the first.
  var number: String? {
    let all = company.all(path: ["PartyLegalEntity", "CompanyID"]).compactMap(\.content)
    guard all.count > 1, country == "FRA" else { return all.first }
    return all.first { PartyNumber.read($0, type: nil)?.siren != nil } ?? all.first
  }
}
