/// The greatest number that a commune has in each department (INSEE, communes of 2024; Licence Ouverte 2.0): a
/// five-digit code beyond it is a postal code.
enum CommuneNumbers {
  static let greatest: [String: Int] = [
    "01": 457, "02": 834, "03": 321, "04": 245, "05": 184, "06": 163, "07": 349, "08": 503, "09": 342,
    "10": 445,
    "11": 441, "12": 307, "13": 216, "14": 764, "15": 269, "16": 425, "17": 486, "18": 290, "19": 289,
    "21": 717,
    "22": 391, "23": 266, "24": 587, "25": 635, "26": 382, "27": 701, "28": 426, "29": 302, "2A": 363,
    "2B": 366,
    "30": 356, "31": 593, "32": 468, "33": 555, "34": 344, "35": 363, "36": 248, "37": 282, "38": 567,
    "39": 586,
    "40": 334, "41": 297, "42": 339, "43": 268, "44": 224, "45": 348, "46": 340, "47": 328, "48": 198,
    "49": 381,
    "50": 648, "51": 663, "52": 550, "53": 276, "54": 602, "55": 586, "56": 264, "57": 767, "58": 313,
    "59": 670,
    "60": 703, "61": 512, "62": 909, "63": 473, "64": 560, "65": 482, "66": 234, "67": 559, "68": 386,
    "69": 389,
    "70": 583, "71": 591, "72": 386, "73": 330, "74": 315, "75": 120, "76": 759, "77": 534, "78": 688,
    "79": 357,
    "80": 836, "81": 326, "82": 195, "83": 154, "84": 151, "85": 306, "86": 300, "87": 206, "88": 532,
    "89": 486,
    "90": 105, "91": 692, "92": 78, "93": 79, "94": 81, "95": 690, "971": 34, "972": 34, "973": 62, "974": 24,
    "976": 17,
  ]
}

/// The codes of French regions (INSEE), those of before 2016 included.
enum RegionCode {
  static let all: Set<String> = [
    "01", "02", "03", "04", "06", "11", "21", "22", "23", "24", "25", "26", "27", "28", "31", "32", "41",
    "42",
    "43", "44", "52", "53", "54", "72", "73", "74", "75", "76", "82", "83", "84", "91", "93", "94",
  ]
}

/// The letters of French NUTS regions (2016 and 2021).
enum NUTSCode {
  static func isFrench(_ code: String) -> Bool {
    let bytes = Array(code.utf8)
    guard bytes.count >= 3,
      bytes[2] == UInt8(ascii: "1") || (UInt8(ascii: "B")...UInt8(ascii: "M")).contains(bytes[2])
        || bytes[2] == UInt8(ascii: "Y")
    else { return false }
    return bytes.dropFirst(3).allSatisfy { $0 >= 48 && $0 <= 57 }
  }
}

/// Countries of the European Union and some others by the codes that sources write.
enum CountryCode {
  /// The ISO 3166-1 alpha-3 code of an alpha-2 or alpha-3 code, or a name that sources write for France.
  static func alpha3(_ code: String) -> String? {
    if code == "FRANCE" || code == "250" { return "FRA" }
    return byAlpha2[code] ?? (byAlpha2.values.contains(code) ? code : nil)
  }

  private static let byAlpha2 = [
    "AD": "AND", "AT": "AUT", "BE": "BEL", "BG": "BGR", "CH": "CHE", "CY": "CYP", "CZ": "CZE", "DE": "DEU",
    "DK": "DNK", "EE": "EST", "ES": "ESP", "FI": "FIN", "FR": "FRA", "GB": "GBR", "GR": "GRC", "HR": "HRV",
    "HU": "HUN", "IE": "IRL", "IS": "ISL", "IT": "ITA", "LI": "LIE", "LT": "LTU", "LU": "LUX", "LV": "LVA",
    "MC": "MCO", "MT": "MLT", "NL": "NLD", "NO": "NOR", "PL": "POL", "PT": "PRT", "RO": "ROU", "SE": "SWE",
    "SI": "SVN", "SK": "SVK", "US": "USA", "CA": "CAN", "JP": "JPN", "CN": "CHN", "MA": "MAR", "DZ": "DZA",
    "TN": "TUN", "SN": "SEN",
  ]
}
