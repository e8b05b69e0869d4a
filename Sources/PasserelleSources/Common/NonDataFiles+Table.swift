import PasserelleCore

/// The kinds of file that stand beside sources, and how they are told.
enum NonDataTable {
  static let schema = reason("schema", "un schéma, qui décrit des données", "a schema, which describes data")
  static let settings = reason(
    "settings", "un fichier de réglages ou de description", "a file of settings or descriptions")
  static let columns = reason(
    "columns", "une table JSON écrite colonne par colonne", "a JSON table written column by column",
    mayHoldData: true)
  static let ownership = reason(
    "ownership", "une déclaration de bénéficiaires effectifs (BODS), qui désigne des personnes",
    "a statement of beneficial owners (BODS), which names persons", mayHoldData: true)
  private static let style = reason(
    "style", "une feuille de style ou de transformation", "a style sheet or a transformation")
  private static let media = reason(
    "media", "une image, un son, une vidéo ou une police", "an image, a sound, a video or a font")
  private static let program = reason("program", "un programme", "a program")
  private static let checksum = reason(
    "checksum", "une somme de contrôle ou une signature", "a checksum or a signature")
  private static let office = reason(
    "office", "un classeur ou une présentation (exportez-les en CSV)",
    "a workbook or slides (export them as CSV)", mayHoldData: true)
  private static let database = reason(
    "database", "une base de données ou un fichier de colonnes", "a database or a columnar file",
    mayHoldData: true)
  private static let packed = reason(
    "archive", "une archive d’un type non pris en charge (refaites-la en ZIP)",
    "an archive of a kind that is not opened (make it again as ZIP)", mayHoldData: true)

  private static func reason(
    _ name: String, _ french: String, _ english: String, mayHoldData: Bool = false
  ) -> NonDataReason {
    NonDataReason(name: name, text: LocalizedText(fr: french, en: english), mayHoldData: mayHoldData)
  }

  /// XML documents by their root.
  static let roots: [(name: String, namespace: String, reason: NonDataReason)] = [
    ("schema", "http://www.w3.org/2001/XMLSchema", schema),
    ("schema", "http://purl.oclc.org/dsdl/schematron", schema),
    ("grammar", "http://relaxng.org/ns/structure/1.0", schema),
    ("stylesheet", "http://www.w3.org/1999/XSL/Transform", style),
    ("transform", "http://www.w3.org/1999/XSL/Transform", style),
    ("svg", "http://www.w3.org/2000/svg", media),
  ]

  /// Files by their first bytes.
  private static let marks: [(bytes: [UInt8], reason: NonDataReason)] = [
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], media), ([0xFF, 0xD8, 0xFF], media), (Array("GIF8".utf8), media),
    (Array("OTTO".utf8), media), (Array("wOFF".utf8), media), (Array("wOF2".utf8), media),
    ([0x7F, 0x45, 0x4C, 0x46], program), (Array("SQLite format 3".utf8), database),
    (Array("PAR1".utf8), database),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], packed), (Array("Rar!".utf8), packed),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], office),
  ]

  static func kind(ofMark bytes: [UInt8]) -> NonDataReason? {
    marks.first { bytes.starts(with: $0.bytes) }?.reason
  }

  /// Extensions under which no source comes.
  private static let extensions: [(names: [String], reason: NonDataReason)] = [
    (["xsd", "dtd", "rng", "rnc", "sch", "proto", "avsc"], schema),
    (["css", "scss", "less", "xsl", "xslt"], style),
    (
      ["png", "jpg", "jpeg", "gif", "svg", "ico", "webp", "tif", "tiff", "bmp", "mp3", "mp4", "wav", "webm"],
      media
    ),
    (["ttf", "otf", "woff", "woff2", "eot"], media),
    (
      [
        "js", "mjs", "ts", "py", "pyc", "r", "rb", "sh", "swift", "java", "class", "jar", "php", "exe", "dll",
      ], program
    ),
    (["md5", "sha1", "sha256", "sha512", "sig", "asc", "sum"], checksum),
    (["xls", "xlsx", "xlsm", "ods", "ppt", "pptx", "odp", "numbers"], office),
    (["sqlite", "db", "mdb", "accdb", "parquet", "dbf", "shp", "gpkg", "orc", "avro"], database),
    (["7z", "rar"], packed),
  ]

  /// Extensions of files that are no sources where no format takes them.
  private static let likelyExtensions: [(names: [String], reason: NonDataReason)] = [
    (["yml", "yaml", "toml", "ini", "cfg", "conf", "properties", "lock", "env"], settings)
  ]

  static func kind(ofExtension fileName: String) -> NonDataReason? {
    find(extensions, fileName)
  }

  static func likelyKind(ofExtension fileName: String) -> NonDataReason? {
    find(likelyExtensions, fileName)
  }

  private static func find(
    _ table: [(names: [String], reason: NonDataReason)], _ fileName: String
  ) -> NonDataReason? {
    let name = FileName.fileExtension(fileName)
    return table.first { $0.names.contains(name) }?.reason
  }
}
