import PasserelleCore

extension Evaluations {
  /// Measures how far the questions of the Publications Office on eForms notices in ePO 4 are answered by the
  /// statements that `convert` writes.
  ///
  /// - Parameters:
  ///   - path: The folder or archive of notices, questions and verdicts.
  ///   - vocabulary: Of which statements they are asked.
  ///   - progress: Gets notices done and notices in all.
  /// - Returns: The verdicts reproduced and contradicted, with causes.
  /// - Throws: ``PasserelleError``.
  public static func epo(
    _ path: String, vocabulary: ConversionVocabulary = .all, progress: (Int, Int) -> Void = { _, _ in }
  ) throws -> Answer {
    let evaluation = try EPOEvaluation(path, vocabulary: vocabulary, progress: progress)
    var answer = Answer(structured: evaluation.structured, table: evaluation.table)
    answer.notes = evaluation.notes
    return answer
  }
}
