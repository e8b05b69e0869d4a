"""Building energy follow-up and biomass heat networks: specification and award material."""

TEXTS = ["""
key: batiments
label: suivi énergétique des bâtiments
title: Suivi énergétique et pilotage des installations techniques des bâtiments publics
buyer: caisse-ecoles
date: 2023-09-14
procedure: Appel d'offres ouvert
ccag: FCS
cpv: 71314300
amount: 25000 900000
months: 12 24 36 48
param sites: 48 / 63 / 85
param surface: 96 000 / 132 000
param gain: 18 / 22 / 25
param temperature: 19
== about
Le marché porte sur l'instrumentation, le suivi des consommations et l'optimisation des installations de chauffage, de ventilation et d'eau chaude de {sites} bâtiments représentant {surface} m².
L'objectif assigné est une baisse d'au moins {gain} % des consommations à périmètre et climat comparables en trois ans.
== context
Le patrimoine {de_acheteur} réunit des écoles, des gymnases, une médiathèque et des locaux administratifs construits pour l'essentiel entre 1955 et 1990. Trois chaufferies sur quatre démarrent selon la même horloge toute l'année, y compris pendant les congés, et personne ne sait dire quels locaux sont réellement occupés le soir.
Les obligations de réduction du tertiaire et le renchérissement de l'énergie ont conduit à recruter une économe de flux. Avant d'engager des rénovations lourdes, la collectivité souhaite tirer parti de réglages et d'une régulation correcte, mesurer les effets et associer les usagers : directrices d'école, gardiens, associations sportives.
== scope
audit des comptages et des régulations existants
pose de sous-compteurs et de capteurs d'ambiance
plateforme de suivi multi-énergies et alertes
réglages, accompagnement des usagers et bilans
assistance aux déclarations réglementaires
== functional
Les consommations d'électricité, de gaz, de chaleur et d'eau sont réunies par bâtiment, corrigées du climat et comparées à l'année de référence.
Une dérive de plus de 10 % en semaine, ou un talon anormal de nuit, est signalée à l'économe de flux avec une cause probable.
Le planning d'occupation importé du logiciel de réservation des salles commande le passage en réduit.
La consigne de {temperature} °C s'applique aux locaux occupés et toute dérogation possède une date de fin.
Le gardien dispose d'une page simple pour prolonger le chauffage d'une réunion sans modifier le programme.
La concentration en dioxyde de carbone des classes est affichée sous forme d'indication d'aération comprise des élèves.
Un plan de progrès par site classe les actions selon leur économie, leur coût et leur effet sur le confort.
Le logiciel distingue les effets des travaux, des réglages et de la météo dans l'économie obtenue.
Les factures sont contrôlées automatiquement : puissance souscrite, dépassements, index estimés et taxes.
Un concours annuel entre établissements s'appuie sur un indicateur équitable de progrès.
Le confort d'été est suivi par le nombre d'heures au-dessus de 28 °C dans les salles exposées.
== technical
Les données du distributeur d'électricité et de gaz sont recueillies par les services officiels, avec consentement du titulaire du contrat.
Les passerelles lisent M-Bus, Modbus, impulsion et BACnet sans imposer le remplacement des automates.
Les sondes d'ambiance ont une exactitude de 0,4 °C et une pile de cinq ans au moins.
Les mesures de dioxyde de carbone utilisent un principe infrarouge non dispersif avec étalonnage vérifiable.
La loi d'eau de chaque circuit est relevée, corrigée et documentée avant toute automatisation.
L'équipement installé permet d'atteindre la classe B de la norme NF EN ISO 52120-1 sur les sites désignés.
L'arrêt de la plateforme ne modifie ni la sécurité ni la régulation locale des chaufferies.
La mesure et la vérification des économies suivent le protocole IPMVP, options C ou D selon les sites.
Les consignes envoyées à distance sont bornées par l'automate entre 8 °C et 22 °C.
Un bâtiment neuf se crée dans la plateforme en moins d'une journée à partir d'une fiche modèle.
Les sous-compteurs de chaleur relèvent de la classe 2 de la norme NF EN 1434.
== data
La plateforme prépare le fichier de dépôt OPERAT et vérifie la cohérence des surfaces et des activités.
Les bâtiments sont identifiés par l'identifiant national des bâtiments lorsqu'il existe.
L'intégralité des séries est exportable au pas horaire, sans frais ni intervention du titulaire.
Les consommations annuelles par équipement sont publiées dans la rubrique ouverte du site de la collectivité.
Les modèles d'usage employés pour prédire la consommation sont décrits et leurs paramètres fournis.
== security
Les capteurs d'ambiance ne mesurent ni le son ni la présence nominative et leur emplacement est affiché.
L'accès distant aux chaufferies passe par un portail unique, avec traçage des consignes envoyées.
Les automates dont le fabricant ne corrige plus les failles sont isolés sur un segment sans accès extérieur.
Les plans et codes d'accès des écoles sont remis sous forme chiffrée aux seuls intervenants désignés.
== deadlines
Audit des comptages et plan d'instrumentation : dix semaines.
Vingt premiers sites suivis avant la première saison de chauffe.
Ensemble des sites suivis : douze mois après notification.
Bilan de saison et plan d'actions révisé : avant le 30 juin de chaque année.
== criteria
Méthode d'économie et engagement de résultat
Qualité de l'instrumentation et indépendance matérielle
Accompagnement des occupants
Prix
== clauses
Une économie supérieure à l'engagement est partagée à raison d'un quart pour le titulaire, dans la limite de 6 % du montant annuel.
Les interventions en présence d'élèves sont programmées avec le chef d'établissement et annoncées cinq jours avant.
== awards
71314000 | Suivi énergétique du patrimoine bâti et logiciel de management de l'énergie
38551000 | Instrumentation des bâtiments communaux : sous-comptage et capteurs d'ambiance
50712000 | Gestion technique du bâtiment (GTB) : fourniture, pose et intégration
71314300 2019 | Conseil en énergie partagé et accompagnement décret tertiaire
50712000 | Contrat d'exploitation et de maintenance CVC avec intéressement
71314300 | Audits énergétiques d'écoles et de gymnases
71314000 | Marché global de performance énergétique, groupe scolaire des Tilleuls
50712000 | Régulation et pilotage à distance des chaufferies
35125100 | Capteurs de CO2 dans les établissements scolaires et les crèches
""", """
key: chaleur
label: réseau de chaleur biomasse
title: Chaufferie biomasse et réseau de chaleur : réalisation et exploitation
buyer: cc-plateaurieux
date: 2020-11-19
procedure: Appel d'offres restreint
ccag: Travaux
cpv: 45232140
amount: 90000 4200000
months: 12 18 24 48 96
param puissance: 1,8 / 2,6 / 3,2
param longueur: 2 900 / 4 300
param abonnes: 19 / 27 / 34
param taux: 88 / 90
param rayon: 50 / 70
== about
Le marché confie à un groupement la construction d'une chaufferie bois de {puissance} MW, la pose de {longueur} mètres de tranchée double et l'exploitation technique du réseau desservant {abonnes} points de livraison.
L'appoint et le secours existants sont conservés dans deux bâtiments publics.
== context
Le bourg centre {de_commune} compte un hôpital de proximité, un collège, une piscine et deux résidences pour personnes âgées, tous chauffés au fioul ou au propane dans un rayon de 1 200 mètres. À près de neuf cents mètres d'altitude, la saison de chauffe dure neuf mois et les hausses de prix ont fragilisé le budget des établissements.
{Acheteur} veut valoriser les bois locaux de faible qualité sans concurrencer la fabrication de granulés. Une association d'agriculteurs et deux communes forestières peuvent fournir des plaquettes séchées, à condition d'un engagement pluriannuel et d'un cahier de qualité clair.
Les riverains, consultés deux fois, demandent des garanties sur les fumées, le bruit des livraisons et l'intégration du bâtiment.
== scope
études d'exécution, autorisations et essais
bâtiment, silo, chaudières, traitement des fumées et hydraulique
tranchées, tubes préisolés et sous-stations
fourniture de bois, conduite, entretien et astreinte
information des abonnés et suivi des performances
== functional
Le réseau livre la chaleur toute l'année pour l'hôpital et la piscine, avec une interruption programmée d'au plus cinq jours en été.
La part de bois dans la chaleur produite atteint {taux} % en moyenne annuelle.
Chaque abonné suit sa puissance appelée, sa température de retour et sa facture prévisionnelle.
Une température de retour trop élevée est signalée à l'abonné avec un conseil de réglage.
La livraison de bois se réserve par créneau et la pesée est rapprochée de l'humidité mesurée.
Le conducteur de chaufferie dispose d'une vue unique des chaudières, du silo, des pompes et des sous-stations.
Le passage sur l'appoint est automatique et son motif est enregistré pour l'analyse du taux de bois.
Les abonnés sensibles bénéficient d'un secours mobile raccordable en moins de quatre heures.
Un compteur public installé devant le bâtiment présente chaleur livrée, bois consommé et émissions évitées.
Les extensions futures se simulent à partir d'un modèle du réseau fourni et tenu à jour.
Les cendres foyer sont valorisées en agriculture après analyse et leur destination est tracée.
== technical
Le rendement des chaudières dépasse 88 % sur pouvoir calorifique inférieur, de 40 à 100 % de la charge.
Deux chaudières de puissances inégales assurent la modulation et la production de demi-saison.
Les poussières rejetées n'excèdent pas 20 mg/Nm³ à 6 % d'oxygène, un filtre à manches ou électrostatique étant prévu.
Un ballon tampon couvre au moins quarante minutes de puissance nominale.
Les tubes préisolés d'acier répondent à la norme NF EN 253, avec fils de détection de fuite raccordés.
La température de départ est glissante et n'excède pas 95 °C par grand froid.
Les pertes du réseau restent sous 11 % de la chaleur injectée en année pleine.
Le silo offre cinq jours d'autonomie à pleine charge et accepte des camions à fond mouvant de 90 m³.
Le niveau sonore ajouté en limite de propriété respecte 3 dB(A) la nuit, livraison exclue.
Les compteurs d'énergie des sous-stations sont plombés et vérifiés conformément à la métrologie légale.
La plaquette admise présente une humidité de 25 à 40 % et une granulométrie P45 au plus.
== data
Les index, températures et alarmes sont historisés au pas de dix minutes et remis sur simple demande.
Le tracé du réseau est livré en classe A au format attendu pour les réponses aux déclarations de travaux.
Les indicateurs nécessaires au classement du réseau et à l'enquête nationale annuelle sont produits sans supplément.
Le contenu en CO2 de la chaleur livrée est publié avec sa méthode de calcul.
Les échanges avec les automates emploient OPC UA ou Modbus TCP, table d'échange à l'appui.
== security
L'étude de dangers traite l'auto-échauffement du bois, l'explosion de poussières et la manœuvre des camions.
La télégestion est accessible par un tunnel chiffré et l'arrêt d'urgence reste câblé localement.
Les consommations d'un abonné ne sont communiquées à un tiers qu'avec son accord écrit.
Les locaux techniques sont sous contrôle d'accès nominatif et les visiteurs accompagnés.
== deadlines
Dossier d'exécution complet : quatre mois ; obtention des autorisations : huit mois.
Mise en chauffe de la première tranche : avant le 15 octobre suivant l'achèvement du génie civil.
Réception après marche probatoire de soixante jours sans défaut majeur.
Intervention d'astreinte sur site : une heure trente, de jour comme de nuit.
== criteria
Performance garantie : rendement, taux de bois et pertes
Coût global de la chaleur sur vingt ans
Approvisionnement de proximité
Qualité environnementale et architecturale
Organisation du chantier et calendrier
== clauses
Le bois provient pour au moins 70 % d'un rayon de {rayon} km, justifié chaque année par les bons de livraison.
Les garanties de rendement donnent lieu à un essai contradictoire lors de la deuxième saison de chauffe.
== awards
45251250 | Construction d'une chaufferie bois et d'un réseau de chaleur
09323000 | Exploitation d'un réseau de chaleur et fourniture de plaquettes forestières
45232140 | Extension du réseau de chaleur urbain et création de sous-stations
71321200 | Étude de faisabilité d'une chaufferie collective biomasse
71321200 | Maîtrise d'œuvre pour la création d'une chaufferie bois-énergie
45331110 | Remplacement de chaudières et raccordement au chauffage urbain
09323000 | P1-P2-P3 des installations de chauffage collectif
03413000 | Fourniture de bois déchiqueté pour chaufferies communales
09323000 | Télésuivi des sous-stations et comptage de chaleur
"""]
