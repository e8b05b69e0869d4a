"""Street lighting and urban data platforms: the material of the specifications and awards."""

TEXTS = ["""
key: eclairage
label: éclairage public LED et télégestion
title: Rénovation LED de l'éclairage public et télégestion au point lumineux
buyer: energie-orlaive
date: 2022-03-17
procedure: Appel d'offres ouvert
ccag: Travaux
cpv: 34928500
amount: 45000 1900000
months: 12 24 36 48 60
param points: 1 850 / 3 240 / 4 600
param armoires: 74 / 118 / 162
param baisse: 65 / 70 / 72
param heure: 22 h 30 / 23 h
param jours: 3 / 5
== about
Le marché a pour objet la dépose des lanternes à décharge, leur remplacement par des luminaires LED et la mise en place d'une télégestion au point lumineux sur {points} points d'éclairage confiés {a_acheteur}.
Il comprend la reprise de {armoires} armoires de commande, l'abonnement au logiciel de supervision et l'entretien des installations rénovées pendant la durée du marché.
== context
{Acheteur} exerce la compétence éclairage pour des communes rurales et pour la ville {de_commune}. Près de la moitié du parc est constituée de ballons fluorescents et de lampes au sodium de plus de vingt-cinq ans ; la facture d'électricité a doublé en deux exercices et plusieurs conseils municipaux ont voté une extinction en cœur de nuit.
Un diagnostic mené rue par rue a classé les voies en quatre familles d'usage et relevé les secteurs où la biodiversité nocturne demande une attention particulière, notamment le long du canal et des vergers. Les élus souhaitent pouvoir moduler l'éclairage à distance, sans dépendre d'un constructeur unique, et rendre compte aux habitants des économies réellement obtenues.
== scope
dépose, tri et évacuation des anciens appareils vers une filière de recyclage agréée
fourniture et pose des luminaires, crosses et platines d'adaptation
mise en conformité des armoires de commande et pose de compteurs communicants
fourniture, paramétrage et hébergement de la télégestion
entretien préventif et dépannage, astreinte comprise
== functional
L'exploitant règle à distance, pour chaque point ou groupe de points, un calendrier d'allumage et au moins cinq paliers d'abaissement de puissance.
Une extinction nocturne à partir de {heure} se programme commune par commune, avec des dérogations pour les fêtes et les marchés de nuit.
La détection de présence relève le niveau d'éclairement sur les cheminements piétons, puis le ramène au palier bas après une temporisation réglable.
Toute lampe éteinte en période d'allumage, ou allumée de jour, produit une alarme localisée sur la carte en moins de quinze minutes.
Les agents de terrain consultent la fiche d'un candélabre et closent une intervention depuis un téléphone, même hors couverture mobile.
Le maire d'une commune adhérente suit la consommation de ses rues sans voir celle des communes voisines.
Un habitant signale une panne en indiquant le numéro de plaque du support ; il reçoit un message à la remise en service.
Le tableau de bord compare chaque mois les kilowattheures mesurés à la situation de référence et affiche l'économie cumulée.
Les scénarios festifs et les passages piétons renforcés se commandent ponctuellement sans modifier le calendrier annuel.
L'outil conserve l'historique des lampes posées, des pannes et des pièces remplacées sur chaque support pendant dix ans.
Un mode dégradé garantit l'allumage par horloge astronomique lorsque la liaison avec le serveur est perdue.
== technical
Les luminaires présentent une efficacité d'au moins 130 lm/W en sortie d'appareil et une température de couleur de 2 700 K, ramenée à 2 200 K près des cours d'eau.
La part de flux émise au-dessus de l'horizontale reste inférieure à 1 % et le code de flux CIE n° 3 dépasse 95 %.
Chaque luminaire porte un connecteur normalisé de type Zhaga Book 18 ou NEMA à sept broches, afin que le nœud de commande se remplace sans ouvrir l'appareil.
Le pilotage du driver s'effectue en DALI-2 et le driver restitue puissance appelée, heures de fonctionnement et température.
Les armoires reçoivent un parafoudre de type 2, un disjoncteur différentiel à réarmement automatique et une horloge astronomique de secours.
Le degré de protection est au moins IP66 pour le bloc optique et IK08 pour la vasque.
Le logiciel expose une interface TALQ en version 2 pour échanger avec un autre système central.
Les études d'éclairement respectent la norme NF EN 13201 et sont remises pour chaque famille de voies avant commande.
Les blocs LED, drivers et nœuds restent disponibles en pièces détachées pendant dix ans après la réception.
La mise à jour des nœuds se fait à distance par lots, avec retour automatique à la version précédente en cas d'échec.
La puissance installée finale est inférieure d'au moins {baisse} % à la puissance du parc déposé.
== data
L'inventaire du parc est livré au format GeoPackage, géoréférencé en Lambert-93 avec une précision de classe A sur les réseaux reconstruits.
Les mesures d'énergie sont exportables au pas de dix minutes en CSV et par une interface REST documentée.
Les données produites appartiennent {a_acheteur} ; le titulaire n'en conserve copie que pour la durée de l'exploitation.
Un jeu de données ouvert des points lumineux, sans information de sécurité, est publié deux fois par an.
Les alarmes sont transmises au logiciel de gestion d'interventions de la collectivité par notification HTTP signée.
== security
Chaque nœud dispose d'une clé propre, renouvelable à distance ; aucun mot de passe d'usine ne subsiste après la mise en service.
Les capteurs de présence ne captent ni image ni son et ne permettent pas de suivre une personne d'un mât à l'autre.
L'accès à la supervision requiert une double authentification pour tout ordre d'extinction portant sur plus d'une rue.
Le serveur de supervision est hébergé dans l'Union européenne et sauvegardé chaque nuit sur un second site.
== deadlines
Études d'exécution et échantillons : huit semaines après notification.
Première tranche de 600 points posés et télégérés : six mois après l'ordre de service.
Dépannage d'une rue entièrement éteinte : quatre heures ; point isolé : {jours} jours ouvrés.
Dossier des ouvrages exécutés et inventaire mis à jour : un mois après chaque réception partielle.
== criteria
Performance énergétique et photométrique
Prix des prestations
Ouverture de la télégestion et réversibilité
Organisation du chantier et astreinte
Réemploi et maîtrise de la pollution lumineuse
== clauses
Une retenue est opérée lorsque l'économie d'énergie constatée à douze mois reste inférieure de plus de cinq points à l'engagement.
Au moins 600 heures de travail sont réservées à des personnes éloignées de l'emploi pour les opérations de dépose et de pose.
== awards
45316110 | Remplacement de lanternes sodium par des luminaires LED, programme {an}
45316110 | Rénovation EP : fourniture et pose de luminaires à LED et télégestion au point lumineux
50232100 | Entretien et dépannage des installations d'éclairage public et des illuminations
45316110 | Modernisation de {armoires} armoires de commande d'éclairage public et pose d'horloges astronomiques
50232100 | Maintenance de l'EP et de l'éclairage des terrains de sport
45316110 | Travaux d'extension et d'effacement du réseau d'éclairage public, quartier du Moulin
34928510 | Fourniture de candélabres et crosses pour voies cyclables éclairées par détection
34928500 | Système de télégestion des lampadaires : nœuds communicants, logiciel et hébergement
34993000 | Diagnostic photométrique et schéma directeur d'aménagement lumière
34993000 | Marché de performance énergétique portant sur l'éclairage des voies communales
""", """
key: donnees
label: plateforme de données urbaines
title: Conception, réalisation et exploitation d'une plateforme de données territoriales
buyer: numerique-corrival
date: 2023-05-11
procedure: Procédure concurrentielle avec négociation
ccag: TIC
cpv: 72322000
amount: 60000 1400000
months: 18 24 36 48
param flux: 25 / 40 / 60
param services: 9 / 12 / 14
param dispo: 99,5 / 99,7
param metiers: l'eau, les déchets et la mobilité / l'énergie, la mobilité et la voirie
== about
Le marché porte sur la conception, le déploiement et l'exploitation d'une plateforme qui recueille, décrit, croise et redistribue les données produites par les services et les délégataires du territoire.
La première période vise {flux} flux de données prioritaires et {services} services utilisateurs ; les suivantes étendent la plateforme aux communes volontaires.
== context
Les directions disposent aujourd'hui d'applications séparées : chaque outil métier garde ses propres référentiels d'adresses, d'équipements et de tiers. Les tableaux de bord présentés aux élus sont assemblés à la main, avec plusieurs semaines de retard, et les mêmes extractions sont demandées aux délégataires par trois services différents.
{Acheteur} a réuni les producteurs de données lors de quatre ateliers. Ils ont retenu {metiers} comme premiers domaines et adopté une charte : la donnée reste sous la responsabilité du service qui la produit, son usage est tracé, et aucun croisement de données personnelles n'est possible sans examen du délégué à la protection des données.
Le titulaire devra composer avec une équipe interne réduite, un administrateur de données et deux géomaticiens, à qui l'exploitation sera transférée par étapes.
== scope
cadrage des cas d'usage avec les directions et modélisation des données
fourniture ou intégration des briques de collecte, stockage, catalogue et restitution
raccordement des flux internes, des capteurs et des délégataires
formation des producteurs et des référents de données
exploitation, évolution et transfert de compétence
== functional
Un catalogue unique décrit chaque jeu de données : producteur, fréquence, qualité constatée, licence et personne à joindre.
Le producteur d'un flux en règle lui-même les droits de consultation, sans intervention d'un développeur.
La plateforme détecte l'absence, le retard ou la dérive d'un flux et prévient son responsable dans l'heure.
Un agent non informaticien compose un tableau de bord à partir de modèles et le partage avec sa direction.
Toute valeur affichée renvoie à sa source, à l'heure de collecte et aux traitements subis.
Les équipements, voies et bâtiments portent un identifiant commun qui relie les données issues de métiers différents.
Une demande d'accès à un jeu restreint suit un circuit d'instruction dont la réponse motivée est conservée.
L'outil restitue l'état du territoire à une date passée choisie par l'utilisateur.
Des règles d'alerte croisent plusieurs sources, par exemple pluie prévue et niveau d'un poste de relevage.
Les communes adhérentes obtiennent un espace propre, alimenté par les flux communs et par leurs fichiers.
Un bac à sable à données fictives permet d'essayer un traitement avant sa mise en production.
== technical
La gestion du contexte s'appuie sur l'interface NGSI-LD et sur des modèles de données publiés.
Les composants socle sont diffusés sous licence libre, ou remplaçables par un équivalent libre sans perte de données.
Le catalogue expose ses notices au vocabulaire DCAT-AP et se laisse moissonner sans authentification pour la part publique.
Les connecteurs acceptent au minimum HTTP, MQTT, SFTP, flux OGC et fichiers tabulaires déposés à la main.
La plateforme absorbe 400 messages par seconde en pointe et restitue une requête courante en moins de deux secondes.
Les traitements sont décrits sous forme de code versionné et rejouables à l'identique sur une période donnée.
Le déploiement est automatisé par conteneurs et reproductible sur l'infrastructure d'un autre hébergeur.
Les séries temporelles sont conservées trois ans à la résolution d'origine, puis agrégées selon une règle définie par flux.
L'authentification des agents se fait par OpenID Connect auprès de l'annuaire de la collectivité.
Un jeu d'essais automatisés, remis avec les sources, couvre la collecte, les droits et les calculs d'indicateurs.
La consommation de stockage et de calcul est mesurée par cas d'usage et affichée à l'administrateur.
== data
Les géométries sont servies par les protocoles OGC API Features et WFS, en coordonnées WGS 84 et Lambert-93.
Le dictionnaire des données est tenu en français, avec un libellé anglais pour les modèles partagés.
La réversibilité comprend la totalité des données, des schémas, des traitements et de l'historique des droits.
Les adresses sont rapprochées de la Base Adresse Nationale avec un taux de rattachement d'au moins 97 %.
Les délégataires transmettent leurs données selon les annexes de leurs contrats ; le titulaire en contrôle la complétude à chaque livraison.
== security
Une analyse d'impact est conduite avant tout raccordement d'un flux contenant des données à caractère personnel.
Les journaux d'accès, horodatés et infalsifiables, sont gardés douze mois et consultables par le délégué à la protection des données.
Les croisements susceptibles d'identifier un foyer sont bloqués par défaut sous un seuil de onze individus.
L'hébergement est assuré par un prestataire soumis au seul droit européen, avec une disponibilité mensuelle de {dispo} %.
== deadlines
Dossier d'architecture et plan de raccordement : dix semaines après notification.
Mise en service du catalogue et des dix premiers flux : cinq mois.
Ensemble des flux de la première période : douze mois.
Transfert de compétence achevé, attesté par trois mises en production faites par l'équipe interne : vingt mois.
== criteria
Qualité de l'architecture et respect des standards ouverts
Compréhension des cas d'usage
Prix global sur la durée du marché
Transfert de compétence et réversibilité
Sobriété numérique
== clauses
Les développements spécifiques sont remis avec leurs sources et peuvent être publiés sous licence EUPL ou équivalente.
Un comité des producteurs de données se réunit chaque trimestre et valide l'ordre de raccordement des flux.
== awards
72322000 | Plateforme de données urbaines : conception, hébergement et maintenance
48610000 | Mise en place d'un hyperviseur et d'un entrepôt de données territoriales
72322000 | AMO pour la définition de la gouvernance et de l'architecture de la donnée
72322000 | Socle de données mutualisé : collecte, catalogage et visualisation des flux métiers
72317000 | Fourniture d'un lac de données (datalake) et de connecteurs pour les délégations de service public
72310000 | Tableaux de bord décisionnels alimentés par les capteurs du territoire
72310000 | Prestations d'ingénierie des données : nettoyage, rapprochement de référentiels, indicateurs
72212610 2019 | Intégration d'une brique de gestion de contexte NGSI-LD et développement de cas d'usage
72212610 | TMA de la plateforme territoriale de données et évolutions fonctionnelles
72322000 | Observatoire territorial : modélisation et croisement des données des services
"""]
