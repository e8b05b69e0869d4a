import ArgumentParser
import Foundation
import Passerelle
import PasserelleCore

/// The program's entry: parses, runs, and turns what went wrong into a message and an exit code.
///
/// Exit codes: 0 done or found; 1 nothing found, or findings under `--strict`; 2 failure; 64 usage;
/// 130 interrupted.
@main
enum Main {
  static func main() {
    StopSignals.install()
    do {
      var command = try PasserelleCommand.parseAsRoot(
        LeadingOptions.moved(Array(CommandLine.arguments.dropFirst())))
      try command.run()
      ReferenceNote.tell()
    } catch {
      if error is ExitCode { ReferenceNote.tell() }
      exit(Failure.report(error))
    }
  }
}

/// The verbs.
struct PasserelleCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "passerelle",
      abstract: Speech.say(
        "Graphe de coopération et place de marché des villes intelligentes.",
        "Cooperation graph and marketplace of smart cities."),
      discussion: Speech.say(
        "Exemple : passerelle ingest marches/ && passerelle match cahier-des-charges.md",
        "Example: passerelle ingest awards/ && passerelle match specification.md"),
      version: ProductVersion.text,
      subcommands: [
        InitCommand.self, IngestCommand.self, NightlyCommand.self, RetryCommand.self,
        IndexCommand.self, SearchCommand.self, MatchCommand.self,
        SimilarCommand.self, AttachCommand.self, OpportunitiesCommand.self, WatchCommand.self,
        NoteCommand.self, ShowCommand.self,
        ResolveCommand.self, ReviewCommand.self, MergeCommand.self, SplitCommand.self, UndoCommand.self,
        JudgementsCommand.self, NetworkCommand.self, DiagnoseCommand.self,
        ProfileCommand.self, QueryCommand.self, AskCommand.self, ServeCommand.self, LoadCommand.self,
        DumpCommand.self, ExportCommand.self, ConvertCommand.self, ValidateCommand.self,
        EvaluateCommand.self, ConformanceCommand.self, TrainCommand.self,
        AuditCommand.self,
        RunsCommand.self, ReferenceCommand.self,
        DoctorCommand.self, BackupCommand.self, EraseCommand.self,
      ])
  }
}

/// The version of the program.
enum ProductVersion {
  static let text = ProgramVersion.text
}
