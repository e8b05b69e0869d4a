import PasserelleCore
import PasserelleGraph
import PasserelleMatching
import PasserelleOntology
import PasserellePipeline
import PasserelleText

extension Workspace {
  /// Computes an answer from a question, one state of the store and a text index, and from nothing else.
  ///
  /// The same question, state and index answers give the same answer, now or later: records are replayed by this.
  ///
  /// - Parameters:
  ///   - question: The need, what was asked and, for a record, the models that it kept.
  ///   - reader: The state of the store; its scope may be one of the past.
  ///   - text: The text index, or what a tape holds of it.
  /// - Returns: The vendors with their reasons, and the models that ranked.
  /// - Throws: ``PasserelleError``.
  func answer(
    _ question: MatchQuestion, reader: GraphReader, text: any TextSearching
  ) throws -> (answer: MatchAnswer, model: RecordedModel) {
    let (parameters, request) = (question.parameters, question.parameters.request)
    let ontology = try ontology(for: question)
    var stated = try stated(question, reader)
    NeedPlace(ontology).complete(&stated, request)
    let models =
      try question.model.map { try AnswerModels(recorded: String(decoding: $0.text, as: UTF8.self)) }
      ?? models(language: stated.need.language, isNeutral: request.isNeutral)
    let composer = try MatchComposer(
      MatchComposer.Parts(
        ontology: ontology, iris: store.iris, reader: reader,
        catalogue: try catalogue(reader, excluding: stated.record), text: text, models: models,
        language: parameters.language, day: parameters.asked))
    return (
      try composer.answer(to: stated, request),
      question.model ?? RecordedModel(name: models.name, text: Array(models.text.utf8))
    )
  }

  /// The ontology that answers: for a record with the lists that it used, and no others; else the one of today.
  private func ontology(for question: MatchQuestion) throws -> Ontology {
    guard question.model != nil else { return ontology }
    let recorded = question.parameters.references ?? [:]
    guard !recorded.isEmpty else { return ontology.consulting(nil) }
    return ontology.consulting(try ReferenceFolder(path: layout.reference).library(of: recorded).lists)
  }

  /// The need that a question states, read in the state that answers it.
  func stated(_ question: MatchQuestion, _ reader: GraphReader) throws -> StatedNeed {
    switch question.parameters.input {
    case .document:
      return try NeedDocument(iris: store.iris).need(question.need, file: question.parameters.file ?? "-")
    case .stored:
      return try storedNeed(String(decoding: question.need, as: UTF8.self), reader)
    }
  }

  /// The need that a stored thing expresses, and the number of its record.
  func storedNeed(_ name: String, _ reader: GraphReader) throws -> StatedNeed {
    let entity = try EntityNames(iris: store.iris).resolve(name, reader)
    guard let record = try reader.versions(about: entity.id).last(where: { $0.superseded == nil }) else {
      throw EntityNames.notFound(name)
    }
    return NeedReader(iris: store.iris).need(
      try RecordViewLoader(converting: reader).view(of: record), of: record.record)
  }

  /// The models for a language: those that the workspace has trained, else those of the ontology.
  func models(language: TextLanguage, isNeutral: Bool) throws -> AnswerModels {
    try AnswerModels(language: language, isNeutral: isNeutral) { name in
      trainedModel(name) ?? ontology.modelFile(name)
    }
  }

  /// A matcher for needs of a language over a catalogue, in both modes.
  func matcher(
    _ catalogue: AwardCatalogue, _ text: some TextSearching, language: TextLanguage
  ) throws -> Matcher {
    Matcher(
      catalogue: catalogue, text: text, geography: ontology.places,
      models: try models(language: language, isNeutral: false).matching)
  }
}

extension MatchPlace {
  /// Reads a place option: a commune or department code.
  ///
  /// - Throws: ``PasserelleError`` with code `query.invalid`.
  init(asked text: String) throws {
    if PlaceCode.isDepartment(text) {
      self.init(coarse: text)
      return
    }
    guard let department = PlaceCode.department(ofCommune: text), PlaceCode.isCommune(text) else {
      throw PasserelleError(
        .queryInvalid,
        LocalizedText(
          fr: "Lieu inconnu « \(text) » : donnez un code de département (69) ou de commune INSEE (69123).",
          en: "Unknown place '\(text)': give a department code (69) or an INSEE commune code (69123)."))
    }
    self.init(coarse: department, fine: text)
  }
}
