extension OpportunitiesLabel {
  /// The labels and certificates that calls of the field ask for, by name.
  static let all: [OpportunitiesLabel] =
    iso.map { number in
      OpportunitiesLabel(
        name: "ISO " + number,
        spellings: [["iso", number], ["iso", "iec", number], ["iso", "cei", number], ["iso" + number]])
    } + [
      label("SecNumCloud", "secnumcloud"),
      label("HDS", "certification hds", "certifie hds", "hebergeur de donnees de sante"),
      label("PASSI", "passi"), label("PRIS", "qualification pris", "qualifie pris"),
      label("PDIS", "qualification pdis", "qualifie pdis"), label("Cofrac", "cofrac"),
      label("Qualifelec", "qualifelec"), label("Qualibat", "qualibat"), label("Qualipac", "qualipac"),
      label("Qualiopi", "qualiopi"),
      label("Qualification IRVE", "qualification irve", "qualifie irve", "mention irve"),
      label("RGE", "rge"), label("MASE", "mase"), label("APSAD", "apsad"), label("OPQIBI", "opqibi"),
      label("EcoVadis", "ecovadis"), label("B Corp", "b corp"),
      label("Numérique responsable", "label numerique responsable", "numerique responsable niveau"),
      label("Écolabel européen", "ecolabel europeen", "ecolabel"),
    ]

  /// Management systems that bodies certify; other numbers of ISO are standards of products and data.
  private static let iso = [
    "9001", "13485", "14001", "17020", "17025", "20000", "22301", "27001", "27017", "27018", "27701", "37101",
    "45001", "50001",
  ]

  private static func label(_ name: String, _ spellings: String...) -> OpportunitiesLabel {
    OpportunitiesLabel(name: name, spellings: spellings.map { $0.split(separator: " ").map(String.init) })
  }
}
