import Foundation
import PasserelleResolution
import Testing

struct ScoringTests {
  @Test(arguments: [
    ("COLACO SARL", "SAS COLACO"), ("D.PAROTON SAS", "SAS D.PAROTON"), ("RDM Vidéo", "RDM VIDEO SA"),
    ("QCS SERVICE", "QCS SERVICES"), ("laboratoire Rivadis", "LABORATOIRES RIVADIS SAS"),
  ])
  func spellingsOfOneCompanyScoreHigh(_ left: String, _ right: String) throws {
    #expect(try OntologyFolder.score(left, right).probability > 0.5)
  }

  @Test(arguments: [
    ("BHD Environnement", "CLM ENVIRONNEMENT SAS"), ("MAIRIE DE NICE", "MAIRIE DE GIEN"),
    ("IRIS CONSEIL", "SATIS CONSEIL"),
    ("Conseil Départemental de la Corrèze", "Conseil Départemental de la Charente"),
  ])
  func likeNamesOfTwoScoreLow(_ left: String, _ right: String) throws {
    #expect(try OntologyFolder.score(left, right).probability < 0.4)
  }

  @Test func identifiersVetoAndProve() throws {
    let kit = try OntologyFolder.kit.get()
    func mention(_ id: String, _ name: String, _ siren: String) -> PreparedMention {
      kit.preparer.prepare(
        Mention(id: id, names: [name], identifiers: [Mention.Identifier(.siren, siren)], country: "FR"))
    }
    let one = mention("1", "Dupont", "732829320")
    #expect(kit.scorer.score(one, mention("2", "Dupont", "552081317")).veto == .identifiers)
    #expect(kit.scorer.score(one, mention("3", "Dupont", "732829320")).probability > 0.9)
    #expect(kit.scorer.score(one, mention("4", "Dupont", "732829321")).veto == nil)
  }

  @Test func communeAndMetropoleNeverMerge() throws {
    #expect(try OntologyFolder.score("Ville de Lyon", "Métropole de Lyon").veto == .bodies)
    #expect(try OntologyFolder.score("Ville de Lyon", "Mairie de Lyon").veto == nil)
  }

  @Test func identicalNamesAreSureButNeverCertain() throws {
    let score = try OntologyFolder.score("Fabregue Duo", "Fabregue Duo")
    #expect(score.probability > 0.7 && score.probability < 1)
  }

  @Test func contributionsNameTheirFeatures() throws {
    let kit = try OntologyFolder.kit.get()
    let left = kit.preparer.prepare(Mention(id: "1", names: ["Fabregue Duo SA"], country: "FR"))
    let right = kit.preparer.prepare(Mention(id: "2", names: ["Fabregue SA"], country: "FR"))
    let reasons = kit.scorer.explain(left, right)
    #expect(!reasons.isEmpty)
    let shares = reasons.map { abs($0.contribution) }
    #expect(shares == shares.sorted(by: >))
  }

  /// A reason never tells of a difference that there is none of.
  @Test func reasonsTellAbsenceAsAbsence() throws {
    let kit = try OntologyFolder.kit.get()
    let name = "Syndicat mixte Alterre Numérique"
    let left = kit.preparer.prepare(Mention(id: "1", names: [name], country: "FR"))
    let right = kit.preparer.prepare(Mention(id: "2", names: [name], country: "FR"))
    let reasons = kit.candidateScorer.explain(left, right)
    let absent = reasons.filter { $0.value == 0 }
    #expect(!absent.isEmpty)
    for reason in reasons {
      let feature = try #require(NameFeature.allCases.first { $0.name == reason.feature })
      #expect(reason.text == (reason.value == 0 ? feature.absence : feature.text))
    }
    #expect(Set(NameFeature.allCases.map(\.text)).isDisjoint(with: NameFeature.allCases.map(\.absence)))
  }

  @Test func modelsReadWhatTheyWrite() throws {
    let features = NameFeature.allCases.map {
      ResolutionModel.Feature(name: $0.name, weight: 0.5, mean: 0.25)
    }
    let tree = [
      ResolutionModel.Node(feature: 2, threshold: 0.5, right: 2, value: 0.1),
      ResolutionModel.Node(feature: -1, threshold: 0, right: 0, value: -0.25),
      ResolutionModel.Node(feature: -1, threshold: 0, right: 0, value: 0.75),
    ]
    let model = ResolutionModel(
      name: "test", trained: "2026-01-01", dataHash: "0", pairs: 2, threshold: 0.5, bias: -1,
      features: features,
      trees: [tree], slope: 0.9, offset: 0.1)
    #expect(try ResolutionModel(text: model.text, source: "test") == model)
    #expect(throws: (any Error).self) { try ResolutionModel(text: "passerelle-resolution/9", source: "test") }
  }

  @Test func moreOfAGoodFeatureNeverLowersTheScore() throws {
    let path = ResolutionKit.modelPath("organisations-fr")
    let model = try ResolutionModel(
      text: String(contentsOfFile: OntologyFolder.path + "/" + path, encoding: .utf8), source: path)
    var seed: UInt64 = 3
    func next() -> Float {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(seed >> 40) / Float(1 << 24)
    }
    var broken: [String] = []
    for _ in 0..<300 {
      let row = NameFeature.allCases.map { _ in next() }
      for feature in NameFeature.allCases where feature.direction != 0 {
        var more = row
        more[feature.rawValue] += next()
        let (before, after) = (
          row.withUnsafeBufferPointer { model.rawScore($0) },
          more.withUnsafeBufferPointer { model.rawScore($0) }
        )
        if (after - before) * Double(feature.direction) < -1e-6 { broken.append(feature.name) }
      }
    }
    #expect(broken.isEmpty)
  }

  @Test func wrongIdentifiersAreFlagged() throws {
    let kit = try OntologyFolder.kit.get()
    let names = ["Fabregue Duo SA", "FABREGUE DUO", "Société Fabrègue Duo", "SMACL Assurances"]
    let mentions = names.enumerated().map { rank, name in
      Mention(
        id: "m\(rank)", names: [name], identifiers: [Mention.Identifier(.siren, "732829320")], country: "FR")
    }
    let conflicts = IdentifierConflict.find(mentions, kit: kit)
    #expect(conflicts.map(\.other) == ["m3"])
  }
}
