/// An award as a row of a DECP file, written by hand so that tests do not depend on the product's writers.
struct AwardRow {
  var id: String
  var title: String
  var buyer = "21690123100011"
  var buyerName = "Ville de Lyon"
  var winner = "55208131766522"
  var winnerName = "EDF"
  var cpv = "45310000"
  var amount: Int? = 10_000
  var months: Int? = 12
  var nature = "Marché"
  var date = "2019-01-14"
  var place = "69123"

  init(_ id: String, _ title: String) {
    self.id = id
    self.title = title
  }

  /// A copy with other values.
  func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }

  var json: String {
    var fields = [
      #""id": "\#(id)""#, #""source": "essai""#, #""acheteur": {"id": "\#(buyer)", "nom": "\#(buyerName)"}"#,
      #""nature": "\#(nature)""#, #""objet": "\#(title)""#, #""codeCPV": "\#(cpv)""#,
      #""lieuExecution": {"code": "\#(place)", "typeCode": "Code commune", "nom": "Lieu"}"#,
      #""dateNotification": "\#(date)""#, #""datePublicationDonnees": "\#(date)""#,
      #""titulaires": [{"typeIdentifiant": "SIRET", "id": "\#(winner)", "denominationSociale": "\#(winnerName)"}]"#,
    ]
    if let amount { fields.append(#""montant": \#(amount)"#) }
    if let months { fields.append(#""dureeMois": \#(months)"#) }
    return "{" + fields.joined(separator: ", ") + "}"
  }

  static func file(_ rows: [AwardRow]) -> String { file(rows.map(\.json)) }

  /// A DECP file of rows written as they are.
  static func file(_ rows: [String]) -> String {
    "{\"marches\": [\n " + rows.joined(separator: ",\n ") + "\n]}\n"
  }

  /// Rows with different keys and words.
  static func many(_ count: Int, prefix: String = "N") -> [AwardRow] {
    (0..<count).map { AwardRow("\(prefix)\($0)", "Travaux de voirie tranche\($0) rue numéro \($0)") }
  }
}
