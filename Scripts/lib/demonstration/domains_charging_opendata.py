"""Vehicle charging points and open-data portals: specification and award material."""

TEXTS = ["""
key: irve
label: bornes de recharge (IRVE)
title: Déploiement, supervision et exploitation de bornes de recharge pour véhicules électriques
buyer: energie-sorvanne
date: 2022-01-27
procedure: Appel d'offres ouvert
ccag: FCS
cpv: 31158000
amount: 30000 1600000
months: 24 36 48 60
param normales: 96 / 128 / 164
param rapides: 12 / 18 / 22
param dispo: 97 / 98
param communes: 54 / 71
== about
Le marché a pour objet l'implantation de {normales} points de charge normale et de {rapides} points de charge rapide dans {communes} communes, leur supervision, leur itinérance et leur entretien.
Il comprend la reprise en exploitation des bornes posées par {acheteur} depuis 2015.
== context
Le territoire est étendu, peu dense et touristique. Les premières bornes ont été placées devant les mairies sans étude de demande : un tiers délivre moins d'une recharge par semaine, pendant que les aires proches de la route nationale sont saturées chaque samedi d'été. Les pannes de modem représentent à elles seules la moitié des indisponibilités.
Le schéma directeur adopté par {acheteur} retient trois usages : la recharge résidentielle sans garage, le transit et la destination touristique. Il demande des prix affichés au kilowattheure, le paiement sans abonnement et un entretien réalisé depuis {commune} ou ses environs.
Les communes conservent la maîtrise du domaine public et se prononcent sur chaque emplacement.
== scope
études d'implantation et demandes de raccordement
fourniture, pose, signalisation et accessibilité des stations
supervision, itinérance, paiement et assistance téléphonique
entretien préventif et curatif du parc neuf et repris
dépose et reconditionnement des bornes obsolètes
== functional
Le prix au kilowattheure et les frais d'occupation sont affichés avant le début de la recharge.
Le conducteur paie à l'acte par carte bancaire sans contact ou code à scanner, sans compte préalable.
La recharge se lance avec tout badge d'un opérateur de mobilité lié par un accord d'itinérance.
L'habitant sans stationnement privé bénéficie d'un tarif nocturne sur les bornes de son quartier.
La station indique la puissance réellement disponible lorsque plusieurs véhicules se partagent le raccordement.
L'assistance répond en français à toute heure et peut démarrer ou arrêter la charge à distance.
Un point hors service disparaît des cartes publiques et sa remise en service est annoncée.
La réservation est proposée pour les personnes handicapées et les services d'aide à domicile.
L'exploitant compare usage, recettes et coût de chaque station pour décider un déplacement.
Les véhicules de la flotte publique rechargent avec un badge de service imputé à leur budget.
Une occupation prolongée après la fin de charge est facturée après deux avertissements.
== technical
Chaque point normal délivre 7,4 à 22 kW sur prise de type 2 avec obturateurs ; les points rapides offrent le connecteur Combo 2.
Le dialogue avec la supervision suit OCPP 1.6 au minimum, avec passage en 2.0.1 sans remplacement de matériel.
Le pilotage de puissance partage le raccordement en continu et accepte un signal du gestionnaire de réseau.
Les compteurs sont certifiés pour la vente d'énergie et lisibles par l'usager.
Les bornes supportent la neige, le sel et une plage de -25 °C à +45 °C.
Les câbles attachés disposent d'un enrouleur ou d'un contrepoids réduisant l'effort de manœuvre à 30 N.
L'écran, le lecteur et la prise sont situés entre 0,90 m et 1,30 m du sol, sur un cheminement praticable.
La protection différentielle assure la détection des courants continus de défaut de 6 mA.
Le modem et l'antenne se remplacent sans dépose de la borne, sur rail normalisé.
Les ouvrages sont contrôlés par un organisme habilité et les poseurs disposent de la qualification IRVE adéquate.
Une station rapide comporte au moins deux points indépendants, afin que la panne de l'un n'arrête pas l'autre.
== data
Les données statiques et dynamiques sont publiées selon le schéma national de consolidation des IRVE.
L'itinérance repose sur OCPI 2.2 et le prix transmis est identique au prix affiché.
Les journaux de charge sont livrés chaque mois, sans identifiant d'usager, pour l'observatoire des usages.
Les stations portent l'identifiant délivré par l'AFIREV et un numéro visible à dix mètres.
La base complète des sessions est remise au changement de superviseur dans un délai de quinze jours.
== security
Les badges ne sont pas reconnus sur leur seul numéro public : un échange cryptographique est exigé pour les comptes de service.
Les ports d'entretien sont verrouillés et toute ouverture de porte est signalée.
L'historique des recharges nominatif est effacé après le délai légal de contestation et de facturation.
Les mises à jour logicielles sont signées par le fabricant et testées sur deux bornes avant diffusion.
== deadlines
Étude d'implantation par commune : six semaines après commande.
Pose d'une station après raccordement disponible : quatre semaines.
Reprise en supervision du parc existant : trois mois après notification.
Disponibilité annuelle par point : {dispo} % ; rétablissement d'un point rapide : deux jours ouvrés.
== criteria
Disponibilité garantie et organisation de l'entretien
Coût complet par point de charge
Qualité d'usage et transparence du prix
Interopérabilité et réversibilité de la supervision
== clauses
Le titulaire reverse les recettes au mandant selon un état mensuel rapproché des journaux de charge.
Les bornes déposées sont proposées au reconditionnement avant recyclage et leur sort figure au bilan annuel.
== awards
31158000 | Fourniture, pose et raccordement de bornes de recharge pour véhicules électriques
31681500 | Supervision, itinérance et maintenance du réseau IRVE
71314000 | Schéma directeur IRVE et assistance à maîtrise d'ouvrage
31158000 2018 | Bornes de recharge rapide 50 à 150 kW : fourniture et génie civil
31681500 | Exploitation et entretien préventif d'infrastructures de recharge
51110000 | Équipement en points de charge des parkings de service et des dépôts
31681500 | Rétrofit et remise à niveau de bornes de charge accélérée
45310000 | Ombrières photovoltaïques et bornes sur parc relais
31681500 | Monétique et assistance usagers pour bornes de recharge
""", """
key: opendata
label: portail open data
title: Portail mutualisé de données ouvertes et accompagnement des communes
buyer: numerique-septvents
date: 2020-06-25
procedure: Procédure adaptée
ccag: TIC
cpv: 72413000
amount: 18000 280000
months: 12 24 36 48
param producteurs: 60 / 95 / 130
param jeux: 180 / 250
param dispo: 99,5
param seuilhab: 3 500
== about
La consultation vise un portail de données ouvertes partagé par {producteurs} producteurs publics, la migration de {jeux} jeux existants et un accompagnement à la publication régulière.
== context
La loi pour une République numérique impose la publication aux collectivités de plus de {seuilhab} habitants, mais beaucoup n'ont ni informaticien ni juriste. Des fichiers ont été mis en ligne une fois, puis oubliés ; les réutilisateurs rencontrés signalent des séparateurs changeants, des colonnes renommées et des dates impossibles à interpréter.
{Acheteur} souhaite passer d'une vitrine à un service : peu de jeux, mais tenus à jour, décrits clairement et utiles à ceux qui publient comme à ceux qui réutilisent. Un club réunit agents, associations, presse locale et entreprises ; il choisit chaque année cinq thèmes prioritaires.
Le portail {de_commune} servira d'espace commun et chaque commune y gardera une page à son nom.
== scope
conception ergonomique et réalisation du portail
moteur de catalogue, de prévisualisation et d'interfaces
migration et remise en qualité des jeux existants
contrôles automatiques et tableau de suivi des publications
ateliers, modèles de fichiers et animation du club
== functional
Le visiteur trouve un jeu par mot, thème, commune ou producteur, et la recherche tolère les fautes de frappe.
Chaque fiche présente une phrase simple, la date de dernière mise à jour, les limites connues et un contact.
Les tableaux se filtrent, se trient et se cartographient en ligne sans compétence particulière.
Le producteur dépose un fichier, reçoit un diagnostic compréhensible et corrige avant publication.
Une réutilisation est déclarée par son auteur, validée, puis affichée à côté du jeu concerné.
Le réutilisateur s'abonne à un jeu et apprend tout changement de structure quinze jours à l'avance.
Les questions posées sur un jeu et leurs réponses sont publiques et attachées à la fiche.
Une page par commune assemble automatiquement budget, marchés, délibérations, équipements et subventions.
Un récit de données associe textes, cartes et graphiques sans écrire de code.
Le tableau de bord du réseau fait ressortir les jeux en retard et propose un rappel au producteur.
Les jeux obligatoires sont reconnaissables et leur modèle de fichier se télécharge depuis le portail.
== technical
Le logiciel de catalogue est libre, maintenu par une communauté active et installé sans modification de son cœur.
Chaque jeu tabulaire reçoit une interface d'interrogation JSON paginée et documentée selon OpenAPI.
Les pages s'affichent en moins de deux secondes sur une connexion mobile ordinaire et pèsent moins de 1 Mo hors carte.
Les contrôles de schéma s'appuient sur Table Schema et leurs résultats restent consultables.
Les adresses des jeux et fichiers sont pérennes ; un déplacement laisse une redirection permanente.
Les fonds de carte proviennent de sources réutilisables, sans clé payante ni traceur.
Le portail obtient une conformité RGAA d'au moins 90 % attestée par un audit indépendant.
Les moissonnages entrants acceptent DCAT, CSW et répertoires de fichiers.
La charge admise est de 200 visiteurs simultanés et de 30 requêtes d'interface par seconde.
Le thème graphique se décline par commune au moyen de simples variables.
Un export complet du catalogue, fichiers et métadonnées, est généré chaque nuit.
== data
Les métadonnées suivent DCAT-AP et sont moissonnées par la plateforme nationale data.gouv.fr.
Les jeux du socle commun des données locales respectent les schémas publiés, contrôle à l'appui.
Les licences proposées se limitent à la Licence Ouverte 2.0 et à l'ODbL.
Les marchés publics sont publiés au format réglementaire des données essentielles en vigueur.
Les versions antérieures d'un fichier restent disponibles avec la liste des différences.
== security
Un détecteur repère noms, courriels et numéros personnels avant toute mise en ligne et bloque la publication.
L'audience est mesurée sans cookie soumis à consentement.
Les comptes inactifs depuis un an sont suspendus et la publication requiert une validation par un second agent.
Les composants tiers sont inventoriés et leurs correctifs critiques appliqués sous sept jours.
== deadlines
Ateliers d'ergonomie et prototype : deux mois.
Ouverture avec les vingt premiers producteurs : cinq mois.
Migration achevée et jeux vérifiés : neuf mois.
Correction d'une indisponibilité : quatre heures ouvrées ; disponibilité mensuelle : {dispo} %.
== criteria
Ergonomie pour les producteurs et les réutilisateurs
Qualité de l'accompagnement
Ouverture et pérennité de la solution
Prix
== clauses
Les contenus pédagogiques produits sont placés sous Licence Ouverte et remis dans un format modifiable.
Le titulaire consacre au moins douze journées par an à des ateliers tenus dans les communes.
== awards
72413000 | Portail open data mutualisé : conception, hébergement et maintenance
72330000 | Accompagnement à l'ouverture des données publiques des communes
72330000 | Migration et mise en qualité des jeux de données ouverts
80533000 | Formation-action des agents à la publication de données ouvertes
72420000 | Développement d'une API et d'un moteur de visualisation pour le portail open data
72330000 | Inventaire du patrimoine de données et plan de publication
72415000 | Hébergement et infogérance du catalogue de données
72420000 | Datavisualisation du budget et des marchés publics sur le site de données
72330000 | Animation d'un réseau de réutilisateurs et organisation d'un hackathon
"""]
