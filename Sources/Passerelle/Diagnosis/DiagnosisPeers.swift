import PasserelleCore
import PasserelleGraph
import PasserelleRendering

/// Chooses territories of like size and kind, those of which more is told first.
struct DiagnosisPeers {
  let cities: DiagnosisCities
  let facts: DiagnosisFacts

  /// The peers of a territory.
  ///
  /// - Parameters:
  ///   - place: The territory.
  ///   - request: How many, and which ones the user chooses.
  /// - Returns: The chosen ones, then those found: by what is told of them, then by how near their population is, then
  ///   by name; and why there are fewer than asked.
  /// - Throws: ``PasserelleError`` with code `entity.notFound` or `query.invalid` for a peer that is not known.
  func peers(
    of place: DiagnosisPlace, _ request: DiagnosisRequest
  ) throws -> (peers: [(place: DiagnosisPlace, peer: DiagnosisPeer)], notice: LocalizedText?) {
    var result: [(place: DiagnosisPlace, peer: DiagnosisPeer)] = []
    var taken: Set<String> = [place.city.iri]
    for name in request.peers {
      let chosen = try cities.place(named: name)
      guard taken.insert(chosen.city.iri).inserted else { continue }
      result.append(
        (chosen, DiagnosisPeer(city: chosen.city, reason: Self.chosenReason(chosen, place), isChosen: true)))
    }
    let count = min(request.peerCount, DiagnosisRequest.peerLimit)
    guard count > 0 else { return (result, nil) }
    guard let population = place.city.population else { return (result, Self.noPopulation) }
    let found = try candidates(of: place, population, leavingOut: taken).prefix(count)
    result += found.map { one in
      (one.place, DiagnosisPeer(city: one.place.city, reason: reason(one, place), isChosen: false))
    }
    return (result, found.count < count ? Self.tooFew(found.count) : nil)
  }

  private struct Candidate {
    let place: DiagnosisPlace
    let population: Int
    let isTold: Bool
    let distance: Double
  }

  private func candidates(
    of place: DiagnosisPlace, _ population: Int, leavingOut taken: Set<String>
  ) throws -> [Candidate] {
    var taken = taken
    var result: [Candidate] = []
    let (told, hinted) = try facts.candidates()
    for (iris, isTold) in [(told, true), (hinted, false)] {
      for iri in iris {
        // Most communes of a large store are told apart by their size without further look-ups.
        if let count = cities.listedPopulation(of: iri), !PopulationBand.areAlike(population, count) {
          continue
        }
        let candidate = try cities.place(of: [iri])
        guard candidate.city.kind.code == place.city.kind.code, let other = candidate.city.population,
          PopulationBand.areAlike(population, other), taken.insert(candidate.city.iri).inserted
        else { continue }
        let (small, large) = (min(population, other), max(population, other))
        result.append(
          Candidate(
            place: candidate, population: other, isTold: isTold, distance: Double(large) / Double(small)))
      }
    }
    return result.sorted { left, right in
      if left.isTold != right.isTold { return left.isTold }
      if left.distance != right.distance { return left.distance < right.distance }
      return (left.place.city.label, left.place.city.iri) < (right.place.city.label, right.place.city.iri)
    }
  }

  private func reason(_ one: Candidate, _ place: DiagnosisPlace) -> LocalizedText {
    let band = PopulationBand(population: one.population)
    let isSame = place.city.band == band
    func text(_ language: MessageLanguage) -> String {
      let count = ValueFormat(language).number(one.population)
      let size =
        isSame
        ? language.say("même tranche : \(band.label[.french])", "same class: \(band.label[.english])")
        : language.say("taille voisine, au plus du simple au double", "near in size, at most twice as large")
      let known =
        one.isTold
        ? language.say("a un diagnostic, des fiches ou des faits", "has a diagnosis, sheets or facts")
        : language.say("connu par ses marchés seulement", "known by its awards only")
      return "\(one.place.city.kind.label[language]), "
        + language.say("\(count) habitants", "\(count) inhabitants") + " (\(size)) ; ".typeset(language)
        + known
    }
    return LocalizedText(fr: text(.french), en: text(.english))
  }

  /// Why a chosen peer stands there, and in what it is not alike.
  private static func chosenReason(_ chosen: DiagnosisPlace, _ place: DiagnosisPlace) -> LocalizedText {
    var french = ["choisi par --peer"]
    var english = ["chosen by --peer"]
    if chosen.city.kind.code != place.city.kind.code {
      french.append("autre sorte d’autorité : \(chosen.city.kind.label[.french])")
      english.append("another kind of authority: \(chosen.city.kind.label[.english])")
    }
    switch (chosen.city.population, place.city.population) {
    case (let one?, let other?) where !PopulationBand.areAlike(one, other):
      french.append("taille différente : \(ValueFormat(.french).number(one)) habitants")
      english.append("another size: \(ValueFormat(.english).number(one)) inhabitants")
    case (nil, _):
      french.append("population inconnue")
      english.append("population not known")
    default: break
    }
    return LocalizedText(fr: french.joined(separator: " ; "), en: english.joined(separator: "; "))
  }

  private static let noPopulation = LocalizedText(
    fr:
      "La population de la collectivité n’est pas connue : aucun pair n’est cherché, pour ne pas comparer un village à une métropole. Importez la liste des communes (« passerelle reference import »), indiquez la population dans le diagnostic, ou choisissez des pairs par --peer.",
    en:
      "The population of the authority is not known: no peer is looked for, so as not to compare a village with a métropole. Import the list of communes ('passerelle reference import'), give the population in the diagnosis, or choose peers by --peer."
  )

  private static func tooFew(_ count: Int) -> LocalizedText {
    count == 0
      ? LocalizedText(
        fr: "Aucun pair de même sorte et de taille proche n’est connu, parmi ceux dont la population l’est.",
        en: "No peer of the same kind and like size is known, among those whose population is.")
      : LocalizedText(
        fr: "On ne connaît pas d’autre pair de même sorte et de taille proche.",
        en: "No other peer of the same kind and like size is known.")
  }
}

extension String {
  /// The text with the spaces of a language before its semicolons.
  fileprivate func typeset(_ language: MessageLanguage) -> String {
    language == .french ? self : replacing(" ;", with: ";")
  }
}
