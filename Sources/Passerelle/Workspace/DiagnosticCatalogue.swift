import PasserelleArchive
public import PasserelleCore
import PasserellePipeline
import PasserelleSources

/// Every kind of problem with data that the product tells of.
public enum DiagnosticCatalogue {
  /// The kinds, in the order of their names.
  public static let all: [DiagnosticCode] =
    [
      DiagnosticCode.allIATI, DiagnosticCode.allFollowTheMoney,
      DiagnosticCode.allSources, DiagnosticCode.allProfiles, DiagnosticCode.allRows,
      DiagnosticCode.allDiagnosis,
      DiagnosticCode.allOCDS, DiagnosticCode.allExport, DiagnosticCode.allBOAMP, DiagnosticCode.allDECP,
      DiagnosticCode.allCodeLists, DiagnosticCode.allConversions, DiagnosticCode.allEFormsRules,
      DiagnosticCode.allArchive, DiagnosticCode.allReferences, DiagnosticCode.allPipeline,
      DiagnosticCode.allErasure,
    ].flatMap { $0 }.sorted {
      $0.name < $1.name
    }

  /// The kinds by name.
  public static let byName: [String: DiagnosticCode] = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
