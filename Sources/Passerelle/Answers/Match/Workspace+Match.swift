public import PasserelleCore

extension Workspace {
  /// Ranks the vendors for a document read from a stream; leaves no record.
  ///
  /// - Parameters:
  ///   - input: The specification: plain text, Markdown, or an eForms notice.
  ///   - file: Its name, for messages.
  ///   - request: What to ask.
  ///   - language: The language of labels.
  /// - Returns: The vendors with their reasons.
  /// - Throws: ``PasserelleError``.
  public func match(
    document input: any ByteSource, file: String, request: MatchRequest = MatchRequest(),
    language: MessageLanguage
  ) throws -> MatchAnswer {
    try recordedMatch(
      document: input, file: file, request: request, language: language, isRecorded: false
    ).answer
  }

  /// Ranks the vendors for a stored contract, call or specification, whose own record is no evidence; leaves no record.
  ///
  /// - Parameters:
  ///   - name: What ``dossier(of:asOf:language:)`` takes.
  ///   - request: What to ask.
  ///   - language: The language of labels.
  /// - Returns: The vendors with their reasons.
  /// - Throws: ``PasserelleError`` with code `entity.notFound`.
  public func match(
    id name: String, request: MatchRequest = MatchRequest(), language: MessageLanguage
  ) throws -> MatchAnswer {
    try recordedMatch(id: name, request: request, language: language, isRecorded: false).answer
  }
}
