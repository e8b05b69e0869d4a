import PasserellePipeline
import PasserelleSources

extension Ingestor.Options {
  /// The options, with what the settings of the workspace say of eForms notices.
  func stating(_ settings: WorkspaceSettings) -> Ingestor.Options {
    var copy = self
    copy.noticeStatements = settings.statesEPO ? .all : .own
    return copy
  }
}
