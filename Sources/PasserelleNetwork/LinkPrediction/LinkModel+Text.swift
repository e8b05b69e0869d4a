import PasserelleCore

extension LinkModel {
  /// The first line of a model file.
  public static let format = "passerelle-link/1"

  /// The model as text, format `passerelle-link/1`: a line for each statement, feature and step.
  ///
  /// Numbers are the shortest decimals that read back as the same number. The same model gives the same bytes.
  public var text: String {
    var lines = [
      Self.format, "name \(name)", "trained \(trained)", "data \(dataHash)", "pairs \(tiedPairs)",
      "rows \(rows)",
      "bias \(bias)", "features \(shapes.count)",
    ]
    for shape in shapes {
      lines.append(
        "feature \(shape.feature.rawValue) steps \(shape.amounts.count) unknown \(shape.missing)"
          + " importance \(shape.importance)")
      for (amount, threshold) in zip(shape.amounts, shape.thresholds) {
        lines.append("  to \(threshold) add \(amount)")
      }
      lines.append("  above add \(shape.amounts[shape.thresholds.count])")
    }
    lines.append("end")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads a model file.
  ///
  /// - Parameters:
  ///   - text: The file, format `passerelle-link/1`.
  ///   - source: The name of the file, for messages.
  /// - Throws: ``PasserelleError`` with code `.modelInvalid`, and the line, for a file that breaks the format or has
  ///   a feature that the program does not know.
  public init(text: String, source: String) throws {
    var reader = LinkModelReader(text: text, source: source)
    guard try reader.words(1)[0] == Self.format else {
      throw reader.failure("format inconnu", "unknown format")
    }
    let name = try reader.statement("name")
    let trained = try reader.statement("trained")
    let dataHash = try reader.statement("data")
    let pairs = try reader.count("pairs", limit: Int.max)
    let rows = try reader.count("rows", limit: Int.max)
    let bias = try reader.number(reader.statement("bias"))
    let count = try reader.count("features", limit: LinkFeature.allCases.count)
    var shapes: [Shape] = []
    for _ in 0..<count {
      let shape = try reader.shape()
      guard !shapes.contains(where: { $0.feature == shape.feature }) else {
        throw reader.failure("critère répété", "a feature is repeated")
      }
      shapes.append(shape)
    }
    guard try reader.words(1)[0] == "end" else {
      throw reader.failure("fin attendue", "the end was expected")
    }
    self.init(
      name: name, trained: trained, dataHash: dataHash, tiedPairs: pairs, rows: rows, bias: bias,
      shapes: shapes)
  }
}

/// Reads the lines of a model file.
struct LinkModelReader {
  private let lines: [Substring]
  private let source: String
  private var line = 0

  init(text: String, source: String) {
    lines = text.split(whereSeparator: \.isNewline)
    self.source = source
  }

  /// The words of the next line, so many.
  mutating func words(_ count: Int) throws -> [Substring] {
    guard line < lines.count else { throw failure("fichier incomplet", "the file is incomplete") }
    line += 1
    let words = lines[line - 1].split(separator: " ")
    guard words.count == count else { throw failure("ligne inattendue", "unexpected line") }
    return words
  }

  /// The value of a line of a key and a value.
  mutating func statement(_ key: String) throws -> String {
    let words = try words(2)
    guard words[0] == key else {
      throw failure("« \(key) » attendu", "“\(key)” was expected")
    }
    return String(words[1])
  }

  /// A whole number, from 0 to a limit.
  mutating func count(_ key: String, limit: Int) throws -> Int {
    guard let value = Int(try statement(key)), (0...limit).contains(value) else {
      throw failure("nombre incorrect", "wrong number")
    }
    return value
  }

  /// A finite number.
  func number<T: StringProtocol>(_ text: T) throws -> Double {
    guard let value = Double(text), value.isFinite else { throw failure("nombre incorrect", "wrong number") }
    return value
  }

  /// A feature with its steps.
  mutating func shape() throws -> LinkModel.Shape {
    let head = try words(8)
    guard head[0] == "feature", head[2] == "steps", head[4] == "unknown", head[6] == "importance",
      let feature = LinkFeature(rawValue: String(head[1]))
    else { throw failure("critère inconnu", "unknown feature") }
    guard let steps = Int(head[3]), (1...1000).contains(steps) else {
      throw failure("nombre incorrect", "wrong number")
    }
    let (missing, importance) = (try number(head[5]), try number(head[7]))
    var thresholds: [Float] = []
    var amounts: [Double] = []
    for _ in 1..<steps {
      let step = try words(4)
      guard step[0] == "to", step[2] == "add", let threshold = Float(step[1]), threshold.isFinite,
        thresholds.last.map({ $0 < threshold }) ?? true
      else { throw failure("palier incorrect", "wrong step") }
      thresholds.append(threshold)
      amounts.append(try number(step[3]))
    }
    let last = try words(3)
    guard last[0] == "above", last[1] == "add" else { throw failure("palier incorrect", "wrong step") }
    amounts.append(try number(last[2]))
    return LinkModel.Shape(
      feature: feature, thresholds: thresholds, amounts: amounts, missing: missing, importance: importance)
  }

  /// The error of the current line.
  func failure(_ french: String, _ english: String) -> PasserelleError {
    PasserelleError(
      .modelInvalid,
      LocalizedText(
        fr: "Modèle de liens « \(source) » : \(french).", en: "Link model “\(source)”: \(english)."),
      at: SourceLocation(file: source, line: line))
  }
}
