"""Public-space video protection (sober) and LoRaWAN networks: specification and award material."""

TEXTS = ["""
key: video
label: vidéoprotection
title: Renouvellement raisonné de la vidéoprotection de l'espace public
buyer: ville-rivesud
date: 2023-03-30
procedure: Appel d'offres ouvert
ccag: TIC
cpv: 32323500
amount: 40000 780000
months: 12 24 36 48
param cameras: 42 / 56 / 64
param retrait: 7 / 9
param jours: 15 / 21
param sites: douze / seize
== about
Le marché a pour objet le remplacement de {cameras} caméras existantes, le retrait de {retrait} caméras devenues inutiles, la modernisation de l'enregistrement et l'entretien du système.
Il n'augmente pas le nombre de lieux surveillés et exclut toute reconnaissance faciale, toute analyse des comportements et toute identification biométrique.
== context
Le système, constitué par ajouts successifs, associe des caméras analogiques, des liaisons radio saturées et un enregistreur dont les correctifs ne sont plus publiés. Sur réquisition, une image sur trois s'est révélée inexploitable, parce que l'objectif était encrassé ou l'horodatage faux.
{Acheteur} a fait évaluer chaque caméra avec le comité local de prévention : finalité, faits constatés, solution de rechange par l'éclairage, la présence humaine ou l'aménagement. Il en résulte un retrait de plusieurs points et une priorité donnée à la qualité et au contrôle. Le comité d'éthique {de_commune}, où siègent des habitants et un magistrat honoraire, reçoit chaque année un rapport public.
== scope
fourniture, pose et réglage de caméras et de masques de zones privées
liaisons, enregistrement et poste d'exploitation
dépose des équipements retirés et de leurs panneaux
entretien, nettoyage des optiques et assistance
formation des opérateurs et documentation juridique
== functional
Les façades d'habitation et les jardins sont masqués de manière irréversible dès la prise de vue.
L'opérateur habilité consulte le direct ; la relecture exige un motif et un second niveau d'habilitation.
L'extraction répond à une réquisition enregistrée, produit une empreinte et laisse une trace nominative.
Les images s'effacent automatiquement après {jours} jours, sauf copie liée à une procédure.
Une personne filmée exerce son droit d'accès par un parcours indiqué sur chaque panneau.
Le système signale une caméra masquée, déréglée, floue ou dont l'heure dérive.
Un arrêt temporaire par secteur est possible lors des manifestations de la vie démocratique, sur décision du maire.
Le responsable édite chaque trimestre le nombre de consultations, d'extractions et leurs motifs.
La fiche publique d'une caméra précise son emplacement, sa finalité et sa date de réexamen.
Une caméra dont l'utilité n'est pas démontrée depuis deux ans est proposée au retrait.
Les prises de vue nomades ont une durée limitée à trois mois et un arrêté joint à la fiche.
== technical
Les caméras offrent au moins quatre millions de pixels et une sensibilité évaluée sur site, de nuit, à l'éclairage existant.
La qualité d'image par zone est définie selon la norme NF EN 62676-4 et vérifiée à la réception.
Les caméras dialoguent en ONVIF profils S et T et ne dépendent pas d'un logiciel du même constructeur.
Les fonctions d'analyse embarquées non demandées sont désactivées par un réglage contrôlable.
L'enregistreur stocke les flux chiffrés sur disques redondants et se limite au volume nécessaire à la durée fixée.
Les liaisons cuivre de plus de quatre-vingts mètres sont remplacées par la fibre de la collectivité.
Les équipements sont synchronisés sur deux serveurs de temps, avec un écart inférieur à une seconde.
Les mâts supportent des vents de zone 3 et la caméra reste stable par rafales de 90 km/h.
La consommation électrique moyenne d'un point complet n'excède pas 18 W hors chauffage.
Les boîtiers extérieurs sont d'indice IP66 et IK10, verrouillés et exempts d'interface sans fil active.
Le mur d'images n'affiche par défaut que les alarmes techniques et les flux demandés.
== data
Le journal des consultations est exportable et transmis au comité d'éthique sans contenu d'image.
Les extractions sont remises au format d'origine, accompagnées d'un lecteur libre.
La liste des caméras, sauf restriction préfectorale, est publiée en données ouvertes.
Aucune image n'est employée pour entraîner un logiciel.
Le plan de masquage de chaque caméra est livré sous forme vectorielle et daté.
== security
Le réseau vidéo est séparé, sans accès à l'internet, et son télé-entretien est ouvert à la demande par la collectivité.
L'analyse d'impact et l'autorisation préfectorale sont tenues à jour avant toute modification.
Les opérateurs sont nommément habilités et formés au code de la sécurité intérieure.
Les disques remplacés sont détruits sur place, procès-verbal à l'appui.
== deadlines
Réexamen contradictoire des emplacements : deux mois.
Retrait des caméras non reconduites : avant toute pose nouvelle.
Renouvellement des {sites} sites prioritaires : six mois.
Rétablissement d'une caméra prioritaire : un jour ouvré ; autres points : cinq jours.
== criteria
Qualité d'image et respect des masquages, essai de nuit à l'appui
Cybersécurité et contrôle des accès
Prix
Sobriété des matériels et entretien
== clauses
La mise en œuvre d'un traitement automatisé d'images non prévu au marché constitue une faute justifiant la résiliation.
Le personnel intervenant sur l'enregistrement signe un engagement de confidentialité remis avant l'accès.
== awards
32323500 | Maintenance et renouvellement du système de vidéoprotection
35125300 | Vidéoprotection des abords de bâtiments publics : fourniture et pose de caméras
32323500 | Centre de supervision urbain : serveurs d'enregistrement et postes opérateurs
35125300 | Remplacement de caméras et migration vers l'IP
32235000 | Entretien des équipements de vidéo-surveillance des gymnases et déchèteries
32235000 | Audit du dispositif de vidéoprotection et assistance réglementaire
32234000 | Caméras nomades et liaisons radio : acquisition et entretien
32235000 | Contrôle d'accès, anti-intrusion et vidéo des bâtiments
""", """
key: lorawan
label: réseau LoRaWAN
title: Réseau LoRaWAN public et objets connectés des services
buyer: energie-kerlouan
date: 2021-12-02
procedure: Appel d'offres ouvert
ccag: TIC
cpv: 32400000
amount: 22000 640000
months: 24 36 48
param passerelles: 48 / 64 / 90
param objets: 6 000 / 9 500 / 12 000
param couverture: 92 / 95
param usages: huit / dix
== about
La consultation porte sur la construction et l'exploitation d'un réseau LoRaWAN de {passerelles} passerelles, la fourniture de {objets} objets et la mise en service de {usages} usages au profit des communes et des syndicats associés.
== context
Plusieurs services ont engagé des expériences isolées : relève d'eau dans une commune, températures de cantines dans une autre, niveaux de rivière ailleurs. Chacune a acheté son abonnement, sa plateforme et ses capteurs, sans échange possible. Les relevés de couverture autour {de_commune} montrent des trous dans les vallons boisés, où aucun opérateur ne s'engage.
{Acheteur} dispose de points hauts : châteaux d'eau, clochers, mâts d'éclairage et bâtiments. Le conseil syndical préfère un réseau dont les clés, les passerelles et les données restent publiques, exploité avec sobriété, et réserve l'usage aux besoins dont l'utilité est établie.
Une charte interdit le suivi de personnes et limite la fréquence d'émission à ce que l'usage exige.
== scope
étude radio et visites des points hauts
passerelles, mâts, énergie et collecte
serveur de réseau et gestion des objets
capteurs, installation et étalonnage
transfert de l'exploitation à une équipe publique
== functional
Le gestionnaire enrôle un objet par lecture de son étiquette et le rattache à un service en moins d'une minute.
Chaque commune visualise ses seuls objets, leurs piles et leurs dernières mesures.
Un objet silencieux au-delà de trois périodes d'émission fait l'objet d'une fiche de vérification.
Les seuils d'alerte se règlent par usage, avec heures d'envoi et destinataires.
La couverture mesurée, et non seulement calculée, est présentée sur une carte à jour.
Le service des routes suit l'humidité et la température de chaussée aux points de verglas.
Les cantines reçoivent l'alarme d'une chambre froide et archivent les relevés sanitaires.
Les niveaux des cours d'eau amont sont transmis à l'agent d'astreinte avant le seuil d'inondation.
Le raccordement d'un capteur acheté ailleurs est accepté après un essai de conformité gratuit.
Les coûts sont répartis entre services d'après le nombre de messages et d'objets.
La dépose d'un objet inutile est proposée lorsque ses données n'ont pas été consultées depuis un an.
== technical
Les passerelles à huit canaux au moins respectent la bande 868 MHz et les limites d'émission en vigueur.
La version LoRaWAN 1.0.3, ou une version supérieure compatible, est certifiée pour les objets et le serveur.
La couverture extérieure atteint {couverture} % des zones bâties au facteur d'étalement 10 au plus.
Tout point critique est entendu par deux passerelles dont les liaisons de collecte diffèrent.
Les passerelles isolées fonctionnent cinq jours sur batterie solaire par ciel couvert.
Le débit adaptatif est activé et le taux de perte de trames reste inférieur à 3 % par semaine.
Le serveur de réseau est un logiciel libre, installé sur deux machines distinctes.
Les décodeurs de trames sont fournis sous forme de code commenté et testés sur des exemples.
Les boîtiers extérieurs sont IP67 et leurs piles se remplacent avec un outillage courant.
Les mâts et antennes satisfont aux règles de protection contre la foudre et de travail en hauteur.
Les messages descendants sont réservés aux réglages, avec un maximum de quatre par objet et par jour.
== data
Les mesures décodées sont distribuées en MQTT et par interface HTTP, avec unités explicites.
Le modèle de description des objets suit le vocabulaire SSN/SOSA.
Les mesures environnementales sont rendues publiques au plus tard le lendemain.
L'inventaire des passerelles comprend hauteur, azimut, gain et convention d'occupation.
Un objet changeant de service conserve son identifiant et son historique.
== security
Les clés d'objet sont uniques, générées par la collectivité et stockées dans un module matériel.
L'activation par OTAA est imposée ; l'activation statique n'est admise pour aucun usage nouveau.
Les objets placés dans des logements sont interdits sans accord écrit de l'occupant.
Les liaisons de passerelle sont chiffrées et n'acceptent aucune connexion entrante.
== deadlines
Étude radio et conventions de points hauts : quatre mois.
Premier arc de vingt passerelles : sept mois.
Réseau complet et recette de couverture : quatorze mois.
Reprise d'une passerelle en panne : deux jours ouvrés ; d'un point critique : huit heures.
== criteria
Couverture mesurée et robustesse du réseau
Maîtrise publique des clés, logiciels et données
Prix du réseau et des objets
Transfert de compétence
== clauses
Les passerelles et leurs supports deviennent propriété publique dès leur réception.
Les fréquences et puissances d'émission sont communiquées aux occupants des bâtiments avant installation.
== awards
32400000 | Déploiement d'un réseau LoRaWAN départemental et passerelles associées
35125100 | Fourniture de capteurs connectés (température, niveau, CO2) LoRaWAN
72700000 | Réseau bas débit IoT : serveur de réseau, supervision et maintenance
35125100 | Objets connectés pour les bâtiments et l'eau : acquisition et pose
32413000 | Étude de couverture radio et assistance au déploiement LPWAN
64210000 2019 | Connectivité des objets : abonnements NB-IoT et LTE-M
72700000 | Plateforme IoT mutualisée et décodage des trames
35125100 | Sondes de niveau de rivière et alerte aux inondations
32570000 | Maintenance de passerelles radio sur points hauts
"""]
