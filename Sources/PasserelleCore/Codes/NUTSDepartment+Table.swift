/// French departments by their codes in the nomenclature of territorial units (Eurostat NUTS, versions 2016 and 2021; the
/// same in both).
public enum NUTSDepartment {
  /// Whether a text has the shape of a NUTS code: two letters of the country and up to three signs.
  public static func isCode(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    guard (2...5).contains(bytes.count), bytes.prefix(2).allSatisfy({ (65...90).contains($0) }) else {
      return false
    }
    return bytes.dropFirst(2).allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
  }

  /// The department of a code of level 3, or of a larger territory that holds one department alone.
  ///
  /// - Returns: Nil for other territories and other countries.
  public static func department(_ code: String) -> String? {
    if let exact = departments[code] { return exact }
    guard code.utf8.count < 5 else { return nil }
    let inside = Set(departments.filter { $0.key.hasPrefix(code) }.values)
    return inside.count == 1 ? inside.first : nil
  }

  private static let departments: [String: String] = {
    var table: [String: String] = [:]
    for pair in source.split(whereSeparator: \.isWhitespace) {
      let parts = pair.split(separator: "=")
      if parts.count == 2 { table[String(parts[0])] = String(parts[1]) }
    }
    return table
  }()

  private static let source = """
    FR101=75 FR102=77 FR103=78 FR104=91 FR105=92 FR106=93 FR107=94 FR108=95 FRB01=18 FRB02=28 FRB03=36 FRB04=37
    FRB05=41 FRB06=45 FRC11=21 FRC12=58 FRC13=71 FRC14=89 FRC21=25 FRC22=39 FRC23=70 FRC24=90 FRD11=14 FRD12=50
    FRD13=61 FRD21=27 FRD22=76 FRE11=59 FRE12=62 FRE21=02 FRE22=60 FRE23=80 FRF11=67 FRF12=68 FRF21=08 FRF22=10
    FRF23=51 FRF24=52 FRF31=54 FRF32=55 FRF33=57 FRF34=88 FRG01=44 FRG02=49 FRG03=53 FRG04=72 FRG05=85 FRH01=22
    FRH02=29 FRH03=35 FRH04=56 FRI11=24 FRI12=33 FRI13=40 FRI14=47 FRI15=64 FRI21=19 FRI22=23 FRI23=87 FRI31=16
    FRI32=17 FRI33=79 FRI34=86 FRJ11=11 FRJ12=30 FRJ13=34 FRJ14=48 FRJ15=66 FRJ21=09 FRJ22=12 FRJ23=31 FRJ24=32
    FRJ25=46 FRJ26=65 FRJ27=81 FRJ28=82 FRK11=03 FRK12=15 FRK13=43 FRK14=63 FRK21=01 FRK22=07 FRK23=26 FRK24=38
    FRK25=42 FRK26=69 FRK27=73 FRK28=74 FRL01=04 FRL02=05 FRL03=06 FRL04=13 FRL05=83 FRL06=84 FRM01=2A FRM02=2B
    FRY10=971 FRY20=972 FRY30=973 FRY40=974 FRY50=976
    """
}
