/// Words of names that natural persons do not bear, folded.
enum CompanyWords {
  /// Legal forms, trades, branches, public bodies, and what else stands in names of companies.
  static let all: Set<String> = Set(allText.split { $0 == " " || $0 == "\n" }.map(String.init))
  /// Regions, large cities and points of the compass.
  static let places: Set<String> = Set(placesText.split { $0 == " " || $0 == "\n" }.map(String.init))
  /// What buildings are called by after a name, in English, German, Dutch, Italian and Spanish.
  ///
  /// Words that are common surnames too (`hall`, `lodge`, `court`, `park`) are left out.
  static let buildings: Set<String> = [
    "house", "palace", "building", "buildings", "tower", "manor", "cottage", "cottages", "mews", "mansions",
    "farm",
    "gardens", "estate", "estates", "villas", "school", "academy", "university", "nursery", "kindergarten",
    "hospital", "hospice", "clinic", "surgery", "infirmary", "trust", "foundation", "society", "museum",
    "library",
    "haus", "stift", "schule", "heim", "klinik", "krankenhaus", "gymnasium", "stiftung", "huis", "ziekenhuis",
    "palazzo", "ospedale", "hospitals", "schools",
  ]
  /// Ends of words that make trades, as in `plomberie`, `technologies` and `isolation`.
  static let endings = [
    "erie", "eries", "ation", "ations", "ition", "ologie", "ologies", "ement", "ements", "tique", "tiques",
    "ture",
    "tures", "isme", "phone", "phonie", "tech", "plast", "soft", "graphie", "graphic", "graph", "matic",
    "elec",
    "services", "clim", "therm", "thermie", "thermic", "group", "groupe", "agri", "info", "concept", "design",
    "ingenierie", "system", "systemes", "systems", "tronic", "tronique", "metal", "peint", "pharma", "video",
    "logic", "logis", "trans", "europe", "france",
  ]

