// Made by Scripts/embed-ontology from Ontology/. Do not edit.

/// The files of `Ontology/` as they were when the program was built.
public enum EmbeddedOntology {
  /// Each file by its path inside `Ontology/`, sorted.
  public static let files: [(path: String, contents: String)] = [
    (
      "Codelists/certainty.yaml",
      ##"""
      format: passerelle-ontology/1
      list: certainty
      label:
        fr: Degrés de certitude d’une assertion
        en: Degrees of certainty of a claim
      source: "The project's own list"
      codes:
        explicit:
          fr: explicite
          en: explicit
          definition:
            fr: "Le texte le dit en toutes lettres."
            en: "The text says it in so many words."
        inferred:
          fr: déduit
          en: inferred
          definition:
            fr: "Le texte ne le dit pas ; une personne ou une règle l’en a déduit."
            en: "The text does not say it; a person or a rule inferred it."

      """##
    ),
    (
      "Codelists/communes.yaml",
      ##"""
      format: passerelle-ontology/1
      list: communes
      label:
        fr: Communes citées par le corpus
        en: Communes that the corpus names
      parents: departements
      source: "INSEE and La Poste by data.gouv.fr, Licence Ouverte 2.0; written by Scripts/generate-demonstration"
      codes:
        "03102": {name: "Dompierre-sur-Besbre", parent: "03", latitude: 46.5336, longitude: 3.6787}
        "03190": {name: "Moulins", parent: "03", latitude: 46.5591, longitude: 3.3255}
        "03254": {name: "Saint-Pourçain-sur-Sioule", parent: "03", latitude: 46.3047, longitude: 3.3028}
        "05040": {name: "Chorges", parent: "05", latitude: 44.5473, longitude: 6.2870}
        "05061": {name: "Gap", parent: "05", latitude: 44.5797, longitude: 6.0616}
        "06088": {name: "Nice", parent: "06", latitude: 43.7032, longitude: 7.2528}
        "08105": {name: "Charleville-Mézières", parent: "08", latitude: 49.7802, longitude: 4.7304}
        "08363": {name: "Revin", parent: "08", latitude: 49.9338, longitude: 4.6931}
        "08367": {name: "Rocroi", parent: "08", latitude: 49.9277, longitude: 4.5548}
        "08480": {name: "Villers-Semeuse", parent: "08", latitude: 49.7404, longitude: 4.7537}
        "08488": {name: "Vivier-au-Court", parent: "08", latitude: 49.7325, longitude: 4.8217}
        "12056": {name: "Baraqueville", parent: "12", latitude: 44.2824, longitude: 2.4527}
        "12096": {name: "Espalion", parent: "12", latitude: 44.5191, longitude: 2.7624}
        "12100": {name: "Firmi", parent: "12", latitude: 44.5450, longitude: 2.3268}
        "12120": {name: "Laissac-Sévérac l'Église", parent: "12", latitude: 44.3692, longitude: 2.8352}
        "12145": {name: "Millau", parent: "12", latitude: 44.0983, longitude: 3.1176}
        "12202": {name: "Rodez", parent: "12", latitude: 44.3591, longitude: 2.5699}
        "12270": {name: "Sévérac d'Aveyron", parent: "12", latitude: 44.3138, longitude: 3.0294}
        "13004": {name: "Arles", parent: "13", latitude: 43.5446, longitude: 4.6513}
        "13038": {name: "Fontvieille", parent: "13", latitude: 43.7278, longitude: 4.7128}
        "13055": {name: "Marseille", parent: "13", latitude: 43.2961, longitude: 5.3699}
        "13058": {name: "Maussane-les-Alpilles", parent: "13", latitude: 43.7158, longitude: 4.8380}
        "13063": {name: "Miramas", parent: "13", latitude: 43.5841, longitude: 5.0149}
        "13097": {name: "Saint-Martin-de-Crau", parent: "13", latitude: 43.6074, longitude: 4.8688}
        "15187": {name: "Saint-Flour", parent: "15", latitude: 45.0251, longitude: 3.0730}
        "17094": {name: "Châtelaillon-Plage", parent: "17", latitude: 46.0740, longitude: -1.0804}
        "17274": {name: "Périgny", parent: "17", latitude: 46.1559, longitude: -1.0798}
        "17299": {name: "Rochefort", parent: "17", latitude: 45.9455, longitude: -0.9745}
        "17300": {name: "La Rochelle", parent: "17", latitude: 46.1621, longitude: -1.1765}
        "17407": {name: "Sainte-Soulle", parent: "17", latitude: 46.1966, longitude: -1.0060}
        "17434": {name: "Surgères", parent: "17", latitude: 46.0985, longitude: -0.7514}
        "21171": {name: "Chevigny-Saint-Sauveur", parent: "21", latitude: 47.2986, longitude: 5.1319}
        "21231": {name: "Dijon", parent: "21", latitude: 47.3319, longitude: 5.0322}
        "21292": {name: "Genlis", parent: "21", latitude: 47.2403, longitude: 5.2196}
        "21295": {name: "Gevrey-Chambertin", parent: "21", latitude: 47.2188, longitude: 4.9865}
        "21540": {name: "Saint-Apollinaire", parent: "21", latitude: 47.3366, longitude: 5.0939}
        "22055": {name: "Binic-Étables-sur-Mer", parent: "22", latitude: 48.6167, longitude: -2.8373}
        "22106": {name: "Langueux", parent: "22", latitude: 48.5021, longitude: -2.7087}
        "22187": {name: "Plérin", parent: "22", latitude: 48.5467, longitude: -2.7817}
        "22222": {name: "Plouha", parent: "22", latitude: 48.6855, longitude: -2.9334}
        "22278": {name: "Saint-Brieuc", parent: "22", latitude: 48.5108, longitude: -2.7657}
        "24256": {name: "Marsac-sur-l'Isle", parent: "24", latitude: 45.1816, longitude: 0.6475}
        "24312": {name: "Sanilhac", parent: "24", latitude: 45.1078, longitude: 0.7435}
        "24322": {name: "Périgueux", parent: "24", latitude: 45.1939, longitude: 0.7104}
        "24352": {name: "Ribérac", parent: "24", latitude: 45.2428, longitude: 0.3402}
        "24557": {name: "Trélissac", parent: "24", latitude: 45.2114, longitude: 0.7738}
        "25056": {name: "Besançon", parent: "25", latitude: 47.2602, longitude: 6.0123}
        "26058": {name: "Bourg-lès-Valence", parent: "26", latitude: 44.9637, longitude: 4.8900}
        "26165": {name: "Livron-sur-Drôme", parent: "26", latitude: 44.7912, longitude: 4.8257}
        "26166": {name: "Loriol-sur-Drôme", parent: "26", latitude: 44.7495, longitude: 4.8141}
        "26347": {name: "Tain-l'Hermitage", parent: "26", latitude: 45.0680, longitude: 4.8488}
        "26362": {name: "Valence", parent: "26", latitude: 44.9234, longitude: 4.9164}
        "30006": {name: "Aimargues", parent: "30", latitude: 43.6667, longitude: 4.2010}
        "30007": {name: "Alès", parent: "30", latitude: 44.1250, longitude: 4.0905}
        "30047": {name: "Bouillargues", parent: "30", latitude: 43.7989, longitude: 4.4345}
        "30189": {name: "Nîmes", parent: "30", latitude: 43.8322, longitude: 4.3429}
        "30227": {name: "Saint-Ambroix", parent: "30", latitude: 44.2489, longitude: 4.1913}
        "30243": {name: "Saint-Christol-lez-Alès", parent: "30", latitude: 44.0830, longitude: 4.0682}
        "30258": {name: "Saint-Gilles", parent: "30", latitude: 43.6606, longitude: 4.4128}
        "30284": {name: "Saint-Martin-de-Valgalgues", parent: "30", latitude: 44.1648, longitude: 4.0797}
        "30305": {name: "Salindres", parent: "30", latitude: 44.1617, longitude: 4.1617}
        "30334": {name: "Uzès", parent: "30", latitude: 44.0289, longitude: 4.4160}
        "31555": {name: "Toulouse", parent: "31", latitude: 43.6007, longitude: 1.4328}
        "33063": {name: "Bordeaux", parent: "33", latitude: 44.8624, longitude: -0.5847}
        "35238": {name: "Rennes", parent: "35", latitude: 48.1159, longitude: -1.6884}
        "37003": {name: "Amboise", parent: "37", latitude: 47.3967, longitude: 0.9989}
        "37109": {name: "Fondettes", parent: "37", latitude: 47.4127, longitude: 0.6032}
        "37214": {name: "Saint-Cyr-sur-Loire", parent: "37", latitude: 47.4188, longitude: 0.6554}
        "37261": {name: "Tours", parent: "37", latitude: 47.3943, longitude: 0.6949}
        "37266": {name: "Veigné", parent: "37", latitude: 47.2860, longitude: 0.7243}
        "38151": {name: "Échirolles", parent: "38", latitude: 45.1441, longitude: 5.7148}
        "38185": {name: "Grenoble", parent: "38", latitude: 45.1842, longitude: 5.7155}
        "38189": {name: "Heyrieux", parent: "38", latitude: 45.6275, longitude: 5.0579}
        "38229": {name: "Meylan", parent: "38", latitude: 45.2147, longitude: 5.7865}
        "38344": {name: "Roussillon", parent: "38", latitude: 45.3818, longitude: 4.8133}
        "38378": {name: "Saint-Clair-du-Rhône", parent: "38", latitude: 45.4357, longitude: 4.7739}
        "38449": {name: "Saint-Quentin-Fallavier", parent: "38", latitude: 45.6392, longitude: 5.1128}
        "38474": {name: "Sassenage", parent: "38", latitude: 45.2141, longitude: 5.6541}
        "38544": {name: "Vienne", parent: "38", latitude: 45.5221, longitude: 4.8803}
        "38545": {name: "Vif", parent: "38", latitude: 45.0430, longitude: 5.6712}
        "41018": {name: "Blois", parent: "41", latitude: 47.5813, longitude: 1.3049}
        "41067": {name: "Cour-Cheverny", parent: "41", latitude: 47.5057, longitude: 1.4725}
        "41136": {name: "Mer", parent: "41", latitude: 47.7123, longitude: 1.5051}
        "41167": {name: "Veuzain-sur-Loire", parent: "41", latitude: 47.5079, longitude: 1.1500}
        "41276": {name: "Villebarou", parent: "41", latitude: 47.6252, longitude: 1.3187}
        "42127": {name: "Mably", parent: "42", latitude: 46.0916, longitude: 4.0657}
        "42177": {name: "Pouilly-sous-Charlieu", parent: "42", latitude: 46.1344, longitude: 4.1315}
        "42182": {name: "Renaison", parent: "42", latitude: 46.0454, longitude: 3.9110}
        "42187": {name: "Roanne", parent: "42", latitude: 46.0443, longitude: 4.0797}
        "42289": {name: "Saint-Symphorien-de-Lay", parent: "42", latitude: 45.9473, longitude: 4.2230}
        "44020": {name: "Bouguenais", parent: "44", latitude: 47.1710, longitude: -1.6181}
        "44109": {name: "Nantes", parent: "44", latitude: 47.2382, longitude: -1.5603}
        "44143": {name: "Rezé", parent: "44", latitude: 47.1733, longitude: -1.5573}
        "44209": {name: "Treillières", parent: "44", latitude: 47.3146, longitude: -1.6313}
        "44215": {name: "Vertou", parent: "44", latitude: 47.1532, longitude: -1.4679}
        "45095": {name: "Chilleurs-aux-Bois", parent: "45", latitude: 48.0621, longitude: 2.1412}
        "45142": {name: "Fay-aux-Loges", parent: "45", latitude: 47.9315, longitude: 2.1589}
        "45147": {name: "Fleury-les-Aubrais", parent: "45", latitude: 47.9449, longitude: 1.9224}
        "45169": {name: "Ingré", parent: "45", latitude: 47.9218, longitude: 1.8161}
        "45188": {name: "Loury", parent: "45", latitude: 48.0047, longitude: 2.0997}
        "45234": {name: "Orléans", parent: "45", latitude: 47.8734, longitude: 1.9122}
        "45252": {name: "Pithiviers", parent: "45", latitude: 48.1805, longitude: 2.2501}
        "45274": {name: "Saint-Denis-en-Val", parent: "45", latitude: 47.8791, longitude: 1.9714}
        "45298": {name: "Saint-Pryvé-Saint-Mesmin", parent: "45", latitude: 47.8796, longitude: 1.8448}
        "47001": {name: "Agen", parent: "47", latitude: 44.2011, longitude: 0.6302}
        "47004": {name: "Aiguillon", parent: "47", latitude: 44.2989, longitude: 0.3620}
        "47031": {name: "Boé", parent: "47", latitude: 44.1695, longitude: 0.6494}
        "47069": {name: "Colayrac-Saint-Cirq", parent: "47", latitude: 44.2351, longitude: 0.5587}
        "47195": {name: "Nérac", parent: "47", latitude: 44.1339, longitude: 0.3470}
        "49007": {name: "Angers", parent: "49", latitude: 47.4819, longitude: -0.5629}
        "50082": {name: "Bricquebec-en-Cotentin", parent: "50", latitude: 49.4621, longitude: -1.6628}
        "50129": {name: "Cherbourg-en-Cotentin", parent: "50", latitude: 49.6276, longitude: -1.6356}
        "50551": {name: "Saint-Sauveur-le-Vicomte", parent: "50", latitude: 49.3828, longitude: -1.5452}
        "51193": {name: "Courtisols", parent: "51", latitude: 48.9776, longitude: 4.5282}
        "51454": {name: "Reims", parent: "51", latitude: 49.2535, longitude: 4.0551}
        "51649": {name: "Vitry-le-François", parent: "51", latitude: 48.7292, longitude: 4.5947}
        "52121": {name: "Chaumont", parent: "52", latitude: 48.0965, longitude: 5.1566}
        "52353": {name: "Nogent", parent: "52", latitude: 48.0419, longitude: 5.3636}
        "52448": {name: "Saint-Dizier", parent: "52", latitude: 48.6319, longitude: 4.9399}
        "52550": {name: "Wassy", parent: "52", latitude: 48.5019, longitude: 4.9343}
        "53007": {name: "Argentré", parent: "53", latitude: 48.0942, longitude: -0.6240}
        "53034": {name: "Bonchamp-lès-Laval", parent: "53", latitude: 48.0715, longitude: -0.6996}
        "53097": {name: "Évron", parent: "53", latitude: 48.1423, longitude: -0.4328}
        "53130": {name: "Laval", parent: "53", latitude: 48.0578, longitude: -0.7692}
        "53140": {name: "Louverné", parent: "53", latitude: 48.1256, longitude: -0.7119}
        "54395": {name: "Nancy", parent: "54", latitude: 48.6881, longitude: 6.1734}
        "55523": {name: "Vacherauville", parent: "55", latitude: 49.2316, longitude: 5.3492}
        "56010": {name: "Baud", parent: "56", latitude: 47.8693, longitude: -3.0287}
        "56017": {name: "Bignan", parent: "56", latitude: 47.8737, longitude: -2.7498}
        "56023": {name: "Brech", parent: "56", latitude: 47.7069, longitude: -3.0265}
        "56031": {name: "Camors", parent: "56", latitude: 47.8293, longitude: -3.0016}
        "56121": {name: "Lorient", parent: "56", latitude: 47.7494, longitude: -3.3803}
        "56140": {name: "Moréac", parent: "56", latitude: 47.9306, longitude: -2.8001}
        "56162": {name: "Ploemeur", parent: "56", latitude: 47.7312, longitude: -3.4489}
        "56177": {name: "Pluvigner", parent: "56", latitude: 47.7821, longitude: -3.0204}
        "56178": {name: "Pontivy", parent: "56", latitude: 48.0663, longitude: -2.9697}
        "56185": {name: "Quéven", parent: "56", latitude: 47.7871, longitude: -3.4172}
        "56260": {name: "Vannes", parent: "56", latitude: 47.6577, longitude: -2.7485}
        "59112": {name: "Bruay-sur-l'Escaut", parent: "59", latitude: 50.3967, longitude: 3.5382}
        "59131": {name: "Cappelle-la-Grande", parent: "59", latitude: 50.9953, longitude: 2.3716}
        "59172": {name: "Denain", parent: "59", latitude: 50.3290, longitude: 3.3922}
        "59179": {name: "Douchy-les-Mines", parent: "59", latitude: 50.3005, longitude: 3.3887}
        "59183": {name: "Dunkerque", parent: "59", latitude: 51.0169, longitude: 2.3431}
        "59271": {name: "Grande-Synthe", parent: "59", latitude: 51.0157, longitude: 2.2938}
        "59350": {name: "Lille", parent: "59", latitude: 50.6311, longitude: 3.0470}
        "59491": {name: "Raismes", parent: "59", latitude: 50.4117, longitude: 3.4886}
        "59580": {name: "Steenvoorde", parent: "59", latitude: 50.8225, longitude: 2.5762}
        "59606": {name: "Valenciennes", parent: "59", latitude: 50.3621, longitude: 3.5142}
        "59663": {name: "Wormhout", parent: "59", latitude: 50.8749, longitude: 2.4813}
        "60057": {name: "Beauvais", parent: "60", latitude: 49.4425, longitude: 2.0877}
        "60088": {name: "Bornel", parent: "60", latitude: 49.2089, longitude: 2.1915}
        "60103": {name: "Bresles", parent: "60", latitude: 49.4124, longitude: 2.2464}
        "60157": {name: "Clermont", parent: "60", latitude: 49.3782, longitude: 2.4099}
        "60575": {name: "Sainte-Geneviève", parent: "60", latitude: 49.2871, longitude: 2.2008}
        "62041": {name: "Arras", parent: "62", latitude: 50.2893, longitude: 2.7679}
        "62160": {name: "Boulogne-sur-Mer", parent: "62", latitude: 50.7303, longitude: 1.6062}
        "62178": {name: "Bruay-la-Buissière", parent: "62", latitude: 50.4891, longitude: 2.5505}
        "62413": {name: "Harnes", parent: "62", latitude: 50.4522, longitude: 2.9036}
        "62510": {name: "Liévin", parent: "62", latitude: 50.4231, longitude: 2.7702}
        "62570": {name: "Méricourt", parent: "62", latitude: 50.3994, longitude: 2.8679}
        "63003": {name: "Ambert", parent: "63", latitude: 45.5517, longitude: 3.7556}
        "63014": {name: "Aubière", parent: "63", latitude: 45.7520, longitude: 3.1272}
        "63113": {name: "Clermont-Ferrand", parent: "63", latitude: 45.7871, longitude: 3.1127}
        "63284": {name: "Pont-du-Château", parent: "63", latitude: 45.7972, longitude: 3.2361}
        "63300": {name: "Riom", parent: "63", latitude: 45.8937, longitude: 3.1274}
        "63307": {name: "Romagnat", parent: "63", latitude: 45.7215, longitude: 3.0800}
        "64102": {name: "Bayonne", parent: "64", latitude: 43.4844, longitude: -1.4611}
        "64122": {name: "Biarritz", parent: "64", latitude: 43.4710, longitude: -1.5562}
        "64129": {name: "Billère", parent: "64", latitude: 43.3064, longitude: -0.3952}
        "64160": {name: "Cambo-les-Bains", parent: "64", latitude: 43.3622, longitude: -1.3886}
        "64269": {name: "Idron", parent: "64", latitude: 43.3008, longitude: -0.3078}
        "64284": {name: "Jurançon", parent: "64", latitude: 43.2716, longitude: -0.4118}
        "64405": {name: "Morlaàs", parent: "64", latitude: 43.3354, longitude: -0.2725}
        "64445": {name: "Pau", parent: "64", latitude: 43.3219, longitude: -0.3435}
        "64545": {name: "Urrugne", parent: "64", latitude: 43.3507, longitude: -1.7018}
        "64547": {name: "Ustaritz", parent: "64", latitude: 43.4019, longitude: -1.4704}
        "67043": {name: "Bischheim", parent: "67", latitude: 48.6207, longitude: 7.7617}
        "67067": {name: "Brumath", parent: "67", latitude: 48.7199, longitude: 7.7146}
        "67106": {name: "Drusenheim", parent: "67", latitude: 48.7565, longitude: 7.9441}
        "67180": {name: "Haguenau", parent: "67", latitude: 48.8388, longitude: 7.8213}
        "67482": {name: "Strasbourg", parent: "67", latitude: 48.5691, longitude: 7.7621}
        "67506": {name: "Vendenheim", parent: "67", latitude: 48.6692, longitude: 7.7417}
        "68056": {name: "Brunstatt-Didenheim", parent: "68", latitude: 47.7165, longitude: 7.3148}
        "68066": {name: "Colmar", parent: "68", latitude: 48.1115, longitude: 7.3924}
        "68112": {name: "Guebwiller", parent: "68", latitude: 47.9118, longitude: 7.2098}
        "68166": {name: "Kingersheim", parent: "68", latitude: 47.7888, longitude: 7.3118}
        "68224": {name: "Mulhouse", parent: "68", latitude: 47.7527, longitude: 7.3256}
        "68376": {name: "Wittenheim", parent: "68", latitude: 47.8114, longitude: 7.3084}
        "69123": {name: "Lyon", parent: "69", latitude: 45.7580, longitude: 4.8351}
        "69149": {name: "Oullins-Pierre-Bénite", parent: "69", latitude: 45.7140, longitude: 4.8009}
        "69202": {name: "Sainte-Foy-lès-Lyon", parent: "69", latitude: 45.7362, longitude: 4.7926}
        "69266": {name: "Villeurbanne", parent: "69", latitude: 45.7719, longitude: 4.8898}
        "69286": {name: "Rillieux-la-Pape", parent: "69", latitude: 45.8265, longitude: 4.8951}
        "69290": {name: "Saint-Priest", parent: "69", latitude: 45.7014, longitude: 4.9474}
        "70311": {name: "Luxeuil-les-Bains", parent: "70", latitude: 47.8252, longitude: 6.3578}
        "70388": {name: "Noidans-lès-Vesoul", parent: "70", latitude: 47.6102, longitude: 6.1190}
        "70467": {name: "Saint-Loup-sur-Semouse", parent: "70", latitude: 47.8910, longitude: 6.2644}
        "70550": {name: "Vesoul", parent: "70", latitude: 47.6323, longitude: 6.1523}
        "71137": {name: "Cluny", parent: "71", latitude: 46.4284, longitude: 4.6653}
        "71270": {name: "Mâcon", parent: "71", latitude: 46.3265, longitude: 4.8083}
        "71360": {name: "Prissé", parent: "71", latitude: 46.3262, longitude: 4.7490}
        "74010": {name: "Annecy", parent: "74", latitude: 45.9023, longitude: 6.1264}
        "74012": {name: "Annemasse", parent: "74", latitude: 46.1890, longitude: 6.2476}
        "74081": {name: "Cluses", parent: "74", latitude: 46.0625, longitude: 6.5775}
        "74094": {name: "Cranves-Sales", parent: "74", latitude: 46.1979, longitude: 6.3145}
        "74112": {name: "Epagny Metz-Tessy", parent: "74", latitude: 45.9430, longitude: 6.0934}
        "74133": {name: "Gaillard", parent: "74", latitude: 46.1841, longitude: 6.2051}
        "74213": {name: "Poisy", parent: "74", latitude: 45.9191, longitude: 6.0623}
        "74242": {name: "Saint-Jorioz", parent: "74", latitude: 45.8247, longitude: 6.1496}
        "74243": {name: "Saint-Julien-en-Genevois", parent: "74", latitude: 46.1375, longitude: 6.0877}
        "74250": {name: "Saint-Pierre-en-Faucigny", parent: "74", latitude: 46.0591, longitude: 6.3735}
        "75056": {name: "Paris", parent: "75", latitude: 48.8566, longitude: 2.3522}
        "76057": {name: "Barentin", parent: "76", latitude: 49.5431, longitude: 0.9549}
        "76108": {name: "Bois-Guillaume", parent: "76", latitude: 49.4729, longitude: 1.1194}
        "76165": {name: "Caudebec-lès-Elbeuf", parent: "76", latitude: 49.2821, longitude: 1.0227}
        "76540": {name: "Rouen", parent: "76", latitude: 49.4412, longitude: 1.0912}
        "76575": {name: "Saint-Étienne-du-Rouvray", parent: "76", latitude: 49.3833, longitude: 1.0909}
        "81002": {name: "Aiguefonde", parent: "81", latitude: 43.4893, longitude: 2.3264}
        "81065": {name: "Castres", parent: "81", latitude: 43.6132, longitude: 2.2448}
        "81163": {name: "Mazamet", parent: "81", latitude: 43.4666, longitude: 2.3863}
        "81273": {name: "Saïx", parent: "81", latitude: 43.5862, longitude: 2.1729}
        "81288": {name: "Sorèze", parent: "81", latitude: 43.4409, longitude: 2.0807}
        "83034": {name: "Carqueiranne", parent: "83", latitude: 43.0975, longitude: 6.0714}
        "83049": {name: "Cuers", parent: "83", latitude: 43.2428, longitude: 6.0654}
        "83129": {name: "Six-Fours-les-Plages", parent: "83", latitude: 43.0843, longitude: 5.8068}
        "83137": {name: "Toulon", parent: "83", latitude: 43.1364, longitude: 5.9334}
        "83153": {name: "Saint-Mandrier-sur-Mer", parent: "83", latitude: 43.0758, longitude: 5.9273}
        "86194": {name: "Poitiers", parent: "86", latitude: 46.5846, longitude: 0.3715}
        "88090": {name: "Charmes", parent: "88", latitude: 48.3830, longitude: 6.3225}
        "88158": {name: "Éloyes", parent: "88", latitude: 48.0915, longitude: 6.6238}
        "88160": {name: "Épinal", parent: "88", latitude: 48.1637, longitude: 6.4867}
        "88415": {name: "Saint-Étienne-lès-Remiremont", parent: "88", latitude: 48.0306, longitude: 6.6311}
        "88465": {name: "Thaon-les-Vosges", parent: "88", latitude: 48.2498, longitude: 6.4244}
        "91228": {name: "Évry-Courcouronnes", parent: "91", latitude: 48.6287, longitude: 2.4313}
        "91286": {name: "Grigny", parent: "91", latitude: 48.6584, longitude: 2.3861}
        "91377": {name: "Massy", parent: "91", latitude: 48.7263, longitude: 2.2696}
        "91549": {name: "Sainte-Geneviève-des-Bois", parent: "91", latitude: 48.6430, longitude: 2.3272}
        "91687": {name: "Viry-Châtillon", parent: "91", latitude: 48.6662, longitude: 2.3758}
        "92040": {name: "Issy-les-Moulineaux", parent: "92", latitude: 48.8240, longitude: 2.2628}
        "93001": {name: "Aubervilliers", parent: "93", latitude: 48.9128, longitude: 2.3886}
        "93031": {name: "Épinay-sur-Seine", parent: "93", latitude: 48.9544, longitude: 2.3172}
        "93048": {name: "Montreuil", parent: "93", latitude: 48.8638, longitude: 2.4491}
        "93051": {name: "Noisy-le-Grand", parent: "93", latitude: 48.8327, longitude: 2.5560}
        "93071": {name: "Sevran", parent: "93", latitude: 48.9378, longitude: 2.5311}
        "94033": {name: "Fontenay-sous-Bois", parent: "94", latitude: 48.8503, longitude: 2.4736}
        "94041": {name: "Ivry-sur-Seine", parent: "94", latitude: 48.8125, longitude: 2.3872}

      """##
    ),
    (
      "Codelists/company-sizes.yaml",
      ##"""
      format: passerelle-ontology/1
      list: company-sizes
      label:
        fr: Tailles d’entreprise
        en: Company sizes
      source: "Decree 2008-1354 of 18 December 2008 (turnover and balance sheet conditions left out); the labels are the project's own"
      codes:
        micro:
          fr: Microentreprise
          en: Micro-enterprise
          definition:
            fr: "Moins de 10 personnes."
            en: "Fewer than 10 people."
          alternatives:
            - Microentreprise
            - TPE
        sme:
          fr: PME
          en: SME
          definition:
            fr: "Moins de 250 personnes."
            en: "Fewer than 250 people."
          alternatives:
            - PME
            - Petite et moyenne entreprise
        mid_cap:
          fr: ETI
          en: Mid-cap
          definition:
            fr: "Moins de 5 000 personnes."
            en: "Fewer than 5,000 people."
          alternatives:
            - ETI
            - Entreprise de taille intermédiaire
        large:
          fr: Grande entreprise
          en: Large enterprise
          definition:
            fr: "5 000 personnes ou plus."
            en: "5,000 people or more."
          alternatives:
            - GE
            - Grande entreprise

      """##
    ),
    (
      "Codelists/cpv.yaml",
      ##"""
      format: passerelle-ontology/1
      list: cpv
      label:
        fr: "Vocabulaire commun pour les marchés publics, divisions et groupes"
        en: "Common Procurement Vocabulary, divisions and groups"
      source: "Codes of Regulation (EC) 213/2008; the short labels are the project's own, not the official wording"
      codes:
        "03": {fr: "Agriculture, pêche et forêt", en: "Farm, fishing and forest products"}
        "031": {fr: Cultures et plantes, en: Crops and plants}
        "032": {fr: "Céréales, légumes et fruits", en: "Cereals, vegetables and fruit"}
        "033": {fr: "Élevage, chasse et pêche", en: "Livestock, game and fish"}
        "034": {fr: Bois et produits forestiers, en: Timber and forest products}
        "09": {fr: Énergie et combustibles, en: Energy and fuels}
        "091": {fr: Carburants et combustibles, en: Fuels for vehicles and heating}
        "092": {fr: "Pétrole, charbon, huiles", en: "Oil, coal and lubricants"}
        "093": {fr: "Électricité, chaleur, solaire", en: "Electricity, heat and solar"}
        "14": {fr: Minerais et métaux bruts, en: Ores and raw metals}
        "142": {fr: Sables et argiles, en: Sands and clays}
        "143": {fr: Minéraux pour chimie et engrais, en: Minerals for chemicals and fertiliser}
        "144": {fr: Sel, en: Salt}
        "145": {fr: Autres produits de carrière, en: Other quarry products}
        "146": {fr: Minerais métalliques, en: Metallic ores}
        "147": {fr: Métaux bruts, en: Raw metals}
        "148": {fr: "Minéraux divers, verre", en: Other minerals and glass}
        "149": {fr: Matières recyclées, en: Recycled materials}
        "15": {fr: Alimentation et boissons, en: Food and drink}
        "151": {fr: Viandes et charcuterie, en: Meat and charcuterie}
        "152": {fr: Poissons préparés, en: Prepared fish}
        "153": {fr: Fruits et légumes préparés, en: Processed fruit and vegetables}
        "154": {fr: Huiles et graisses alimentaires, en: Edible oils and fats}
        "155": {fr: Lait et fromages, en: Milk and cheese}
        "156": {fr: Farines et féculents, en: Flours and starches}
        "157": {fr: Nourriture pour animaux, en: Animal feed}
        "158": {fr: "Épicerie, pain, plats préparés", en: "Groceries, bread and ready meals"}
        "159": {fr: Boissons et tabac, en: Drinks and tobacco}
        "16": {fr: Engins agricoles, en: Farm machines}
        "161": {fr: Engins de travail du sol, en: Soil-working machines}
        "163": {fr: Engins de récolte, en: Harvesters}
        "164": {fr: Pulvérisateurs, en: Sprayers}
        "165": {fr: Remorques agricoles, en: Farm trailers}
        "166": {fr: Engins agricoles spécialisés, en: Specialised farm machines}
        "167": {fr: Tracteurs agricoles, en: Farm tractors}
        "168": {fr: Pièces d’engins agricoles, en: Farm machine parts}
        "18": {fr: Habillement et bagages, en: Clothing and luggage}
        "181": {fr: Tenues de travail, en: Workwear}
        "182": {fr: Vêtements de dessus, en: Outer clothing}
        "183": {fr: Vêtements courants, en: Everyday garments}
        "184": {fr: Tenues spéciales et accessoires, en: Special garments and accessories}
        "185": {fr: Bijoux et montres, en: Jewels and watches}
        "186": {fr: Fourrures, en: Furs}
        "188": {fr: Chaussures, en: Shoes and boots}
        "189": {fr: Bagages et sacs, en: Bags and luggage}
        "19": {fr: "Cuir, tissus, plastique, caoutchouc", en: "Leather, fabric, plastic and rubber"}
        "191": {fr: Cuirs et peaux, en: Hides and leather}
        "192": {fr: Tissus, en: Fabrics}
        "194": {fr: Fils à tisser et à coudre, en: Yarns and threads}
        "195": {fr: Articles en plastique et caoutchouc, en: Plastic and rubber articles}
        "196": {fr: Chutes de textile et de plastique, en: Textile and plastic scrap}
        "197": {fr: Fibres et gommes de synthèse, en: Man-made fibres and rubber}
        "22": {fr: Livres et imprimés, en: Books and printed matter}
        "221": {fr: Livres et brochures, en: Books and leaflets}
        "222": {fr: Presse et magazines, en: Press and magazines}
        "223": {fr: Cartes et petits imprimés, en: Cards and small prints}
        "224": {fr: "Timbres, titres, catalogues, manuels", en: "Stamps, securities, catalogues, manuals"}
        "225": {fr: Supports d’impression, en: Printing plates and media}
        "226": {fr: Encres, en: Inks}
        "228": {fr: "Registres, classeurs, formulaires", en: "Registers, binders and forms"}
        "229": {fr: Autres imprimés, en: Other printed matter}
        "24": {fr: Chimie, en: Chemicals}
        "241": {fr: Gaz industriels, en: Industrial gases}
        "242": {fr: Teintures et pigments, en: Colourants and pigments}
        "243": {fr: Chimie de base, en: Basic chemicals}
        "244": {fr: Engrais, en: Fertilisers}
        "245": {fr: Plastiques bruts, en: Raw plastics}
        "246": {fr: Poudres et explosifs, en: Powders and explosives}
        "249": {fr: Chimie fine et autre chimie, en: Fine and other chemicals}
        "30": {fr: Informatique et bureau (matériel), en: Computers and office equipment}
        "301": {fr: Machines et fournitures de bureau, en: Office machines and supplies}
        "302": {fr: Ordinateurs et périphériques, en: Computers and peripherals}
        "31": {fr: Matériel électrique et éclairage, en: Electrical equipment and lighting}
        "311": {fr: "Moteurs, générateurs, transformateurs", en: "Motors, generators and transformers"}
        "312": {fr: Tableaux et commande électriques, en: Switchgear and power control}
        "313": {fr: Fils et câbles électriques, en: Electric wires and cables}
        "314": {fr: Piles et batteries, en: Batteries and cells}
        "315": {fr: Lampes et luminaires, en: Lamps and luminaires}
        "316": {fr: Équipement électrique divers, en: Other electrical equipment}
        "317": {fr: Composants électroniques, en: Electronic components}
        "32": {fr: "Télécoms, radio et vidéo (matériel)", en: "Telecoms, radio and video equipment"}
        "322": {fr: Émetteurs radio et télévision, en: Radio and TV transmitters}
        "323": {fr: "Récepteurs, son et image", en: "Receivers, sound and video"}
        "324": {fr: Réseaux informatiques (matériel), en: Network equipment}
        "325": {fr: Équipement télécom, en: Telecom equipment}
        "33": {fr: Matériel médical et pharmacie, en: Medical equipment and medicines}
        "331": {fr: Matériel médical, en: Medical devices}
        "336": {fr: Médicaments, en: Medicines}
        "337": {fr: Hygiène et soins du corps, en: Personal hygiene products}
        "339": {fr: Matériel funéraire et d’autopsie, en: Funeral and autopsy equipment}
        "34": {fr: Véhicules et transport (matériel), en: Vehicles and transport equipment}
        "341": {fr: "Voitures, camions, autobus", en: "Cars, lorries and buses"}
        "342": {fr: Carrosseries et remorques, en: Bodies and trailers}
        "343": {fr: Pièces de véhicules, en: Vehicle parts}
        "344": {fr: Motos et vélos, en: Motorcycles and bicycles}
        "345": {fr: Bateaux, en: Boats and ships}
        "346": {fr: Trains et tramways, en: Trains and trams}
        "347": {fr: Avions et engins spatiaux, en: Planes and space vehicles}
        "349": {fr: Équipements de voirie et de transport, en: Road and other transport equipment}
        "35": {fr: "Sécurité, incendie, défense", en: "Security, fire and defence equipment"}
        "351": {fr: Secours et sûreté (matériel), en: Rescue and safety equipment}
        "352": {fr: Matériel de police, en: Police gear}
        "353": {fr: Armes et munitions, en: Arms and ammunition}
        "354": {fr: Véhicules militaires, en: Military vehicles}
        "355": {fr: Navires militaires, en: Military ships}
        "356": {fr: Avions et missiles militaires, en: Military planes and missiles}
        "357": {fr: Électronique militaire, en: Military electronics}
        "358": {fr: Équipement du soldat et du policier, en: Personal gear for forces}
        "37": {fr: "Musique, sport, jeux, arts", en: "Music, sport, games and arts"}
        "373": {fr: Instruments de musique, en: Music instruments}
        "374": {fr: Matériel de sport, en: Sports equipment}
        "375": {fr: "Jeux, jouets, manèges", en: "Games, toys and rides"}
        "378": {fr: Fournitures d’art et d’artisanat, en: Art and craft supplies}
        "38": {fr: "Laboratoire, optique, mesure", en: "Laboratory, optics and measurement"}
        "381": {fr: Navigation et météo (instruments), en: Navigation and weather instruments}
        "382": {fr: Instruments pour la géologie, en: Geology instruments}
        "383": {fr: Appareils de mesure, en: Measuring devices}
        "384": {fr: Analyse physique (instruments), en: Physical analysis instruments}
        "385": {fr: Bancs d’essai et de contrôle, en: Testing and checking devices}
        "386": {fr: Optique et photographie, en: Optics and photography}
        "387": {fr: "Horodateurs, pointeuses, compteurs", en: Time clocks and parking meters}
        "388": {fr: Automatismes et télécommande, en: Process control and remote control}
        "389": {fr: Autres appareils de test, en: Other testing devices}
        "39": {fr: "Mobilier, ménage, nettoyage", en: "Furniture, household and cleaning goods"}
        "391": {fr: Meubles, en: Pieces of furniture}
        "392": {fr: Aménagement intérieur, en: Interior fittings}
        "393": {fr: Équipements de cuisine et divers, en: Kitchen and other equipment}
        "395": {fr: Linge et articles textiles, en: Linen and textile goods}
        "397": {fr: Électroménager, en: Home appliances}
        "398": {fr: Produits d’entretien, en: Cleaning products}
        "41": {fr: Eau, en: Water}
        "411": {fr: Eau naturelle ou brute, en: Natural or raw water}
        "42": {fr: Machines pour l’industrie, en: Machines for industry}
        "421": {fr: "Moteurs, pompes, turbines, robinets", en: "Engines, pumps, turbines and valves"}
        "422": {fr: Machines agroalimentaires, en: Food-processing machines}
        "423": {fr: Fours et incinérateurs, en: Furnaces and incinerators}
        "424": {fr: Levage et manutention, en: Lifting and handling machines}
        "425": {fr: Froid et ventilation, en: Cooling and ventilation}
        "426": {fr: Outillage pour usinage, en: Machining tools}
        "427": {fr: Machines textile et cuir, en: Textile and leather machines}
        "428": {fr: Machines à papier, en: Papermaking machines}
        "429": {fr: Autres machines, en: Other machines}
        "43": {fr: Engins de mine et de chantier, en: Mining and building-site machines}
        "431": {fr: Machines minières, en: Machines for mines}
        "432": {fr: Engins de terrassement, en: Earthmovers and diggers}
        "433": {fr: Engins de chantier, en: Building-site machines}
        "434": {fr: "Traitement des minerais, fonderie", en: Ore processing and foundry machines}
        "435": {fr: Engins à chenilles, en: Tracked vehicles}
        "436": {fr: Pièces d’engins de chantier, en: Parts for site machines}
        "437": {fr: Machines métallurgiques, en: Metalworking plant}
        "438": {fr: Équipement d’atelier et garage, en: Workshop and garage equipment}
        "44": {fr: Matériaux de construction, en: Building materials}
        "441": {fr: Matériaux et menuiseries, en: Materials and joinery}
        "442": {fr: Éléments de structure, en: Structural elements}
        "443": {fr: Câbles et fils métalliques, en: Metal cables and wires}
        "444": {fr: Articles métalliques divers, en: Various metal articles}
        "445": {fr: "Outils, serrurerie, quincaillerie", en: "Tools, locks and hardware"}
        "446": {fr: "Cuves, conteneurs, chaudières", en: "Tanks, containers and boilers"}
        "448": {fr: Peintures et vernis, en: Paints and varnishes}
        "449": {fr: "Pierre, chaux, plâtre, ardoise", en: "Stone, lime, plaster and slate"}
        "45": {fr: Travaux, en: Works}
        "451": {fr: Préparation de chantier, en: Site preparation}
        "452": {fr: Bâtiment et génie civil, en: Building and civil engineering}
        "453": {fr: Installations du bâtiment, en: Building installation}
        "454": {fr: Second œuvre et finitions, en: Building finishing}
        "455": {fr: Engins de chantier avec conducteur, en: Site machine hire with operator}
        "48": {fr: Logiciels et systèmes, en: Software and systems}
        "481": {fr: Logiciels métier, en: Industry software}
        "482": {fr: Logiciels de réseau et web, en: Network and web software}
        "483": {fr: Logiciels de document et d’image, en: Document and imaging software}
        "484": {fr: Logiciels de gestion, en: Management software}
        "485": {fr: "Logiciels de communication, multimédia", en: Communication and media software}
        "486": {fr: Bases de données et systèmes, en: Databases and operating systems}
        "487": {fr: Utilitaires informatiques, en: Software utilities}
        "488": {fr: Serveurs et systèmes d’information, en: Servers and information systems}
        "489": {fr: Autres logiciels, en: Other software}
        "50": {fr: Entretien et réparation, en: Repair and maintenance}
        "501": {fr: Entretien des véhicules, en: Vehicle maintenance}
        "502": {fr: "Entretien avions, trains, navires", en: "Plane, train and ship maintenance"}
        "503": {fr: Entretien informatique et télécom, en: IT and telecom maintenance}
        "504": {fr: Entretien du matériel médical, en: Medical equipment maintenance}
        "505": {fr: Entretien des pompes et machines, en: Pump and machine maintenance}
        "506": {fr: Entretien du matériel de sécurité, en: Security and defence maintenance}
        "507": {fr: Entretien technique des bâtiments, en: Building system maintenance}
        "508": {fr: Autres entretiens et réparations, en: Other repair and maintenance}
        "51": {fr: Installation de matériel, en: Equipment installation}
        "511": {fr: "Pose de matériel électrique, mécanique", en: Electrical and mechanical installation}
        "512": {fr: Pose d’instruments de mesure, en: Measuring device installation}
        "513": {fr: Pose de matériel télécom, en: Telecom installation}
        "514": {fr: Pose de matériel médical, en: Medical device installation}
        "515": {fr: Montage de machines, en: Machine installation}
        "516": {fr: Installation d’ordinateurs, en: Computer installation}
        "517": {fr: Pose de protection incendie, en: Fire protection installation}
        "518": {fr: Pose de cuves et conteneurs, en: Metal container installation}
        "519": {fr: Pose de systèmes de guidage, en: Guidance system installation}
        "55": {fr: "Hôtels, restauration, commerce", en: "Hotels, meals and retail"}
        "551": {fr: Hôtels, en: Hotels}
        "552": {fr: Campings et hébergement, en: Campsites and lodging}
        "553": {fr: Restaurants, en: Restaurants}
        "554": {fr: Bars et débits de boissons, en: Bars and drink service}
        "555": {fr: Cantines et traiteurs, en: Canteens and catering}
        "559": {fr: Vente au détail, en: Retail sale}
        "60": {fr: Transport, en: Transport}
        "601": {fr: Transport par route, en: Transport by road}
        "602": {fr: Transport par rail, en: Transport by rail}
        "603": {fr: Transport par conduite, en: Transport by pipeline}
        "604": {fr: Transport par air, en: Transport by air}
        "605": {fr: Transport dans l’espace, en: Transport in space}
        "606": {fr: Transport par eau, en: Transport by water}
        "63": {fr: Logistique et voyages, en: Logistics and travel}
        "631": {fr: Manutention et entreposage, en: Handling and storage}
        "635": {fr: "Agences de voyages, tourisme", en: Travel agencies and tourism}
        "637": {fr: Appui aux transports, en: Transport support}
        "64": {fr: Poste et télécommunications, en: Post and telecommunications}
        "641": {fr: Courrier et colis, en: Mail and parcels}
        "642": {fr: Téléphonie et accès aux réseaux, en: Telephony and network access}
        "65": {fr: "Eau, gaz, électricité (distribution)", en: "Water, gas and power supply"}
        "651": {fr: Distribution d’eau, en: Water supply}
        "652": {fr: Distribution de gaz, en: Gas supply}
        "653": {fr: Distribution d’électricité, en: Power supply}
        "654": {fr: Autres énergies (distribution), en: Other energy supply}
        "655": {fr: Relève de compteurs, en: Meter reading}
        "66": {fr: Banque et assurance, en: Banking and insurance}
        "661": {fr: Banque et investissement, en: Banking and investment}
        "665": {fr: Assurances et retraites, en: Insurance and pensions}
        "666": {fr: Gestion de trésorerie, en: Cash management}
        "667": {fr: Réassurance, en: Reinsurance}
        "70": {fr: Immobilier, en: Real estate}
        "701": {fr: Immobilier sur biens propres, en: Own property services}
        "702": {fr: Location de biens propres, en: Own property letting}
        "703": {fr: Gérance et agences immobilières, en: Property agents and management}
        "71": {fr: Architecture et ingénierie, en: Architecture and engineering}
        "712": {fr: Maîtrise d'œuvre et architecture, en: Architects and building design}
        "713": {fr: Ingénierie et études techniques, en: Engineering and technical studies}
        "714": {fr: Urbanisme et paysage, en: Town planning and landscape}
        "715": {fr: Conduite et appui de chantier, en: Site management and support}
        "716": {fr: Essais et contrôles techniques, en: Technical tests and inspection}
        "717": {fr: Surveillance technique, en: Technical monitoring}
        "718": {fr: Conseil en eau et déchets, en: Water and waste consultancy}
        "719": {fr: Analyses de laboratoire, en: Laboratory analyses}
        "72": {fr: Services informatiques, en: IT services}
        "721": {fr: Conseil en matériel informatique, en: Hardware advice}
        "722": {fr: Développement et conseil logiciel, en: Software development and advice}
        "723": {fr: Traitement de données, en: Data processing}
        "724": {fr: Internet et hébergement, en: Internet and hosting}
        "725": {fr: Infogérance et gestion informatique, en: IT management and outsourcing}
        "726": {fr: Assistance aux utilisateurs, en: User support and help desk}
        "727": {fr: Exploitation de réseaux, en: Network operation}
        "728": {fr: Audit et tests informatiques, en: IT audit and testing}
        "729": {fr: Sauvegarde et reprise, en: Backup and recovery}
        "73": {fr: Recherche et développement, en: Research and development}
        "731": {fr: Recherche expérimentale, en: Experimental research}
        "732": {fr: Conseil en recherche, en: Research advice}
        "733": {fr: Conduite de recherches, en: Research design and execution}
        "734": {fr: Recherche sécurité et défense, en: Security and defence research}
        "75": {fr: Administration publique, en: Public administration}
        "751": {fr: Administration générale, en: General administration}
        "752": {fr: Services à la collectivité, en: Services to the community}
        "753": {fr: Sécurité sociale, en: Social security}
        "76": {fr: Services pétroliers et gaziers, en: Oil and gas services}
        "761": {fr: Services pour le gaz, en: Gas industry services}
        "762": {fr: Services pour le pétrole, en: Oil industry services}
        "763": {fr: Forage, en: Drilling}
        "764": {fr: Positionnement de plateformes, en: Rig positioning}
        "765": {fr: Services à terre et en mer, en: Onshore and offshore work}
        "766": {fr: Contrôle des conduites, en: Pipeline checks}
        "77": {fr: Agriculture et espaces verts, en: Farm and green-space services}
        "771": {fr: Services aux cultures, en: Crop services}
        "772": {fr: Travaux forestiers, en: Forestry work}
        "773": {fr: Espaces verts et jardins, en: Gardens and green spaces}
        "774": {fr: Zoos et soins aux animaux, en: Zoos and animal care}
        "775": {fr: Soins aux élevages, en: Livestock services}
        "776": {fr: Services de chasse, en: Services for hunting}
        "777": {fr: Services de pêche, en: Services for fishing}
        "778": {fr: Aquaculture, en: Fish farming}
        "779": {fr: Apiculture, en: Beekeeping}
        "79": {fr: Services aux entreprises, en: Business services}
        "791": {fr: Droit et conseil juridique, en: Law and legal advice}
        "792": {fr: "Comptabilité, audit, fiscalité", en: "Accounting, audit and tax"}
        "793": {fr: Études de marché et sondages, en: Market studies and polls}
        "794": {fr: Conseil en gestion, en: Management consultancy}
        "795": {fr: Secrétariat et bureautique, en: Secretarial and office support}
        "796": {fr: Recrutement et intérim, en: Recruitment and temporary staff}
        "797": {fr: Gardiennage et enquêtes, en: Guarding and investigation}
        "798": {fr: Impression, en: Printing}
        "799": {fr: Événements et autres services, en: Events and other services}
        "80": {fr: Enseignement et formation, en: Education and training}
        "801": {fr: École primaire, en: Primary school}
        "802": {fr: Collège et lycée, en: Secondary school}
        "803": {fr: Enseignement supérieur, en: Higher education}
        "804": {fr: Formation des adultes, en: Adult education}
        "805": {fr: Formation professionnelle, en: Vocational training}
        "806": {fr: Formation défense et sécurité, en: Defence and security training}
        "85": {fr: Santé et action sociale, en: Health and social care}
        "851": {fr: Soins de santé, en: Health care}
        "852": {fr: Vétérinaires, en: Vets}
        "853": {fr: Action sociale, en: Social care}
        "90": {fr: "Assainissement, déchets, environnement", en: "Sewage, waste and environment"}
        "904": {fr: Eaux usées, en: Waste water}
        "905": {fr: Déchets, en: Waste}
        "906": {fr: Propreté urbaine, en: Street cleaning}
        "907": {fr: Protection de l’environnement, en: Environmental protection}
        "909": {fr: Nettoyage et désinfection, en: Cleaning and disinfection}
        "92": {fr: "Culture, sport et loisirs", en: "Culture, sport and leisure"}
        "921": {fr: Cinéma et vidéo, en: Cinema and video}
        "922": {fr: Radio et télévision, en: Radio and television}
        "923": {fr: Spectacles et divertissement, en: Shows and entertainment}
        "924": {fr: Agences de presse, en: News agencies}
        "925": {fr: "Bibliothèques, musées, archives", en: "Libraries, museums and archives"}
        "926": {fr: Équipements et animation sportifs, en: Sports facilities and activities}
        "927": {fr: Cybercafés, en: Internet cafés}
        "98": {fr: Autres services à la personne, en: Other personal services}
        "981": {fr: Associations et syndicats, en: Associations and unions}
        "982": {fr: Conseil en égalité des chances, en: Equal opportunities advice}
        "983": {fr: "Coiffure, pressing, obsèques, divers", en: "Hair, laundry, funeral and other care"}
        "985": {fr: Emploi à domicile, en: Household staff}
        "989": {fr: Organisations internationales, en: International organisations}

      """##
    ),
    (
      "Codelists/departements.yaml",
      ##"""
      format: passerelle-ontology/1
      list: departements
      label:
        fr: Départements et collectivités d’outre-mer
        en: Departments and overseas collectivities
      parents: regions
      source: "INSEE and La Poste by data.gouv.fr, Licence Ouverte 2.0; the centroid is the mean of the points of communes (districts for Paris, Lyon, Marseille) weighted by area (unweighted for Mayotte, whose areas are missing); collectivities outside the 101 departments have no centroid"
      codes:
        "01": {name: Ain, parent: "84", latitude: 46.099, longitude: 5.350}
        "02": {name: Aisne, parent: "32", latitude: 49.559, longitude: 3.559}
        "03": {name: Allier, parent: "84", latitude: 46.393, longitude: 3.188}
        "04": {name: Alpes-de-Haute-Provence, parent: "93", latitude: 44.106, longitude: 6.244}
        "05": {name: Hautes-Alpes, parent: "93", latitude: 44.658, longitude: 6.262}
        "06": {name: Alpes-Maritimes, parent: "93", latitude: 43.939, longitude: 7.117}
        "07": {name: Ardèche, parent: "84", latitude: 44.751, longitude: 4.425}
        "08": {name: Ardennes, parent: "44", latitude: 49.615, longitude: 4.641}
        "09": {name: Ariège, parent: "76", latitude: 42.921, longitude: 1.503}
        "10": {name: Aube, parent: "44", latitude: 48.303, longitude: 4.161}
        "11": {name: Aude, parent: "76", latitude: 43.102, longitude: 2.409}
        "12": {name: Aveyron, parent: "76", latitude: 44.280, longitude: 2.679}
        "13": {name: Bouches-du-Rhône, parent: "93", latitude: 43.544, longitude: 5.082}
        "14": {name: Calvados, parent: "28", latitude: 49.100, longitude: -0.360}
        "15": {name: Cantal, parent: "84", latitude: 45.051, longitude: 2.669}
        "16": {name: Charente, parent: "75", latitude: 45.718, longitude: 0.203}
        "17": {name: Charente-Maritime, parent: "75", latitude: 45.780, longitude: -0.676}
        "18": {name: Cher, parent: "24", latitude: 47.065, longitude: 2.490}
        "19": {name: Corrèze, parent: "75", latitude: 45.356, longitude: 1.876}
        "2A": {name: Corse-du-Sud, parent: "94", latitude: 41.862, longitude: 8.989}
        "2B": {name: Haute-Corse, parent: "94", latitude: 42.394, longitude: 9.204}
        "21": {name: Côte-d'Or, parent: "27", latitude: 47.424, longitude: 4.772}
        "22": {name: Côtes-d'Armor, parent: "53", latitude: 48.440, longitude: -2.864}
        "23": {name: Creuse, parent: "75", latitude: 46.090, longitude: 2.018}
        "24": {name: Dordogne, parent: "75", latitude: 45.103, longitude: 0.740}
        "25": {name: Doubs, parent: "27", latitude: 47.165, longitude: 6.363}
        "26": {name: Drôme, parent: "84", latitude: 44.684, longitude: 5.169}
        "27": {name: Eure, parent: "28", latitude: 49.112, longitude: 0.995}
        "28": {name: Eure-et-Loir, parent: "24", latitude: 48.387, longitude: 1.370}
        "29": {name: Finistère, parent: "53", latitude: 48.260, longitude: -4.060}
        "30": {name: Gard, parent: "76", latitude: 43.993, longitude: 4.181}
        "31": {name: Haute-Garonne, parent: "76", latitude: 43.359, longitude: 1.175}
        "32": {name: Gers, parent: "76", latitude: 43.693, longitude: 0.453}
        "33": {name: Gironde, parent: "75", latitude: 44.820, longitude: -0.571}
        "34": {name: Hérault, parent: "76", latitude: 43.581, longitude: 3.359}
        "35": {name: Ille-et-Vilaine, parent: "53", latitude: 48.154, longitude: -1.639}
        "36": {name: Indre, parent: "24", latitude: 46.778, longitude: 1.579}
        "37": {name: Indre-et-Loire, parent: "24", latitude: 47.258, longitude: 0.691}
        "38": {name: Isère, parent: "84", latitude: 45.275, longitude: 5.545}
        "39": {name: Jura, parent: "27", latitude: 46.729, longitude: 5.698}
        "40": {name: Landes, parent: "75", latitude: 43.962, longitude: -0.780}
        "41": {name: Loir-et-Cher, parent: "24", latitude: 47.617, longitude: 1.426}
        "42": {name: Loire, parent: "84", latitude: 45.726, longitude: 4.165}
        "43": {name: Haute-Loire, parent: "84", latitude: 45.127, longitude: 3.806}
        "44": {name: Loire-Atlantique, parent: "52", latitude: 47.365, longitude: -1.676}
        "45": {name: Loiret, parent: "24", latitude: 47.912, longitude: 2.344}
        "46": {name: Lot, parent: "76", latitude: 44.624, longitude: 1.605}
        "47": {name: Lot-et-Garonne, parent: "75", latitude: 44.368, longitude: 0.461}
        "48": {name: Lozère, parent: "76", latitude: 44.517, longitude: 3.501}
        "49": {name: Maine-et-Loire, parent: "52", latitude: 47.387, longitude: -0.560}
        "50": {name: Manche, parent: "28", latitude: 49.079, longitude: -1.328}
        "51": {name: Marne, parent: "44", latitude: 48.949, longitude: 4.238}
        "52": {name: Haute-Marne, parent: "44", latitude: 48.109, longitude: 5.228}
        "53": {name: Mayenne, parent: "52", latitude: 48.146, longitude: -0.658}
        "54": {name: Meurthe-et-Moselle, parent: "44", latitude: 48.787, longitude: 6.163}
        "55": {name: Meuse, parent: "44", latitude: 48.990, longitude: 5.381}
        "56": {name: Morbihan, parent: "53", latitude: 47.845, longitude: -2.810}
        "57": {name: Moselle, parent: "44", latitude: 49.038, longitude: 6.662}
        "58": {name: Nièvre, parent: "27", latitude: 47.115, longitude: 3.503}
        "59": {name: Nord, parent: "32", latitude: 50.446, longitude: 3.218}
        "60": {name: Oise, parent: "32", latitude: 49.410, longitude: 2.426}
        "61": {name: Orne, parent: "28", latitude: 48.622, longitude: 0.128}
        "62": {name: Pas-de-Calais, parent: "32", latitude: 50.493, longitude: 2.287}
        "63": {name: Puy-de-Dôme, parent: "84", latitude: 45.725, longitude: 3.141}
        "64": {name: Pyrénées-Atlantiques, parent: "75", latitude: 43.256, longitude: -0.760}
        "65": {name: Hautes-Pyrénées, parent: "76", latitude: 43.054, longitude: 0.162}
        "66": {name: Pyrénées-Orientales, parent: "76", latitude: 42.596, longitude: 2.516}
        "67": {name: Bas-Rhin, parent: "44", latitude: 48.671, longitude: 7.552}
        "68": {name: Haut-Rhin, parent: "44", latitude: 47.859, longitude: 7.275}
        "69": {name: Rhône, parent: "84", latitude: 45.871, longitude: 4.641}
        "70": {name: Haute-Saône, parent: "27", latitude: 47.641, longitude: 6.086}
        "71": {name: Saône-et-Loire, parent: "27", latitude: 46.644, longitude: 4.542}
        "72": {name: Sarthe, parent: "52", latitude: 47.994, longitude: 0.223}
        "73": {name: Savoie, parent: "84", latitude: 45.479, longitude: 6.435}
        "74": {name: Haute-Savoie, parent: "84", latitude: 46.041, longitude: 6.411}
        "75": {name: Paris, parent: "11", latitude: 48.856, longitude: 2.342}
        "76": {name: Seine-Maritime, parent: "28", latitude: 49.655, longitude: 1.029}
        "77": {name: Seine-et-Marne, parent: "11", latitude: 48.627, longitude: 2.934}
        "78": {name: Yvelines, parent: "11", latitude: 48.815, longitude: 1.841}
        "79": {name: Deux-Sèvres, parent: "75", latitude: 46.555, longitude: -0.318}
        "80": {name: Somme, parent: "32", latitude: 49.958, longitude: 2.276}
        "81": {name: Tarn, parent: "76", latitude: 43.784, longitude: 2.166}
        "82": {name: Tarn-et-Garonne, parent: "76", latitude: 44.086, longitude: 1.282}
        "83": {name: Var, parent: "93", latitude: 43.440, longitude: 6.245}
        "84": {name: Vaucluse, parent: "93", latitude: 44.005, longitude: 5.178}
        "85": {name: Vendée, parent: "52", latitude: 46.674, longitude: -1.298}
        "86": {name: Vienne, parent: "75", latitude: 46.564, longitude: 0.460}
        "87": {name: Haute-Vienne, parent: "75", latitude: 45.892, longitude: 1.234}
        "88": {name: Vosges, parent: "44", latitude: 48.195, longitude: 6.381}
        "89": {name: Yonne, parent: "27", latitude: 47.840, longitude: 3.564}
        "90": {name: Territoire de Belfort, parent: "27", latitude: 47.633, longitude: 6.928}
        "91": {name: Essonne, parent: "11", latitude: 48.522, longitude: 2.245}
        "92": {name: Hauts-de-Seine, parent: "11", latitude: 48.848, longitude: 2.245}
        "93": {name: Seine-Saint-Denis, parent: "11", latitude: 48.917, longitude: 2.478}
        "94": {name: Val-de-Marne, parent: "11", latitude: 48.777, longitude: 2.470}
        "95": {name: Val-d'Oise, parent: "11", latitude: 49.083, longitude: 2.132}
        "971": {name: Guadeloupe, parent: "01", latitude: 16.197, longitude: -61.538}
        "972": {name: Martinique, parent: "02", latitude: 14.655, longitude: -61.020}
        "973": {name: Guyane, parent: "03", latitude: 3.961, longitude: -53.236}
        "974": {name: La Réunion, parent: "04", latitude: -21.132, longitude: 55.532}
        "975": {name: Saint-Pierre-et-Miquelon}
        "976": {name: Mayotte, parent: "06", latitude: -12.818, longitude: 45.148}
        "977": {name: Saint-Barthélemy}
        "978": {name: Saint-Martin}
        "984": {name: Terres australes et antarctiques françaises}
        "986": {name: Wallis-et-Futuna}
        "987": {name: Polynésie française}
        "988": {name: Nouvelle-Calédonie}

      """##
    ),
    (
      "Codelists/evaluation-criteria.yaml",
      ##"""
      format: passerelle-ontology/1
      list: evaluation-criteria
      label:
        fr: Critères d’évaluation
        en: Evaluation criteria
      source: "The project's own list: the three criteria of the evaluation sheet"
      codes:
        mastery:
          fr: Maîtrise
          en: Mastery
          definition:
            fr: "Connaissance du sujet, tenue des délais et des engagements."
            en: "Knowledge of the subject, keeping of deadlines and commitments."
          alternatives:
            - Maîtrise
        cost_benefit:
          fr: Rapport coût-bénéfice
          en: Cost-benefit
          definition:
            fr: "Ce que le projet apporte au regard de ce qu’il coûte, exploitation comprise."
            en: "What the project brings for what it costs, operation included."
          alternatives:
            - Coût-bénéfice
        interoperability:
          fr: Interopérabilité
          en: Interoperability
          definition:
            fr: "Formats, interfaces et échange avec les autres systèmes du territoire."
            en: "Formats, interfaces and exchange with the other systems of the territory."
          alternatives:
            - Interopérabilité

      """##
    ),
    (
      "Codelists/modalities.yaml",
      ##"""
      format: passerelle-ontology/1
      list: modalities
      label:
        fr: Modalités d’une assertion
        en: Modalities of a claim
      source: "The project's own list, from the modalities that its source documents use"
      codes:
        asserted:
          fr: affirmé
          en: asserted
          definition:
            fr: "La source le donne pour un fait."
            en: "The source states it as a fact."
        planned:
          fr: prévu
          en: planned
          definition:
            fr: "La source l’annonce comme décidé et à venir."
            en: "The source announces it as decided and still to come."
        attempted:
          fr: tenté
          en: attempted
          definition:
            fr: "La source dit que l’essai a eu lieu, sans dire qu’il a réussi."
            en: "The source says that it was tried, not that it worked."
        proposed:
          fr: proposé
          en: proposed
          definition:
            fr: "La source le propose ou le souhaite ; rien n’est décidé."
            en: "The source proposes or wishes it; nothing is decided."
        conditional:
          fr: sous condition
          en: conditional
          definition:
            fr: "La source le fait dépendre d’une condition."
            en: "The source makes it depend on a condition."
        stopped:
          fr: arrêté
          en: stopped
          definition:
            fr: "La source dit que cela a existé et que cela a pris fin."
            en: "The source says that it existed and came to an end."
        abandoned:
          fr: abandonné
          en: abandoned
          definition:
            fr: "La source dit que le projet a été abandonné avant son terme."
            en: "The source says that it was given up before completion."
        negated:
          fr: nié
          en: negated
          definition:
            fr: "La source dit que cela n’est pas."
            en: "The source says that it is not so."
        forecast:
          fr: pronostiqué
          en: forecast
          definition:
            fr: "La source le calcule ou l’imagine pour l’avenir."
            en: "The source computes or imagines it for the future."

      """##
    ),
    (
      "Codelists/natures.yaml",
      ##"""
      format: passerelle-ontology/1
      list: natures
      label:
        fr: Natures de contrat
        en: Natures of contract
      source: "Values of the French essential procurement data (DECP), 2017 and 2022 schemas; alternatives are the forms that published files use"
      codes:
        contract:
          fr: Marché
          en: Contract
          alternatives:
            - Marché
            - MARCHE
            - Marché public
        framework-agreement:
          fr: Accord-cadre
          en: Framework agreement
          alternatives:
            - Accord-cadre
            - ACCORD CADRE
        subsequent-contract:
          fr: Marché subséquent
          en: Subsequent contract
          alternatives:
            - Marché subséquent
            - MARCHE SUBSEQUENT
        partnership-contract:
          fr: Marché de partenariat
          en: Partnership contract
          alternatives:
            - Marché de partenariat
            - Contrat de partenariat
        defence-contract:
          fr: Marché de défense ou de sécurité
          en: Defence or security contract
          alternatives:
            - Marché de défense ou de sécurité
        works-concession:
          fr: Concession de travaux
          en: Works concession
          alternatives:
            - Concession de travaux
            - CONCESSION DE TRAVAUX
        service-concession:
          fr: Concession de service
          en: Service concession
          alternatives:
            - Concession de service
            - Concession de services
        public-service-concession:
          fr: Concession de service public
          en: Public service concession
          alternatives:
            - Concession de service public
            - CONCESSION DE SERVICE PUBLIC
        public-service-delegation:
          fr: Délégation de service public
          en: Public service delegation
          alternatives:
            - Délégation de service public
            - DELEGATION DE SERVICE PUBLIC
            - DSP

      """##
    ),
    (
      "Codelists/price-forms.yaml",
      ##"""
      format: passerelle-ontology/1
      list: price-forms
      label:
        fr: Formes et types de prix
        en: Price forms and types
      source: "Values of the French essential procurement data (DECP), 2017 and 2022 schemas; alternatives are the forms that published files use"
      codes:
        firm:
          fr: Ferme
          en: Firm
          alternatives:
            - Ferme
            - Définitif ferme
        firm-adjustable:
          fr: Ferme et actualisable
          en: Firm and adjustable
          alternatives:
            - Ferme et actualisable
            - Actualisable
            - Définitif actualisable
        revisable:
          fr: Révisable
          en: Revisable
          alternatives:
            - Révisable
            - Définitif révisable
        provisional:
          fr: Provisoire
          en: Provisional
          alternatives:
            - Provisoire
        unit:
          fr: Unitaire
          en: Unit price
          alternatives:
            - Unitaire
        lump-sum:
          fr: Forfaitaire
          en: Lump sum
          alternatives:
            - Forfaitaire
        mixed:
          fr: Mixte
          en: Unit price and lump sum
          alternatives:
            - Mixte

      """##
    ),
    (
      "Codelists/procedures.yaml",
      ##"""
      format: passerelle-ontology/1
      list: procedures
      label:
        fr: Procédures de passation
        en: Award procedures
      source: "Values of the French essential procurement data (DECP), 2017 and 2022 schemas; alternatives are the forms that published files use"
      codes:
        adapted:
          fr: Procédure adaptée
          en: Adapted procedure
          alternatives:
            - Procédure adaptée
            - MAPA
        open:
          fr: Appel d’offres ouvert
          en: Open procedure
          alternatives:
            - Appel d'offres ouvert
            - AOO
        restricted:
          fr: Appel d’offres restreint
          en: Restricted procedure
          alternatives:
            - Appel d'offres restreint
            - AOR
        with-negotiation:
          fr: Procédure avec négociation
          en: Procedure with negotiation
          alternatives:
            - Procédure avec négociation
            - Procédure concurrentielle avec négociation
        negotiated-with-call:
          fr: Procédure négociée avec publicité
          en: Negotiated with prior call
          alternatives:
            - Procédure négociée avec mise en concurrence préalable
            - Marché négocié avec mise en concurrence préalable
        negotiated-without-call:
          fr: Sans publicité ni mise en concurrence
          en: Negotiated without prior call
          alternatives:
            - Marché passé sans publicité ni mise en concurrence préalable
            - Marché négocié sans publicité ni mise en concurrence préalable
            - Marché public négocié sans publicité ni mise en concurrence préalable
        competitive-dialogue:
          fr: Dialogue compétitif
          en: Competitive dialogue
          alternatives:
            - Dialogue compétitif
        open-negotiated:
          fr: Procédure négociée ouverte
          en: Open negotiated procedure
          alternatives:
            - Procédure négociée ouverte
        open-not-negotiated:
          fr: Procédure non négociée ouverte
          en: "Open procedure, no negotiation"
          alternatives:
            - Procédure non négociée ouverte
        restricted-negotiated:
          fr: Procédure négociée restreinte
          en: Restricted negotiated procedure
          alternatives:
            - Procédure négociée restreinte
        restricted-not-negotiated:
          fr: Procédure non négociée restreinte
          en: "Restricted procedure, no negotiation"
          alternatives:
            - Procédure non négociée restreinte

      """##
    ),
    (
      "Codelists/regions.yaml",
      ##"""
      format: passerelle-ontology/1
      list: regions
      label:
        fr: Régions
        en: Regions
      source: "INSEE and La Poste by data.gouv.fr, Licence Ouverte 2.0; the centroid is the mean of the points of communes (districts for Paris, Lyon, Marseille) weighted by area (unweighted for Mayotte, whose areas are missing)"
      codes:
        "01": {name: Guadeloupe, latitude: 16.197, longitude: -61.538}
        "02": {name: Martinique, latitude: 14.655, longitude: -61.020}
        "03": {name: Guyane, latitude: 3.961, longitude: -53.236}
        "04": {name: La Réunion, latitude: -21.132, longitude: 55.532}
        "06": {name: Mayotte, latitude: -12.818, longitude: 45.148}
        "11": {name: Île-de-France, latitude: 48.708, longitude: 2.506}
        "24": {name: Centre-Val de Loire, latitude: 47.480, longitude: 1.684}
        "27": {name: Bourgogne-Franche-Comté, latitude: 47.230, longitude: 4.808}
        "28": {name: Normandie, latitude: 49.117, longitude: 0.110}
        "32": {name: Hauts-de-France, latitude: 49.965, longitude: 2.773}
        "44": {name: Grand Est, latitude: 48.684, longitude: 5.615}
        "52": {name: Pays de la Loire, latitude: 47.474, longitude: -0.818}
        "53": {name: Bretagne, latitude: 48.175, longitude: -2.841}
        "75": {name: Nouvelle-Aquitaine, latitude: 45.188, longitude: 0.207}
        "76": {name: Occitanie, latitude: 43.699, longitude: 2.139}
        "84": {name: Auvergne-Rhône-Alpes, latitude: 45.511, longitude: 4.516}
        "93": {name: Provence-Alpes-Côte d'Azur, latitude: 43.952, longitude: 6.058}
        "94": {name: Corse, latitude: 42.148, longitude: 9.105}

      """##
    ),
    (
      "Codelists/seuils-fr.yaml",
      ##"""
      format: passerelle-ontology/1
      list: seuils-fr
      label:
        fr: Seuils des marchés publics en France
        en: Thresholds of public contracts in France
      source: "Code de la commande publique; texts named with each threshold. Compared with public commentary, not with the official journal; to be checked before use. Euros, excluding tax; both dates in force."
      thresholds:
        exempt-2019:
          kind: exempt
          natures: [supplies, services, works]
          buyers: [central, other, entity]
          amount: "25000"
          from: 2019-04-01
          until: 2019-12-31
          source:
            fr: "Code de la commande publique, art. R. 2122-8 (décret nº 2018-1075 du 3 décembre 2018)"
            en: "Public procurement code, art. R. 2122-8 (decree 2018-1075 of 3 December 2018)"
        exempt-supplies-2020:
          kind: exempt
          natures: [supplies, services]
          buyers: [central, other, entity]
          amount: "40000"
          from: 2020-01-01
          until: 2026-03-31
          source:
            fr: "Art. R. 2122-8, décret nº 2019-1344 du 12 décembre 2019"
            en: "Art. R. 2122-8, decree 2019-1344 of 12 December 2019"
        exempt-supplies-2026:
          kind: exempt
          natures: [supplies, services]
          buyers: [central, other, entity]
          amount: "60000"
          from: 2026-04-01
          source:
            fr: "Art. R. 2122-8, décret nº 2025-1386 du 29 décembre 2025 (JO du 30 décembre 2025, texte nº 24)"
            en: "Art. R. 2122-8, decree 2025-1386 of 29 December 2025 (official journal of 30 December 2025, text 24)"
        exempt-works-2020:
          kind: exempt
          natures: [works]
          buyers: [central, other, entity]
          amount: "40000"
          from: 2020-01-01
          until: 2020-07-23
          source:
            fr: "Art. R. 2122-8, décret nº 2019-1344 du 12 décembre 2019"
            en: "Art. R. 2122-8, decree 2019-1344 of 12 December 2019"
        exempt-works-2020-07:
          kind: exempt
          natures: [works]
          buyers: [central, other, entity]
          amount: "70000"
          from: 2020-07-24
          until: 2020-12-08
          source:
            fr: "Décret nº 2020-893 du 22 juillet 2020, relèvement temporaire"
            en: "Decree 2020-893 of 22 July 2020, temporary rise"
        exempt-works-2020-12:
          kind: exempt
          natures: [works]
          buyers: [central, other, entity]
          amount: "100000"
          from: 2020-12-09
          until: 2022-12-31
          source:
            fr: "Loi nº 2020-1525 du 7 décembre 2020, art. 142 (JO du 8 décembre 2020)"
            en: "Law 2020-1525 of 7 December 2020, art. 142 (official journal of 8 December 2020)"
        exempt-works-2023:
          kind: exempt
          natures: [works]
          buyers: [central, other, entity]
          amount: "100000"
          from: 2023-01-01
          until: 2024-12-31
          source:
            fr: "Décret nº 2022-1683 du 28 décembre 2022, art. 6"
            en: "Decree 2022-1683 of 28 December 2022, art. 6"
        exempt-works-2025:
          kind: exempt
          natures: [works]
          buyers: [central, other, entity]
          amount: "100000"
          from: 2025-01-01
          until: 2025-12-31
          source:
            fr: "Décret nº 2024-1217 du 28 décembre 2024 (JO du 29 décembre 2024)"
            en: "Decree 2024-1217 of 28 December 2024 (official journal of 29 December 2024)"
        exempt-works-2026:
          kind: exempt
          natures: [works]
          buyers: [central, other, entity]
          amount: "100000"
          from: 2026-01-01
          source:
            fr: "Art. R. 2122-8, décret nº 2025-1386 du 29 décembre 2025 (JO du 30 décembre 2025, texte nº 24)"
            en: "Art. R. 2122-8, decree 2025-1386 of 29 December 2025 (official journal of 30 December 2025, text 24)"
        advertised-2019:
          kind: advertised
          natures: [supplies, services, works]
          buyers: [central, other]
          amount: "90000"
          from: 2019-04-01
          source:
            fr: "Code de la commande publique, art. R. 2131-12 et R. 2131-13"
            en: "Public procurement code, art. R. 2131-12 and R. 2131-13"
        formal-central-2018:
          kind: formal
          natures: [supplies, services]
          buyers: [central]
          amount: "144000"
          from: 2018-01-01
          until: 2019-12-31
          source:
            fr: "Avis relatif aux seuils de procédure, seuils européens 2018-2019"
            en: "Notice on procedure thresholds, European thresholds 2018-2019"
        formal-other-2018:
          kind: formal
          natures: [supplies, services]
          buyers: [other]
          amount: "221000"
          from: 2018-01-01
          until: 2019-12-31
          source:
            fr: "Avis relatif aux seuils de procédure, seuils européens 2018-2019"
            en: "Notice on procedure thresholds, European thresholds 2018-2019"
        formal-entity-2018:
          kind: formal
          natures: [supplies, services]
          buyers: [entity]
          amount: "443000"
          from: 2018-01-01
          until: 2019-12-31
          source:
            fr: "Avis relatif aux seuils de procédure, seuils européens 2018-2019"
            en: "Notice on procedure thresholds, European thresholds 2018-2019"
        formal-works-2018:
          kind: formal
          natures: [works]
          buyers: [central, other, entity]
          amount: "5548000"
          from: 2018-01-01
          until: 2019-12-31
          source:
            fr: "Avis relatif aux seuils de procédure, seuils européens 2018-2019"
            en: "Notice on procedure thresholds, European thresholds 2018-2019"
        formal-central-2020:
          kind: formal
          natures: [supplies, services]
          buyers: [central]
          amount: "139000"
          from: 2020-01-01
          until: 2021-12-31
          source:
            fr: "Avis relatif aux seuils de procédure (décembre 2019) ; règlements délégués (UE) 2019/1827 à 2019/1830"
            en: "Notice on procedure thresholds (December 2019); delegated regulations (EU) 2019/1827 to 2019/1830"
        formal-other-2020:
          kind: formal
          natures: [supplies, services]
          buyers: [other]
          amount: "214000"
          from: 2020-01-01
          until: 2021-12-31
          source:
            fr: "Avis relatif aux seuils de procédure (décembre 2019) ; règlements délégués (UE) 2019/1827 à 2019/1830"
            en: "Notice on procedure thresholds (December 2019); delegated regulations (EU) 2019/1827 to 2019/1830"
        formal-entity-2020:
          kind: formal
          natures: [supplies, services]
          buyers: [entity]
          amount: "428000"
          from: 2020-01-01
          until: 2021-12-31
          source:
            fr: "Avis relatif aux seuils de procédure (décembre 2019) ; règlements délégués (UE) 2019/1827 à 2019/1830"
            en: "Notice on procedure thresholds (December 2019); delegated regulations (EU) 2019/1827 to 2019/1830"
        formal-works-2020:
          kind: formal
          natures: [works]
          buyers: [central, other, entity]
          amount: "5350000"
          from: 2020-01-01
          until: 2021-12-31
          source:
            fr: "Avis relatif aux seuils de procédure (décembre 2019) ; règlements délégués (UE) 2019/1827 à 2019/1830"
            en: "Notice on procedure thresholds (December 2019); delegated regulations (EU) 2019/1827 to 2019/1830"
        formal-central-2022:
          kind: formal
          natures: [supplies, services]
          buyers: [central]
          amount: "140000"
          from: 2022-01-01
          until: 2023-12-31
          source:
            fr: "Avis relatif aux seuils de procédure (JO du 9 décembre 2021) ; règlements délégués (UE) 2021/1950 à 2021/1953"
            en: "Notice on procedure thresholds (official journal of 9 December 2021); delegated regulations (EU) 2021/1950 to 2021/1953"
        formal-other-2022:
          kind: formal
          natures: [supplies, services]
          buyers: [other]
          amount: "215000"
          from: 2022-01-01
          until: 2023-12-31
          source:
            fr: "Avis relatif aux seuils de procédure (JO du 9 décembre 2021) ; règlements délégués (UE) 2021/1950 à 2021/1953"
            en: "Notice on procedure thresholds (official journal of 9 December 2021); delegated regulations (EU) 2021/1950 to 2021/1953"
        formal-entity-2022:
          kind: formal
          natures: [supplies, services]
          buyers: [entity]
          amount: "431000"
          from: 2022-01-01
          until: 2023-12-31
          source:
            fr: "Avis relatif aux seuils de procédure (JO du 9 décembre 2021) ; règlements délégués (UE) 2021/1950 à 2021/1953"
            en: "Notice on procedure thresholds (official journal of 9 December 2021); delegated regulations (EU) 2021/1950 to 2021/1953"
        formal-works-2022:
          kind: formal
          natures: [works]
          buyers: [central, other, entity]
          amount: "5382000"
          from: 2022-01-01
          until: 2023-12-31
          source:
            fr: "Avis relatif aux seuils de procédure (JO du 9 décembre 2021) ; règlements délégués (UE) 2021/1950 à 2021/1953"
            en: "Notice on procedure thresholds (official journal of 9 December 2021); delegated regulations (EU) 2021/1950 to 2021/1953"
        formal-central-2024:
          kind: formal
          natures: [supplies, services]
          buyers: [central]
          amount: "143000"
          from: 2024-01-01
          until: 2025-12-31
          source:
            fr: "Avis du 7 décembre 2023 relatif aux seuils de procédure, annexe nº 2 du code"
            en: "Notice of 7 December 2023 on procedure thresholds, annex 2 of the code"
        formal-other-2024:
          kind: formal
          natures: [supplies, services]
          buyers: [other]
          amount: "221000"
          from: 2024-01-01
          until: 2025-12-31
          source:
            fr: "Avis du 7 décembre 2023 relatif aux seuils de procédure, annexe nº 2 du code"
            en: "Notice of 7 December 2023 on procedure thresholds, annex 2 of the code"
        formal-entity-2024:
          kind: formal
          natures: [supplies, services]
          buyers: [entity]
          amount: "443000"
          from: 2024-01-01
          until: 2025-12-31
          source:
            fr: "Avis du 7 décembre 2023 relatif aux seuils de procédure, annexe nº 2 du code"
            en: "Notice of 7 December 2023 on procedure thresholds, annex 2 of the code"
        formal-works-2024:
          kind: formal
          natures: [works]
          buyers: [central, other, entity]
          amount: "5538000"
          from: 2024-01-01
          until: 2025-12-31
          source:
            fr: "Avis du 7 décembre 2023 relatif aux seuils de procédure, annexe nº 2 du code"
            en: "Notice of 7 December 2023 on procedure thresholds, annex 2 of the code"
        formal-central-2026:
          kind: formal
          natures: [supplies, services]
          buyers: [central]
          amount: "140000"
          from: 2026-01-01
          until: 2027-12-31
          source:
            fr: "Règlements délégués (UE) 2025/2150, 2025/2151 et 2025/2152 du 22 octobre 2025 (JOUE du 23 octobre 2025), annexe nº 2 du code"
            en: "Delegated regulations (EU) 2025/2150, 2025/2151 and 2025/2152 of 22 October 2025 (OJ of 23 October 2025), annex 2 of the code"
        formal-other-2026:
          kind: formal
          natures: [supplies, services]
          buyers: [other]
          amount: "216000"
          from: 2026-01-01
          until: 2027-12-31
          source:
            fr: "Règlements délégués (UE) 2025/2150, 2025/2151 et 2025/2152 du 22 octobre 2025 (JOUE du 23 octobre 2025), annexe nº 2 du code"
            en: "Delegated regulations (EU) 2025/2150, 2025/2151 and 2025/2152 of 22 October 2025 (OJ of 23 October 2025), annex 2 of the code"
        formal-entity-2026:
          kind: formal
          natures: [supplies, services]
          buyers: [entity]
          amount: "432000"
          from: 2026-01-01
          until: 2027-12-31
          source:
            fr: "Règlements délégués (UE) 2025/2150, 2025/2151 et 2025/2152 du 22 octobre 2025 (JOUE du 23 octobre 2025), annexe nº 2 du code"
            en: "Delegated regulations (EU) 2025/2150, 2025/2151 and 2025/2152 of 22 October 2025 (OJ of 23 October 2025), annex 2 of the code"
        formal-works-2026:
          kind: formal
          natures: [works]
          buyers: [central, other, entity]
          amount: "5404000"
          from: 2026-01-01
          until: 2027-12-31
          source:
            fr: "Règlements délégués (UE) 2025/2150, 2025/2151 et 2025/2152 du 22 octobre 2025 (JOUE du 23 octobre 2025), annexe nº 2 du code"
            en: "Delegated regulations (EU) 2025/2150, 2025/2151 and 2025/2152 of 22 October 2025 (OJ of 23 October 2025), annex 2 of the code"

      """##
    ),
    (
      "Codelists/sovereignty.yaml",
      ##"""
      format: passerelle-ontology/1
      list: sovereignty
      label:
        fr: Attributs de souveraineté
        en: Attributes of sovereignty
      source: "The project's own list; SecNumCloud is a qualification of ANSSI"
      codes:
        hosted_in_eu:
          fr: Données hébergées dans l’UE
          en: Data hosted in the EU
          definition:
            fr: "Les données sont hébergées dans l’Union européenne."
            en: "Data are hosted in the European Union."
          alternatives:
            - Hébergement UE
            - Données hébergées dans l’Union européenne
        secnumcloud:
          fr: Hébergement SecNumCloud
          en: SecNumCloud hosting
          definition:
            fr: "L’hébergement est qualifié SecNumCloud."
            en: "Hosting is qualified SecNumCloud."
          alternatives:
            - SecNumCloud
        controlled_in_eu:
          fr: Contrôle depuis l’UE
          en: Controlled from the EU
          definition:
            fr: "Le fournisseur est contrôlé depuis l’Union européenne."
            en: "The vendor is controlled from within the European Union."
          alternatives:
            - Contrôle UE
            - Contrôle depuis l’Union européenne
        open_source:
          fr: Code source libre
          en: Open source
          definition:
            fr: "Le code source est sous licence libre."
            en: "The source code is under a free licence."
          alternatives:
            - Logiciel libre
            - Code source libre
        open_standards:
          fr: Formats et interfaces ouverts
          en: Open standards
          definition:
            fr: "Les interfaces et les formats de données sont des standards ouverts."
            en: "Interfaces and data formats are open standards."
          alternatives:
            - Standards ouverts
            - Formats ouverts
        reversibility:
          fr: Réversibilité des données
          en: Data reversibility
          definition:
            fr: "Les données se récupèrent en entier et sans frais en fin de marché."
            en: "Data can be taken out in full, at no price, at the end of the contract."
          alternatives:
            - Réversibilité

      """##
    ),
    (
      "Concepts/layers.yaml",
      ##"""
      format: passerelle-ontology/1
      scheme: layers
      provisional: true
      label:
        fr: Couches de l’infrastructure numérique
        en: Layers of the digital infrastructure
      note:
        fr: Liste provisoire, d’après une chaîne de valeur en quatre temps (réseaux et objets, mise en forme, hébergement, analyse et restitution) et ses trois zones (équipements, données, applications). L’ordre va du terrain à l’usager.
        en: Provisional list, after a value chain of four steps (networks and objects, transformation, hosting, analysis and exposure) and its three zones (devices, data, applications). The order goes from the field to the user.
      concepts:
        devices:
          iri: pas:layer-devices
          label:
            fr: Capteurs et objets
            en: Sensors and devices
          alternatives:
            fr:
              - capteurs
              - capteur
              - microcapteurs
              - objets connectés
              - boîtiers
              - équipements de terrain
              - compteurs communicants
              - caméras
              - bornes
              - automates
              - actionneurs
              - luminaires
              - horodateurs
              - sondes
              - balises
            en:
              - sensors
              - sensor
              - devices
              - field equipment
              - connected objects
              - actuators
              - meters
              - cameras
            pt:
              - sensores
              - sensor
              - dispositivos
              - equipamentos de campo
              - câmaras
              - contadores

        networks:
          iri: pas:layer-networks
          label:
            fr: Réseaux et transmission
            en: Networks and transmission
          alternatives:
            fr:
              - réseau de communication
              - réseau bas débit
              - réseau LoRaWAN
              - LoRaWAN
              - fibre optique
              - liaison radio
              - réseau mobile
              - transmission
              - passerelles
              - antennes
              - réseau informatique
              - wifi
              - débit
              - 4G
              - 5G
            en:
              - communication network
              - low-power network
              - optical fibre
              - radio link
              - gateways
              - transmission
              - wireless
            pt:
              - rede de comunicações
              - fibra ótica
              - transmissão
              - antenas
              - rede móvel

        transformation:
          iri: pas:layer-transformation
          label:
            fr: Collecte et mise en forme des données
            en: Data collection and transformation
          alternatives:
            fr:
              - collecte des données
              - mise en forme
              - extraction des données
              - flux de données
              - formats ouverts
              - interfaces de programmation
              - API
              - connecteurs
              - interopérabilité
              - normalisation des données
              - qualité des données
              - échange de données
              - "format d’échange"
            en:
              - data collection
              - data transformation
              - data flows
              - connectors
              - interoperability
              - open formats
              - data exchange
            pt:
              - recolha de dados
              - transformação de dados
              - interoperabilidade
              - formatos abertos

        hosting:
          iri: pas:layer-hosting
          label:
            fr: Hébergement et plateforme de données
            en: Hosting and data platform
          alternatives:
            fr:
              - hébergement
              - hébergées
              - hébergé
              - serveurs
              - informatique en nuage
              - lac de données
              - entrepôt de données
              - plateforme de données
              - base de données
              - sauvegardes
              - sauvegarde
              - centre de données
              - stockage
            en:
              - hosting
              - hosted
              - servers
              - cloud
              - data lake
              - database
              - backup
              - data centre
              - storage
            pt:
              - alojamento
              - servidores
              - nuvem
              - base de dados
              - armazenamento

        analysis:
          iri: pas:layer-analysis
          label:
            fr: Analyse et restitution
            en: Analysis and exposure
          alternatives:
            fr:
              - tableau de bord
              - tableaux de bord
              - visualisation
              - cartographie
              - carte publique
              - statistiques
              - indicateurs
              - modélisation
              - prédiction
              - simulation
              - jumeau numérique
              - supervision
              - hypervision
              - alerte
              - alertes
              - bilans
            en:
              - dashboard
              - visualisation
              - maps
              - statistics
              - indicators
              - modelling
              - prediction
              - digital twin
              - supervision
              - alerts
            pt:
              - painel de controlo
              - visualização
              - estatísticas
              - indicadores
              - alertas

        applications:
          iri: pas:layer-applications
          label:
            fr: Applications et services aux usagers
            en: Applications and user services
          alternatives:
            fr:
              - application mobile
              - logiciel métier
              - logiciels métiers
              - progiciel
              - portail
              - site internet
              - téléservice
              - téléservices
              - application citoyenne
              - espace personnel
              - formulaire en ligne
              - borne interactive
              - logiciel
            en:
              - mobile application
              - business software
              - portal
              - website
              - online form
              - software
            pt:
              - aplicação móvel
              - software
              - portal
              - sítio na internet

      """##
    ),
    (
      "Concepts/themes.yaml",
      ##"""
      format: passerelle-ontology/1
      scheme: themes
      provisional: true
      label:
        fr: Domaines d’action publique
        en: Fields of public action
      note:
        fr: Liste provisoire. Les sources annoncent douze domaines et n’en nomment que dix ; la sécurité et l’administration ont été ajoutées d’après les métiers qu’elles citent.
        en: Provisional list. The sources announce twelve fields and name only ten; safety and administration were added from the trades that they quote.
      concepts:
        administration:
          iri: pas:theme-administration
          label:
            fr: Administration et citoyenneté
            en: Administration and citizenship
          alternatives:
            fr:
              - administration en ligne
              - e-administration
              - téléservices
              - compte citoyen
              - démarches en ligne
              - état civil
              - participation citoyenne
              - budget participatif
              - concertation
              - vie associative
            en:
              - e-government
              - online services
              - citizen account
              - civil registration
              - citizen participation
              - participatory budget
              - consultation
          cpv: ["48", "72", "75", "981"]

        economy:
          iri: pas:theme-economy
          label:
            fr: Développement économique
            en: Economic development
          alternatives:
            fr:
              - économie
              - attractivité
              - innovation
              - incubateur
              - pépinière d’entreprises
              - commerce de proximité
              - tourisme
              - emploi
            en:
              - economy
              - attractiveness
              - innovation
              - incubator
              - local shops
              - tourism
              - employment
          cpv: ["635", "73", "79"]

        education:
          iri: pas:theme-education
          label:
            fr: Éducation
            en: Education
          alternatives:
            fr:
              - enseignement
              - école
              - écoles
              - scolaire
              - cantine scolaire
              - formation
              - numérique éducatif
              - enfance
              - jeunesse
            en:
              - teaching
              - school
              - schools
              - school meals
              - training
              - digital learning
              - childhood
              - youth
          cpv: ["392", "555", "80"]

        energy:
          iri: pas:theme-energy
          label:
            fr: Énergie
            en: Energy
          alternatives:
            fr:
              - électricité
              - gaz
              - chauffage
              - réseau de chaleur
              - réseaux électriques intelligents
              - énergies renouvelables
              - rénovation énergétique
              - efficacité énergétique
              - bâtiments intelligents
            en:
              - electricity
              - gas
              - heating
              - district heating
              - smart grids
              - renewable energy
              - energy renovation
              - energy efficiency
              - smart buildings
          cpv: ["09", "31", "65", "713"]

        health:
          iri: pas:theme-health
          label:
            fr: Santé
            en: Health
          alternatives:
            fr:
              - soins
              - hôpital
              - télémédecine
              - santé environnementale
              - qualité de l’air
              - prévention
            en:
              - care
              - hospital
              - telemedicine
              - environmental health
              - air quality
              - prevention
          cpv: ["33", "85", "851"]

        lighting:
          iri: pas:theme-lighting
          label:
            fr: Éclairage public
            en: Street lighting
          alternatives:
            fr:
              - éclairage
              - éclairage urbain
              - lampadaires
              - luminaires
              - candélabres
              - éclairage adaptatif
              - mise en lumière
            en:
              - lighting
              - urban lighting
              - street lamps
              - luminaires
              - lamp posts
              - adaptive lighting
          cpv: ["315", "349", "453", "502"]

        public-transport:
          iri: pas:theme-public-transport
          label:
            fr: Transports en commun
            en: Public transport
          alternatives:
            fr:
              - transport public
              - transports publics
              - bus
              - autobus
              - tramway
              - métro
              - train
              - billettique
              - transport scolaire
            en:
              - public transit
              - mass transit
              - bus
              - tram
              - underground
              - train
              - ticketing
              - school transport
          cpv: ["341", "346", "60", "601", "602"]

        safety:
          iri: pas:theme-safety
          label:
            fr: Sécurité
            en: Safety
          alternatives:
            fr:
              - sûreté
              - tranquillité publique
              - prévention de la délinquance
              - vidéoprotection
              - vidéosurveillance
              - police municipale
              - incendie
              - secours
              - gestion de crise
            en:
              - security
              - crime prevention
              - video protection
              - CCTV
              - municipal police
              - fire service
              - rescue
              - crisis management
          cpv: ["323", "35", "752", "797"]

        social:
          iri: pas:theme-social
          label:
            fr: Action sociale
            en: Social action
          alternatives:
            fr:
              - aide sociale
              - solidarité
              - inclusion
              - inclusion numérique
              - médiation numérique
              - handicap
              - personnes âgées
              - logement social
            en:
              - social care
              - solidarity
              - inclusion
              - digital inclusion
              - digital mediation
              - disability
              - elderly
              - social housing
          cpv: ["85", "853", "98"]

        travel:
          iri: pas:theme-travel
          label:
            fr: Déplacements et stationnement
            en: Travel and parking
          alternatives:
            fr:
              - mobilité
              - mobilité intelligente
              - mobilités
              - stationnement
              - parking
              - voirie
              - circulation
              - vélo
              - covoiturage
              - autopartage
              - bornes de recharge
            en:
              - mobility
              - smart mobility
              - parking
              - roads
              - traffic
              - cycling
              - carpooling
              - car sharing
              - charging points
          cpv: ["34", "387", "452", "637"]

        waste:
          iri: pas:theme-waste
          label:
            fr: Déchets
            en: Waste
          alternatives:
            fr:
              - déchet
              - ordures ménagères
              - collecte des déchets
              - tri
              - recyclage
              - déchetterie
              - compostage
              - économie circulaire
              - propreté
            en:
              - refuse
              - household waste
              - waste collection
              - sorting
              - recycling
              - composting
              - circular economy
              - cleanliness
          cpv: ["149", "905", "906"]

        water:
          iri: pas:theme-water
          label:
            fr: Eau
            en: Water
          alternatives:
            fr:
              - eau potable
              - assainissement
              - eaux usées
              - eaux pluviales
              - distribution d’eau
              - station d’épuration
              - inondations
              - irrigation
            en:
              - drinking water
              - sanitation
              - waste water
              - rainwater
              - water supply
              - sewage plant
              - floods
              - irrigation
          cpv: ["41", "411", "651", "718", "904"]

      """##
    ),
    (
      "Concepts/use-cases.yaml",
      ##"""
      format: passerelle-ontology/1
      scheme: use-cases
      provisional: true
      label:
        fr: Cas d’usage de la ville intelligente
        en: Use cases of the smart city
      note:
        fr: Liste provisoire, composée d’après les exemples que citent les sources ; le nombre de soixante-dix qu’annonce l’une d’elles ne peut en être tiré. « restricted » marque les usages que la loi encadre ou que les sources disent contestés.
        en: Provisional list, composed from the examples that the sources name; the number of seventy that one of them announces cannot be drawn from it. "restricted" marks the uses that the law limits or that the sources call disputed.
      concepts:
        air-quality:
          iri: pas:use-case-air-quality
          label:
            fr: Qualité de l’air
            en: Air quality
          alternatives:
            fr:
              - "qualité de l’air"
              - microcapteurs
              - pollution atmosphérique
              - particules fines
              - "dioxyde d’azote"
              - indice ATMO
            en:
              - air pollution
              - air sensors
              - fine particles
            pt:
              - qualidade do ar
              - poluição do ar
          themes: [health]

        bike-sharing:
          iri: pas:use-case-bike-sharing
          label:
            fr: Vélos en libre-service
            en: Bike sharing
          alternatives:
            fr:
              - vélos en libre-service
              - vélos à assistance électrique
              - stations de vélos
              - location de vélos
            en:
              - bike sharing
              - bicycle hire
              - e-bikes
            pt:
              - bicicletas partilhadas
          themes: [travel]

        building-management:
          iri: pas:use-case-building-management
          label:
            fr: Bâtiments pilotés
            en: Managed buildings
          alternatives:
            fr:
              - suivi énergétique
              - gestion technique du bâtiment
              - GTB
              - télégestion des bâtiments
              - pilotage du chauffage
              - performance énergétique des bâtiments
              - gestion technique centralisée
            en:
              - building management system
              - energy monitoring
              - smart building
            pt:
              - gestão técnica de edifícios
              - eficiência energética de edifícios
          themes: [energy]

        car-sharing:
          iri: pas:use-case-car-sharing
          label:
            fr: Autopartage
            en: Car sharing
          alternatives:
            fr:
              - autopartage
              - véhicules partagés
              - covoiturage
            en:
              - shared cars
              - carpooling
            pt:
              - carro partilhado
          themes: [travel]

        citizen-account:
          iri: pas:use-case-citizen-account
          label:
            fr: Compte citoyen et téléservices
            en: Citizen account and online services
          alternatives:
            fr:
              - compte citoyen
              - téléservices
              - guichet en ligne
              - démarches en ligne
              - gestion de la relation usagers
              - relation avec les usagers
              - portail famille
              - portail usagers
              - application citoyenne
              - inscription scolaire
            en:
              - online services
              - citizen portal
              - customer relationship management
            pt:
              - balcão digital
              - serviços em linha
              - portal do munícipe
          themes: [administration]

        citizen-participation:
          iri: pas:use-case-citizen-participation
          label:
            fr: Participation citoyenne
            en: Citizen participation
          alternatives:
            fr:
              - budget participatif
              - concertation
              - plateforme de participation
              - consultation des habitants
              - forum citoyen
              - sondage
            en:
              - participatory budget
              - public consultation
              - participation platform
            pt:
              - orçamento participativo
              - participação cidadã
          themes: [administration]

        connectivity:
          iri: pas:use-case-connectivity
          label:
            fr: Connectivité du territoire
            en: Territorial connectivity
          alternatives:
            fr:
              - fibre optique
              - boucle optique
              - réseau à très haut débit
              - wifi public
              - réseau LoRaWAN
              - réseau bas débit
              - 5G
            en:
              - optical fibre
              - broadband
              - public wifi
              - low-power network
            pt:
              - fibra ótica
              - banda larga
              - rede sem fios
          themes: [administration]

        cyber-security:
          iri: pas:use-case-cyber-security
          label:
            fr: Cybersécurité
            en: Cybersecurity
          alternatives:
            fr:
              - sécurité informatique
              - "sécurité des systèmes d’information"
              - centre de réponse aux incidents
              - SOC
              - audit de sécurité
              - "test d’intrusion"
            en:
              - information security
              - security operations centre
              - penetration test
            pt:
              - cibersegurança
              - segurança informática
          themes: [administration, safety]

        data-platform:
          iri: pas:use-case-data-platform
          label:
            fr: Plateforme de données urbaines
            en: Urban data platform
          alternatives:
            fr:
              - plateforme de données
              - lac de données
              - entrepôt de données
              - hyperviseur
              - hypervision
              - datalake
              - données territoriales
            en:
              - data lake
              - data warehouse
              - urban data platform
            pt:
              - plataforma de dados
              - plataforma urbana
          themes: [administration]

        digital-inclusion:
          iri: pas:use-case-digital-inclusion
          label:
            fr: Inclusion numérique
            en: Digital inclusion
          alternatives:
            fr:
              - médiation numérique
              - fracture numérique
              - conseillers numériques
              - ateliers numériques
              - inclusion numérique
            en:
              - digital skills
              - digital divide
            pt:
              - inclusão digital
              - literacia digital
          themes: [administration, social]

        digital-twin:
          iri: pas:use-case-digital-twin
          label:
            fr: Jumeau numérique
            en: Digital twin
          alternatives:
            fr:
              - maquette numérique
              - modèle 3D du territoire
              - jumeau numérique
              - double numérique
              - "système d’information géographique"
              - SIG
            en:
              - 3D city model
              - geographic information system
              - GIS
            pt:
              - gémeo digital
              - sistema de informação geográfica
          themes: [administration]

        district-heating:
          iri: pas:use-case-district-heating
          label:
            fr: Réseau de chaleur
            en: District heating
          alternatives:
            fr:
              - réseau de chaleur
              - chaufferie biomasse
              - sous-stations de chauffage
              - chauffage urbain
            en:
              - heat network
              - biomass boiler
            pt:
              - rede de calor
          themes: [energy]

        electric-charging:
          iri: pas:use-case-electric-charging
          label:
            fr: Recharge de véhicules électriques
            en: Electric vehicle charging
          alternatives:
            fr:
              - bornes de recharge
              - bornes de charge
              - IRVE
              - infrastructure de recharge
              - points de charge
            en:
              - charging stations
              - charge points
              - electric vehicle charging
            pt:
              - carregamento de veículos elétricos
              - postos de carregamento
          themes: [travel, energy]

        emergency-alert:
          iri: pas:use-case-emergency-alert
          label:
            fr: Alerte et gestion de crise
            en: Alert and crisis management
          alternatives:
            fr:
              - gestion de crise
              - alerte à la population
              - plan communal de sauvegarde
              - prévention des inondations
            en:
              - crisis management
              - public warning
              - flood warning
            pt:
              - gestão de emergências
              - alerta à população
          themes: [safety]

        energy-management:
          iri: pas:use-case-energy-management
          label:
            fr: Pilotage de l’énergie
            en: Energy management
          alternatives:
            fr:
              - "gestion de l’énergie"
              - pilotage énergétique
              - réseaux électriques intelligents
              - autoconsommation
              - panneaux photovoltaïques
              - centrale photovoltaïque
              - effacement
            en:
              - smart grid
              - energy management
              - photovoltaic panels
              - self-consumption
            pt:
              - gestão de energia
              - painéis fotovoltaicos
              - autoconsumo
          themes: [energy]

        facial-recognition:
          iri: pas:use-case-facial-recognition
          label:
            fr: Reconnaissance faciale
            en: Facial recognition
          alternatives:
            fr:
              - reconnaissance faciale
              - identification biométrique
              - analyse biométrique
            en:
              - biometric identification
              - face recognition
            pt:
              - reconhecimento facial
          themes: [safety]
          restricted: true

        leak-detection:
          iri: pas:use-case-leak-detection
          label:
            fr: Recherche de fuites
            en: Leak detection
          alternatives:
            fr:
              - recherche de fuites
              - sectorisation
              - prélocalisateurs
              - "rendement du réseau d’eau"
            en:
              - leak detection
              - district metering
            pt:
              - deteção de fugas
          themes: [water]

        metering:
          iri: pas:use-case-metering
          label:
            fr: Télérelève des compteurs
            en: Smart metering
          alternatives:
            fr:
              - télérelève
              - télérelevé
              - compteurs communicants
              - "compteurs d’eau"
            en:
              - smart meters
              - remote meter reading
            pt:
              - telecontagem
              - contadores inteligentes
          themes: [water, energy]

        mobility-ticketing:
          iri: pas:use-case-mobility-ticketing
          label:
            fr: Billettique et mobilité servicielle
            en: Ticketing and mobility as a service
          alternatives:
            fr:
              - billettique
              - titres de transport
              - compte mobilité
              - information voyageurs
              - "calculateur d’itinéraires"
              - MaaS
            en:
              - ticketing
              - mobility as a service
              - passenger information
              - journey planner
            pt:
              - bilhética
              - informação ao passageiro
          themes: [public-transport]

        open-data:
          iri: pas:use-case-open-data
          label:
            fr: Données ouvertes
            en: Open data
          alternatives:
            fr:
              - données ouvertes
              - open data
              - portail de données
              - réutilisation des données
            en:
              - open data portal
              - data reuse
            pt:
              - dados abertos
          themes: [administration]

        parking:
          iri: pas:use-case-parking
          label:
            fr: Stationnement
            en: Parking
          alternatives:
            fr:
              - stationnement payant
              - parkings
              - horodateurs
              - places de stationnement
              - jalonnement dynamique
              - contrôle du stationnement
            en:
              - car parks
              - parking meters
              - parking guidance
            pt:
              - estacionamento
              - parquímetros
          themes: [travel]

        predictive-policing:
          iri: pas:use-case-predictive-policing
          label:
            fr: Police prédictive
            en: Predictive policing
          alternatives:
            fr:
              - police prédictive
            en:
              - predictive policing
            pt:
              - policiamento preditivo
          themes: [safety]
          restricted: true

        school-services:
          iri: pas:use-case-school-services
          label:
            fr: Services scolaires et périscolaires
            en: School services
          alternatives:
            fr:
              - restauration scolaire
              - cantine
              - "inscription à l’école"
              - transport scolaire
              - espace numérique de travail
              - périscolaire
            en:
              - school meals
              - school transport
              - learning platform
            pt:
              - refeições escolares
              - transporte escolar
          themes: [education]

        smart-lighting:
          iri: pas:use-case-smart-lighting
          label:
            fr: Éclairage adaptatif
            en: Adaptive lighting
          alternatives:
            fr:
              - éclairage public
              - éclairage intelligent
              - "télégestion de l’éclairage"
              - lampadaires connectés
              - luminaires LED
              - points lumineux
              - candélabres
              - gradation
            en:
              - street lighting
              - smart lighting
              - lighting control
              - LED luminaires
            pt:
              - iluminação pública
              - luminárias LED
              - telegestão da iluminação
          themes: [lighting]

        stormwater:
          iri: pas:use-case-stormwater
          label:
            fr: Assainissement et eaux pluviales
            en: Sewerage and stormwater
          alternatives:
            fr:
              - assainissement
              - eaux pluviales
              - eaux usées
              - autosurveillance
              - diagnostic permanent
              - "station d’épuration"
              - "déversoirs d’orage"
            en:
              - sewer
              - wastewater
              - stormwater
              - sewage treatment
            pt:
              - águas residuais
              - saneamento
              - águas pluviais
          themes: [water]

        telehealth:
          iri: pas:use-case-telehealth
          label:
            fr: Santé connectée
            en: Connected health
          alternatives:
            fr:
              - télémédecine
              - suivi médical
              - téléconsultation
              - maintien à domicile
              - téléassistance
            en:
              - telemedicine
              - remote care
              - telecare
            pt:
              - telemedicina
              - teleassistência
          themes: [health]

        tourism:
          iri: pas:use-case-tourism
          label:
            fr: Tourisme et patrimoine
            en: Tourism and heritage
          alternatives:
            fr:
              - office de tourisme
              - visite virtuelle
              - promotion touristique
              - patrimoine culturel
            en:
              - visitor guide
              - virtual tour
              - tourist information
            pt:
              - turismo
              - património
          themes: [economy]

        traffic-management:
          iri: pas:use-case-traffic-management
          label:
            fr: Régulation du trafic
            en: Traffic management
          alternatives:
            fr:
              - feux tricolores
              - carrefours à feux
              - régulation du trafic
              - signalisation lumineuse
              - comptage routier
              - priorité aux bus
            en:
              - traffic lights
              - signal control
              - traffic counting
              - bus priority
            pt:
              - semáforos
              - gestão de tráfego
              - contagem de tráfego
          themes: [travel]

        video-protection:
          iri: pas:use-case-video-protection
          label:
            fr: Vidéoprotection
            en: Video protection
          alternatives:
            fr:
              - vidéoprotection
              - vidéosurveillance
              - caméras
              - centre de supervision urbain
              - lecture de plaques
            en:
              - video surveillance
              - CCTV
              - cameras
              - plate recognition
            pt:
              - videovigilância
              - câmaras de vigilância
          themes: [safety]
          restricted: true

        waste-collection:
          iri: pas:use-case-waste-collection
          label:
            fr: Collecte des déchets
            en: Waste collection
          alternatives:
            fr:
              - collecte des déchets
              - bacs roulants
              - capteurs de remplissage
              - "points d’apport volontaire"
              - tournées de collecte
              - redevance incitative
              - déchèterie
              - ordures ménagères
            en:
              - waste collection
              - fill-level sensors
              - recycling collection
              - refuse bins
            pt:
              - recolha de resíduos
              - contentores
              - ecopontos
          themes: [waste]

        water-management:
          iri: pas:use-case-water-management
          label:
            fr: Gestion de l’eau
            en: Water management
          alternatives:
            fr:
              - eau potable
              - "distribution d’eau"
              - "réseau d’eau"
              - "télégestion de l’eau"
              - "qualité de l’eau"
            en:
              - drinking water
              - water supply
              - water network
            pt:
              - água potável
              - abastecimento de água
          themes: [water]

      """##
    ),
    (
      "Schemas/Classes/ActionSheet.yaml",
      ##"""
      format: passerelle-ontology/1
      class: ActionSheet
      iri: pas:ActionSheet
      parent: Document
      label:
        fr: Fiche action
        en: Action sheet
      definition:
        fr: "Fiche qui décrit une action d’un territoire, ses outils et ceux qui l’ont fournie."
        en: "A sheet that describes an action of a territory, its tools and those who provided it."

      """##
    ),
    (
      "Schemas/Classes/Buyer.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Buyer
      iri: epo:Buyer
      parent: Organisation
      label:
        fr: Acheteur
        en: Buyer
      definition:
        fr: "Organisme public, ou tenu aux mêmes règles, qui passe un contrat. C’est un rôle : la même personne morale peut aussi être candidate ailleurs."
        en: "A public body, or one bound by the same rules, that places a contract. It is a role: the same legal person may be a candidate elsewhere."

      """##
    ),
    (
      "Schemas/Classes/Call.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Call
      iri: pas:Call
      parent: Thing
      label:
        fr: Appel
        en: Call
      definition:
        fr: "Invitation à répondre : appel d’offres, appel à projets, à manifestation d’intérêt ou à candidatures, concours, défi."
        en: "An invitation to respond: call for tenders, for projects, for expressions of interest or for candidates, contest, challenge."

      """##
    ),
    (
      "Schemas/Classes/CallCriterion.yaml",
      ##"""
      format: passerelle-ontology/1
      class: CallCriterion
      iri: pas:CallCriterion
      parent: Thing
      label:
        fr: Critère d’un appel
        en: Criterion of a call
      definition:
        fr: "Ce par quoi les offres sont jugées, avec son poids, ou les candidatures admises."
        en: "What offers are judged by, with its weight, or what candidates are admitted by."

      """##
    ),
    (
      "Schemas/Classes/Claim.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Claim
      iri: pas:Claim
      parent: Thing
      close: [rdf:Statement]
      label:
        fr: Assertion
        en: Claim
      definition:
        fr: Ce qu’une source dit d’une relation entre deux choses, avec sa modalité, sa certitude, qui le dit et à quelles lignes. Deux assertions contraires peuvent coexister.
        en: What a source says of a relation between two things, with its modality, certainty, who says it and on which lines. Two contrary claims can stand side by side.

      """##
    ),
    (
      "Schemas/Classes/Code.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Code
      iri: pas:Code
      parent: Thing
      close: [skos:Concept]
      label:
        fr: Code
        en: Code
      definition:
        fr: Entrée d’une nomenclature, comme un code CPV.
        en: An entry of a classification, such as a CPV code.

      """##
    ),
    (
      "Schemas/Classes/Commune.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Commune
      iri: pas:Commune
      parent: Territory
      label:
        fr: Commune
        en: Commune
      definition:
        fr: "La plus petite collectivité territoriale française, avec un maire et un conseil municipal, désignée par son code INSEE. La commune de Lyon n’est pas la Métropole de Lyon : les deux ne sont jamais fusionnées."
        en: "The smallest French local authority, with a mayor and a council, identified by its INSEE code. The commune of Lyon is not the Métropole de Lyon: the two are never merged."

      """##
    ),
    (
      "Schemas/Classes/Company.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Company
      iri: pas:Company
      parent: Organisation
      label:
        fr: Entreprise
        en: Company
      definition:
        fr: Organisation qui vend des biens, des services ou des travaux, quelle que soit sa taille.
        en: An organisation that sells goods, services or works, whatever its size.

      """##
    ),
    (
      "Schemas/Classes/Consortium.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Consortium
      iri: pas:Consortium
      parent: Organisation
      close: [org:OrganizationalCollaboration]
      label:
        fr: Groupement
        en: Consortium
      definition:
        fr: Organisations réunies pour un contrat ou un projet donné, avec le plus souvent un mandataire ; il finit avec son objet.
        en: Organisations joined for a given contract or project, usually with a leader; it ends with its purpose.

      """##
    ),
    (
      "Schemas/Classes/Contract.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Contract
      iri: epo:Contract
      parent: Thing
      label:
        fr: Marché
        en: Contract
      definition:
        fr: "Engagement conclu entre un ou plusieurs acheteurs et un ou plusieurs titulaires, ou l’un de ses lots : marché, accord-cadre, marché subséquent, concession."
        en: "A commitment between one or more buyers and one or more winners, or one of its lots: contract, framework agreement, subsequent contract, concession."

      """##
    ),
    (
      "Schemas/Classes/ContractModification.yaml",
      ##"""
      format: passerelle-ontology/1
      class: ContractModification
      iri: epo:ContractModification
      parent: Thing
      close: [epo:ContractAmendment]
      label:
        fr: Modification de marché
        en: Contract modification
      definition:
        fr: "Changement apporté à un marché en cours d’exécution : durée, montant ou titulaire."
        en: "A change made to a contract in execution: duration, amount or winner."

      """##
    ),
    (
      "Schemas/Classes/CooperationAgreement.yaml",
      ##"""
      format: passerelle-ontology/1
      class: CooperationAgreement
      iri: pas:CooperationAgreement
      parent: Thing
      label:
        fr: Accord de coopération
        en: Cooperation agreement
      definition:
        fr: Convention de coopération décentralisée, jumelage ou autre accord entre collectivités, avec ses dates, son mode et ses thèmes.
        en: A decentralised cooperation agreement, twinning or other agreement between local authorities, with its dates, mode and themes.

      """##
    ),
    (
      "Schemas/Classes/Country.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Country
      iri: pas:Country
      parent: Territory
      label:
        fr: Pays
        en: Country
      definition:
        fr: État ou territoire qui a un code ISO 3166.
        en: A state or territory that has an ISO 3166 code.

      """##
    ),
    (
      "Schemas/Classes/CriterionMark.yaml",
      ##"""
      format: passerelle-ontology/1
      class: CriterionMark
      iri: pas:CriterionMark
      parent: Thing
      label:
        fr: Note sur un critère
        en: Mark on a criterion
      definition:
        fr: "Note de 1 à 5 qu’une évaluation donne sur un critère, avec son commentaire."
        en: "The mark from 1 to 5 that an evaluation gives on one criterion, with its comment."

      """##
    ),
    (
      "Schemas/Classes/Departement.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Departement
      iri: pas:Departement
      parent: Territory
      label:
        fr: Département
        en: Department
      definition:
        fr: Collectivité française entre la commune et la région, désignée par son code (01 à 95, 2A, 2B, 971 à 976).
        en: French authority between the commune and the region, identified by its code (01 to 95, 2A, 2B, 971 to 976).

      """##
    ),
    (
      "Schemas/Classes/District.yaml",
      ##"""
      format: passerelle-ontology/1
      class: District
      iri: pas:District
      parent: Territory
      label:
        fr: Quartier
        en: District
      definition:
        fr: "Partie d’une ville sans être une commune : quartier, arrondissement, zone d’aménagement, ville nouvelle en projet."
        en: "Part of a city that is not a commune: neighbourhood, borough, development area, planned new town."

      """##
    ),
    (
      "Schemas/Classes/Document.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Document
      iri: pas:Document
      parent: Thing
      label:
        fr: Document
        en: Document
      definition:
        fr: Texte dont viennent des assertions, cité avec ses lignes.
        en: A text that claims come from, quoted with its lines.

      """##
    ),
    (
      "Schemas/Classes/Evaluation.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Evaluation
      iri: pas:Evaluation
      parent: Document
      label:
        fr: Évaluation
        en: Evaluation
      definition:
        fr: "Avis d’un organisme public sur un projet qu’un fournisseur lui a livré, avec la réponse du fournisseur. Elle n’entre dans un classement que si on le demande."
        en: "The opinion of a public body on a project that a vendor delivered to it, with the vendor’s reply. It enters a ranking only when asked for."

      """##
    ),
    (
      "Schemas/Classes/Event.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Event
      iri: pas:Event
      parent: Thing
      close: [schema:Event]
      label:
        fr: Événement
        en: Event
      definition:
        fr: "Rencontre datée : salon, colloque, sommet, webinaire, concours."
        en: "A dated meeting: trade fair, conference, summit, webinar, contest."

      """##
    ),
    (
      "Schemas/Classes/ForeignAuthority.yaml",
      ##"""
      format: passerelle-ontology/1
      class: ForeignAuthority
      iri: pas:ForeignAuthority
      parent: Territory
      label:
        fr: Collectivité étrangère
        en: Foreign authority
      definition:
        fr: Ville ou autre autorité locale hors de France, quel que soit son rang dans son pays ; une ville et l’agglomération du même nom restent deux choses.
        en: A city or other local authority outside France, whatever its rank in its country; a city and the conurbation of the same name remain two things.

      """##
    ),
    (
      "Schemas/Classes/Intercommunality.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Intercommunality
      iri: pas:Intercommunality
      parent: Territory
      label:
        fr: Intercommunalité
        en: Intercommunality
      definition:
        fr: "Groupement de communes à compétences propres : communauté de communes, d’agglomération ou urbaine, métropole, établissement public territorial. Elle contient ses communes et n’est aucune d’elles ; la Métropole de Lyon, collectivité à part entière, est rangée ici."
        en: "A grouping of communes with powers of its own: community of communes, agglomeration or urban community, métropole, public territorial body. It contains its communes and is none of them; the Métropole de Lyon, an authority in its own right, is placed here."

      """##
    ),
    (
      "Schemas/Classes/Label.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Label
      iri: pas:Label
      parent: Thing
      label:
        fr: Distinction
        en: Label
      definition:
        fr: "Marque de reconnaissance qu’un organisme accorde : label, prix, niveau, place dans un classement. Elle ne compte jamais dans l’adéquation d’un fournisseur."
        en: "A mark of recognition that a body grants: label, prize, level, place in a ranking. It never counts in the adequacy of a vendor."

      """##
    ),
    (
      "Schemas/Classes/Law.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Law
      iri: pas:Law
      parent: Thing
      label:
        fr: Règle de droit
        en: Law
      definition:
        fr: "Texte qui oblige ou engage : loi, règlement, directive, décision de justice, charte."
        en: "A text that binds or commits: act, regulation, directive, court ruling, charter."

      """##
    ),
    (
      "Schemas/Classes/Lot.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Lot
      iri: epo:Lot
      parent: Thing
      label:
        fr: Lot
        en: Lot
      definition:
        fr: Partie d’un appel pour laquelle une offre peut être remise seule ; un appel qui n’est pas alloti en a un.
        en: A part of a call for which an offer can be made alone; a call that is not divided has one.

      """##
    ),
    (
      "Schemas/Classes/Network.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Network
      iri: pas:Network
      parent: Organisation
      label:
        fr: Réseau
        en: Network
      definition:
        fr: Association ou alliance durable de territoires ou d’organisations qui en sont membres.
        en: A lasting association or alliance of territories or organisations that are its members.

      """##
    ),
    (
      "Schemas/Classes/Organisation.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Organisation
      iri: pas:Organisation
      parent: Thing
      close: [org:Organization]
      label:
        fr: Organisation
        en: Organisation
      definition:
        fr: "Groupe de personnes constitué pour agir : administration, association, université, fondation, institution internationale. Ses formes particulières ont leur propre classe."
        en: "A group of people set up to act: public body, association, university, foundation, international institution. Its special forms have classes of their own."

      """##
    ),
    (
      "Schemas/Classes/Paragraph.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Paragraph
      iri: pas:Paragraph
      parent: Thing
      label:
        fr: Paragraphe
        en: Paragraph
      definition:
        fr: Partie ordonnée d’un cahier des charges ou d’un document, avec son titre s’il en a un.
        en: An ordered part of a specification or document, with its heading if it has one.

      """##
    ),
    (
      "Schemas/Classes/Programme.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Programme
      iri: pas:Programme
      parent: Thing
      label:
        fr: Programme
        en: Programme
      definition:
        fr: Action publique ou privée de longue durée qui réunit ou finance des projets sous un même nom.
        en: A long public or private action that gathers or funds projects under one name.

      """##
    ),
    (
      "Schemas/Classes/Project.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Project
      iri: pas:Project
      parent: Thing
      label:
        fr: Projet
        en: Project
      definition:
        fr: "Réalisation menée ou prévue sur un territoire : quartier, démonstrateur, plateforme, équipement, service."
        en: "Something carried out or planned on a territory: district, demonstrator, platform, facility, service."

      """##
    ),
    (
      "Schemas/Classes/Publication.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Publication
      iri: pas:Publication
      parent: Document
      label:
        fr: Publication
        en: Publication
      definition:
        fr: "Document rendu public par un auteur ou un éditeur : rapport, ouvrage, étude, classement, carte."
        en: "A document made public by an author or publisher: report, book, study, ranking, map."

      """##
    ),
    (
      "Schemas/Classes/Quantity.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Quantity
      iri: pas:Quantity
      parent: Value
      label:
        fr: Quantité
        en: Quantity
      definition:
        fr: "Valeur qu’une assertion donne pour objet : un nombre ou une date, avec son unité et sa portée."
        en: "The value that a claim gives as its object: a number or date, with its unit and scope."

      """##
    ),
    (
      "Schemas/Classes/Region.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Region
      iri: pas:Region
      parent: Territory
      label:
        fr: Région
        en: Region
      definition:
        fr: Collectivité française la plus vaste, désignée par son code INSEE ; par extension, une province ou un État fédéré étranger.
        en: The largest French local authority, identified by its INSEE code; by extension, a foreign province or federated state.

      """##
    ),
    (
      "Schemas/Classes/ResearchTeam.yaml",
      ##"""
      format: passerelle-ontology/1
      class: ResearchTeam
      iri: pas:ResearchTeam
      parent: Organisation
      label:
        fr: Équipe de recherche
        en: Research team
      definition:
        fr: Laboratoire, chaire, labex ou équipe qui mène des recherches, rattaché à un ou plusieurs établissements.
        en: A laboratory, chair, cluster or team that does research, attached to one or more institutions.

      """##
    ),
    (
      "Schemas/Classes/Solution.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Solution
      iri: pas:Solution
      parent: Thing
      label:
        fr: Solution
        en: Solution
      definition:
        fr: Produit, logiciel ou service réutilisable qu’un fournisseur offre ou qu’une communauté entretient.
        en: A reusable product, piece of software or service that a vendor offers or a community maintains.

      """##
    ),
    (
      "Schemas/Classes/Specification.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Specification
      iri: pas:Specification
      parent: Document
      label:
        fr: Cahier des charges
        en: Specification
      definition:
        fr: Ce qu’un acheteur veut, dit en mots et divisé en paragraphes.
        en: What a buyer wants, said in words and divided into paragraphs.

      """##
    ),
    (
      "Schemas/Classes/Standard.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Standard
      iri: pas:Standard
      parent: Thing
      label:
        fr: Norme
        en: Standard
      definition:
        fr: "Règle technique écrite et partagée, officielle ou de fait : norme, format, protocole, indicateur normalisé."
        en: "A written and shared technical rule, official or de facto: standard, format, protocol, standardised indicator."

      """##
    ),
    (
      "Schemas/Classes/Statistic.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Statistic
      iri: pas:Statistic
      parent: Value
      label:
        fr: Statistique
        en: Statistic
      definition:
        fr: "Valeur publiée sur un ensemble : nombre de projets d’un pays, part d’une population, rang et effectif d’un classement."
        en: "A value published about a whole: number of projects of a country, share of a population, rank and size of a ranking."

      """##
    ),
    (
      "Schemas/Classes/Territory.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Territory
      iri: pas:Territory
      parent: Thing
      abstract: true
      label:
        fr: Territoire
        en: Territory
      definition:
        fr: "Espace doté d’un nom et de limites, avec ou sans autorité qui l’administre. Chaque niveau est une chose à part : une commune n’est jamais la métropole qui la contient."
        en: "A named area with limits, with or without an authority that runs it. Each level is a thing of its own: a commune is never the métropole that contains it."

      """##
    ),
    (
      "Schemas/Classes/Theme.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Theme
      iri: pas:Theme
      parent: Thing
      close: [skos:Concept]
      label:
        fr: Thème
        en: Theme
      definition:
        fr: Domaine d’action publique ou sujet de recherche qui classe projets, coopérations et équipes.
        en: A field of public action or research subject that files projects, cooperations and teams.

      """##
    ),
    (
      "Schemas/Classes/Thing.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Thing
      iri: pas:Thing
      abstract: true
      label:
        fr: Chose
        en: Thing
      definition:
        fr: Tout ce dont le graphe peut dire quelque chose.
        en: Anything that the graph can say something about.

      """##
    ),
    (
      "Schemas/Classes/Value.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Value
      iri: pas:Value
      parent: Thing
      label:
        fr: Valeur
        en: Value
      definition:
        fr: Nombre avec son unité, sa date et sa portée, pour qu’il ne soit jamais lu hors de son contexte.
        en: A number with its unit, date and scope, so that it is never read out of context.

      """##
    ),
    (
      "Schemas/Classes/VendorProfile.yaml",
      ##"""
      format: passerelle-ontology/1
      class: VendorProfile
      iri: pas:VendorProfile
      parent: Document
      label:
        fr: Profil déclaré
        en: Declared profile
      definition:
        fr: "Ce qu’un fournisseur dit de lui-même : codes CPV, lieux, offre, labels, taille, références. Déclaré, non vérifié."
        en: "What a vendor says of itself: CPV codes, places, offer, labels, size, references. Declared, not checked."

      """##
    ),
    (
      "Schemas/Classes/VendorReference.yaml",
      ##"""
      format: passerelle-ontology/1
      class: VendorReference
      iri: pas:VendorReference
      parent: Thing
      label:
        fr: Référence déclarée
        en: Declared reference
      definition:
        fr: "Travail qu’un fournisseur déclare avoir livré."
        en: "A work that a vendor declares to have delivered."

      """##
    ),
    (
      "Schemas/Classes/Winner.yaml",
      ##"""
      format: passerelle-ontology/1
      class: Winner
      iri: epo:Winner
      parent: Organisation
      label:
        fr: Titulaire
        en: Winner
      definition:
        fr: Opérateur économique à qui un contrat est attribué, seul ou dans un groupement. C’est un rôle tenu dans un contrat, pas une espèce d’entreprise.
        en: An economic operator to which a contract is awarded, alone or in a group. It is a role held in a contract, not a kind of company.

      """##
    ),
    (
      "Schemas/Relations/claim.yaml",
      ##"""
      format: passerelle-ontology/1
      group: claim
      label:
        fr: Assertions
        en: Claims
      relations:
        agreement:
          iri: pas:agreement
          domain: [Claim]
          range: [Thing]
          label:
            fr: accord
            en: agreement
          reading:
            fr: "{subject} relève de l’accord {object}"
            en: "{subject} comes under the agreement {object}"
          inverse:
            fr: "{object} couvre {subject}"
            en: "{object} covers {subject}"

        certainty:
          iri: pas:certainty
          domain: [Claim]
          range: [xsd:string]
          codelist: certainty
          label:
            fr: certitude
            en: certainty
          reading:
            fr: "{subject} a pour certitude {object}"
            en: "{subject} has the certainty {object}"
          inverse:
            fr: "{object} est la certitude de {subject}"
            en: "{object} is the certainty of {subject}"

        claimObject:
          iri: rdf:object
          domain: [Claim]
          range: [Thing, xsd:string]
          label:
            fr: objet de l’assertion
            en: object of the claim
          reading:
            fr: "{subject} a pour objet {object}"
            en: "{subject} has the object {object}"
          inverse:
            fr: "{object} est l’objet de {subject}"
            en: "{object} is the object of {subject}"

        claimPredicate:
          iri: rdf:predicate
          domain: [Claim]
          range: [Thing]
          label:
            fr: relation de l’assertion
            en: relation of the claim
          reading:
            fr: "{subject} a pour relation {object}"
            en: "{subject} has the relation {object}"
          inverse:
            fr: "{object} est la relation de {subject}"
            en: "{object} is the relation of {subject}"

        claimSubject:
          iri: rdf:subject
          domain: [Claim]
          range: [Thing]
          label:
            fr: sujet de l’assertion
            en: subject of the claim
          reading:
            fr: "{subject} a pour sujet {object}"
            en: "{subject} has the subject {object}"
          inverse:
            fr: "{object} est le sujet de {subject}"
            en: "{object} is the subject of {subject}"

        comparator:
          iri: pas:comparator
          domain: [Claim]
          range: [xsd:string]
          label:
            fr: comparateur
            en: comparator
          reading:
            fr: "la valeur de {subject} se lit « {object} »"
            en: "the value of {subject} reads \"{object}\""
          inverse:
            fr: "« {object} » qualifie la valeur de {subject}"
            en: "\"{object}\" qualifies the value of {subject}"

        conflictsWith:
          iri: pas:conflictsWith
          domain: [Claim]
          range: [Claim]
          label:
            fr: contredit
            en: conflicts with
          reading:
            fr: "{subject} ne s’accorde pas avec {object}"
            en: "{subject} does not agree with {object}"
          inverse:
            fr: "{object} ne s’accorde pas avec {subject}"
            en: "{object} does not agree with {subject}"

        duration:
          iri: pas:duration
          domain: [Claim]
          range: [xsd:string]
          label:
            fr: durée
            en: duration
          reading:
            fr: "{subject} dure {object}"
            en: "{subject} lasts {object}"
          inverse:
            fr: "{object} est la durée de {subject}"
            en: "{object} is the duration of {subject}"

        lines:
          iri: pas:lines
          domain: [Claim]
          range: [xsd:string]
          label:
            fr: lignes du document
            en: lines of the document
          reading:
            fr: "{subject} se lit aux lignes {object}"
            en: "{subject} is found on lines {object}"
          inverse:
            fr: "{object} sont les lignes de {subject}"
            en: "{object} are the lines of {subject}"

        modality:
          iri: pas:modality
          domain: [Claim]
          range: [xsd:string]
          codelist: modalities
          label:
            fr: modalité
            en: modality
          reading:
            fr: "{subject} a pour modalité {object}"
            en: "{subject} has the modality {object}"
          inverse:
            fr: "{object} est la modalité de {subject}"
            en: "{object} is the modality of {subject}"

        note:
          iri: pas:note
          domain: [Claim]
          range: [rdf:langString]
          label:
            fr: remarque
            en: note
          reading:
            fr: "{subject} porte la remarque « {object} »"
            en: "{subject} has the note \"{object}\""
          inverse:
            fr: "« {object} » est une remarque sur {subject}"
            en: "\"{object}\" is a note on {subject}"

        rank:
          iri: pas:rank
          domain: [Claim]
          range: [xsd:string]
          label:
            fr: rang
            en: rank
          reading:
            fr: "{subject} donne le rang {object}"
            en: "{subject} gives the rank {object}"
          inverse:
            fr: "{object} est le rang que donne {subject}"
            en: "{object} is the rank that {subject} gives"

        role:
          iri: pas:role
          domain: [Claim]
          range: [xsd:string]
          label:
            fr: rôle
            en: role
          reading:
            fr: "{subject} donne le rôle {object}"
            en: "{subject} gives the role {object}"
          inverse:
            fr: "{object} est le rôle que donne {subject}"
            en: "{object} is the role that {subject} gives"

        share:
          iri: pas:share
          domain: [Claim]
          range: [xsd:string]
          label:
            fr: part
            en: share
          reading:
            fr: "{subject} donne la part {object}"
            en: "{subject} gives the share {object}"
          inverse:
            fr: "{object} est la part que donne {subject}"
            en: "{object} is the share that {subject} gives"

        since:
          iri: schema:startDate
          domain: [Claim, CooperationAgreement, Programme, Project, Event]
          range: [xsd:date, xsd:gYearMonth, xsd:gYear]
          label:
            fr: depuis
            en: since
          reading:
            fr: "{subject} vaut depuis {object}"
            en: "{subject} holds since {object}"
          inverse:
            fr: "{object} est le début de {subject}"
            en: "{object} is the start of {subject}"

        speaker:
          iri: pas:speaker
          domain: [Claim]
          range: [Thing, xsd:string]
          label:
            fr: auteur du propos
            en: speaker
          reading:
            fr: "{subject} est un propos de {object}"
            en: "{subject} is said by {object}"
          inverse:
            fr: "{object} tient le propos {subject}"
            en: "{object} says {subject}"

        territory:
          iri: pas:territory
          domain: [Claim]
          range: [Thing]
          label:
            fr: territoire
            en: territory
          reading:
            fr: "{subject} vaut pour {object}"
            en: "{subject} holds for {object}"
          inverse:
            fr: "{object} est le territoire de {subject}"
            en: "{object} is the territory of {subject}"

        theme:
          iri: pas:theme
          domain: [Claim]
          range: [xsd:string]
          label:
            fr: thème cité
            en: theme quoted
          reading:
            fr: "{subject} cite le thème {object}"
            en: "{subject} quotes the theme {object}"
          inverse:
            fr: "{object} est le thème que cite {subject}"
            en: "{object} is the theme that {subject} quotes"

        until:
          iri: schema:endDate
          domain: [Claim, CooperationAgreement, Programme, Project, Event]
          range: [xsd:date, xsd:gYearMonth, xsd:gYear]
          label:
            fr: jusqu’à
            en: until
          reading:
            fr: "{subject} vaut jusqu’à {object}"
            en: "{subject} holds until {object}"
          inverse:
            fr: "{object} est la fin de {subject}"
            en: "{object} is the end of {subject}"

        year:
          iri: pas:year
          domain: [Claim]
          range: [xsd:string]
          label:
            fr: année citée
            en: year quoted
          reading:
            fr: "{subject} cite l’année {object}"
            en: "{subject} quotes the year {object}"
          inverse:
            fr: "{object} est l’année que cite {subject}"
            en: "{object} is the year that {subject} quotes"

      """##
    ),
    (
      "Schemas/Relations/cooperation.yaml",
      ##"""
      format: passerelle-ontology/1
      group: cooperation
      label:
        fr: Coopération
        en: Cooperation
      relations:
        cooperatesWith:
          iri: pas:cooperatesWith
          domain: [Territory, Organisation]
          range: [Territory, Organisation]
          symmetric: true
          label:
            fr: coopération
            en: cooperation
          reading:
            fr: "{subject} coopère avec {object}"
            en: "{subject} cooperates with {object}"
          inverse:
            fr: "{object} coopère avec {subject}"
            en: "{object} cooperates with {subject}"

        leads:
          iri: pas:leads
          domain: [Organisation, Territory]
          range: [Consortium, Network, Project, Programme]
          label:
            fr: direction
            en: leadership
          reading:
            fr: "{subject} dirige {object}"
            en: "{subject} leads {object}"
          inverse:
            fr: "{object} a pour chef de file {subject}"
            en: "{object} is led by {subject}"

        memberOf:
          iri: pas:memberOf
          domain: [Territory, Organisation]
          range: [Network, Consortium, Organisation]
          label:
            fr: appartenance
            en: membership
          reading:
            fr: "{subject} est membre de {object}"
            en: "{subject} is a member of {object}"
          inverse:
            fr: "{object} a pour membre {subject}"
            en: "{object} has {subject} as a member"

        opposes:
          iri: pas:opposes
          domain: [Organisation, Territory]
          range: [Project, Programme, Law, Solution]
          label:
            fr: opposition
            en: opposition
          reading:
            fr: "{subject} s’oppose à {object}"
            en: "{subject} opposes {object}"
          inverse:
            fr: "{object} rencontre l’opposition de {subject}"
            en: "{object} is opposed by {subject}"

        organises:
          iri: pas:organises
          domain: [Organisation, Territory]
          range: [Event, Programme]
          label:
            fr: organisation d’un événement
            en: organising of an event
          reading:
            fr: "{subject} organise {object}"
            en: "{subject} organises {object}"
          inverse:
            fr: "{object} a pour organisateur {subject}"
            en: "{object} is organised by {subject}"

        participatesIn:
          iri: pas:participatesIn
          domain: [Territory, Organisation]
          range: [Project, Programme, Event, Call, CooperationAgreement]
          label:
            fr: participation
            en: participation
          reading:
            fr: "{subject} participe à {object}"
            en: "{subject} takes part in {object}"
          inverse:
            fr: "{object} a pour participant {subject}"
            en: "{object} has {subject} as a participant"

        partnerOf:
          iri: pas:partnerOf
          domain: [Territory, Organisation]
          range: [Territory, Organisation, Project, Programme, Event]
          label:
            fr: partenariat
            en: partnership
          reading:
            fr: "{subject} est partenaire de {object}"
            en: "{subject} is a partner of {object}"
          inverse:
            fr: "{object} a pour partenaire {subject}"
            en: "{object} has {subject} as a partner"

        twinnedWith:
          iri: pas:twinnedWith
          domain: [Territory]
          range: [Territory]
          symmetric: true
          label:
            fr: jumelage
            en: twinning
          reading:
            fr: "{subject} a un jumelage avec {object}"
            en: "{subject} is twinned with {object}"
          inverse:
            fr: "{object} a un jumelage avec {subject}"
            en: "{object} is twinned with {subject}"

      """##
    ),
    (
      "Schemas/Relations/description.yaml",
      ##"""
      format: passerelle-ontology/1
      group: description
      label:
        fr: Description des choses
        en: Description of things
      relations:
        alternativeLabel:
          iri: skos:altLabel
          domain: [Thing]
          range: [xsd:string, rdf:langString]
          label:
            fr: autre nom
            en: other name
          reading:
            fr: "{subject} s’appelle aussi {object}"
            en: "{subject} is also called {object}"
          inverse:
            fr: "{object} est un autre nom de {subject}"
            en: "{object} is another name of {subject}"

        country:
          iri: pas:country
          domain: [Thing]
          range: [xsd:string]
          label:
            fr: code du pays
            en: country code
          reading:
            fr: "{subject} a pour code de pays {object}"
            en: "{subject} has the country code {object}"
          inverse:
            fr: "{object} est le code de pays de {subject}"
            en: "{object} is the country code of {subject}"

        description:
          iri: dct:description
          domain: [Thing]
          range: [xsd:string, rdf:langString]
          label:
            fr: description
            en: description
          reading:
            fr: "{subject} a pour description {object}"
            en: "{subject} is described as {object}"
          inverse:
            fr: "{object} décrit {subject}"
            en: "{object} describes {subject}"

        documentDate:
          iri: dct:date
          domain: [Document]
          range: [xsd:date, xsd:gYearMonth, xsd:gYear]
          label:
            fr: date du document
            en: date of the document
          reading:
            fr: "{subject} est un document daté de {object}"
            en: "{subject} is a document of {object}"
          inverse:
            fr: "{object} est la date du document {subject}"
            en: "{object} is the date of the document {subject}"

        hasParagraph:
          iri: pas:hasParagraph
          domain: [Specification, Document]
          range: [Paragraph]
          label:
            fr: paragraphe
            en: paragraph
          reading:
            fr: "{subject} contient le paragraphe {object}"
            en: "{subject} contains the paragraph {object}"
          inverse:
            fr: "{object} est un paragraphe de {subject}"
            en: "{object} is a paragraph of {subject}"

        heading:
          iri: pas:heading
          domain: [Paragraph]
          range: [xsd:string]
          label:
            fr: titre du paragraphe
            en: heading
          reading:
            fr: "{subject} porte le titre {object}"
            en: "{subject} is headed {object}"
          inverse:
            fr: "{object} est le titre de {subject}"
            en: "{object} is the heading of {subject}"

        identifier:
          iri: dct:identifier
          domain: [Thing]
          range: [xsd:string]
          label:
            fr: identifiant
            en: identifier
          reading:
            fr: "{subject} a pour identifiant {object}"
            en: "{subject} has the identifier {object}"
          inverse:
            fr: "{object} est l’identifiant de {subject}"
            en: "{object} is the identifier of {subject}"

        isDemonstration:
          iri: pas:isDemonstration
          domain: [Thing]
          range: [xsd:boolean]
          label:
            fr: donnée de démonstration
            en: demonstration data
          reading:
            fr: "{subject} a pour marque de démonstration {object}"
            en: "{subject} has the demonstration mark {object}"
          inverse:
            fr: "{object} est la marque de démonstration de {subject}"
            en: "{object} is the demonstration mark of {subject}"

        label:
          iri: rdfs:label
          domain: [Thing]
          range: [xsd:string, rdf:langString]
          label:
            fr: libellé
            en: label
          reading:
            fr: "{subject} a pour libellé {object}"
            en: "{subject} is labelled {object}"
          inverse:
            fr: "{object} est le libellé de {subject}"
            en: "{object} is the label of {subject}"

        language:
          iri: dct:language
          domain: [Thing]
          range: [xsd:string]
          label:
            fr: langue
            en: language
          reading:
            fr: "{subject} a pour langue {object}"
            en: "{subject} is in the language {object}"
          inverse:
            fr: "{object} est la langue de {subject}"
            en: "{object} is the language of {subject}"

        name:
          iri: schema:name
          domain: [Thing]
          range: [xsd:string, rdf:langString]
          label:
            fr: nom
            en: name
          reading:
            fr: "{subject} a pour nom {object}"
            en: "{subject} is named {object}"
          inverse:
            fr: "{object} est le nom de {subject}"
            en: "{object} is the name of {subject}"

        order:
          iri: pas:order
          domain: [Paragraph, VendorReference]
          range: [xsd:integer]
          label:
            fr: rang dans le document
            en: order in the document
          reading:
            fr: "{subject} a pour rang {object}"
            en: "{subject} has the rank {object}"
          inverse:
            fr: "{object} est le rang de {subject}"
            en: "{object} is the rank of {subject}"

        publisher:
          iri: dct:publisher
          domain: [Document]
          range: [Organisation, xsd:string, rdf:langString]
          label:
            fr: éditeur
            en: publisher
          reading:
            fr: "{subject} a pour éditeur {object}"
            en: "{subject} is published by {object}"
          inverse:
            fr: "{object} publie {subject}"
            en: "{object} publishes {subject}"

        sameAs:
          iri: owl:sameAs
          domain: [Thing]
          range: [Thing]
          symmetric: true
          label:
            fr: même chose
            en: same thing
          reading:
            fr: "{subject} et {object} sont la même chose"
            en: "{subject} and {object} are the same thing"
          inverse:
            fr: "{object} et {subject} sont la même chose"
            en: "{object} and {subject} are the same thing"

        source:
          iri: dct:source
          domain: [Thing]
          range: [Document, Thing, xsd:string]
          label:
            fr: source
            en: source
          reading:
            fr: "{subject} a pour source {object}"
            en: "{subject} comes from {object}"
          inverse:
            fr: "{object} est la source de {subject}"
            en: "{object} is the source of {subject}"

        sourceValue:
          iri: pas:sourceValue
          domain: [Thing]
          range: [xsd:string]
          label:
            fr: valeur d’origine
            en: value as written
          reading:
            fr: "{subject} avait dans sa source {object}"
            en: "{subject} had in its source {object}"
          inverse:
            fr: "{object} est la valeur d’origine de {subject}"
            en: "{object} is what the source wrote for {subject}"

        text:
          iri: pas:text
          domain: [Paragraph, Specification, Document]
          range: [xsd:string, rdf:langString]
          label:
            fr: texte
            en: text
          reading:
            fr: "{subject} a pour texte {object}"
            en: "{subject} has the text {object}"
          inverse:
            fr: "{object} est le texte de {subject}"
            en: "{object} is the text of {subject}"

        title:
          iri: dct:title
          domain: [Thing]
          range: [xsd:string, rdf:langString]
          label:
            fr: titre
            en: title
          reading:
            fr: "{subject} a pour titre {object}"
            en: "{subject} has the title {object}"
          inverse:
            fr: "{object} est le titre de {subject}"
            en: "{object} is the title of {subject}"

        type:
          iri: rdf:type
          domain: [Thing]
          range: [Thing]
          label:
            fr: type
            en: type
          reading:
            fr: "{subject} a pour type {object}"
            en: "{subject} is of type {object}"
          inverse:
            fr: "{object} est le type de {subject}"
            en: "{object} is the type of {subject}"

      """##
    ),
    (
      "Schemas/Relations/market.yaml",
      ##"""
      format: passerelle-ontology/1
      group: market
      label:
        fr: Marché des solutions
        en: Market of solutions
      relations:
        awardedTo:
          iri: pas:awardedTo
          domain: [Call, Contract, Label, Programme, Project]
          range: [Territory, Organisation]
          label:
            fr: attribution
            en: award
          reading:
            fr: "{subject} a pour lauréat {object}"
            en: "{subject} is awarded to {object}"
          inverse:
            fr: "{object} remporte {subject}"
            en: "{object} wins {subject}"

        candidateTo:
          iri: pas:candidateTo
          domain: [Territory, Organisation]
          range: [Call, Label, Programme]
          label:
            fr: candidature
            en: application
          reading:
            fr: "{subject} présente sa candidature à {object}"
            en: "{subject} applies for {object}"
          inverse:
            fr: "{object} reçoit la candidature de {subject}"
            en: "{object} receives an application from {subject}"

        issuesCall:
          iri: pas:issuesCall
          domain: [Territory, Organisation]
          range: [Call]
          label:
            fr: lancement d’un appel
            en: issuing of a call
          reading:
            fr: "{subject} lance l’appel {object}"
            en: "{subject} issues the call {object}"
          inverse:
            fr: "{object} est un appel lancé par {subject}"
            en: "{object} is a call issued by {subject}"

        subsidiaryOf:
          iri: pas:subsidiaryOf
          domain: [Company, Organisation]
          range: [Company, Organisation]
          label:
            fr: filiation
            en: subsidiary
          reading:
            fr: "{subject} est une filiale de {object}"
            en: "{subject} is a subsidiary of {object}"
          inverse:
            fr: "{object} a pour filiale {subject}"
            en: "{object} has the subsidiary {subject}"

        suppliesTo:
          iri: pas:suppliesTo
          domain: [Company, Organisation]
          range: [Territory, Organisation, Project]
          label:
            fr: fourniture
            en: supply
          reading:
            fr: "{subject} est fournisseur de {object}"
            en: "{subject} supplies {object}"
          inverse:
            fr: "{object} a pour fournisseur {subject}"
            en: "{object} is supplied by {subject}"

        usesSolution:
          iri: pas:usesSolution
          domain: [Territory, Organisation, Project]
          range: [Solution, Project, Standard]
          label:
            fr: usage d’une solution
            en: use of a solution
          reading:
            fr: "{subject} utilise {object}"
            en: "{subject} uses {object}"
          inverse:
            fr: "{object} a pour utilisateur {subject}"
            en: "{object} is used by {subject}"

      """##
    ),
    (
      "Schemas/Relations/place.yaml",
      ##"""
      format: passerelle-ontology/1
      group: place
      label:
        fr: Lieux et rattachements
        en: Places and belonging
      relations:
        locatedIn:
          iri: pas:locatedIn
          domain: [Thing]
          range: [Territory]
          label:
            fr: lieu
            en: location
          reading:
            fr: "{subject} a pour lieu {object}"
            en: "{subject} is located in {object}"
          inverse:
            fr: "{object} est le lieu de {subject}"
            en: "{object} is the location of {subject}"

        operatesIn:
          iri: pas:operatesIn
          domain: [Company, Organisation, VendorProfile]
          range: [Territory]
          label:
            fr: lieu d’activité
            en: place of business
          reading:
            fr: "{subject} a pour lieu d’activité {object}"
            en: "{subject} operates in {object}"
          inverse:
            fr: "{object} est un lieu d’activité de {subject}"
            en: "{object} is a place of business of {subject}"

        partOf:
          iri: pas:partOf
          domain: [Thing]
          range: [Thing]
          label:
            fr: rattachement
            en: belonging
          reading:
            fr: "{subject} fait partie de {object}"
            en: "{subject} is part of {object}"
          inverse:
            fr: "{object} comprend {subject}"
            en: "{object} includes {subject}"

      """##
    ),
    (
      "Schemas/Relations/procurement.yaml",
      ##"""
      format: passerelle-ontology/1
      group: procurement
      label:
        fr: Commande publique
        en: Procurement
      relations:
        additionalInformation:
          iri: pas:additionalInformation
          domain: [Call, Lot]
          range: [xsd:string, rdf:langString]
          label:
            fr: informations complémentaires
            en: additional information
          reading:
            fr: "{subject} a pour informations complémentaires {object}"
            en: "{subject} has the additional information {object}"
          inverse:
            fr: "{object} complète {subject}"
            en: "{object} is additional information on {subject}"

        amount:
          iri: pas:amount
          domain: [Contract, ContractModification, VendorReference]
          range: [xsd:decimal]
          label:
            fr: montant hors taxe
            en: amount excluding tax
          reading:
            fr: "{subject} a pour montant {object}"
            en: "{subject} is worth {object}"
          inverse:
            fr: "{object} est le montant de {subject}"
            en: "{object} is the amount of {subject}"

        changesNotice:
          iri: pas:changesNotice
          domain: [Call]
          range: [xsd:string]
          label:
            fr: avis modifié
            en: notice changed
          reading:
            fr: "{subject} modifie l’avis {object}"
            en: "{subject} changes the notice {object}"
          inverse:
            fr: "{object} est modifié par {subject}"
            en: "{object} is changed by {subject}"

        contractCategory:
          iri: pas:contractCategory
          domain: [Call, Lot]
          range: [xsd:string]
          label:
            fr: catégorie d’achat
            en: category of purchase
          reading:
            fr: "{subject} a pour catégorie d’achat {object}"
            en: "{subject} has the category of purchase {object}"
          inverse:
            fr: "{object} est la catégorie d’achat de {subject}"
            en: "{object} is the category of purchase of {subject}"

        criterionCode:
          iri: pas:criterionCode
          domain: [CallCriterion]
          range: [xsd:string]
          label:
            fr: code du critère
            en: code of the criterion
          reading:
            fr: "{subject} a pour code {object}"
            en: "{subject} has the code {object}"
          inverse:
            fr: "{object} est le code de {subject}"
            en: "{object} is the code of {subject}"

        criterionKind:
          iri: pas:criterionKind
          domain: [CallCriterion]
          range: [xsd:string]
          label:
            fr: étape où le critère sert
            en: stage that the criterion serves
          reading:
            fr: "{subject} sert à l’étape {object}"
            en: "{subject} serves the stage {object}"
          inverse:
            fr: "{object} est l’étape à laquelle sert {subject}"
            en: "{object} is the stage that {subject} serves"

        currency:
          iri: pas:currency
          domain: [Contract, ContractModification, Call, Lot, VendorReference]
          range: [xsd:string]
          label:
            fr: monnaie
            en: currency
          reading:
            fr: "{subject} a pour monnaie {object}"
            en: "{subject} is in the currency {object}"
          inverse:
            fr: "{object} est la monnaie de {subject}"
            en: "{object} is the currency of {subject}"

        deadline:
          iri: pas:deadline
          domain: [Call, Lot]
          range: [xsd:date, xsd:gYearMonth, xsd:gYear]
          label:
            fr: date limite de réponse
            en: last day to answer
          reading:
            fr: "{subject} a pour date limite de réponse {object}"
            en: "{subject} has the last day to answer {object}"
          inverse:
            fr: "{object} est la date limite de réponse à {subject}"
            en: "{object} is the last day to answer {subject}"

        deadlineTime:
          iri: pas:deadlineTime
          domain: [Lot]
          range: [xsd:dateTime]
          label:
            fr: heure limite de réponse
            en: closing time
          reading:
            fr: "{subject} se clôt à l’instant {object}"
            en: "{subject} closes at {object}"
          inverse:
            fr: "{object} est l’instant de clôture de {subject}"
            en: "{object} is the closing time of {subject}"

        durationMonths:
          iri: pas:durationMonths
          domain: [Contract, ContractModification, Lot]
          range: [xsd:integer, xsd:decimal]
          label:
            fr: durée en mois
            en: duration in months
          reading:
            fr: "{subject} a pour durée en mois {object}"
            en: "{subject} has a duration in months of {object}"
          inverse:
            fr: "{object} est la durée en mois de {subject}"
            en: "{object} is the duration in months of {subject}"

        estimatedAmount:
          iri: pas:estimatedAmount
          domain: [Call, Lot]
          range: [xsd:decimal]
          label:
            fr: valeur estimée hors taxe
            en: estimated value excluding tax
          reading:
            fr: "{subject} a pour valeur estimée {object}"
            en: "{subject} has the estimated value {object}"
          inverse:
            fr: "{object} est la valeur estimée de {subject}"
            en: "{object} is the estimated value of {subject}"

        hasAdditionalClassification:
          iri: epo:hasAdditionalClassification
          domain: [Contract, Call, Lot, Specification]
          range: [Code]
          codelist: cpv
          label:
            fr: autre code CPV
            en: further CPV code
          reading:
            fr: "{subject} a aussi pour code CPV {object}"
            en: "{subject} also has the CPV code {object}"
          inverse:
            fr: "{object} est un autre code CPV de {subject}"
            en: "{object} is a further CPV code of {subject}"

        hasBuyer:
          iri: pas:hasBuyer
          domain: [Contract, Call]
          range: [Buyer]
          label:
            fr: acheteur
            en: buyer
          reading:
            fr: "{subject} a pour acheteur {object}"
            en: "{subject} was placed by {object}"
          inverse:
            fr: "{object} est l’acheteur de {subject}"
            en: "{object} is the buyer of {subject}"

        hasCriterion:
          iri: pas:hasCriterion
          domain: [Lot]
          range: [CallCriterion]
          label:
            fr: critère
            en: criterion
          reading:
            fr: "{subject} a pour critère {object}"
            en: "{subject} has the criterion {object}"
          inverse:
            fr: "{object} est un critère de {subject}"
            en: "{object} is a criterion of {subject}"

        hasLot:
          iri: pas:hasLot
          domain: [Call]
          range: [Lot]
          label:
            fr: lot
            en: lot
          reading:
            fr: "{subject} a pour lot {object}"
            en: "{subject} has the lot {object}"
          inverse:
            fr: "{object} est un lot de {subject}"
            en: "{object} is a lot of {subject}"

        hasMainClassification:
          iri: epo:hasMainClassification
          domain: [Contract, Call, Lot, Specification]
          range: [Code]
          codelist: cpv
          label:
            fr: code CPV
            en: CPV code
          reading:
            fr: "{subject} a pour code CPV {object}"
            en: "{subject} has the CPV code {object}"
          inverse:
            fr: "{object} est le code CPV de {subject}"
            en: "{object} is the CPV code of {subject}"

        hasModification:
          iri: pas:hasModification
          domain: [Contract]
          range: [ContractModification]
          label:
            fr: modification
            en: modification
          reading:
            fr: "{subject} a pour modification {object}"
            en: "{subject} was changed by {object}"
          inverse:
            fr: "{object} modifie {subject}"
            en: "{object} changes {subject}"

        hasNature:
          iri: pas:hasNature
          domain: [Contract, Lot]
          range: [xsd:string]
          codelist: natures
          label:
            fr: nature
            en: nature
          reading:
            fr: "{subject} a pour nature {object}"
            en: "{subject} has the nature {object}"
          inverse:
            fr: "{object} est la nature de {subject}"
            en: "{object} is the nature of {subject}"

        hasPriceForm:
          iri: pas:hasPriceForm
          domain: [Contract]
          range: [xsd:string]
          codelist: price-forms
          label:
            fr: forme du prix
            en: price form
          reading:
            fr: "{subject} a pour forme de prix {object}"
            en: "{subject} has the price form {object}"
          inverse:
            fr: "{object} est la forme de prix de {subject}"
            en: "{object} is the price form of {subject}"

        hasProcedure:
          iri: pas:hasProcedure
          domain: [Contract, Call]
          range: [xsd:string]
          codelist: procedures
          label:
            fr: procédure
            en: procedure
          reading:
            fr: "{subject} a pour procédure {object}"
            en: "{subject} follows the procedure {object}"
          inverse:
            fr: "{object} est la procédure de {subject}"
            en: "{object} is the procedure of {subject}"

        hasWinner:
          iri: pas:hasWinner
          domain: [Contract, ContractModification]
          range: [Winner]
          label:
            fr: titulaire
            en: winner
          reading:
            fr: "{subject} a pour titulaire {object}"
            en: "{subject} was awarded to {object}"
          inverse:
            fr: "{object} est titulaire de {subject}"
            en: "{object} won {subject}"

        isCancellation:
          iri: pas:isCancellation
          domain: [Call]
          range: [xsd:boolean]
          label:
            fr: annulation
            en: cancellation
          reading:
            fr: "{subject} annule un avis : {object}"
            en: "{subject} cancels a notice: {object}"
          inverse:
            fr: "{object} dit si {subject} annule un avis"
            en: "{object} tells whether {subject} cancels a notice"

        isSuitableForSMEs:
          iri: pas:isSuitableForSMEs
          domain: [Lot]
          range: [xsd:boolean]
          label:
            fr: adapté aux PME
            en: suitable for SMEs
          reading:
            fr: "{subject} est adapté aux petites et moyennes entreprises : {object}"
            en: "{subject} is suitable for small and medium enterprises: {object}"
          inverse:
            fr: "{object} dit si {subject} est adapté aux petites et moyennes entreprises"
            en: "{object} tells whether {subject} is suitable for small and medium enterprises"

        maximumAmount:
          iri: pas:maximumAmount
          domain: [Lot]
          range: [xsd:decimal]
          label:
            fr: montant maximal hors taxe
            en: greatest amount excluding tax
          reading:
            fr: "{subject} a pour montant maximal {object}"
            en: "{subject} has the greatest amount {object}"
          inverse:
            fr: "{object} est le montant maximal de {subject}"
            en: "{object} is the greatest amount of {subject}"

        noticeForm:
          iri: pas:noticeForm
          domain: [Call]
          range: [xsd:string]
          label:
            fr: nature de l’avis
            en: form of the notice
          reading:
            fr: "{subject} est un avis de nature {object}"
            en: "{subject} is a notice of the form {object}"
          inverse:
            fr: "{object} est la nature de l’avis {subject}"
            en: "{object} is the form of the notice {subject}"

        noticeSubtype:
          iri: pas:noticeSubtype
          domain: [Call]
          range: [xsd:string]
          label:
            fr: sous-type d’avis
            en: notice subtype
          reading:
            fr: "{subject} est un avis de sous-type {object}"
            en: "{subject} is a notice of the subtype {object}"
          inverse:
            fr: "{object} est le sous-type de l’avis {subject}"
            en: "{object} is the subtype of the notice {subject}"

        noticeType:
          iri: pas:noticeType
          domain: [Call]
          range: [xsd:string]
          label:
            fr: type d’avis
            en: notice type
          reading:
            fr: "{subject} est un avis de type {object}"
            en: "{subject} is a notice of the type {object}"
          inverse:
            fr: "{object} est le type de l’avis {subject}"
            en: "{object} is the type of the notice {subject}"

        noticeVersion:
          iri: pas:noticeVersion
          domain: [Call]
          range: [xsd:string]
          label:
            fr: version de l’avis
            en: version of the notice
          reading:
            fr: "{subject} est dans sa version {object}"
            en: "{subject} is in its version {object}"
          inverse:
            fr: "{object} est la version de {subject}"
            en: "{object} is the version of {subject}"

        notified:
          iri: pas:notified
          domain: [Contract, ContractModification]
          range: [xsd:date, xsd:gYearMonth, xsd:gYear]
          label:
            fr: date de notification
            en: date of notification
          reading:
            fr: "{subject} a pour date de notification {object}"
            en: "{subject} was notified on {object}"
          inverse:
            fr: "{object} est la date de notification de {subject}"
            en: "{object} is the notification date of {subject}"

        participationDeadline:
          iri: pas:participationDeadline
          domain: [Lot]
          range: [xsd:date, xsd:gYearMonth, xsd:gYear]
          label:
            fr: date limite de candidature
            en: last day for requests to take part
          reading:
            fr: "{subject} a pour date limite de candidature {object}"
            en: "{subject} has the last day for requests to take part {object}"
          inverse:
            fr: "{object} est la date limite de candidature à {subject}"
            en: "{object} is the last day for requests to take part in {subject}"

        placeCode:
          iri: pas:placeCode
          domain: [Contract]
          range: [xsd:string]
          label:
            fr: code du lieu
            en: place code
          reading:
            fr: "{subject} a pour code de lieu {object}"
            en: "{subject} has the place code {object}"
          inverse:
            fr: "{object} est le code de lieu de {subject}"
            en: "{object} is the place code of {subject}"

        placeName:
          iri: pas:placeName
          domain: [Contract, Call, Lot, ActionSheet]
          range: [xsd:string]
          label:
            fr: lieu en toutes lettres
            en: place in words
          reading:
            fr: "{subject} a pour lieu d’exécution {object}"
            en: "{subject} is performed at {object}"
          inverse:
            fr: "{object} est le lieu d’exécution de {subject}"
            en: "{object} is where {subject} is performed"

        placeOfPerformance:
          iri: pas:placeOfPerformance
          domain: [Contract, Call, Lot, ActionSheet]
          range: [Territory]
          label:
            fr: lieu d’exécution
            en: place of performance
          reading:
            fr: "{subject} s’exécute sur le territoire de {object}"
            en: "{subject} is performed in {object}"
          inverse:
            fr: "{object} est le lieu d’exécution de {subject}"
            en: "{object} is the place of performance of {subject}"

        postalCode:
          iri: pas:postalCode
          domain: [Contract, Call, Lot, Organisation]
          range: [xsd:string]
          label:
            fr: code postal
            en: postal code
          reading:
            fr: "{subject} a pour code postal {object}"
            en: "{subject} has the postal code {object}"
          inverse:
            fr: "{object} est le code postal de {subject}"
            en: "{object} is the postal code of {subject}"

        procedureIdentifier:
          iri: pas:procedureIdentifier
          domain: [Call]
          range: [xsd:string]
          label:
            fr: identifiant de la procédure
            en: identifier of the procedure
          reading:
            fr: "{subject} appartient à la procédure {object}"
            en: "{subject} belongs to the procedure {object}"
          inverse:
            fr: "{object} est l’identifiant de la procédure de {subject}"
            en: "{object} is the identifier of the procedure of {subject}"

        procurementDocuments:
          iri: pas:procurementDocuments
          domain: [Lot]
          range: [xsd:string]
          label:
            fr: documents de la consultation
            en: procurement documents
          reading:
            fr: "{subject} a ses documents à l’adresse {object}"
            en: "{subject} has its documents at {object}"
          inverse:
            fr: "{object} est l’adresse des documents de {subject}"
            en: "{object} is where the documents of {subject} are"

        published:
          iri: dct:issued
          domain: [Contract, ContractModification, Call, Document]
          range: [xsd:date, xsd:gYearMonth, xsd:gYear, xsd:dateTime]
          label:
            fr: date de publication
            en: date of publication
          reading:
            fr: "{subject} a pour date de publication {object}"
            en: "{subject} was published on {object}"
          inverse:
            fr: "{object} est la date de publication de {subject}"
            en: "{object} is the publication date of {subject}"

        siren:
          iri: pas:siren
          domain: [Organisation, Territory]
          range: [xsd:string]
          label:
            fr: numéro SIREN
            en: SIREN number
          reading:
            fr: "{subject} a pour SIREN {object}"
            en: "{subject} has the SIREN number {object}"
          inverse:
            fr: "{object} est le SIREN de {subject}"
            en: "{object} is the SIREN number of {subject}"

        siret:
          iri: pas:siret
          domain: [Organisation, Territory]
          range: [xsd:string]
          label:
            fr: numéro SIRET
            en: SIRET number
          reading:
            fr: "{subject} a pour SIRET {object}"
            en: "{subject} has the SIRET number {object}"
          inverse:
            fr: "{object} est le SIRET de {subject}"
            en: "{object} is the SIRET number of {subject}"

        tenderLanguage:
          iri: pas:tenderLanguage
          domain: [Lot]
          range: [xsd:string]
          label:
            fr: langue des offres
            en: language of offers
          reading:
            fr: "{subject} admet des offres dans la langue {object}"
            en: "{subject} takes offers in the language {object}"
          inverse:
            fr: "{object} est une langue des offres pour {subject}"
            en: "{object} is a language of offers for {subject}"

        translatedDescription:
          iri: pas:translatedDescription
          domain: [Call, Lot, CallCriterion]
          range: [rdf:langString]
          label:
            fr: description traduite
            en: translated description
          reading:
            fr: "{subject} est aussi décrit ainsi : {object}"
            en: "{subject} is also described as {object}"
          inverse:
            fr: "{object} décrit {subject} dans une autre langue"
            en: "{object} describes {subject} in another language"

        uniqueIdentifier:
          iri: pas:uniqueIdentifier
          domain: [Contract]
          range: [xsd:string]
          label:
            fr: identifiant unique
            en: unique identifier
          reading:
            fr: "{subject} a pour identifiant unique {object}"
            en: "{subject} has the unique identifier {object}"
          inverse:
            fr: "{object} est l’identifiant unique de {subject}"
            en: "{object} is the unique identifier of {subject}"

        vatNumber:
          iri: pas:vatNumber
          domain: [Organisation]
          range: [xsd:string]
          label:
            fr: numéro de TVA
            en: VAT number
          reading:
            fr: "{subject} a pour numéro de TVA {object}"
            en: "{subject} has the VAT number {object}"
          inverse:
            fr: "{object} est le numéro de TVA de {subject}"
            en: "{object} is the VAT number of {subject}"

        weight:
          iri: pas:weight
          domain: [CallCriterion]
          range: [xsd:decimal]
          label:
            fr: poids du critère
            en: weight of the criterion
          reading:
            fr: "{subject} a pour poids {object}"
            en: "{subject} has the weight {object}"
          inverse:
            fr: "{object} est le poids de {subject}"
            en: "{object} is the weight of {subject}"

        weightUnit:
          iri: pas:weightUnit
          domain: [CallCriterion]
          range: [xsd:string]
          label:
            fr: unité du poids
            en: unit of the weight
          reading:
            fr: "{subject} a un poids exprimé en {object}"
            en: "{subject} has a weight told in {object}"
          inverse:
            fr: "{object} est l’unité du poids de {subject}"
            en: "{object} is the unit of the weight of {subject}"

      """##
    ),
    (
      "Schemas/Relations/project.yaml",
      ##"""
      format: passerelle-ontology/1
      group: project
      label:
        fr: Projets, programmes et thèmes
        en: Projects, programmes and themes
      relations:
        adopts:
          iri: pas:adopts
          domain: [Territory, Organisation]
          range: [Law, Standard, Solution, Programme]
          label:
            fr: adoption
            en: adoption
          reading:
            fr: "{subject} adopte {object}"
            en: "{subject} adopts {object}"
          inverse:
            fr: "{object} doit son adoption à {subject}"
            en: "{object} is adopted by {subject}"

        carriesProject:
          iri: pas:carriesProject
          domain: [Territory, Organisation]
          range: [Project, Programme]
          label:
            fr: portage de projet
            en: carrying of a project
          reading:
            fr: "{subject} porte {object}"
            en: "{subject} carries {object}"
          inverse:
            fr: "{object} a pour porteur {subject}"
            en: "{object} is carried by {subject}"

        commissions:
          iri: pas:commissions
          domain: [Territory, Organisation]
          range: [Project, Publication, Specification]
          label:
            fr: commande
            en: commissioning
          reading:
            fr: "{subject} est commanditaire de {object}"
            en: "{subject} commissions {object}"
          inverse:
            fr: "{object} a pour commanditaire {subject}"
            en: "{object} is commissioned by {subject}"

        funds:
          iri: pas:funds
          domain: [Organisation, Territory, Programme]
          range: [Project, Programme, Organisation, Territory, Network, Publication, Event]
          label:
            fr: financement
            en: funding
          reading:
            fr: "{subject} finance {object}"
            en: "{subject} funds {object}"
          inverse:
            fr: "{object} reçoit un financement de {subject}"
            en: "{object} is funded by {subject}"

        hasTheme:
          iri: pas:hasTheme
          domain: [Project, Programme, CooperationAgreement, Call, Event, Network, ResearchTeam, Company, Publication, Specification]
          range: [Theme]
          label:
            fr: thème
            en: theme
          reading:
            fr: "{subject} a pour thème {object}"
            en: "{subject} has the theme {object}"
          inverse:
            fr: "{object} est un thème de {subject}"
            en: "{object} is a theme of {subject}"

        inspiredBy:
          iri: pas:inspiredBy
          domain: [Project, Programme, Solution]
          range: [Project, Programme, Solution]
          label:
            fr: inspiration
            en: inspiration
          reading:
            fr: "{subject} s’inspire de {object}"
            en: "{subject} is inspired by {object}"
          inverse:
            fr: "{object} inspire {subject}"
            en: "{object} inspires {subject}"

        launches:
          iri: pas:launches
          domain: [Organisation, Territory]
          range: [Programme, Network, Standard, Project, Event]
          label:
            fr: lancement
            en: launch
          reading:
            fr: "{subject} lance {object}"
            en: "{subject} launches {object}"
          inverse:
            fr: "{object} a pour initiateur {subject}"
            en: "{object} was launched by {subject}"

        providesDataTo:
          iri: pas:providesDataTo
          domain: [Organisation, Territory, Project, Document]
          range: [Project, Solution, Organisation, Territory]
          label:
            fr: fourniture de données
            en: provision of data
          reading:
            fr: "{subject} fournit des données à {object}"
            en: "{subject} provides data to {object}"
          inverse:
            fr: "{object} utilise des données de {subject}"
            en: "{object} uses data from {subject}"

        researchOn:
          iri: pas:researchOn
          domain: [ResearchTeam, Organisation, Project]
          range: [Theme, Project, Territory]
          label:
            fr: sujet de recherche
            en: research subject
          reading:
            fr: "{subject} mène des recherches sur {object}"
            en: "{subject} does research on {object}"
          inverse:
            fr: "{object} est un sujet de recherche de {subject}"
            en: "{object} is a research subject of {subject}"

        supports:
          iri: pas:supports
          domain: [Organisation, Territory, Programme]
          range: [Project, Programme, Organisation, Territory, Network, Event]
          label:
            fr: soutien
            en: support
          reading:
            fr: "{subject} soutient {object}"
            en: "{subject} supports {object}"
          inverse:
            fr: "{object} reçoit le soutien de {subject}"
            en: "{object} is supported by {subject}"

      """##
    ),
    (
      "Schemas/Relations/recognition.yaml",
      ##"""
      format: passerelle-ontology/1
      group: recognition
      label:
        fr: Distinctions et classements
        en: Labels and rankings
      relations:
        grantsLabel:
          iri: pas:grantsLabel
          domain: [Organisation, Territory]
          range: [Label]
          label:
            fr: remise d’une distinction
            en: granting of a label
          reading:
            fr: "{subject} décerne la distinction {object}"
            en: "{subject} grants the label {object}"
          inverse:
            fr: "{object} est une distinction décernée par {subject}"
            en: "{object} is a label granted by {subject}"

        hasLabel:
          iri: pas:hasLabel
          domain: [Territory, Organisation, Project]
          range: [Label]
          label:
            fr: distinction obtenue
            en: label held
          reading:
            fr: "{subject} détient la distinction {object}"
            en: "{subject} holds the label {object}"
          inverse:
            fr: "{object} distingue {subject}"
            en: "{object} was granted to {subject}"

        ranks:
          iri: pas:ranks
          domain: [Label, Publication, Organisation]
          range: [Territory, Organisation]
          label:
            fr: classement
            en: ranking
          reading:
            fr: "{subject} classe {object}"
            en: "{subject} ranks {object}"
          inverse:
            fr: "{object} figure au classement de {subject}"
            en: "{object} is ranked by {subject}"

      """##
    ),
    (
      "Schemas/Relations/value.yaml",
      ##"""
      format: passerelle-ontology/1
      group: value
      label:
        fr: Valeurs chiffrées
        en: Figures
      relations:
        date:
          iri: pas:date
          domain: [Value, Event, Publication]
          range: [xsd:date, xsd:gYearMonth, xsd:gYear]
          label:
            fr: date
            en: date
          reading:
            fr: "{subject} est daté de {object}"
            en: "{subject} is dated {object}"
          inverse:
            fr: "{object} est la date de {subject}"
            en: "{object} is the date of {subject}"

        hasBudget:
          iri: pas:hasBudget
          domain: [Project, Programme, Call, Organisation, Territory]
          range: [Value]
          label:
            fr: budget
            en: budget
          reading:
            fr: "{subject} a pour budget {object}"
            en: "{subject} has a budget of {object}"
          inverse:
            fr: "{object} est le budget de {subject}"
            en: "{object} is the budget of {subject}"

        hasCount:
          iri: pas:hasCount
          domain: [Thing]
          range: [Value]
          label:
            fr: effectif
            en: count
          reading:
            fr: "{subject} a pour effectif {object}"
            en: "{subject} has the count {object}"
          inverse:
            fr: "{object} est un effectif de {subject}"
            en: "{object} is a count of {subject}"

        hasPopulation:
          iri: pas:hasPopulation
          domain: [Territory]
          range: [Value]
          label:
            fr: population
            en: population
          reading:
            fr: "{subject} a pour population {object}"
            en: "{subject} has a population of {object}"
          inverse:
            fr: "{object} est la population de {subject}"
            en: "{object} is the population of {subject}"

        hasShare:
          iri: pas:hasShare
          domain: [Thing]
          range: [Value]
          label:
            fr: part
            en: share
          reading:
            fr: "{subject} a pour part {object}"
            en: "{subject} has a share of {object}"
          inverse:
            fr: "{object} est une part de {subject}"
            en: "{object} is a share of {subject}"

        numericValue:
          iri: pas:numericValue
          domain: [Value]
          range: [xsd:decimal, xsd:integer]
          label:
            fr: nombre
            en: number
          reading:
            fr: "{subject} a pour nombre {object}"
            en: "{subject} has the number {object}"
          inverse:
            fr: "{object} est le nombre de {subject}"
            en: "{object} is the number of {subject}"

        scope:
          iri: pas:scope
          domain: [Value, Statistic]
          range: [Thing, xsd:string]
          label:
            fr: portée
            en: scope
          reading:
            fr: "{subject} porte sur {object}"
            en: "{subject} is about {object}"
          inverse:
            fr: "{object} est la portée de {subject}"
            en: "{object} is the scope of {subject}"

        unit:
          iri: pas:unit
          domain: [Value]
          range: [xsd:string]
          label:
            fr: unité
            en: unit
          reading:
            fr: "{subject} a pour unité {object}"
            en: "{subject} is in the unit {object}"
          inverse:
            fr: "{object} est l’unité de {subject}"
            en: "{object} is the unit of {subject}"

      """##
    ),
    (
      "Schemas/Relations/vendor.yaml",
      ##"""
      format: passerelle-ontology/1
      group: vendor
      label:
        fr: Profils, évaluations et fiches actions
        en: Profiles, evaluations and action sheets
      relations:
        actionDomain:
          iri: pas:actionDomain
          domain: [ActionSheet]
          range: [xsd:string]
          label:
            fr: domaine
            en: domain
          reading:
            fr: "{subject} relève du domaine {object}"
            en: "{subject} belongs to the field {object}"
          inverse:
            fr: "{object} est un domaine de {subject}"
            en: "{object} is a field of {subject}"

        author:
          iri: dct:creator
          domain: [Document]
          range: [Organisation]
          label:
            fr: auteur
            en: author
          reading:
            fr: "{subject} a pour auteur {object}"
            en: "{subject} was written by {object}"
          inverse:
            fr: "{object} est l’auteur de {subject}"
            en: "{object} wrote {subject}"

        criterion:
          iri: pas:criterion
          domain: [CriterionMark]
          range: [xsd:string]
          codelist: evaluation-criteria
          label:
            fr: critère
            en: criterion
          reading:
            fr: "{subject} porte sur le critère {object}"
            en: "{subject} is about the criterion {object}"
          inverse:
            fr: "{object} est le critère de {subject}"
            en: "{object} is the criterion of {subject}"

        declaresLabel:
          iri: pas:declaresLabel
          domain: [VendorProfile]
          range: [xsd:string]
          label:
            fr: label déclaré
            en: declared label
          reading:
            fr: "{subject} déclare le label {object}"
            en: "{subject} declares the label {object}"
          inverse:
            fr: "{object} est déclaré par {subject}"
            en: "{object} is declared by {subject}"

        evaluatedContract:
          iri: pas:evaluatedContract
          domain: [Evaluation]
          range: [Contract]
          label:
            fr: marché évalué
            en: contract evaluated
          reading:
            fr: "{subject} porte sur le marché {object}"
            en: "{subject} is about the contract {object}"
          inverse:
            fr: "{object} est évalué par {subject}"
            en: "{object} is evaluated by {subject}"

        evaluates:
          iri: pas:evaluates
          domain: [Evaluation]
          range: [Organisation]
          label:
            fr: fournisseur évalué
            en: vendor evaluated
          reading:
            fr: "{subject} évalue {object}"
            en: "{subject} evaluates {object}"
          inverse:
            fr: "{object} est évalué par {subject}"
            en: "{object} is evaluated by {subject}"

        founded:
          iri: schema:foundingDate
          domain: [VendorProfile, Organisation]
          range: [xsd:date, xsd:gYearMonth, xsd:gYear]
          label:
            fr: création
            en: foundation
          reading:
            fr: "{subject} donne pour date de création {object}"
            en: "{subject} gives the date of foundation {object}"
          inverse:
            fr: "{object} est la date de création de {subject}"
            en: "{object} is the date of foundation of {subject}"

        hasMark:
          iri: pas:hasMark
          domain: [Evaluation]
          range: [CriterionMark]
          label:
            fr: note
            en: mark
          reading:
            fr: "{subject} donne {object}"
            en: "{subject} gives {object}"
          inverse:
            fr: "{object} vient de {subject}"
            en: "{object} comes from {subject}"

        hasProfile:
          iri: pas:hasProfile
          domain: [Organisation]
          range: [VendorProfile]
          label:
            fr: profil déclaré
            en: declared profile
          reading:
            fr: "{subject} déclare {object}"
            en: "{subject} declares {object}"
          inverse:
            fr: "{object} est déclaré par {subject}"
            en: "{object} is declared by {subject}"

        hasReference:
          iri: pas:hasReference
          domain: [VendorProfile]
          range: [VendorReference]
          label:
            fr: référence
            en: reference
          reading:
            fr: "{subject} cite {object}"
            en: "{subject} cites {object}"
          inverse:
            fr: "{object} est une référence de {subject}"
            en: "{object} is a reference of {subject}"

        mailbox:
          iri: schema:email
          domain: [VendorProfile, Organisation]
          range: [xsd:string]
          label:
            fr: boîte de service
            en: role mailbox
          reading:
            fr: "{subject} a pour boîte de service {object}"
            en: "{subject} has the role mailbox {object}"
          inverse:
            fr: "{object} est la boîte de service de {subject}"
            en: "{object} is the role mailbox of {subject}"

        mark:
          iri: pas:mark
          domain: [CriterionMark]
          range: [xsd:integer]
          label:
            fr: note sur 5
            en: mark out of 5
          reading:
            fr: "{subject} vaut {object} sur 5"
            en: "{subject} is {object} out of 5"
          inverse:
            fr: "{object} est la valeur de {subject}"
            en: "{object} is the value of {subject}"

        namesProvider:
          iri: pas:namesProvider
          domain: [ActionSheet]
          range: [Organisation]
          label:
            fr: prestataire
            en: provider
          reading:
            fr: "{subject} a pour prestataire {object}"
            en: "{subject} was provided by {object}"
          inverse:
            fr: "{object} est prestataire de {subject}"
            en: "{object} provided {subject}"

        offersCategory:
          iri: pas:offersCategory
          domain: [VendorProfile]
          range: [Code]
          codelist: cpv
          label:
            fr: code CPV proposé
            en: CPV code offered
          reading:
            fr: "{subject} propose {object}"
            en: "{subject} offers {object}"
          inverse:
            fr: "{object} est proposé par {subject}"
            en: "{object} is offered by {subject}"

        referenceBuyer:
          iri: pas:referenceBuyer
          domain: [VendorReference]
          range: [xsd:string]
          label:
            fr: acheteur de la référence
            en: buyer of the reference
          reading:
            fr: "{subject} a été livrée à {object}"
            en: "{subject} was delivered to {object}"
          inverse:
            fr: "{object} a reçu {subject}"
            en: "{object} received {subject}"

        referenceYear:
          iri: pas:referenceYear
          domain: [VendorReference]
          range: [xsd:gYear]
          label:
            fr: année de la référence
            en: year of the reference
          reading:
            fr: "{subject} date de {object}"
            en: "{subject} dates from {object}"
          inverse:
            fr: "{object} est l’année de {subject}"
            en: "{object} is the year of {subject}"

        reply:
          iri: pas:reply
          domain: [Evaluation]
          range: [xsd:string]
          label:
            fr: réponse du fournisseur
            en: reply of the vendor
          reading:
            fr: "{subject} a reçu la réponse {object}"
            en: "{subject} received the reply {object}"
          inverse:
            fr: "{object} répond à {subject}"
            en: "{object} replies to {subject}"

        replyDate:
          iri: pas:replyDate
          domain: [Evaluation]
          range: [xsd:date, xsd:gYearMonth, xsd:gYear]
          label:
            fr: date de la réponse
            en: date of the reply
          reading:
            fr: "{subject} a reçu une réponse datée de {object}"
            en: "{subject} received a reply dated {object}"
          inverse:
            fr: "{object} est la date de la réponse à {subject}"
            en: "{object} is the date of the reply to {subject}"

        sizeClass:
          iri: pas:sizeClass
          domain: [VendorProfile]
          range: [xsd:string]
          codelist: company-sizes
          label:
            fr: taille déclarée
            en: declared size
          reading:
            fr: "{subject} déclare la taille {object}"
            en: "{subject} declares the size {object}"
          inverse:
            fr: "{object} est la taille déclarée par {subject}"
            en: "{object} is the size declared by {subject}"

        sovereignty:
          iri: pas:sovereignty
          domain: [VendorProfile]
          range: [xsd:string]
          codelist: sovereignty
          label:
            fr: attribut de souveraineté
            en: attribute of sovereignty
          reading:
            fr: "{subject} déclare {object}"
            en: "{subject} declares {object}"
          inverse:
            fr: "{object} est déclaré par {subject}"
            en: "{object} is declared by {subject}"

        usesTool:
          iri: pas:usesTool
          domain: [ActionSheet]
          range: [xsd:string]
          label:
            fr: outil
            en: tool
          reading:
            fr: "{subject} utilise {object}"
            en: "{subject} uses {object}"
          inverse:
            fr: "{object} est utilisé par {subject}"
            en: "{object} is used by {subject}"

        webPage:
          iri: schema:url
          domain: [Thing]
          range: [xsd:string]
          label:
            fr: page web
            en: web page
          reading:
            fr: "{subject} a pour page {object}"
            en: "{subject} has the page {object}"
          inverse:
            fr: "{object} est une page de {subject}"
            en: "{object} is a page of {subject}"

      """##
    ),
    (
      "Schemas/prefixes.yaml",
      ##"""
      format: passerelle-ontology/1
      prefixes:
        dct: "http://purl.org/dc/terms/"
        epo: "http://data.europa.eu/a4g/ontology#"
        org: "http://www.w3.org/ns/org#"
        owl: "http://www.w3.org/2002/07/owl#"
        pas: "https://passerelle.example/ontology#"
        prov: "http://www.w3.org/ns/prov#"
        rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        rdfs: "http://www.w3.org/2000/01/rdf-schema#"
        schema: "https://schema.org/"
        skos: "http://www.w3.org/2004/02/skos/core#"
        xsd: "http://www.w3.org/2001/XMLSchema#"

      """##
    ),
  ]
}
