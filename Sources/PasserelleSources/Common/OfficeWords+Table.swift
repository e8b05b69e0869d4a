/// Words by which offices call themselves and their mailboxes in the languages of the Union, folded.
///
/// No given name is among them, and no word that is rather a surname (`hall`, `richter`, `kovacs`).
enum OfficeWords {
  /// Words that say of themselves that an office is meant: what it is (`service`, `abteilung`), what it does
  /// (`achats`, `procurement`), or its head's function.
  static let offices = set(officesText)
  /// Words that say more of an office, and no office alone.
  static let joins = set(joinsText)
  /// Words of mailboxes alone: as names of contacts they would be too vague, or surnames.
  static let mailboxes = set(mailboxesText)

  private static let officesText = """
    accueil achat achats acheteur acheteurs acquisition acquisitions administration administratif
    administratifs administrative administratives affaires agence agglo agglomeration appel appels
    approvisionnement approvisionnements archives assistance batiment batiments budget bureau bureaux
    cabinet cellule centrale centre collectivite comite commande commandes commercial commerciale
    communication comptabilite comptable consultation consultations contact contacts contentieux contractuel
    contrat contrats coordination correspondant courrier demat dematerialisation departement departementale
    developpement directeur direction directions directrice division documentation eau education
    environnement equipement equipements expedition exploitation facturation finance finances financier
    financiere generale generaux gestion greffe guichet hotline immobilier information informations
    informatique ingenierie investissement investissements juridique juridiques logement logistique
    maintenance mairie marche marches marchespublics metropole moyens numerique offres ordonnateur
    organisation patrimoine permanence personnel plateforme pole prestations projets publique publiques
    reception recours reglementation renseignements ressources scolaire secretaire secretariat secretariats
    section service services standard support systemes technique techniques territoire travaux tresorerie
    tribunal unite urbanisme voirie agency appeal appeals archive assets authority board building buying
    category commissioning committee communications compliance construction contracting contracts
    coordinator corporate council court customer delivery department departments dept desk directorate dpt
    enquiries enquiry environment esourcing estates esender eproc eprocurement etender etendering etenders
    evaluation facilities frontdesk governance head headquarters health helpdesk highways housing info
    infodesk infrastructure inquiries inquiry international invoice invoices invoicing legal logistics
    mailroom management manager media mediation marketing office offices officer operations partnerships
    payments planning policy press procurement programme programmes project projects property purchase
    purchases purchasing registrar registry research review sales schools social sourcing specialist
    supplier suppliers supply switchboard team teams technical technology tender tendering tenders transport
    treasury unit units waste water webmaster works abfallwirtschaft abteilung abteilungen amt angebote
    anfragen anlaufstelle ausschreibung ausschreibungen auftrage auftragsvergabe auskunft bauabteilung
    bauamt bauleistungen baureferat bauverwaltung bauwesen bauwirtschaft bereich beschaffung beschaffungen
    beschaffungswesen beschwerdestelle bestellung buchhaltung buero buro bundesgeschaftsstelle dezernat
    einkauf einkaufsabteilung einlaufstelle fachbereich fachdienst fachgebiet facilitymanagement
    finanzabteilung finanzen finanzverwaltung gebaudemanagement gemeindeamt gericht geschaftsstelle
    geschaeftsstelle hochbau hochbauamt immobilien infrastruktur kanzlei kasse kontakt kontaktstelle
    kreditorenbuchhaltung kundenservice leitstelle leitung lieferanten liegenschaften magistrat
    magistratsabteilung nachprufungsstelle planung planungsamt poststelle pressestelle projektleitung
    rathaus rechnung rechnungen rechnungswesen rechtsabteilung rechtsamt referat registratur sachgebiet
    schiedsstelle sekretariat sachbearbeitung stabsstelle stadtamt stadtverwaltung stadtwerke strassenbau
    submission submissionsstelle technik tiefbau tiefbauamt umwelt umweltamt verdingungsstelle vergabe
    vergabeabteilung vergabeamt vergabekammer vergabemanagement vergaben vergabestelle vergabewesen vertrieb
    verwaltung verwaltungsgericht wirtschaft zentrale zentraleinkauf zentralerdienst acquisti affari
    amministrativo amministrazione appalti approvvigionamenti approvvigionamento area assistenza bandi
    centralino commissariato comune contabilita contratti dipartimento direzione divisione economato
    edilizia forniture gare generali gestione infrastrutture lavori legale logistica manutenzione ordinario
    patrimonio procedimento programmazione protocollo provveditorato pubblici ragioneria responsabile
    risorse segreteria settore servizi servizio sportello tecnico tecnica ufficio uffici urbanistica
    viabilita administracion adquisiciones asesoria asuntos atencion ayuntamiento calidad compras concursos
    contratacion contractacio contratos coordinacion consejeria departamento diputacion direccion economica
    economico facturacion financiero gerencia gestio infraestructuras informacion intervencion jefatura
    juridica juridico juridicos licitacion licitaciones licitacions mantenimiento mesa negociado obras
    oficina perfil presidencia proyectos publica publicas recursos registro secretaria seccion servei
    serveis servicio servicios subdireccion suministros tesoreria unidad unitat urbanismo ventas
    administracao ajuste aprovisionamento aquisicoes contratacao correio direcao divisao empreitadas
    expediente financeira financeiro gabinete geral gestao informacoes municipal reparticao seccao servico
    servicos setor unidade aanbesteding aanbestedingen aankoop aankoopdienst aankopen afdeling algemeen
    balie beheer bestuur contractbeheer dienst directie facilitair financien griffie infrastructuur inkoop
    inkoopafdeling juridische klantenservice leveranciers onthaal opdrachten overheidsopdrachten rechtbank
    receptie secretariaat technische vergunningen anskaffelse anskaffelser avdeling avdelning ekonomi enhed
    enhet forvaltning forvaltningen indkob indkobsafdelingen innkjop innkop inkop inkopsavdelningen
    inkopsenheten kansli klagenaevnet kommun kommune kommunen kontor kontoret kundeservice kundtjanst
    okonomi okonomiafdelingen registrator sekretariatet tilbud teknik udbud udbudsafdelingen upphandling
    upphandlingar upphandlingsenheten asiakaspalvelu hallinto hankinnat hankinta hankintapalvelut
    hankintatoimi hankintayksikko keskus kirjaamo kaupunki kunta laskutus markkinaoikeus neuvonta osasto
    palvelut palvelu talous tarjoukset tekniikka tekninen toimisto yksikko biuro dyrekcja departament dzial
    dostawy gmina inwestycji inwestycje kancelaria logistyki odwolania ogolny oddzial organizacyjny
    przetargi przetargow publiczne publicznych sprawy starostwo urzad wydzial zamowien zamowienia
    zamowieniapubliczne zaopatrzenia zakupow zakupy zespol investic investice kancelar majetku nakup
    obchodni oddeleni odbor podatelna podpora rozvoje smlouvy sprava spravy technicky urad verejne verejnych
    zakazek zakazky ekonomicky obstaravanie obstaravania obstaravani oddelenie sekcia spravca usek vystavby
    beszerzes beszerzesi beszerzesek dontobizottsag ertekesites gazdasagi hivatal igazgatosag iroda jogi
    kozbeszerzes kozbeszerzesi kozbeszerzesek muszaki onkormanyzat osztaly penzugyi titkarsag
    ugyfelszolgalat achizitii achizitie achizitiilor administrativ birou biroul compartiment compartimentul
    contracte departamentul directia investitii juridic licitatie licitatii primaria publice registratura
    serviciu serviciul tehnic javna javne javno nabava nabavu narocanje narocil narocila odjel odsjek
    pisarnica pisarna sektor sluzba sluzbe tajnistvo ured uprava upravni zupanija hange hanked hangete
    kantselei osakond teenistus iepirkumi iepirkumu iepirkums birojs kanceleja nodala dala lietvediba
    pirkimai pirkimu skyrius tarnyba viesieji viesuju administracija rastine akkwist kuntratti taqsima бюро
    деловодство дирекция звено канцелария министерство общински обществени обществена община отдел поръчки
    поръчка правен сектор секретариат служба управление финансов διευθυνση τμημα γραφειο γραμματεια
    προμηθειων προμηθειες υπηρεσια υπηρεσιες διαγωνισμων πρωτοκολλο τεχνικη τεχνικων εργων διοικηση
    διοικητικη διοικητικων οικονομικη οικονομικων συμβασεων delovodstvo obshtina obshtestveni porachki
    porachka promithies protokollo tmima grammateia factures offre infos
    """

  private static let joinsText = """
    a al alla and ao au aux av by con d da das de dei del della delle dello der des di die do dos du e ed ei
    el en et for fur fuer i im in l la las le les los na no o och og of ou per pl por pour s sur the to und
    van vom von voor y za z zu zum zur в за и на και των του της assistant central centralised chef commun
    commune communal communaute complex conseil deputy director effective executive external general global
    group groupe interieur interim intern interne internal joint junior lead main national nord ouest plan
    point principal public publics qualite regional rh senior strategic strategique sud superieur travail
    ville
    """

  private static let mailboxesText = """
    admin ao bonjour callcenter care central ccas club commandepublique comercial compta contactus
    correspondre culture customerservice dechets devis dg dgs dgst dsi dst elus email empfang euro facility
    general generalcourt hello high highcourt hr it jur kommunikation mail mailbox marchepublic mediator ne
    no noreply ombudsman open pas permis pec post postbox posta postamt postmaster presse proc public
    publics region reply repondre responsable rh sav security siege soporte sport sports stadt vente ventes
    verkauf versand ville zentral commune communes
    """

  private static func set(_ words: String) -> Set<String> {
    Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