  private static let allText = """
    abri abris acces accessibilite acier aciers action actions adapte adaptee aero aeronautique ag agence
    agencement agencements agences agglo agri agricole agriculture aide alarme alarmes alimentaire
    alimentation alliance allianz alpes alpin alpine alu aluminium ambulance ambulances ambulancier
    amenagement amenagements ami amiante amicale amis analyse analyses animal animaux antargaz apave
    aquatique arboriste archi architecte architectes architectural architecture architectures art artisan
    artisanat artisans arts ascenseur ascenseurs asl asphalte ass assainissement asso association associe
    associes assurance assurances atelier ateliers auchan audiovisuel audit auto autocar autocars
    automobile automobiles autoroute autoroutes autos avenir aviation avicole avocat avocats axa axima
    banque bat bateau bateaux batiment batiments bazar best be bet beton betons bibliotheque bio biologie
    bitume black blanchisserie bleu bleue bocage bois boucherie boulangerie boulonnerie boutique bouygues
    bovin brasserie bricolage bricomarche bricorama brique btp bureau bureautique bureaux bv by cabinet
    cabinets cafe caisse camion camions campus canalisation canalisations canton caoutchouc car carburants
    carrefour carrelage carrelages carreleur carriere carrieres carrosserie carrossier cars cartonnage
    cave caves ccas cegelec central centrale centre centres cfa ch chantier chantiers chapiteau
    charcuterie charpente charpentes chateau chaudronnerie chauffage chauffagiste chaussure chaussures
    cheval chien chiens chimie chimique chr chu cie cinema cirque cite citroen clim climatisation clinique
    cloison cloisons cloud club co cofely colas collecte collectes college com combustibles comite
    commerce commercial communaute commune communication compagnie company comptoir concept concepts
    conditionnement conjoint conseil conseiller conseils construct constructeur construction constructions
    consultant consultants consulting controle controles coop cooperative coordination copie corp
    corporation courtage couverture couvertures couvreur creatif creation creations creche creches credit
    curage cycle cycles dalkia dame data dechets deco decor decoration decors dekra demenagement
    demenagements demolition dentaire dentiste depannage departement depollution deratisation desamiantage
    design desinfection deux developpement diagnostic diagnostics diffusion digital distributeur
    distribution divers domaine domicile drone drones earl easy eau eaux ebeniste ebenisterie echafaudage
    echafaudages echafauder eclairage ecole ecoles ecologie edf edition editions ehpad eiffage elagage
    elagueur elec electricien electricite electrique electriques electro electronique elevateur emballage
    emballages emploi energetique energie energies enfance engie engineering enrobes enseigne enseignes
    ensemble ent entreprise entreprises entretien environnement eolien equestre equipe equipement
    equipements esat espace espaces et etablissement etablissements etancheite ets etude etudes eurl
    europe europeenne eurovia evenement evenementiel evenements event events expert expertise expertises
    experts exploitation export express facade facades familial familiale famille federation fer ferme
    fermeture fermetures ferronnerie ferroviaire fiat fille filles film films fils filtration finance
    finances fioul foncier fonciere fondation fonderie fonds fontaines forage forages force ford forestier
    forestiere foret forets forge forges formation formations fourniture fournitures fourriere francais
    francaise frere freres frigorifique froid fromage fromages fruits funebres funeraire gaec
    galvanisation gan garage garages gardiennage gaz general generale generales geometre geometres
    geotechnique gestion gie gip global globale gmbh goudron grande grands granit granulats graphique
    graphisme gravats green greta group groupe groupement groupements gtm habitat handicap helicopteres
    hlm holding holdings hopital horizon horticole horticulture hotel huissier huissiers humain humaines
    hydraulique hygiene idex ile iles illumination illuminations immobilier immobiliere import imprim
    imprimerie imprimeries inc incendie industrie industriel industrielle industries ineo infirmier
    infirmiers info informatique inge ingenierie ingenieur ingenieurs initiative initiatives innovation
    innovations inox insertion institut instituts interactive interim intermarche international
    internationale internationales internet isolation iveco jardin jardinage jardinerie jardins jaune
    jeunesse jeux jill job jouet jouets kg kine kone label labo laboratoire laboratoires lac lait laiterie
    leclerc legumes levage librairie ligne lignes ligue limited line lines linge literie littoral livre
    livres llc loc location locations logement logiciel logiciels logistique loisirs lot lourds ltd
    lumiere lumieres luminaire lycee maaf maconnerie magasin magasins maif maintenance mairie maison
    management mandataire manutention marbre marbrerie marche marches marine market massif materiaux
    materiel materiels mecanique mecaniques medecin medecins media medias medical medicale medicament
    medicaments menuis menuiserie menuiseries menuisier menuisiers mer mercedes mesure mesures metal
    metallerie metaux metropole meuble meubles miroiterie mma mobile mobilier mobilite mobilites moderne
    modulaire modulaires montagne moto motoculture motos moulins multimedia musee musique mutualite
    mutuelle mutuelles my n national nationale nature naturel nautique nautisme naval navale negoce neige
    net nettoyage new nissan notaire notaires notre nouveau nouvelle nuisibles numerique nv ocean office
    offices opac opel oph optic optique orange orchestre orthopedie otis outillage ovin papeterie
    papeteries papier parc parking parquet parquets partenaires participations partners patisserie
    patrimoine pavage paysage paysages paysagiste paysagistes peint peintre peinture peintures pepiniere
    pepinieres perspective perspectives petite petrole petroles peugeot pharmacie photo photocopie
    photographe photographie pierres piscine piscines plafond plafonds plaine plaquiste plastique
    plastiques platre platrerie plc plomb plomberie plombier plus pneu pneumatique pneumatiques pneus
    poids point points poissonnerie pompage pompe pompes pont ponts port potin premier presse pressing
    prestation prestations prevention primeur primeurs pro prod production productions promoteur promotion
    proprete protection publicite pvc pyrenees qualiconsult quincaillerie radio rail ravalement
    recrutement recuperation recyclage refuge region regional regionale rehabilitation renault renov
    renovation reparation reparations reprographie reseau reseaux residence ressources restaurant
    restauration revetement revetements rh rhd rideaux robinetterie rouge route routes routiere royal rue
    rural rurale sa sade saint sainte sanitaire sanitaires sante sarl sas sasu saur scaf scania sce scea
    scene scenique scenographe scenographie schindler sci scic scm scop scp sdis securite sel selafa
    selarl selas sem seniors serigraphie serrurerie serrurier service services sica signaletique
    signalisation sivom ski sl slu snc societe socotec soeurs software sogea soins sol solaire solidaire
    sols solution solutions son sondage sondages sono sonorisation soudage soudure source sources spa
    spectacle spectacles spie spl sport sports sps srl st ste stockage store stores structure structures
    studio studios succursale suez surfaces surveillance syndicat system systeme systemes systems tapis
    tapisserie tapissier taxi taxis team tech technic technique techniques technologie technologies tel
    telecom telecoms telemaintenance telephonie television tente terrassement terrassements territoire
    territoires textile textiles theatre thermie thermique thermiques thyssenkrupp toit toiture toitures
    tolerie topographie total tour tourisme tours toyota tp traitement traitements traiteur transport
    transporteur transports travail travaux truck trucks tuile tuiles tuyauterie union unite unites
    universite urbain urbaine urbaines urbanisme urbaniste urbanistes usinage val vallee vegetal vegetale
    velo velos ventilation veolia veritas verre verres vert verts vetement vetements veterinaire veto
    viande viandes vidange vidanges video villa village ville vin vinci vins vision visserie vitrerie
    voirie volaille volailles volvo voyage voyages vrd vuitton web white world zone zoo
    """

  private static let placesText = """
    afrique ain aisne ajaccio allemagne allier alsace alsacien alsacienne amerique amiens angers anjou
    annecy aquitaine ardeche ardenne ardennes ariege armor asie atlantic atlantique aube aude auvergne
    aveyron avignon azur bastia bayonne belgique besancon bordeaux bordelaise bourgogne brest bretagne
    breton bretonne caen calais calvados cantal champagne charente charentes cher comte corse dauphine
    dijon dordogne doubs drome dunkerque espagne essonne est eure finistere francaises france franche
    francilien francilienne french gard gers gironde grenoble guadeloupe guyane hauts herault idf indre
    isere italie jura landes languedoc lille lilloise limoges limousin loire lorrain lorraine lot lozere
    luxembourg lyon lyonnaise maine manche marne marseille martinique mayenne mayotte med mediterranee
    metz meuse midi monde mondial montpellier morbihan moselle mulhouse nancy nantaise nantes nice nievre
    nimes nord normand normande normandie noumea occitanie oise orleans orne ouest paris parisien
    parisienne pau perpignan picard picarde picardie poitiers poitou provence reims rennaise rennes
    reunion rhin rhone rouen roussillon saone sarthe savoie seine somme strasbourg sud suisse tahiti tarn
    toulouse touraine troyes valence vendee vendeen vendeenne vosges yonne yvelines
    """
}
