import ArgumentParser
import Foundation
import Passerelle
import PasserelleCore

/// `dump`: the open statements as RDF.
struct DumpCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "dump",
      abstract: Speech.say(
        "Écrit les énoncés courants en N-Quads canonique, ou dans une autre syntaxe RDF.",
        "Writes the current statements as canonical N-Quads, or in another syntax of RDF."),
      discussion: Speech.say(
        """
        Le même contenu donne les mêmes octets. N-Triples, Turtle et RDF/XML n’ont pas de graphes : un énoncé de \
        plusieurs graphes y est écrit une fois.

        Exemple : passerelle dump > base.nq
        """,
        """
        The same content gives the same bytes. N-Triples, Turtle and RDF/XML have no graphs: a statement of \
        several graphs is written once.

        Example: passerelle dump > store.nq
        """))
  }

  @Option(
    help: ArgumentHelp(
      Speech.say("Syntaxe : ", "Syntax: ") + LoadOptions.syntaxNames.joined(separator: ", ") + ".",
      valueName: Speech.say("nom", "name")))
  var syntax = "nquads"

  @Option(
    help: ArgumentHelp(
      Speech.say("État connu à cette date.", "State known at that date."), valueName: "date"))
  var asOf: AsOfMoment?

  @OptionGroup var document: DocumentOptions

  @Flag(help: ArgumentHelp(Speech.say("Sans les données de démonstration.", "Without demonstration data.")))
  var noDemonstration = false

  @OptionGroup var options: WorkspaceOptions

  func validate() throws {
    if !LoadOptions.syntaxNames.contains(syntax) {
      let known = LoadOptions.syntaxNames.joined(separator: ", ")
      throw ValidationError(
        Speech.say("--syntax : \(known) ; pas « \(syntax) ».", "--syntax: \(known); not '\(syntax)'."))
    }
  }

  func run() throws {
    let workspace = try Workspace(options.configuration())
    var dump = DumpOptions()
    (dump.syntaxName, dump.includesDemonstration, dump.asOf) = (syntax, !noDemonstration, asOf?.instant)
    try document.write { body in try workspace.dump(dump, body) }
    if StopSignals.flag.isSet { throw ExitCode(Failure.interrupted) }
  }
}
