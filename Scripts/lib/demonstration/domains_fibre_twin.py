"""Fibre networks and digital twins or GIS: the material of the specifications and awards."""

TEXTS = ["""
key: fibre
label: fibre et réseaux
title: Boucle optique publique et raccordement des sites de service public
buyer: numerique-valdore
date: 2020-02-13
procedure: Appel d'offres ouvert
ccag: Travaux
cpv: 45231600
amount: 60000 3200000
months: 12 24 36 48
param sites: 140 / 185 / 230
param lineaire: 96 / 128 / 150
param existant: 60 / 68
param astreinte: quatre / six
== about
Le marché porte sur l'établissement d'une boucle optique indépendante de {lineaire} km, le raccordement de {sites} sites publics et l'entretien du réseau passif et actif qui en résulte.
== context
Les collèges, mairies, casernes de pompiers et centres médico-sociaux sont reliés par des abonnements disparates dont le débit varie de un à cinquante. Une coupure de tranchée a isolé pendant deux jours la maison de santé {de_commune} et la commune voisine, faute de second chemin.
{Acheteur} veut réutiliser d'abord les fourreaux des réseaux publics et les chemins de câbles de l'éclairage, estimés à {existant} % du parcours, puis ne creuser qu'en dernier recours et en coordination avec les travaux de voirie. Le réseau est réservé aux besoins propres des membres ; l'excédent éventuel est offert aux opérateurs à des conditions publiées et non discriminatoires.
== scope
relevés, études d'exécution et permissions de voirie
aiguillage, réparation et pose de fourreaux et chambres
tirage, raccordement et mesures optiques
équipements actifs, énergie et supervision
entretien, déplacements d'ouvrages et réponses aux déclarations de travaux
== functional
Chaque site prioritaire dispose de deux arrivées par des cheminements physiquement distincts.
Le service informatique d'un membre ouvre, modifie ou ferme un circuit entre deux sites depuis un portail.
L'occupation des fibres, tiroirs et fourreaux est visible tronçon par tronçon.
Une rupture est localisée à moins de vingt mètres et rattachée aux sites interrompus.
Les travaux annoncés à proximité produisent une fiche de vigilance pour l'équipe d'entretien.
Le débit d'un site évolue sans remplacement de câble ni passage d'un technicien, sauf changement de gamme.
Les écoles bénéficient d'un circuit séparé du réseau administratif.
Un opérateur tiers consulte les fibres disponibles, les tarifs et les délais de raccordement.
Les coupures programmées sont annoncées dix jours avant et placées hors des heures d'ouverture.
L'exploitant rejoue l'historique d'un incident minute par minute.
Les commandes de raccordement suivent un état d'avancement accessible au site demandeur.
== technical
Les câbles monomodes relèvent des recommandations UIT-T G.652.D et G.657.A2 selon leur emploi.
L'affaiblissement linéique mesuré reste sous 0,25 dB/km à 1 550 nm, épissures comprises sous 0,1 dB.
Une réserve de trente pour cent de fibres est conservée après raccordement de tous les sites.
Les micro-tranchées sont remblayées de matériau autocompactant et leur profil est accepté par le gestionnaire de voirie.
Les chambres reçoivent des tampons de classe adaptée au trafic et un plan intérieur plastifié.
Les commutateurs de cœur convergent en moins de cinquante millisecondes sur rupture de lien.
Les équipements actifs sont alimentés par deux sources et secourus huit heures dans les nœuds.
La réflectométrie est réalisée dans les deux sens et à deux longueurs d'onde sur toutes les fibres.
Les appuis aériens employés font l'objet d'un calcul de charge et d'un étiquetage.
La supervision interroge les équipements en SNMPv3 et conserve un an de mesures.
Le plan de nommage des sites, baies et fibres est appliqué sur des étiquettes gravées.
== data
Le récolement est remis au format GraceTHD et contrôlé par l'outil de conformité associé.
Les tracés sont relevés en classe A et déclarés au guichet unique des réseaux.
Les disponibilités de fibre noire sont publiées chaque semestre au format CSV.
Les tickets d'incident sont échangés avec l'outil du membre concerné par une interface documentée.
Les fichiers de réflectométrie sont livrés au format natif SOR et en synthèse.
== security
Le trafic entre nœuds est chiffré pour les services de santé, sociaux et de secours.
Les locaux techniques sont sous alarme et leurs ouvertures rapprochées des interventions prévues.
Les plans détaillés ne sont communiqués qu'aux personnes ayant à en connaître.
Les configurations sont sauvegardées à chaque changement et comparées à une configuration de référence.
== deadlines
Études de la première section : trois mois.
Raccordement des sites prioritaires : dix mois.
Boucle fermée et recette de bout en bout : vingt mois.
Rétablissement après coupure franche : {astreinte} heures pour un site prioritaire.
== criteria
Réemploi des infrastructures et qualité des études
Prix sur bordereau et simulation de commandes
Délais et moyens de rétablissement
Gestion environnementale des chantiers
== clauses
Les quantités sont réglées sur attachements contradictoires, photographie géolocalisée à l'appui.
L'entrepreneur tient un registre des matériaux excavés et justifie un taux de réemploi d'au moins 60 %.
== awards
32412100 | Raccordement optique des bâtiments publics et boucle locale
45231600 | Travaux de génie civil et tirage de fibre : réseau d'initiative publique
50332000 | Maintenance d'un réseau de fibre noire et d'équipements actifs
32562000 | Fourniture de câbles à fibres optiques et accessoires de raccordement
45231600 | Pose de fourreaux et chambres en coordination de voirie
32412100 | Interconnexion de sites et VPN pour les services administratifs
64210000 | Accès internet et liaisons optiques dédiées des sites
45314300 | Câblage informatique et wifi des écoles
32412100 | Assistance technique pour le schéma d'aménagement numérique
""", """
key: jumeau
label: jumeau numérique et SIG
title: Jumeau numérique du territoire et socle géographique partagé
buyer: agglo-beauvisle
date: 2024-04-18
procedure: Procédure concurrentielle avec négociation
ccag: TIC
cpv: 38221000
amount: 28000 850000
months: 12 24 36 48
param surface: 310 / 420 / 560
param densite: 30 / 40
param cas: cinq / six
param agents: 120 / 180
== about
La consultation vise l'acquisition de données en trois dimensions sur {surface} km², la mise en place d'un socle géographique partagé et la réalisation de {cas} cas d'usage de jumeau numérique.
== context
Le service d'information géographique, fort de quatre personnes, répond à plus de mille demandes par an. Les plans de réseaux, le cadastre, les arbres et les permis sont tenus dans des outils différents ; leurs mises à jour se croisent, et nul ne peut dire quelle couche fait foi lors d'une réunion de chantier.
{Acheteur} refuse une maquette de prestige. Le jumeau doit servir à des décisions précises : ombre et chaleur dans les cours d'école, ruissellement dans le vallon {de_commune}, capacité des toitures à recevoir des panneaux, insertion d'un projet et réfection coordonnée des rues. Chaque calcul sera accompagné de son domaine de validité.
== scope
levé aérien, nuage de points et imagerie
serveur géographique, catalogue et outils métier
modèle urbain en trois dimensions et moteur de scénarios
cas d'usage, validation et documentation
formation de {agents} agents et transfert
== functional
L'agent ouvre dans un navigateur la maquette, les réseaux et les projets sans installer de logiciel.
Toute couche affiche son producteur, sa précision et sa date, et la couche de référence est désignée.
Un scénario d'aménagement se compare à l'existant sur l'ombre, l'eau de pluie et l'îlot de chaleur.
Le calcul de ruissellement signale les points bas et les bâtiments exposés pour une pluie choisie.
Le gisement solaire de chaque toit est restitué avec une fourchette et les contraintes patrimoniales.
Les chantiers de voirie et de réseaux prévus sur une rue sont réunis sur une frise commune.
Un technicien corrige un objet sur le terrain et la correction passe par une file de validation.
Le public consulte une version allégée, sans compte, et dépose une observation sur un projet.
L'arbre d'alignement possède une fiche : essence, état, ombre portée et interventions.
L'état ancien du territoire se retrouve à une date donnée pour les besoins de contentieux.
L'instructeur d'urbanisme visualise le gabarit d'un permis à partir de ses cotes.
== technical
Le nuage de points comporte au moins {densite} points par mètre carré et une précision altimétrique de 8 cm.
Le modèle bâti atteint le niveau de détail LOD2.2, toits restitués, avec contrôle sur 300 bâtiments.
La diffusion en trois dimensions emploie 3D Tiles et fonctionne sur un ordinateur de bureau courant.
La base de référence est gérée sous PostgreSQL et PostGIS, modèle de données livré.
Le rendu reste fluide, à vingt images par seconde, avec les couches courantes affichées.
Les simulations sont lancées en file d'attente et reproductibles à paramètres identiques.
L'écart du calcul de ruissellement est évalué sur deux épisodes réels documentés.
Les outils de dessin et de traitement s'appuient sur QGIS et ses extensions publiées.
Les orthophotographies ont une résolution de 5 cm et un géoréférencement contrôlé par points terrain.
Le socle accepte les maquettes de bâtiment IFC et les replace dans leur environnement.
Une mise à jour partielle d'un quartier n'impose pas de recalculer l'ensemble du modèle.
== data
Le modèle urbain est remis en CityGML ou CityJSON, attributs documentés.
Le fond de plan suit le géostandard PCRS et les réseaux le géostandard RAEPA ou StaR correspondant.
Les services cartographiques respectent WMTS, WFS et OGC API.
Les métadonnées sont conformes à la directive INSPIRE et moissonnables.
Les orthophotographies et le nuage de points classés sont versés en données ouvertes.
== security
Les réseaux sensibles sont filtrés selon le profil et absents de la version publique.
Les visages et plaques des vues immersives sont floutés avant livraison, avec contrôle par sondage.
Les fiches de propriétaires restent dans l'outil cadastral habilité et ne sont pas recopiées.
Les survols sont annoncés aux habitants et réalisés dans le respect des prescriptions de l'aviation civile.
== deadlines
Levé aérien hors feuillaison : entre janvier et avril.
Modèle bâti contrôlé et socle en service : dix mois.
Premiers cas d'usage validés avec les services : quatorze mois.
Mise à jour annuelle des secteurs modifiés : deux mois après fourniture des plans.
== criteria
Pertinence et validation scientifique des cas d'usage
Précision et complétude des données
Interopérabilité et emploi de logiciels libres
Prix
Formation et autonomie des services
== clauses
Les cas d'usage font l'objet de commandes séparées, dont chacune peut être abandonnée après l'étape de validation.
Les données levées sont la propriété exclusive du pouvoir adjudicateur, qui en choisit la licence.
== awards
71354000 | Acquisition d'orthophotographies et d'un nuage de points LiDAR
38221000 2019 | Jumeau numérique du territoire : modèle 3D et simulations
38221000 | SIG mutualisé : serveur cartographique, applications métier et assistance
71355000 | Levés topographiques et plan corps de rue simplifié (PCRS)
71355000 | Géoréférencement et détection de réseaux enterrés, classe A
48326000 | Maquette numérique urbaine et visualisation de projets
71354000 | Numérisation et intégration de plans dans le système d'information géographique
80533000 | Formation QGIS et administration de bases PostGIS
71354000 | Inventaire cartographique du patrimoine arboré
72212326 | Simulation du ruissellement et de l'îlot de chaleur sur modèle 3D
"""]
