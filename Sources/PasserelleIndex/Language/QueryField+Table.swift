extension QueryField {
  /// A name that people write.
  struct Name {
    let shown: String
    let folded: String
    let field: QueryField

    init(_ shown: String, _ field: QueryField) {
      self.shown = shown
      self.folded = QueryNameFolding.fold(shown)
      self.field = field
    }
  }

  /// The names of the fields; of each field, the French one first, then the English one.
  static let names: [Name] = [
    Name("titre", .title), Name("title", .title), Name("objet", .title),
    Name("texte", .text), Name("text", .text),
    Name("acheteur", .buyer), Name("buyer", .buyer),
    Name("titulaire", .vendor), Name("vendor", .vendor), Name("fournisseur", .vendor),
    Name("winner", .vendor),
    Name("lieu", .place), Name("place", .place),
    Name("cpv", .cpv),
    Name("nature", .kind), Name("kind", .kind), Name("type", .kind),
    Name("date", .date), Name("année", .date), Name("year", .date),
    Name("montant", .amount), Name("amount", .amount),
    Name("langue", .language), Name("language", .language),
    Name("thème", .theme), Name("theme", .theme), Name("concept", .theme),
    Name("code", .code),
    Name("contient", .contains), Name("contains", .contains),
    Name("id", .identifier),
    Name("démonstration", .demonstration), Name("demonstration", .demonstration),
    Name("démo", .demonstration),
  ]

  /// The name in French, as the canonical text writes it.
  public var frenchName: String {
    switch self {
    case .title: "titre"
    case .text: "texte"
    case .buyer: "acheteur"
    case .vendor: "titulaire"
    case .place: "lieu"
    case .cpv: "cpv"
    case .kind: "nature"
    case .date: "date"
    case .amount: "montant"
    case .language: "langue"
    case .theme: "thème"
    case .code: "code"
    case .contains: "contient"
    case .identifier: "id"
    case .demonstration: "démonstration"
    }
  }

  /// The name in English.
  public var englishName: String {
    switch self {
    case .title: "title"
    case .text: "text"
    case .buyer: "buyer"
    case .vendor: "vendor"
    case .place: "place"
    case .cpv: "cpv"
    case .kind: "kind"
    case .date: "date"
    case .amount: "amount"
    case .language: "language"
    case .theme: "theme"
    case .code: "code"
    case .contains: "contains"
    case .identifier: "id"
    case .demonstration: "demonstration"
    }
  }
}
