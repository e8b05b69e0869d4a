import PasserelleCore
import PasserelleText

/// Finds what a need asks for that touches the rights of persons: biometric identification and tracking in public
/// space, and personal data that leave.
///
/// A sentence gives a warning where it names the thing and does not deny it. What is excluded by the buyer gives none.
public enum SubstanceWarnings {
  /// The warnings of an outline: its title, its lots and its clauses, each kind once a clause.
  ///
  /// - Parameter outline: The need taken apart, clauses with their anchors.
  /// - Returns: The warnings in the order of the text.
  /// - Complexity: O(*n*) in the words.
  public static func warnings(in outline: SpecificationOutline) -> [SubstanceWarning] {
    // Whether the need is about public space or cameras decides where a clause does not say.
    let heads = [outline.title] + outline.lots.map(\.title)
    let context = SubstanceContext(heads: heads, clauses: outline.clauses.map(\.text))
    var result: [SubstanceWarning] = []
    for head in heads {
      result += warnings(in: head, heading: "", context).map { SubstanceWarning($0, nil) }
    }
    for clause in outline.clauses {
      result += warnings(in: clause.text, heading: clause.heading, context).map {
        SubstanceWarning($0, clause)
      }
    }
    // What the title or a lot says and a clause says again is told with the clause.
    let told = Set(result.filter { $0.clauseID != nil }.map(\.kind))
    return result.filter { $0.clauseID != nil || !told.contains($0.kind) }
  }

  /// The kinds of warning that a text by itself gives.
  ///
  /// - Parameters:
  ///   - text: A clause.
  ///   - heading: The heading it stands under.
  /// - Returns: Each kind once.
  public static func kinds(in text: String, heading: String = "") -> [SubstanceWarning.Kind] {
    warnings(in: text, heading: heading, SubstanceContext(heads: [], clauses: [])).map(\.kind)
  }

  /// One thing found in a sentence.
  struct Finding {
    let kind: SubstanceWarning.Kind
    let sentence: String
    let words: [String]
  }

  static func warnings(in text: String, heading: String, _ context: SubstanceContext) -> [Finding] {
    guard SubstanceContext.mayMatter(text) else { return [] }
    var findings: [Finding] = []
    for piece in SentenceSplitter.sentences(text).flatMap(Self.parts) {
      let sentence = SubstanceSentence(piece)
      for finding in Self.findings(sentence, heading: heading, context)
      where !findings.contains(where: { $0.kind == finding.kind }) {
        findings.append(finding)
      }
    }
    return findings
  }

  /// A sentence cut at its semicolons, unless they divide a list that a colon opens.
  private static func parts(_ sentence: String) -> [String] {
    guard sentence.utf8.contains(UInt8(ascii: ";")), !sentence.utf8.contains(UInt8(ascii: ":")) else {
      return [sentence]
    }
    return sentence.split(separator: ";").map { LineShape.trimmed($0) }
  }

  private static func findings(
    _ sentence: SubstanceSentence, heading: String, _ context: SubstanceContext
  ) -> [Finding] {
    var findings: [Finding] = []
    func add(_ kind: SubstanceWarning.Kind, _ found: [SubstanceSentence.Found]) {
      let words = found.map { sentence.string($0.words) }
      findings.append(Finding(kind: kind, sentence: sentence.text, words: words))
    }
    if let biometric = biometrics(sentence) {
      add(biometricKind(sentence, biometric, heading, context), [biometric])
    }
    if let tracking = tracking(sentence) { add(.personTracking, tracking) }
    if let export = export(sentence) { add(.personalDataExport, export) }
    return findings
  }

  // MARK: Biometrics

  private static func biometrics(_ sentence: SubstanceSentence) -> SubstanceSentence.Found? {
    // Physicians and foresters measure too.
    let all =
      sentence.places(.remoteBiometrics) + (sentence.has(.medical) ? [] : sentence.places(.biometrics))
    return all.first { !sentence.isDenied($0.words) }
  }

  /// In public space, or elsewhere: by the sentence, then by its heading, then by the whole need.
  private static func biometricKind(
    _ sentence: SubstanceSentence, _ found: SubstanceSentence.Found, _ heading: String,
    _ context: SubstanceContext
  ) -> SubstanceWarning.Kind {
    let isOpen = sentence.has(.publicSpace) || sentence.has(.camera)
    let isAccess = sentence.has(.access)
    if isOpen, !isAccess || sentence.has(.publicSpace) { return .biometricPublicSpace }
    if isAccess { return .biometricAccess }
    let above = SubstanceSentence(heading)
    if above.has(.access) { return .biometricAccess }
    if above.has(.publicSpace) || above.has(.camera) { return .biometricPublicSpace }
    // Faces, gaits and emotions are seen from afar.
    if found.cue == .remoteBiometrics { return .biometricPublicSpace }
    return context.isAboutPublicSpace && !context.isAboutAccess ? .biometricPublicSpace : .biometricAccess
  }

  // MARK: Tracking

  private static func tracking(_ sentence: SubstanceSentence) -> [SubstanceSentence.Found]? {
    if let found = sentence.places(.tracking).first(where: { !sentence.isDenied($0.words) }) {
      // `réidentification` alone also stands for data: persons or cameras must be there.
      let needsPerson = found.phrase.hasPrefix("re")
      if !needsPerson || sentence.has(.person) || sentence.has(.camera) { return [found] }
    }
    if sentence.has(.realTime) || sentence.places(.camera).contains(where: { $0.phrase != "images" }),
      let found = following(sentence)
    {
      return found
    }
    guard let plate = sentence.places(.plate).first, !sentence.has(.anonymous),
      let link = sentence.places(.link).first(where: { !sentence.isDenied($0.words) }),
      let driver = sentence.places(.driver).first(where: { !sentence.isDenied($0.words) })
    else { return nil }
    return [plate, link, driver]
  }

