public import PasserelleCore

extension Workspace {
  /// The sourcing note of a recorded match run, to render and file.
  ///
  /// - Parameters:
  ///   - run: The run as people name it, such as `M12`.
  ///   - language: The language of the note; labels that the record holds in one language stay in it.
  ///   - recorded: Finds the record of a run.
  /// - Returns: The note; the same record gives the same note.
  /// - Throws: What `recorded` throws.
  public func note(
    run: String, language: MessageLanguage, recorded: (_ run: String) throws -> NoteInput
  ) throws -> Report {
    SourcingNote.report(try recorded(run), language: language)
  }
}
