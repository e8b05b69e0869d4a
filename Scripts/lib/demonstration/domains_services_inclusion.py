"""Online administration and digital inclusion: the material of the specifications and awards."""

TEXTS = ["""
key: gru
label: administration en ligne et GRU
title: Guichet en ligne et gestion de la relation avec les usagers
buyer: numerique-ormessaie
date: 2021-06-17
procedure: Appel d'offres ouvert
ccag: TIC
cpv: 48810000
amount: 22000 560000
months: 12 24 36 48
param communes: 38 / 52 / 70
param demarches: 32 / 45 / 60
param dispo: 99,5 / 99,7
param delai: dix / quinze
== about
Le marché consiste à fournir un guichet en ligne partagé par {communes} communes, un outil de suivi des demandes et {demarches} démarches prêtes à l'emploi, de l'état civil à la restauration scolaire.
== context
Un même foyer inscrit ses enfants à l'école dans une mairie, au centre de loisirs auprès d'un syndicat et au transport auprès d'une autre autorité, en fournissant trois fois le même justificatif de domicile. À l'accueil, les agents rappellent les usagers sans savoir ce qui a déjà été dit au téléphone ou écrit par courriel.
{Acheteur} a observé pendant deux semaines des accueils de mairie, dont celui {de_commune}. Les agents demandent moins d'écrans et la fin des ressaisies ; les usagers veulent connaître l'état de leur demande et parler à quelqu'un lorsqu'elle bloque. La voie papier et l'accueil physique sont maintenus pour toutes les démarches.
== scope
portail des usagers et comptes
outil de suivi multicanal des demandes pour les agents
fabrique de formulaires et circuits d'instruction
raccordements aux logiciels métier et au paiement
accompagnement des communes et des accueils
== functional
L'usager suit ses demandes, de toutes les communes et syndicats, sur une seule page.
Une pièce déjà fournie et toujours valable est proposée pour une nouvelle demande, avec l'accord de la personne.
L'agent d'accueil ouvre une demande pour le compte d'un usager présent et lui remet un récépissé.
Chaque demande possède un délai annoncé ; tout retard provoque une information avec un motif.
Le formulaire n'affiche que les questions utiles à la situation décrite et s'interrompt sans perte.
Les pièces illisibles sont repérées au dépôt et l'usager peut les photographier de nouveau.
Les familles règlent cantine, garderie et sorties en une fois, ou en plusieurs échéances.
Un proche ou un travailleur social agit avec un mandat limité, révocable à tout moment.
Les réponses types sont rédigées en langage clair et relues par un panel d'usagers.
Le secrétaire de mairie compose un formulaire simple sans l'aide du titulaire.
La satisfaction est recueillie en une question, et l'usager mécontent peut être rappelé.
== technical
L'identification s'effectue par FranceConnect ou par compte local, l'une ne conditionnant pas l'autre.
Les justificatifs sont obtenus auprès des administrations par les interfaces d'API Particulier lorsque la loi le permet.
Les circuits d'instruction sont modélisés en BPMN et modifiables par un administrateur formé.
Le paiement passe par PayFiP et se rapproche automatiquement des titres émis.
La conformité au RGAA est totale pour les démarches d'état civil et d'inscription scolaire.
Les pages se chargent et se remplissent sur un téléphone d'entrée de gamme en 3G.
La solution accueille 400 dépôts par heure lors des inscriptions de rentrée.
Les courriels entrants sont rattachés à la demande en cours par un identifiant non devinable.
Un connecteur documenté est fourni pour chacun des logiciels d'état civil et d'enfance recensés.
Les thèmes communaux changent de logo et de couleurs sans altérer le contraste exigé.
L'environnement d'essai contient des foyers fictifs couvrant les situations familiales courantes.
== data
Les demandes sont exportables avec leurs pièces et leur circuit, en JSON et PDF/A.
Les prises de rendez-vous d'identité sont publiées vers le moteur national des créneaux disponibles.
Les nomenclatures de démarches s'alignent sur celles de Service-Public.fr.
L'archivage suit le standard d'échange SEDA et les durées d'utilité administrative.
Les statistiques par démarche et par commune sont publiées chaque année sans petit effectif.
== security
Les justificatifs sont supprimés dès la fin d'instruction, sauf obligation de conservation affichée.
Un agent ne voit que les demandes de son service ; l'accès exceptionnel est motivé et notifié.
L'homologation de sécurité est prononcée avant l'ouverture, sur la base d'une analyse de risque.
Le compte d'un usager décédé est fermé par une procédure respectueuse des proches.
== deadlines
Trois communes pilotes ouvertes : cinq mois.
Ouverture par vagues de {delai} communes toutes les six semaines.
Prise en charge d'un blocage des inscriptions : deux heures ouvrées ; disponibilité : {dispo} %.
Mise en conformité d'un formulaire après changement de texte : avant l'entrée en vigueur.
== criteria
Simplicité pour les usagers et les agents
Raccordement aux logiciels en place
Prix des licences, du déploiement et de l'assistance
Sécurité et protection des données
Accompagnement des petites communes
== clauses
Une commune peut rejoindre le dispositif à tout moment aux prix du bordereau, sans minimum de commande.
Les formulaires créés par les communes leur appartiennent et sont partageables entre elles.
== awards
48810000 | Logiciel de gestion de la relation usagers (GRU) et portail de téléservices
72260000 | Dématérialisation des démarches : formulaires, instruction et paiement en ligne
48000000 | Portail famille : inscriptions périscolaires, cantine et facturation
48810000 | Solution de guichet unique numérique et compte citoyen
48000000 | Dématérialisation des autorisations d'urbanisme (guichet et instruction)
72260000 | Prise de rendez-vous en ligne et gestion des files d'attente à l'accueil
72413000 | Refonte du site internet et des téléservices communaux
48000000 | Parapheur électronique, tiers de télétransmission et archivage
72260000 | Maintenance du progiciel état civil et élections
""", """
key: inclusion
label: inclusion numérique
title: Médiation et inclusion numériques : permanences, équipement solidaire et formation
buyer: agglo-perigorne
date: 2022-05-05
procedure: Procédure adaptée
ccag: FCS
cpv: 80533100
amount: 12000 260000
months: 12 18 24 36
param lieux: 16 / 22 / 28
param personnes: 1 800 / 2 600
param ordis: 240 / 350
param km: douze / quinze
== about
Le marché a pour objet l'accompagnement de {personnes} personnes éloignées du numérique par des permanences dans {lieux} lieux, la remise de {ordis} ordinateurs reconditionnés et la formation des aidants professionnels.
== context
Près d'un habitant sur cinq se dit en difficulté devant une démarche en ligne. Les travailleurs sociaux {de_commune} passent une part croissante de leur temps à créer des adresses électroniques et à retrouver des mots de passe, sans cadre pour le faire. Les lieux d'aide existent, mais leurs horaires et leurs missions sont mal connus et quelques cantons n'en ont aucun.
{Acheteur} recherche une offre de proximité fondée sur l'écoute : partir de la situation de la personne, viser l'autonomie lorsqu'elle est possible, assurer un relais humain lorsqu'elle ne l'est pas. Les associations de quartier, le réseau des médiathèques et les maisons de services sont parties prenantes du pilotage.
== scope
permanences, ateliers et visites à domicile ciblées
collecte, reconditionnement et remise d'ordinateurs
formation des agents d'accueil et des bénévoles
coordination, orientation et annuaire des lieux
évaluation des effets pour les personnes
== functional
Toute personne obtient un premier rendez-vous sous cinq jours ouvrés, à moins de {km} kilomètres de chez elle.
L'entretien d'accueil évalue les besoins sans test noté et débouche sur un parcours écrit et modifiable.
Les ateliers réunissent huit participants au plus, avec un animateur et un aidant au-delà de cinq.
Un créneau est réservé aux urgences administratives, par exemple une échéance de droits.
Les personnes dont la lecture est difficile disposent de supports imagés et d'un accompagnement oral.
Le passage d'une structure à l'autre se fait par une fiche de liaison que la personne emporte.
L'ordinateur remis est accompagné de deux séances de prise en main et d'un numéro d'assistance.
Des séances en soirée et le samedi matin sont tenues pour les actifs et les parents.
Les conduites à risque sont abordées : faux sites, arnaques, surexposition et prélèvements indus.
Les agents d'accueil apprennent à aider sans faire à la place, par des mises en situation.
L'annuaire des lieux est vérifié deux fois l'an par appel téléphonique.
== technical
Les ordinateurs reconditionnés ont au moins 8 Go de mémoire, un disque SSD et une batterie tenant trois heures.
Le système installé est libre ou sous licence régulière, sans publicité, et mis à jour pendant quatre ans.
L'effacement des disques collectés est attesté machine par machine.
Les appareils sont garantis douze mois, retour et prêt d'un matériel de remplacement compris.
Les salles disposent d'un accès internet filtré selon l'âge du public et d'une imprimante.
Les supports pédagogiques sont modifiables, lisibles en noir et blanc et sans dépendance à une marque.
L'outil de suivi enregistre les seules données utiles et fonctionne hors connexion en zone blanche.
Un véhicule aménagé, accessible en fauteuil, dessert les bourgs sans lieu permanent.
Les agrandisseurs, claviers contrastés et casques sont disponibles dans chaque lieu principal.
Les modules de formation des aidants durent quatorze heures et donnent lieu à une attestation.
Le stock de pièces détachées provient d'abord d'appareils hors d'usage.
== data
Les lieux sont décrits selon le schéma national des lieux de médiation numérique.
Les statistiques sont produites par canton, par tranche d'âge et par besoin, sans fichier nominatif.
Les parcours terminés donnent lieu à un questionnaire à trois mois, dont la trame est publiée.
Les supports créés sont versés dans un commun réutilisable par tous les médiateurs.
La liste des matériels remis et leur provenance alimente le bilan de réemploi.
== security
L'accompagnant ne conserve jamais les mots de passe et utilise un mandat écrit pour agir au nom d'autrui.
Les notes d'entretien sont effacées six mois après la fin du parcours.
Les bénévoles signent une charte de confidentialité et suivent une sensibilisation de deux heures.
Les postes partagés sont réinitialisés après chaque usager.
== deadlines
Calendrier des permanences et conventions de lieux : six semaines.
Tous les lieux desservis au moins un jour par semaine : quatre mois.
Remise des deux tiers des ordinateurs : dix mois.
Rapport d'effets et recommandations : chaque semestre.
== criteria
Qualité pédagogique et expérience de l'équipe
Maillage du territoire et réactivité
Démarche de réemploi et insertion professionnelle
Prix
== clauses
Le marché est réservé, pour le lot d'équipement, à des structures d'insertion par l'activité économique.
Les usagers sont représentés au comité de suivi par deux personnes ayant bénéficié d'un parcours.
== awards
80533000 | Permanences de médiation numérique et accompagnement des habitants
80533100 | Ateliers d'initiation informatique pour les seniors et demandeurs d'emploi
80530000 | Formation des agents d'accueil à l'accompagnement aux démarches en ligne
30213000 | Reconditionnement et distribution d'ordinateurs solidaires
80533000 | Animation d'un bus numérique itinérant
80500000 | Diagnostic de la fracture numérique et feuille de route inclusion
80533000 2021 | Conseillers numériques : coordination et outillage du réseau
30213000 | Fourniture d'ordinateurs portables pour les écoles et espaces publics numériques
80533100 | Formations bureautiques et usages du numérique
"""]
