import PasserelleCore
import PasserelleIndex
import Testing

@Suite struct QueryLanguageFieldTests {
  @Test(arguments: [
    ("TITRE:a title:b Objet:c", "titre:a titre:b titre:c"),
    (
      "acheteur:a buyer:b titulaire:c fournisseur:d vendor:e winner:f",
      "acheteur:a acheteur:b titulaire:c titulaire:d titulaire:e titulaire:f"
    ),
    ("titre: a titre : b titre\u{FF1A}c titre :d", "titre:a titre:b titre:c titre:d"),
    ("titre:-a -titre:b", "-titre:a -titre:b"),
    ("titre:\"a b\"~2 texte:ab* text:abcde~", "titre:\"a b\"~2 texte:ab* texte:abcde~2"),
    ("titre:(a b OU -c)", "titre:a titre:b OU -titre:c"),
    ("titre:12:30", "titre:12:30"),
    (
      "lieu:lyon place:69 lieu:2a lieu:1 lieu:974 lieu:69123 lieu:2A004 lieu:20 lieu:\"69\"",
      "lieu:lyon lieu:69 lieu:2A lieu:01 lieu:974 lieu:69123 lieu:2A004 lieu:20 lieu:\"69\""
    ),
    ("lieu:(69 OU lyon)", "lieu:69 OU lieu:lyon"),
    (
      "cpv:45 cpv:4531* cpv:45310000 cpv:45310000-3 cpv:45310000-9 cpv:45.31 cpv:45310000* cpv:45000000-7*",
      "cpv:45* cpv:4531* cpv:45310000 cpv:45310000 cpv:45310000 cpv:4531* cpv:4531* cpv:45*"
    ),
    ("cpv:(45* OU -71*)", "cpv:45* OU -cpv:71*"),
    (
      "nature:marché(s) type:awards kind:Fournisseurs nature:\"cahier des charges\" kind:specification",
      "nature:marché nature:marché nature:fournisseur nature:cahier nature:cahier"
    ),
    (
      "langue:fr langue:Français language:french langue:pt-BR langue:unknown",
      "langue:fr langue:fr langue:fr langue:pt-br langue:und"
    ),
    ("theme:eau thème:\"eau potable\" concept:gaz", "thème:\"eau\" thème:\"eau potable\" thème:\"gaz\""),
    (
      "code:552100554 code:\"552 100 554 00013\" code:45310000-3",
      "code:\"552100554\" code:\"55210055400013\" code:\"45310000-3\""
    ),
    (
      "contient:\" a  b \" contains:€ contient:« l\"eau »",
      "contient:\" a  b \" contient:\"€\" contient:« l\"eau »"
    ),
    ("id:http://x.fr/a?b=c id:siren:1 id:\"a (b)\"", "id:\"http://x.fr/a?b=c\" id:\"siren:1\" id:\"a (b)\""),
    ("demonstration:oui démo:no", "démonstration:oui démonstration:non"),
  ])
  func writtenAndCanonical(written: String, canonical: String) throws {
    let parsed = try QueryLanguage.parse(written)
    #expect(parsed.description == canonical)
    #expect(try QueryLanguage.parse(canonical) == parsed)
  }

  /// Dates, and the first and last days that they mean.
  @Test(arguments: [
    ("2018", "2018-01-01", "2018-12-31"), ("2020", "2020-01-01", "2020-12-31"),
    ("2018-02", "2018-02-01", "2018-02-28"), ("02/2020", "2020-02-01", "2020-02-29"),
    ("2018-05-15", "2018-05-15", "2018-05-15"), ("15/05/2018", "2018-05-15", "2018-05-15"),
    ("1/5/2018", "2018-05-01", "2018-05-01"), ("=2018", "2018-01-01", "2018-12-31"),
    ("2018..2019", "2018-01-01", "2019-12-31"), ("2018…2019-06", "2018-01-01", "2019-06-30"),
    ("\"2018 .. 15/05/2018\"", "2018-01-01", "2018-05-15"), ("2018..2018-05", "2018-01-01", "2018-05-31"),
    ("2018..", "2018-01-01", ""), ("..2018", "", "2018-12-31"),
    (">=2018", "2018-01-01", ""), ("> 2018-05", "2018-06-01", ""), ("≥2018", "2018-01-01", ""),
    ("<2018", "", "2017-12-31"), ("<=2018-02", "", "2018-02-28"), ("\">=2018\"", "2018-01-01", ""),
  ])
  func dates(written: String, first: String, last: String) throws {
    for field in ["date:", "année : ", "YEAR:"] {
      let parsed = try QueryLanguage.parse(field + written)
      guard case .condition(.date(let interval)) = parsed.root.form else {
        Issue.record("\(parsed)")
        return
      }
      func day(_ days: Int?) -> String {
        days.flatMap { PartialDate(daysSince1970: $0) }.map(\.description) ?? ""
      }
      #expect(day(interval.days.first) == first && day(interval.days.last) == last, "\(parsed)")
      #expect(try QueryLanguage.parse(parsed.description) == parsed)
    }
  }

  @Test(arguments: [
    ("montant:1000", "montant:1000€"), ("amount:1,5M", "montant:1500000€"),
    ("montant:1.5m€", "montant:1500000€"), ("montant:100k", "montant:100000€"),
    ("montant:2Md", "montant:2000000000€"), ("montant:12,50€", "montant:12.5€"),
    ("montant:1000EUR", "montant:1000€"), ("montant:>100000", "montant:>100000€"),
    ("montant:> 1000", "montant:>1000€"), ("montant>=1000", "montant:>=1000€"),
    ("montant <= 1,5M", "montant:<=1500000€"), ("montant:100000..500000", "montant:100000..500000€"),
    ("montant:100k..", "montant:>=100000€"), ("montant:..1,5M", "montant:<=1500000€"),
    ("montant:1000..1k", "montant:1000€"), ("montant:\"100 000 €\"", "montant:100000€"),
    ("montant:>\"100 000\"", "montant:>100000€"), ("montant:\"1 000 .. 2 000\"", "montant:1000..2000€"),
    ("montant:1\u{202F}500\u{A0}000\u{A0}€ a", "montant:1500000€ a"),
    ("montant:1,5\u{A0}M€ a", "montant:1500000€ a"), ("montant:>1000 206", "montant:>1000€ 206"),
    ("montant:\"100\" 200", "montant:100€ 200"), ("montant:1,125M", "montant:1125000€"),
    ("montant:0,001125k", "montant:1.1250€"), ("montant: 1000 €", "montant:1000€"),
  ])
  func amounts(written: String, canonical: String) throws {
    let parsed = try QueryLanguage.parse(written)
    #expect(parsed.description == canonical)
    #expect(try QueryLanguage.parse(canonical) == parsed)
  }

  @Test func everyNameOfAFieldIsKnown() {
    for field in QueryField.allCases {
      for name in [field.frenchName, field.englishName] {
        #expect(QueryField(named: name.uppercased()) == field, "\(name)")
      }
    }
    #expect(QueryField(named: "the\u{301}me") == .theme)
    #expect(QueryField(named: "themes") == nil)
  }

  @Test func everyKindIsKnownByItsLabels() throws {
    for kind in DocumentKind.allCases {
      for label in [kind.label.french, kind.label.english, kind.label.english + "s"] {
        let parsed = try QueryLanguage.parse("nature:\"\(label)\"")
        #expect(parsed.root.form == .condition(.kind(kind)), "\(label)")
      }
    }
  }
}
