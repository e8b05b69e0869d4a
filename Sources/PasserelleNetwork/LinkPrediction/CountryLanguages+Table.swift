/// The main languages of countries: those of law and administration that most people there are served in.
///
/// ISO 639-1 by ISO 3166-1 alpha-2, by the constitutions and language acts of the countries; Kosovo is XK.
enum CountryLanguages {
  /// The bit of each language of a country; 0 where it is not in the table.
  static func bits(of country: String) -> UInt64 { table[country.uppercased()] ?? 0 }

  private static let rows = """
    fr FR BE CH LU MC CA HT SN ML BF NE TG BJ CI GN CM GA CG CD CF TD MG KM DJ BI RW VU SC MU TN MA DZ LB MR GP MQ GF RE YT PF NC
    en GB IE US CA AU NZ ZA NG GH KE UG TZ ZM ZW MW BW NA SZ LS GM SL LR CM RW MU SC IN PK PH SG MT JM TT BB BS BZ GY FJ PG VU SS
    de DE AT CH LU LI BE IT
    es ES MX AR CO PE VE CL EC GT CU BO DO HN PY SV NI CR PA UY GQ PR
    pt PT BR AO MZ CV GW ST TL
    it IT CH SM VA
    nl NL BE SR
    ar DZ MA TN LY EG SD MR SA AE QA BH KW OM YE IQ JO SY LB PS TD DJ KM SO IL
    ru RU BY KZ KG
    uk UA
    pl PL
    cs CZ
    sk SK
    hu HU
    ro RO MD
    bg BG
    el GR CY
    tr TR CY
    sr RS BA ME XK
    hr HR BA ME
    bs BA
    sl SI
    mk MK
    sq AL XK MK
    sv SE FI
    da DK
    no NO
    is IS
    fi FI
    et EE
    lv LV
    lt LT
    ca AD ES
    ka GE
    hy AM
    az AZ
    fa IR AF TJ
    he IL
    hi IN
    ur PK
    bn BD IN
    ne NP
    si LK
    ta LK IN SG
    zh CN TW SG HK MO
    ja JP
    ko KR KP
    vi VN
    th TH
    lo LA
    km KH
    my MM
    ms MY SG BN
    id ID
    tl PH
    mn MN
    kk KZ
    uz UZ
    sw TZ KE UG CD
    am ET
    so SO DJ
    """

  private static let table: [String: UInt64] = {
    var table: [String: UInt64] = [:]
    for (bit, row) in rows.split(separator: "\n").enumerated() {
      for country in row.split(separator: " ").dropFirst() { table[String(country), default: 0] |= 1 << bit }
    }
    return table
  }()
}
