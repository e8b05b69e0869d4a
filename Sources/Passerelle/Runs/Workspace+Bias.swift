public import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserellePipeline
import PasserelleSources

extension Workspace {
  /// Ranks the vendors for many needs, neutrally and in full, and compares who is seen with who could have been.
  ///
  /// - Parameters:
  ///   - paths: Specifications, or folders of them; empty to take the recorded match runs.
  ///   - language: The language of names, which ranks nothing.
  /// - Returns: The exposure of groups of vendors.
  /// - Throws: ``PasserelleError`` where nothing can be read at all; a single need that cannot be is counted.
  public func auditBias(_ paths: [String], language: MessageLanguage) throws -> BiasAnswer {
    let questions =
      try paths.isEmpty ? recordedQuestions() : Self.questions(paths, language, context.clock().date)
    let index = try currentIndex()
    let day = context.clock().date
    return try store.read { reader in
      let whole = try self.catalogue(reader, excluding: nil)
      var audit = ExposureAudit()
      var failures: [PasserelleError] = []
      for (place, read) in questions.enumerated() {
        if context.stopFlag.isSet { throw Self.interrupted }
        do {
          let question = try read()
          let stated = try stated(question, reader)
          let need = try stated.adjusted(question.parameters.request)
          let catalogue = stated.record.map { whole.excluding(document: $0) } ?? whole
          try add(need, catalogue, index, day, to: &audit)
        } catch let error as PasserelleError {
          failures.append(error)
        }
        context.progress(
          ProgressUpdate(
            stage: LocalizedText(fr: "Audit", en: "Audit"), done: place + 1, total: questions.count,
            unit: .items))
      }
      return BiasAnswer(
        needs: audit.needCount, empty: audit.emptyCount, candidates: audit.candidateCount, rows: audit.rows,
        source: paths.isEmpty ? "recorded" : "files", day: day, failures: failures)
    }
  }

  private func add(
    _ need: Need, _ catalogue: AwardCatalogue, _ index: any TextSearching, _ day: PartialDate,
    to audit: inout ExposureAudit
  ) throws {
    // Its models are those of both modes.
    let matcher = try matcher(catalogue, index, language: need.language)
    var options = MatchOptions()
    (options.limit, options.evidenceLimit) = (.max, 0)
    let inFull = try matcher.match(need, options: options).vendors.map(\.vendor)
    options.neutral = true
    let neutrally = try matcher.match(need, options: options).vendors.map(\.vendor)
    // A vendor may have evidence in one mode only: who has any is a candidate.
    let candidates = Set(inFull).union(neutrally).sorted()
    var places: [Int: Int] = [:]
    for (place, vendor) in candidates.enumerated() { places[vendor] = place }
    let iris = store.iris
    audit.add(
      candidates.map {
        catalogue.traits(ofVendor: $0, place: need.place, day: day) { Self.country(of: $0, iris) }
      },
      neutral: neutrally.compactMap { places[$0] }, full: inFull.compactMap { places[$0] })
  }

  /// The country that a company's number tells.
  private static func country(of iri: String, _ iris: IRISpace) -> String? {
    switch iris.identifierParts(of: iri) {
    case (.siren, _)?, (.siret, _)?: "FR"
    case (.nif, _)?: "PT"
    case (.vat, let number)?: String(number.prefix(2)).uppercased()
    default: nil
    }
  }

  /// The questions of documents; each is read when its turn comes.
  private static func questions(
    _ paths: [String], _ language: MessageLanguage, _ day: PartialDate
  ) throws -> [() throws -> MatchQuestion] {
    try InputFiles.expand(paths, isIgnored: SourceFormats.isIgnored(fileName:)).map { file in
      {
        MatchQuestion(
          need: try bytes(of: file.isStandardInput ? standardInput() : Self.file(file.path)),
          parameters: MatchRunParameters(
            input: .document, file: file.path, language: language, request: MatchRequest(),
            day: day))
      }
    }
  }

  private func recordedQuestions() throws -> [() throws -> MatchQuestion] {
    // Read before the ranking begins: a reader of the store cannot be asked for within another one.
    var questions: [() throws -> MatchQuestion] = []
    for entry in try store.matchRuns(limit: .max).reversed() {
      guard let record = try store.matchRun(entry.id) else { continue }
      let (id, need, parameters, model) = (
        record.id, record.run.need, record.run.parameters, record.run.model
      )
      questions.append {
        MatchQuestion(
          need: need, parameters: try MatchRunParameters(canonical: parameters, of: id), model: model)
      }
    }
    return questions
  }

  private static var interrupted: PasserelleError {
    PasserelleError(
      .interrupted, LocalizedText(fr: "Audit interrompu.", en: "The audit was interrupted."))
  }
}
