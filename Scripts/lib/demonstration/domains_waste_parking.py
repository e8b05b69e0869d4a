"""Waste-bin sensors and smart parking: the material of the specifications and awards."""

TEXTS = ["""
key: dechets
label: capteurs de remplissage de bacs (déchets)
title: Capteurs de remplissage des points d'apport volontaire et optimisation des tournées de collecte
buyer: dechets-hautpre
date: 2021-09-23
procedure: Appel d'offres ouvert
ccag: TIC
cpv: 35125100
amount: 25000 620000
months: 12 24 36 48
param colonnes: 420 / 610 / 780
param sites: 190 / 260 / 310
param seuil: 75 / 80
param autonomie: sept / huit
== about
Le marché concerne la fourniture, la pose et l'exploitation de capteurs de remplissage dans {colonnes} colonnes d'apport volontaire réparties sur {sites} emplacements, ainsi que le logiciel qui en déduit les tournées de collecte.
Les flux visés sont le verre, les papiers, les emballages et, à titre d'essai, les biodéchets.
== context
{Acheteur} collecte le verre selon un calendrier fixe hérité de l'ouverture des points de tri. Les relevés des chauffeurs montrent que quatre colonnes sur dix sont vidées à moins de la moitié de leur capacité, tandis que celles des bourgs touristiques débordent chaque été et provoquent des dépôts au sol.
Une expérimentation de huit mois sur quarante colonnes a réduit les kilomètres de près d'un cinquième, mais elle a révélé deux difficultés : les capteurs à ultrasons perdaient le signal dans les cuves enterrées humides, et le logiciel ne savait pas tenir compte des barrières de dégel ni des ponts limités en tonnage.
== scope
fourniture et pose des capteurs dans les colonnes aériennes, semi-enterrées et enterrées
transmission des mesures, abonnements compris
logiciel de prévision et de composition des tournées
tablettes embarquées dans les camions-grues
formation des chauffeurs, des répartiteurs et des ambassadeurs du tri
== functional
Le niveau de chaque colonne est mesuré au moins quatre fois par jour et affiché en pourcentage du volume utile.
Le logiciel prévoit la date à laquelle chaque colonne atteindra {seuil} % et signale celles qui déborderont avant le prochain passage.
Une tournée est proposée la veille à dix-sept heures ; le répartiteur peut en retirer un point ou en imposer un autre.
Le calcul respecte la charge utile, la hauteur des ponts, les horaires de livraison des exutoires et les arrêtés de barrière de dégel.
Le chauffeur valide la vidange d'un geste et signale un dépôt sauvage, un bac détérioré ou un accès bloqué, photo à l'appui.
Une vidange constatée par le capteur mais absente de la feuille de route est portée à la connaissance du répartiteur.
Les habitants consultent l'état des points de tri proches et sont orientés vers une colonne qui dispose de place.
Un bilan mensuel restitue tonnes, kilomètres, heures et litres de carburant par tonne collectée.
Les points saisonniers se créent, se suspendent et se réactivent sans perte de leur historique.
Une température anormale dans la colonne déclenche une alerte incendie vers l'astreinte et le centre de secours désigné.
L'outil simule l'effet d'un ajout, d'un retrait ou d'un déplacement de colonne sur les tournées.
== technical
La mesure tolère l'humidité, la condensation et les parois encombrées ; l'erreur reste inférieure à 10 points de remplissage sur verre et 15 sur emballages.
La pile assure {autonomie} ans de fonctionnement à six mesures par jour et se remplace sans outil spécifique.
Le boîtier, d'indice IP68, résiste aux chocs du levage et au nettoyage à haute pression.
La fixation s'effectue par collage ou insert sans percer la paroi portante de la cuve.
Le choix entre réseau LoRaWAN et NB-IoT est justifié emplacement par emplacement, mesures de champ à l'appui.
Le capteur mémorise soixante-douze heures de mesures et les réémet lorsque la liaison est rétablie.
Les tablettes embarquées fonctionnent sans réseau et resynchronisent la tournée au retour de la couverture.
La distance routière est calculée sur un réseau poids lourds tenu à jour, non à vol d'oiseau.
Le logiciel compose une tournée de cent points en moins de trois minutes.
Les capteurs défaillants sont remplacés par échange standard, le boîtier repris étant réparé avant toute mise au rebut.
Un étalonnage par type de colonne est réalisé contradictoirement au démarrage puis une fois par an.
== data
Chaque colonne est identifiée par une référence unique, sa commune, son flux, son volume et ses coordonnées.
Les niveaux, vidanges et pesées sont disponibles au travers d'une interface REST et d'un export quotidien en CSV.
Les données de tonnage alimentent sans ressaisie la déclaration annuelle auprès de l'éco-organisme.
Un jeu ouvert des points d'apport volontaire suit le schéma national publié pour les équipements de collecte.
La fin du marché donne lieu à la remise de tout l'historique des mesures brutes, sans agrégation.
== security
La géolocalisation des camions sert au suivi des tournées et n'est pas employée pour contrôler individuellement les chauffeurs.
Les photos de dépôts sauvages sont floutées lorsqu'un visage ou une plaque apparaît, et supprimées après six mois.
Les trames radio sont chiffrées de bout en bout entre le capteur et le serveur d'application.
Les représentants du personnel sont informés avant la mise en service des outils embarqués.
== deadlines
Campagne de mesure radio et plan de pose : six semaines.
Équipement du premier secteur de collecte : quatre mois après notification.
Généralisation à toutes les colonnes : dix mois.
Remplacement d'un capteur muet : cinq jours ouvrés, deux jours en saison touristique.
== criteria
Fiabilité de la mesure constatée lors d'un essai sur trois colonnes
Pertinence de l'optimisation des tournées
Coût complet par colonne équipée
Durabilité et réparabilité des capteurs
== clauses
Un essai éliminatoire de quatre semaines est organisé sur des colonnes désignées par le pouvoir adjudicateur avant le choix du titulaire.
Une part de la rémunération, plafonnée à 8 %, dépend de la baisse constatée des kilomètres de collecte.
== awards
35125100 | Fourniture et pose de sondes de remplissage pour colonnes d'apport volontaire
35125100 | Capteurs de niveau pour bacs enterrés et logiciel d'optimisation des tournées
90511000 | Collecte du verre et des emballages en points d'apport volontaire
35125100 | Solution de télémesure des PAV, abonnements et maintenance
34928480 | Fourniture de conteneurs semi-enterrés équipés de capteurs communicants
90511000 | Collecte des ordures ménagères et informatique embarquée
90500000 | Mise en place de la tarification incitative : puçage des bacs et logiciel de gestion
90500000 | Contrôle d'accès des colonnes et des déchèteries par badge
90500000 | Étude d'optimisation des circuits de collecte des déchets ménagers
34928480 | Corbeilles de rue compactantes et connectées en centre-ville
""", """
key: stationnement
label: stationnement intelligent
title: Modernisation du stationnement payant, jalonnement dynamique et connaissance de l'occupation
buyer: agglo-tourvent
date: 2022-10-06
procedure: Appel d'offres ouvert
ccag: FCS
cpv: 34926000
amount: 40000 1500000
months: 12 24 36 48 60
param places: 2 100 / 3 400 / 4 200
param horodateurs: 86 / 120 / 145
param parcs: cinq / six / sept
param rafraichi: deux / trois
== about
Le marché recouvre le renouvellement de {horodateurs} horodateurs, la mesure de l'occupation de {places} places de voirie et l'équipement de {parcs} parcs en ouvrage en comptage et jalonnement dynamique.
Il inclut la gestion des droits, des abonnements et des forfaits de post-stationnement.
== context
Le centre {de_commune} concentre commerces, services de santé et administrations. Les relevés montrent que les parcs en ouvrage ne dépassent pas 60 % de remplissage alors que les automobilistes tournent en voirie plus de neuf minutes en moyenne aux heures de marché.
Depuis la dépénalisation du stationnement, {acheteur} fixe sa grille tarifaire et traite les recours, mais les horodateurs installés en 2014 ne permettent ni la saisie de la plaque ni le paiement sans contact. Les soignants à domicile, les artisans et les personnes à mobilité réduite demandent des droits simples, sans macaron en papier.
Le conseil a écarté la verbalisation entièrement automatisée et demande que chaque forfait soit établi par un agent.
== scope
fourniture, pose et entretien des horodateurs et de leur supervision
capteurs ou comptages d'occupation en voirie et en parc
panneaux de jalonnement et information des usagers
gestion des droits de stationnement et des paiements à distance
outils mobiles des agents de surveillance et suivi des recours
== functional
L'automobiliste paie à l'horodateur, par application ou par message, avec le même tarif et la même preuve de paiement.
Le professionnel de santé active son droit depuis son téléphone pour une durée limitée, sans déplacement en mairie.
Le jalonnement indique en temps réel le nombre de places libres de chaque parc et oriente vers le plus proche disponible.
Les places réservées aux personnes handicapées sont comptées à part et figurent dans l'information diffusée.
L'agent de surveillance vérifie un droit en moins de deux secondes et conserve la possibilité de constater sans réseau.
Le recours administratif préalable se dépose en ligne, avec pièces jointes et suivi de l'instruction.
L'exploitant modifie une zone ou une grille tarifaire à une date future et en simule la recette.
Le logiciel présente le taux d'occupation par tronçon, par heure et par jour type, avec son intervalle de confiance.
Les abonnés résidents renouvellent leur droit à distance ; une permanence physique est maintenue pour qui le souhaite.
Un véhicule resté trop longtemps sur une place de livraison provoque un signalement à l'équipe de voirie.
Les organisateurs de manifestations réservent des emplacements dont la neutralisation est publiée à l'avance.
== technical
Les capteurs de place détectent un changement d'état en moins de trente secondes, avec 97 % d'exactitude mesurée par campagne contradictoire.
Les horodateurs fonctionnent à l'énergie solaire sur les emplacements dégagés et gardent six jours d'autonomie.
Le terminal de paiement respecte la norme PCI-PTS en vigueur et accepte le sans contact.
L'écran, les touches et le lecteur de chaque appareil sont utilisables depuis un fauteuil roulant et par une personne malvoyante.
Les panneaux de jalonnement répondent aux normes de signalisation à messages variables et s'éteignent en cas de donnée périmée.
Les boucles et caméras de comptage des parcs produisent un écart journalier inférieur à 2 %.
L'interface d'échange avec les opérateurs de paiement suit le schéma de données APDS ou un équivalent documenté.
Le serveur d'autorisations traite cinquante contrôles par seconde sans dépasser une seconde de réponse.
La pose d'un capteur au sol n'excède pas vingt minutes et sa pile dure au moins six ans.
Tout appareil en défaut depuis plus d'une heure est signalé dans la supervision avec la pièce probablement en cause.
Les barrières de parc restent ouvertes en cas d'alarme incendie et de coupure prolongée d'électricité.
== data
L'occupation des parcs est diffusée au format DATEX II et mise à jour toutes les {rafraichi} minutes.
Le référentiel des places, zones et tarifs suit le schéma national des lieux de stationnement.
Les historiques d'occupation anonymes sont remis chaque mois en CSV au service de la mobilité.
Les opérateurs d'applications tierces accèdent aux droits par une interface commune, sans exclusivité.
La plaque d'immatriculation n'apparaît dans aucun jeu destiné à l'analyse.
== security
Les plaques des véhicules en règle sont effacées dès la fin du contrôle ; celles des forfaits sont conservées le temps du recours.
Le traitement est inscrit au registre et une notice claire figure sur chaque horodateur et dans l'application.
Les flux de paiement ne transitent pas par les serveurs de la collectivité.
Les comptes des agents sont nominatifs et toute annulation de forfait est motivée et tracée.
== deadlines
Remplacement du premier quart des horodateurs : trois mois après l'ordre de service.
Mise en service du jalonnement des parcs : sept mois.
Rétablissement d'un horodateur en panne : un jour ouvré ; d'un panneau : trois jours.
Rapport d'occupation et recommandations tarifaires : chaque semestre.
== criteria
Simplicité pour l'usager et accessibilité
Exactitude de la mesure et qualité des données
Prix des fournitures et de l'exploitation
Moyens de maintenance et délais de rétablissement
== clauses
L'encaissement des recettes donne lieu à une convention de mandat soumise à l'avis du comptable public.
Les capteurs de chaussée déposés en fin de contrat sont repris par le titulaire et la chaussée remise en état.
== awards
38730000 | Fourniture, pose et maintenance d'horodateurs avec saisie de plaque
34926000 | Capteurs d'occupation de places en voirie et application d'aide au stationnement
34926000 | Jalonnement dynamique des parkings : panneaux, comptage et supervision
98351000 | Gestion et exploitation du stationnement payant sur voirie
34926000 | Contrôle d'accès et péage de parcs de stationnement (barrières, bornes, caisses)
98351000 2018 | Solution de paiement dématérialisé du stationnement et gestion des FPS
98351100 | Exploitation du parking en ouvrage du marché couvert
98351000 | Enquête de rotation et d'occupation du stationnement en centre-ville
34926000 | Système de guidage à la place et vidéocomptage anonyme des parcs relais
34926000 | Bornes d'arrêt minute connectées et aires de livraison partagées
"""]
