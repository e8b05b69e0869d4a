public import ArgumentParser
import Foundation
public import Passerelle
import PasserelleCore

extension ExportForm: ExpressibleByArgument {}
extension DECPEdition: ExpressibleByArgument {}

/// `export`: records in the formats that others read.
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: Speech.say(
        "Écrit les appels et marchés en OCDS, DECP, CSV, JSON Lines ou RDF.",
        "Writes calls and awards as OCDS, DECP, CSV, JSON Lines or RDF."),
      discussion: Speech.say(
        """
        Le même contenu donne les mêmes octets. Rien n’est inventé : une fiche sans un champ que le format exige \
        est écartée et comptée. Tous les énoncés, de toutes les fiches, s’écrivent avec dump.

        Exemple : passerelle export ocds --from 2019 --publisher "Ville de Lyon" -o marches-ocds.json
        """,
        """
        The same content gives the same bytes. Nothing is invented: a record without a field that the format \
        requires is left out and counted. All statements, of all records, are written by dump.

        Example: passerelle export ocds --from 2019 --publisher "City of Lyon" -o awards-ocds.json
        """))
  }

  @Argument(
    help: ArgumentHelp(
      Speech.say("Format : ", "Format: ") + ExportForm.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "format"))
  var form: ExportForm

  @Option(
    help: ArgumentHelp(
      Speech.say("Acheteur, par son nom ou comme pour show.", "Buyer, by name or as for show."),
      valueName: Speech.say("nom", "name")))
  var buyer: String?

  @OptionGroup var scope: ScopeOptions

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "Source des fiches (decp, ocds, eforms, csv…).", "Source of the records (decp, ocds, eforms, csv…)."),
      valueName: Speech.say("nom", "name")))
  var source: String?

  @Flag(
    help: ArgumentHelp(
      Speech.say("Donne aussi les données de démonstration.", "Gives demonstration data too.")))
  var demonstration = false

  @Flag(
    help: ArgumentHelp(
      Speech.say(
        "CSV pour un tableur français (« ; », virgule, BOM).",
        "CSV for a French spreadsheet (';', comma, BOM).")))
  var spreadsheet = false

  @OptionGroup var package: PackageOptions

  @OptionGroup var document: DocumentOptions

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    var request = ExportRequest(form)
    (request.from, request.to, request.cpv, request.place) = (scope.from, scope.to, scope.cpv, scope.place)
    (request.buyer, request.source, request.isSpreadsheet) = (buyer, source, spreadsheet)
    request.includesDemonstration = demonstration
    request.package = package.package
    let workspace = try Workspace(options.configuration())
    let balance = try document.write { body in
      try workspace.export(request, language: Speech.language, body)
    }
    if StopSignals.flag.isSet { throw ExitCode(Failure.interrupted) }
    for line in balance.lines(Speech.language) { options.note(line) }
    if form == .decp, package.edition == .year2022, balance.leftOut > 0 {
      options.note(PackageOptions.editionNote)
    }
    if form == .ocds, package.prefix == nil, balance.written > 0 { options.note(PackageOptions.prefixNote) }
    if balance.written == 0 { throw ExitCode(Failure.nothing) }
  }
}

/// What a package of exported data says of itself.
struct PackageOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(Speech.say("OCDS : des publications, pas des fiches.", "OCDS: releases, not records."))
  )
  var releases = false

  @Option(
    help: ArgumentHelp(
      Speech.say(
        "DECP : disposition, 2022 ou 2019 (données d’avant 2022).",
        "DECP: layout, 2022 or 2019 (data from before 2022)."),
      valueName: Speech.say("année", "year")))
  var edition = DECPEdition.year2022

  @Option(
    name: .customLong("ocid-prefix"),
    help: ArgumentHelp(
      Speech.say(
        "OCDS : préfixe des processus qui n’en ont pas.", "OCDS: prefix of processes that have none."),
      valueName: Speech.say("préfixe", "prefix")))
  var prefix: String?

  @Option(
    help: ArgumentHelp(
      Speech.say("OCDS : qui publie.", "OCDS: who publishes."), valueName: Speech.say("nom", "name")))
  var publisher: String?

  @Option(
    help: ArgumentHelp(
      Speech.say("OCDS : adresse de la licence.", "OCDS: address of the licence."), valueName: "uri"))
  var licence: String?

  @Option(
    name: .customLong("publication-policy"),
    help: ArgumentHelp(
      Speech.say(
        "OCDS : adresse de la politique de publication.", "OCDS: address of the publication policy."),
      valueName: "uri"))
  var publicationPolicy: String?

  @Option(
    help: ArgumentHelp(
      Speech.say("OCDS : adresse du paquet.", "OCDS: address of the package."), valueName: "uri"))
  var uri: String?

  /// The package as the façade takes it.
  var package: ExportPackage {
    var package = ExportPackage()
    package.isOfReleases = releases
    package.edition = edition
    if let prefix { package.prefix = prefix }
    (package.publisher, package.license) = (publisher, licence)
    (package.publicationPolicy, package.uri) = (publicationPolicy, uri)
    return package
  }

  func validate() throws {
    for (name, address) in [("licence", licence), ("publication-policy", publicationPolicy), ("uri", uri)] {
      guard let address, !address.contains("://") || address.contains(where: \.isWhitespace) else { continue }
      throw ValidationError(
        Speech.say("--\(name) : une adresse, pas « \(address) ».", "--\(name): an address, not '\(address)'.")
      )
    }
    guard let prefix else { return }
    let isSound = prefix.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 }
    if !isSound || prefix.isEmpty {
      throw ValidationError(
        Speech.say(
          "--ocid-prefix : minuscules, chiffres et tirets, pas « \(prefix) ».",
          "--ocid-prefix: small letters, digits and dashes, not '\(prefix)'."))
    }
  }

  /// That data from before 2022 have a layout of their own.
  static var editionNote: String {
    Speech.say(
      "Données d’avant 2022 : « --edition 2019 » écrit la disposition de 2019, qui exige moins de champs.",
      "Data from before 2022: \"--edition 2019\" writes the layout of 2019, which requires fewer fields.")
  }

  /// That a prefix is needed before anything is published.
  static var prefixNote: String {
    Speech.say(
      "Préfixe d’essai \(ExportPackage.placeholderPrefix) : avant de publier, demandez le vôtre à l’Open Contracting Partnership (--ocid-prefix).",
      "Trial prefix \(ExportPackage.placeholderPrefix): before publishing, ask the Open Contracting Partnership for yours (--ocid-prefix)."
    )
  }
}
