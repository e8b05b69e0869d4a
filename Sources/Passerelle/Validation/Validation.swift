public import PasserelleCore
import PasserellePipeline
import PasserelleSources

/// Holds files against the official rules, and says what an ingestion would make of them; nothing is stored.
public struct Validation: Sendable {
  /// The format's name; nil to tell it from the file.
  public var sourceName: String?
  /// The encoding of a text file; nil for UTF-8.
  public var encoding: String?
  /// A `fields.json` or the folder of an eForms SDK; nil for the rules of the workspace.
  public var rulesPath: String?

  /// The largest notice, in bytes.
  private static let noticeLimit = 16 << 20

  /// Makes a validation with nothing said.
  public init() {}

  /// Looks at files.
  ///
  /// - Parameters:
  ///   - paths: Files, folders, archives, or `-` for standard input.
  ///   - workspace: Whose rules are taken; nil for none.
  ///   - stopFlag: Asks to stop.
  /// - Returns: What each file gave, in the order of the files.
  /// - Throws: ``PasserelleError`` for a path that is not there, or for rules that cannot be read.
  public func validate(
    _ paths: [String], in workspace: Workspace?, stopFlag: StopFlag = StopFlag()
  ) throws -> ValidationAnswer {
    let inputs = try InputFiles.expand(paths, isIgnored: SourceFormats.isIgnored(fileName:))
    let shelf = try rulesPath.map { try RuleFiles.shelf(path: $0) } ?? workspace?.ruleShelf()
    let notices = NoticeFiles(inputs, options)
    var files: [ValidationAnswer.File] = []
    var passed = 0
    for input in inputs {
      if stopFlag.isSet { break }
      try SourceOpener.read(input, options) { item in
        switch item {
        case .passedOver: passed += 1
        case .failed(let error, let name):
          files.append(.init(name: name, status: .failed, reason: error.message))
        case .source(let source):
          files.append(try look(at: source, shelf ?? EFormsRuleShelf([]), notices))
        }
        return !stopFlag.isSet
      }
    }
    let versions = Set(files.compactMap(\.rules)).sorted()
    let rules = try versions.compactMap { version -> ValidationAnswer.Rules? in
      guard let rules = try shelf?.rules(for: version)?.rules else { return nil }
      return .init(
        version: rules.version, count: rules.count, coverage: rules.coverage, missingLists: rules.missingLists
      )
    }
    return ValidationAnswer(files: files, rules: rules, passed: passed, isInterrupted: stopFlag.isSet)
  }

  private var options: Ingestor.Options {
    var options = Ingestor.Options()
    (options.formatName, options.encoding) = (sourceName, encoding)
    return options
  }

  private func look(
    at source: SourceOpener.Source, _ shelf: EFormsRuleShelf, _ notices: NoticeFiles
  ) throws -> ValidationAnswer.File {
    var file = ValidationAnswer.File(name: source.name, format: source.format.formatName)
    var input = source.input
    do {
      guard source.format.formatName == EFormsReader.source else {
        try tryOut(source.format, &input, &file)
        if file.refused > 0 { file.status = .invalid }
        return file
      }
      let bytes = try input.bytes(upTo: Self.noticeLimit, chunkBytes: 64 << 10)
      var copy: any ByteSource = MemoryByteSource(bytes)
      try tryOut(source.format, &copy, &file)
      let check = try shelf.check(bytes, file: source.name) { notices.bytes(of: $0) }
      switch check {
      case .checked(let verdict, let rules, let isExact):
        (file.verdict, file.rules, file.isExact) = (verdict, rules, isExact)
        file.status = verdict.isValid ? .valid : .invalid
      case .noRules:
        file.status = .unchecked
        file.reason = LocalizedText(
          fr: "Aucune règle eForms : indiquez --rules, ou importez-les avec « reference import ».",
          en: "No eForms rules: give --rules, or import them with 'reference import'.")
      case .refused(let diagnostics):
        file.status = .invalid
        file.reason = diagnostics.first?.code.reason
      }
    } catch let error as PasserelleError {
      (file.status, file.reason) = (.failed, error.message)
    }
    return file
  }

  /// Reads a file as an ingestion would, and counts what it would tell.
  private func tryOut(
    _ format: any SourceReading, _ input: inout any ByteSource, _ file: inout ValidationAnswer.File
  ) throws {
    let iris = IRISpace()
    var result = file
    try format.read(&input, file: file.name) { item in
      result.records += 1
      let diagnostics: [Diagnostic]
      switch item {
      case .refused(let refused):
        diagnostics = refused.diagnostics
        result.refused += 1
      case .record(let record):
        diagnostics = record.mapped(key: record.key, in: iris).diagnostics
        if diagnostics.contains(where: { $0.code.severity == .error }) { result.refused += 1 }
      }
      if result.reason == nil {
        result.reason = diagnostics.first { $0.code.severity == .error }?.code.reason
      }
      for diagnostic in diagnostics { result.diagnostics[diagnostic.code.name, default: 0] += 1 }
      return true
    }
    file = result
  }
}

/// Finds notices among the files of a validation by their identifier and version: those that others change.
private final class NoticeFiles {
  private let inputs: [InputFile]
  private let options: Ingestor.Options
  private var places: [String: Int]?

  init(_ inputs: [InputFile], _ options: Ingestor.Options) {
    self.inputs = inputs.filter { !$0.isStandardInput }
    self.options = options
  }

  /// The bytes of a notice; nil where it is not among the files.
  ///
  /// - Complexity: All files are read the first time, that of the notice after.
  func bytes(of reference: String) -> [UInt8]? {
    if places == nil {
      var found: [String: Int] = [:]
      for (number, input) in inputs.enumerated() {
        read(input) { name, _ in
          if found[name] == nil { found[name] = number }
          return true
        }
      }
      places = found
    }
    guard let number = places?[reference] else { return nil }
    var result: [UInt8]?
    read(inputs[number]) { name, bytes in
      if name == reference { result = bytes }
      return result == nil
    }
    return result
  }

  private func read(_ input: InputFile, _ body: (String, [UInt8]) -> Bool) {
    try? SourceOpener.read(input, options) { item in
      guard case .source(let source) = item, source.format.formatName == EFormsReader.source else {
        return true
      }
      var input = source.input
      guard let bytes = try? input.bytes(upTo: 16 << 20, chunkBytes: 64 << 10),
        let reference = EFormsRuleShelf.reference(of: bytes, file: source.name)
      else { return true }
      return body(reference, bytes)
    }
  }
}