  /// `suivre un individu`, `persons shall be followed`.
  private static func following(_ sentence: SubstanceSentence) -> [SubstanceSentence.Found]? {
    for following in sentence.places(.following) where !sentence.isDenied(following.words) {
      let place = following.words.lowerBound
      let isPassive = place > 0 && auxiliaries.contains(sentence.string((place - 1)..<place))
      for person in sentence.places(.person) {
        let start = person.words.lowerBound
        let gap = start - following.words.upperBound
        let before = (max(0, start - 2)..<start).map { sentence.string($0..<($0 + 1)) }
        let isAgent = before.contains("par") || before.contains("by")
        if (0...7).contains(gap), !isAgent { return [following, person] }
        if isPassive, (0...6).contains(place - person.words.upperBound) { return [person, following] }
      }
    }
    return nil
  }

  /// Words that make a passive.
  private static let auxiliaries: Set<String> = [
    "est", "sont", "etre", "sera", "seront", "be", "is", "are", "been", "peuvent", "ser", "sao",
  ]

  // MARK: Personal data

  /// How far apart the data and what is done with them may stand, in words.
  private static let distance = 14

  private static func export(_ sentence: SubstanceSentence) -> [SubstanceSentence.Found]? {
    guard !sentence.has(.anonymous), !sentence.has(.condition) else { return nil }
    let data = (sentence.places(.personalData) + sentence.places(.user)).first {
      !sentence.isDenied($0.words)
    }
    guard let data else { return nil }
    func near(_ cue: SubstanceCues.Cue) -> SubstanceSentence.Found? {
      sentence.places(cue).first {
        !$0.words.overlaps(data.words) && !sentence.isDenied($0.words)
          && max($0.words.lowerBound - data.words.upperBound, data.words.lowerBound - $0.words.upperBound)
            <= distance
      }
    }
    if let abroad = near(.abroad), let transfer = near(.transfer) { return [data, transfer, abroad] }
    for cue in [SubstanceCues.Cue.sale, .publication] {
      let done = sentence.places(cue).first {
        !sentence.isDenied($0.words) && isDone($0.words, to: data.words, sentence)
      }
      if let done { return [data, done] }
    }
    if let third = near(.thirdParty), let given = near(.transfer) ?? near(.disclosure) ?? near(.sale) {
      return [data, given, third]
    }
    return nil
  }

  /// Whether what is done is done to the data: `vendre les données`, `les données sont vendues`.
  private static func isDone(_ act: Range<Int>, to data: Range<Int>, _ sentence: SubstanceSentence) -> Bool {
    if act.upperBound <= data.lowerBound {
      return data.lowerBound - act.upperBound <= distance
        && sentence.isBridged(
          act.upperBound..<data.lowerBound, by: [.light, .publication, .sale, .disclosure, .transfer, .user],
          or: [
            "sur", "portail", "site", "plateforme", "internet", "on", "leur", "leurs", "ses", "son", "its",
            "their", "fichier", "liste",
          ])
    }
    guard act.lowerBound >= data.upperBound, act.lowerBound - data.upperBound <= distance else {
      return false
    }
    let between = (data.upperBound..<act.lowerBound).map { sentence.string($0..<($0 + 1)) }
    return between.contains { auxiliaries.contains($0) }
      && !between.contains { ["avant", "before", "apres", "after", "si", "if"].contains($0) }
  }

}

extension SubstanceWarning {
  init(_ finding: SubstanceWarnings.Finding, _ clause: SpecificationClause?) {
    self.init(
      kind: finding.kind, clauseID: clause?.id, anchor: clause?.anchor, quote: finding.sentence,
      words: finding.words)
  }
}

/// What a need as a whole is about, for clauses that do not say.
struct SubstanceContext {
  let isAboutPublicSpace: Bool
  let isAboutAccess: Bool

  init(heads: [String], clauses: [String]) {
    let titles = heads.map { SubstanceSentence($0) }
    let isTitleAccess = titles.contains { $0.has(.access) }
    let isTitleOpen = titles.contains { $0.has(.camera) || $0.has(.publicSpace) }
    isAboutAccess = isTitleAccess && !isTitleOpen
    isAboutPublicSpace =
      isTitleOpen
      || clauses.contains { text in
        text.utf8.count < 4000 && Self.mentionsCameras(text)
      }
  }

  private static func mentionsCameras(_ text: String) -> Bool {
    let folded = TextFolding.fold(text)
    return [
      "videoprotection", "video protection", "videosurveillance", "cctv", "espace public", "voie publique",
    ]
    .contains { folded.contains($0) }
  }

  /// Stems of which a text must hold one to be looked at: most clauses hold none.
  private static let stems = [
    "visage", "facial", "face", "biom", "empreinte", "iris", "fingerprint", "motion", "demarche", "gait",
    "individu",
    "personn", "pieton", "passant", "pedestrian", "people", "person", "plaque", "plate", "lapi", "donnees",
    "data", "dados",
    "nominativ", "impress", "fichier", "noms", "names", "main", "veineux", "vein", "palm", "hand",
    "coordonnees",
  ]

  /// Whether a text can give a warning at all.
  static func mayMatter(_ text: String) -> Bool {
    let folded = TextFolding.fold(text)
    return stems.contains { folded.contains($0) }
  }
}
