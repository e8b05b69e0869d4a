"""Shared bicycles and ticketing or MaaS: the material of the specifications and awards."""

TEXTS = ["""
key: velos
label: vélos en libre-service
title: Service de vélos en libre-service à assistance électrique avec stations légères
buyer: mobilite-transarve
date: 2023-02-16
procedure: Dialogue compétitif
ccag: FCS
cpv: 34430000
amount: 30000 1700000
months: 12 24 36 48 60
param velos: 240 / 320 / 450
param stations: 38 / 46 / 60
param dispo: 90 / 92
param pente: 8 / 10
== about
Le marché a pour objet la fourniture, l'installation et l'exploitation d'une flotte de {velos} vélos à assistance électrique répartis dans {stations} stations légères, avec le service aux usagers et la régulation quotidienne.
Une part des vélos est réservée à la location de moyenne durée et aux agents des collectivités membres.
== context
La topographie {de_commune} et de ses coteaux décourage le vélo classique : plusieurs quartiers d'habitat social se trouvent à moins de trois kilomètres de la gare, mais cent mètres plus haut. Le premier service, en flotte libre, a cessé au bout de deux ans après de nombreux dépôts gênants et un taux de vélos utilisables inférieur à la moitié.
{Acheteur} a tiré de cette expérience trois principes : un stationnement matérialisé, une tarification lisible intégrée au titre de transport, et une maintenance assurée localement, dont une partie par une structure d'insertion. Les comptages de référence et la carte des pentes sont joints au dossier.
== scope
fourniture des vélos, batteries, stations et pièces détachées
génie civil léger, signalétique et marquage au sol
application, centre d'appels et points de vente partenaires
rééquilibrage, recharge, entretien et lutte contre le vandalisme
animation, apprentissage et évaluation des usages
== functional
L'usager prend un vélo avec l'application, la carte de transport régionale ou un code reçu par message.
Les trente premières minutes sont comprises dans l'abonnement de transport et le dépassement est annoncé par un signal avant facturation.
Une personne mineure de plus de quatorze ans peut s'abonner avec l'accord de son représentant légal.
Le vélo rendu hors station est refusé par l'application, sauf dans les zones de débord matérialisées lors des grands événements.
Chaque station affiche le nombre de vélos chargés au-delà de 40 % et le nombre de points d'attache libres.
L'usager signale un défaut avant de partir et obtient aussitôt un autre vélo sans frais.
Un exploitant voit sur carte les stations vides ou pleines et les trajets de régulation conseillés.
Les habitants sans téléphone intelligent disposent d'un parcours complet par borne, carte et accueil téléphonique.
La location d'un mois se réserve en ligne et le vélo se retire dans un des ateliers partenaires.
Des ateliers de remise en selle sont organisés chaque trimestre dans les quartiers prioritaires.
La tarification solidaire s'applique automatiquement à partir du quotient familial fourni par l'autorité organisatrice.
== technical
Le vélo pèse moins de 25 kg, porte une charge de 120 kg et franchit une pente de {pente} % sans descendre sous 12 km/h.
La batterie, verrouillée et remplaçable en moins de deux minutes, garde 80 % de sa capacité après 700 cycles.
Le cadre est à enjambement bas, les pneus sont increvables ou renforcés et la transmission est à cardan ou à courroie.
L'éclairage reste allumé quatre minutes après l'arrêt et le freinage satisfait à la norme NF EN 15194.
Les stations se posent sans fondation profonde et se déplacent en une journée avec des moyens légers.
La position du vélo n'est relevée qu'à la prise, à la restitution et en cas de sortie du périmètre de service.
Le verrou résiste trois minutes à un outillage portatif et signale toute tentative d'arrachement.
Les pièces d'usure proviennent de références courantes du commerce pour au moins 70 % d'entre elles.
La supervision indique la charge, l'état du verrou et la dernière révision de chaque vélo.
Les ateliers disposent d'une nomenclature illustrée et de gammes de réparation pour tous les organes.
La recharge des batteries s'effectue en armoire coupe-feu, dans un local dont l'étude de risque est remise.
== data
Les stations, véhicules et disponibilités sont diffusés selon la spécification GBFS, en version 2.3 ou ultérieure.
Les trajets agrégés par zone et par tranche horaire sont remis chaque mois {a_acheteur}.
Le service s'ouvre à l'application de mobilité régionale par une interface de réservation et de déverrouillage documentée.
Les indicateurs de disponibilité se recalculent à partir des journaux bruts conservés par la collectivité.
Les emplacements de stations suivent le schéma national du stationnement cyclable.
== security
Les traces individuelles sont dissociées de l'identité au plus tard sept jours après la clôture du trajet.
L'empreinte bancaire est confiée à un prestataire agréé et aucun numéro de carte n'est stocké par l'exploitant.
Le déverrouillage repose sur un code à usage unique, valable trente secondes.
L'application ne demande pas l'accès aux contacts ni à la localisation en arrière-plan.
== deadlines
Présentation d'un vélo et d'une station de présérie : quatre mois après notification.
Ouverture du service avec la moitié des stations : neuf mois.
Déploiement complet : quatorze mois.
Remise en circulation d'un vélo immobilisé : cinq jours ; taux moyen de vélos utilisables : {dispo} %.
== criteria
Qualité et robustesse du vélo, essai à l'appui
Organisation de l'exploitation et ancrage local
Coût par vélo et par an
Ouverture des données et intégration tarifaire
Insertion sociale et réemploi des pièces
== clauses
Les vélos, stations et licences d'exploitation deviennent propriété de la collectivité au terme du marché, sans soulte.
Une prime ou une réfaction annuelle, limitée à 5 % du montant d'exploitation, dépend du taux de vélos utilisables.
== awards
34430000 | Fourniture et exploitation d'un service de vélos en libre-service
34430000 | Acquisition de vélos à assistance électrique pour la location longue durée
34928400 | Stations VLS légères : fourniture, pose et supervision
34928400 | Abris à vélos sécurisés avec contrôle d'accès aux abords des gares
34430000 | Maintenance et régulation d'une flotte de VAE en libre-service
34928400 | Arceaux, consignes et pompes : mobilier de stationnement cyclable
34431000 | Fourniture de vélos-cargos pour les services et les associations
34972000 | Compteurs de passages cyclables et afficheurs
34430000 | Gestion d'une maison du vélo : location, atelier, apprentissage
""", """
key: maas
label: billettique-MaaS
title: Billettique interopérable et compte mobilité unique
buyer: mobilite-loirelles
date: 2023-11-09
procedure: Procédure concurrentielle avec négociation
ccag: TIC
cpv: 48813000
amount: 70000 2400000
months: 24 36 48 60
param valideurs: 310 / 420 / 560
param lignes: 22 / 31 / 38
param reseaux: trois / quatre
param lot: 99,6 / 99,8
== about
Le marché consiste à remplacer la billettique des {lignes} lignes du réseau, soit {valideurs} valideurs, et à créer un compte mobilité donnant accès, avec un identifiant unique, au bus, au car scolaire, au vélo, au covoiturage et au stationnement relais.
== context
Le ressort territorial réunit {reseaux} réseaux exploités séparément, chacun ayant sa gamme tarifaire et sa carte. Un voyageur qui combine le car du plateau et le bus {de_commune} achète deux titres et ne bénéficie d'aucune correspondance. Les valideurs en place, dont le fabricant n'assure plus les pièces, tombent en panne une fois sur douze services.
{Acheteur} a conduit une étude d'opportunité avec les associations d'usagers. Elle conclut à une billettique centrée sur le compte, au post-paiement plafonné et au maintien d'un titre anonyme rechargeable, pour que le voyage reste possible sans fournir son identité ni posséder de téléphone.
L'autorité conserve la relation avec l'usager : l'application porte sa marque et les conditions de vente sont les siennes.
== scope
système central de comptes, de tarification et de compensation entre réseaux
valideurs, pupitres conducteurs, distributeurs et outils de contrôle
application et site de calcul d'itinéraire, d'achat et d'assistance
intégration des partenaires vélo, covoiturage, autopartage et parcs relais
reprise des titres en cours, formation et accompagnement du changement
== functional
Le voyageur valide avec une carte, un téléphone ou une carte bancaire et paie au plus le prix du meilleur titre de la journée puis du mois.
Le calculateur compare durée, prix, marche à pied et émissions de chaque itinéraire, correspondances entre réseaux comprises.
Un itinéraire accessible tient compte de l'état réel des ascenseurs, des quais et du matériel roulant.
Le titre anonyme rechargeable s'achète en espèces dans au moins un commerce par commune desservie.
Les familles gèrent sur un même compte les abonnements scolaires, les justificatifs et les autorisations de descente.
La tarification solidaire est ouverte sur présentation du quotient familial, sans déplacement au guichet.
Une correspondance manquée du fait du réseau ne donne lieu à aucun débit supplémentaire.
Le voyageur consulte ses déplacements, conteste un débit et obtient un remboursement sous dix jours.
Le contrôleur vérifie un titre hors connexion et ne voit que la validité et le profil tarifaire.
Les recettes sont réparties entre réseaux selon une clé recalculable et exposée aux partenaires.
L'usager choisit de recevoir, ou non, l'information de perturbation sur ses lignes habituelles.
== technical
La validation est acceptée en moins de 300 millisecondes et reste possible pendant quarante-huit heures sans liaison.
Le système accepte les cartes Calypso, les supports ISO 14443 et les cartes bancaires EMV sans contact.
Les échanges avec le référentiel régional suivent le profil France de NeTEx pour l'offre et de SIRI pour le temps réel.
Le moteur tarifaire est paramétrable sans développement et se teste par jeux de trajets fictifs.
Les valideurs disposent d'un retour sonore et lumineux différencié, lisible par une personne daltonienne.
L'application satisfait au RGAA et fonctionne sur les systèmes mobiles des six dernières années.
La liste des supports bloqués atteint l'ensemble des valideurs en moins de quinze minutes.
L'architecture isole le calcul tarifaire, le paiement et l'identité en services remplaçables séparément.
Les modules de sécurité sont détenus par l'autorité organisatrice, qui en garde seule les clés maîtresses.
Les pupitres communiquent avec le système d'aide à l'exploitation par le bus ITxPT.
Le service central est disponible {lot} % du temps entre quatre heures et une heure du matin.
== data
L'offre théorique est publiée au Point d'accès national en GTFS et NeTEx à chaque changement de service.
Les validations désidentifiées sont livrées chaque semaine avec arrêt, ligne, course et profil, pour l'enquête de fréquentation.
Les partenaires de mobilité se raccordent par une interface ouverte de type TOMP-API ou équivalent public.
Les tarifs et conditions sont décrits de façon lisible par une machine et librement réutilisables.
Le titulaire remet un dictionnaire de toutes les tables exploitables en fin de contrat.
== security
Les données de déplacement sont rendues anonymes après quarante-huit heures, sauf consentement pour le suivi du post-paiement.
L'identité civile et l'historique des validations sont tenus dans deux bases aux clés distinctes.
Un audit d'intrusion précède l'ouverture du paiement par carte bancaire puis se répète chaque année.
Aucune donnée de voyage n'est cédée à une régie publicitaire.
== deadlines
Spécifications détaillées et maquette d'application : quatre mois.
Ligne pilote de bout en bout : neuf mois après notification.
Bascule de tous les réseaux : seize mois, hors période de rentrée scolaire.
Correction d'un défaut de débit : vingt-quatre heures ; d'un défaut mineur : quinze jours.
== criteria
Valeur fonctionnelle pour le voyageur
Interopérabilité et indépendance vis-à-vis du fournisseur
Coût global sur dix ans
Calendrier de bascule et maîtrise des risques
Protection de la vie privée dès la conception
== clauses
Le pouvoir adjudicateur peut négocier les offres initiales en deux tours et se réserve d'attribuer sans négociation.
Le code de l'application destinée aux usagers est publié, hors secrets, au plus tard à l'ouverture du service.
== awards
30144200 | Système billettique interopérable : valideurs, système central et distribution
72268000 2018 | Application MaaS : calcul d'itinéraire, achat de titres et compte mobilité
30144200 | Renouvellement des valideurs et pupitres embarqués
34980000 | Fourniture de cartes sans contact et de titres de transport rechargeables
30144200 | Maintenance de la billettique et des distributeurs automatiques de titres (DAT)
48813000 | Système d'aide à l'exploitation et à l'information voyageurs (SAEIV)
60112000 | Exploitation d'un service de transport à la demande et plateforme de réservation
30144200 2019 | Open payment : validation par carte bancaire dans les bus
48813000 | Bornes d'information voyageurs et afficheurs aux arrêts
72268000 | AMO pour la mise en œuvre d'un bouquet de services de mobilité
"""]
