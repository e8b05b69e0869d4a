import PasserelleText

/// Well-known brands of the trades of the smart city.
///
/// A name here is no judgement on its owner: it is one that a specification should not ask for without admitting an
/// equivalent.
enum BrandTable {
  /// How many words the brand at a place has; nil for none.
  static func length(ofBrandAt index: Int, in folded: [String]) -> Int? {
    let first = folded[index]
    guard let names = byFirst[first] else { return nil }
    for name in names where index + name.count <= folded.count {
      if zip(name, folded[index...]).allSatisfy({ $0 == $1 }) { return name.count }
    }
    return nil
  }

  private static let byFirst: [String: [[String]]] = {
    var table: [String: [[String]]] = [:]
    for name in source.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
      let words = TextFolding.fold(String(name)).split(separator: " ").map(String.init)
      if let first = words.first { table[first, default: []].append(words) }
    }
    for key in table.keys { table[key]?.sort { ($1.count, $0.joined()) < ($0.count, $1.joined()) } }
    return table
  }()

  private static let source = """
    Schneider Electric; Siemens; Philips; Signify; Thorn; Schréder; Eclatec; Ragni; Comatelec; Citelum; Bouygues Energies
    Legrand; Hager; Osram; Zumtobel; Lacroix; Aximum; Swarco; Sagemcom; Itron; Diehl; Kamstrup; Sensus; Birdz; Suez; Veolia
    Kerlink; Semtech; Actility; Objenious; Sigfox; Adeunis; Milesight; Dragino; Libelium; Enlighted; Bosch; Hikvision; Dahua
    Axis; Hanwha; Avigilon; Milestone; Genetec; Mobotix; Vivotek; Panasonic; Sony; Samsung; Cisco; Aruba; Huawei; Ruckus
    Ubiquiti; Fortinet; Stormshield; Palo Alto; Sophos; Check Point; Juniper; Alcatel Lucent; Nokia; Ericsson; HPE; Dell
    Hewlett Packard; Lenovo; Apple; iPhone; iPad; Microsoft; Windows; Office 365; Microsoft 365; Teams; SharePoint; Azure; AWS
    Amazon Web Services; Google; Android; Oracle; SAP; Salesforce; VMware; Citrix; Veeam; Splunk; Tableau; Power BI; Qlik
    ArcGIS; Esri; Autodesk; AutoCAD; Revit; Bentley; Dassault; FME; Opendatasoft; Berger Levrault; Ciril; Arpège; Cosoluce
    Parkeon; Flowbird; Hectronic; Cale; Ineo; Transdev; Keolis; JCDecaux; Smovengo; Ixxi; Conduent; Worldline; Thales; Atos
    Wavestone; Sopra Steria; Capgemini; Dalkia; Engie; Cofely; Viessmann; De Dietrich; Atlantic; Daikin; Mitsubishi Electric
    Danfoss; Grundfos; Wilo; Honeywell; Johnson Controls; Sauter; Distech; Wit; Trend Controls; Endress Hauser; Vega; Hach
    Lange; Ijinus; Sofrel; Lacroix Sofrel; Perax; Wago; Phoenix Contact; ABB; Alfen; DBT; Wallbox; Tesla; EVBox; Ies Synergy
    Renault; Peugeot; Citroën; Iveco; Mercedes; Volvo; Scania; MAN Truck; Caterpillar; Kärcher; Nilfisk; John Deere; Stihl
    Husqvarna; Kubota; Makita; Hilti; Festool; Sulo; Plastic Omnium; Contenur; ESE World; Citec; Bigbelly; Sensoneo; Enevo
    Vinci; Eiffage; Spie; Xerox; Canon; Ricoh; Konica Minolta; Epson; Brother; Toshiba; Kyocera; Lexmark; Smartboard; Promethean
    Velux; Placoplatre; Placo; Siplast; Soprema; Weber; Sika; Saint Gobain; Technal; Schüco; Geberit; Jacob Delafon; Grohe
    Forbo; Gerflor; Tarkett; Nora; Desso; Interface Carpet; WordPress; Drupal; Liferay; Zendesk; Jira; GLPI; Decidim; Cap Collectif
    """
}
