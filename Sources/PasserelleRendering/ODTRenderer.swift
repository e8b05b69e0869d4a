public import PasserelleCore

/// Writes reports as the files of an OpenDocument Text 1.3 package (ISO/IEC 26300).
///
/// The package is a ZIP archive of these files in this order; whoever has a writer of archives makes it.
public enum ODTRenderer {
  /// A file of the package.
  public struct Part: Sendable, Hashable {
    /// Its path in the package.
    public let path: String
    /// Its bytes.
    public let bytes: [UInt8]
    /// Whether it must be kept uncompressed: the first, by which the format is recognised.
    public let isStored: Bool
  }

  /// The media type of the package.
  public static let mediaType = "application/vnd.oasis.opendocument.text"

  /// The files of a report, in the order in which the package must hold them.
  ///
  /// - Complexity: O(*n*) in the size of the report.
  public static func parts(_ report: Report) -> [Part] {
    let figures = figures(of: report)
    return [
      Part(path: "mimetype", bytes: Array(mediaType.utf8), isStored: true),
      Part(path: "META-INF/manifest.xml", bytes: manifest(figures), isStored: false),
      Part(path: "meta.xml", bytes: meta(report), isStored: false),
      Part(path: "styles.xml", bytes: ODTStyles.data(report), isStored: false),
      Part(path: "content.xml", bytes: ODTContent.data(report), isStored: false),
    ] + figures
  }

  /// Where the package holds a figure, counted from 1.
  static func path(ofFigure number: Int) -> String { "Pictures/figure\(number).svg" }

  private static func figures(of report: Report) -> [Part] {
    let pictures = report.blocks.compactMap { block -> Report.Picture? in
      if case .figure(let figure) = block { figure.picture } else { nil }
    }
    return pictures.enumerated().map { index, picture in
      let markup = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + picture.svg
      return Part(path: path(ofFigure: index + 1), bytes: Array(markup.utf8), isStored: false)
    }
  }

  static let version = "1.3"

  private static func manifest(_ figures: [Part]) -> [UInt8] {
    document("manifest:manifest", ["xmlns:manifest": ODTNamespace.manifest, "manifest:version": version]) {
      writer in
      let files =
        [
          ("/", mediaType), ("meta.xml", "text/xml"), ("styles.xml", "text/xml"), ("content.xml", "text/xml"),
        ] + figures.map { ($0.path, "image/svg+xml") }
      for (path, type) in files {
        if path == "/" {
          writer.empty(
            "manifest:file-entry",
            ["manifest:full-path": path, "manifest:version": version, "manifest:media-type": type])
        } else {
          writer.empty("manifest:file-entry", ["manifest:full-path": path, "manifest:media-type": type])
        }
        writer.line()
      }
    }
  }

  private static func meta(_ report: Report) -> [UInt8] {
    let metadata = report.metadata
    return document(
      "office:document-meta",
      [
        "xmlns:office": ODTNamespace.office, "xmlns:meta": ODTNamespace.meta, "xmlns:dc": ODTNamespace.dc,
        "office:version": version,
      ]
    ) { writer in
      writer.element("office:meta") { writer in
        writer.element("meta:generator", text: metadata.generator)
        writer.element("dc:title", text: report.title)
        if let subject = metadata.subject { writer.element("dc:subject", text: subject) }
        writer.element("meta:creation-date", text: metadata.created.description)
        writer.element("dc:date", text: metadata.created.description)
        writer.element("dc:language", text: ODTStyles.locale(report.language))
        if let identifier = metadata.identifier {
          writer.element("meta:user-defined", ["meta:name": "Identifier"], text: identifier)
        }
      }
      writer.line()
    }
  }

  /// An XML document.
  static func document(
    _ root: String, _ attributes: KeyValuePairs<String, String>, _ body: (inout MarkupWriter) -> Void
  ) -> [UInt8] {
    var writer = MarkupWriter()
    writer.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    writer.element(root, attributes) { writer in
      writer.line()
      body(&writer)
    }
    writer.line()
    return writer.bytes
  }
}

/// The namespaces of OpenDocument 1.3.
enum ODTNamespace {
  static let manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
  static let office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
  static let meta = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
  static let style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  static let text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
  static let table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
  static let fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
  static let draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
  static let svg = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
  static let xlink = "http://www.w3.org/1999/xlink"
  static let dc = "http://purl.org/dc/elements/1.1/"
}
