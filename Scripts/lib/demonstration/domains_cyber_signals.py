"""Cybersecurity and traffic signals: the material of the specifications and awards."""

TEXTS = ["""
key: cyber
label: cybersécurité des collectivités
title: Cybersécurité mutualisée : audit, détection et réponse aux incidents
buyer: numerique-alterre
date: 2023-06-08
procedure: Appel d'offres ouvert
ccag: TIC
cpv: 72810000
amount: 15000 480000
months: 12 24 36 48
param membres: 85 / 120 / 160
param postes: 2 200 / 3 400
param reaction: trente / quarante-cinq
param exercices: 12 / 18
== about
La consultation porte sur un service partagé de sécurité informatique au bénéfice de {membres} collectivités et établissements, soit environ {postes} postes : état des lieux, protection, détection, réponse à incident et entraînement.
== context
Une petite commune adhérente est restée onze jours sans état civil ni paie après un rançongiciel entré par un accès distant mal protégé. La sauvegarde se trouvait sur le même réseau et le contrat d'assistance ne prévoyait pas d'intervention en fin de semaine. L'événement a révélé que peu de membres savaient qui appeler.
{Acheteur} a construit une démarche progressive, à la portée de structures sans informaticien. Il s'agit d'abord de fermer les accès inutiles et d'éprouver les sauvegardes, puis de surveiller, et enfin de s'entraîner. Les établissements médico-sociaux {de_commune} et des cantons voisins, dont les obligations sont plus fortes, font l'objet d'un parcours renforcé.
== scope
diagnostic et plan de sécurisation par membre
protection des postes, messageries et accès distants
sauvegarde isolée et essais de restauration
surveillance et réponse à incident, astreinte comprise
sensibilisation, exercices et documentation
== functional
Chaque membre dispose d'une feuille de route de dix mesures au plus, classées par risque et par effort.
Une ligne unique répond jour et nuit ; elle guide les premiers gestes et mobilise l'équipe d'intervention.
Le maire reçoit une synthèse sans jargon après un incident, avec les décisions à prendre.
La détection d'un chiffrement en cours isole le poste sans attendre l'accord du membre, selon une règle convenue.
Une restauration complète est réalisée une fois l'an sur un serveur tiré au sort, durée constatée.
Les agents signalent un message suspect par un bouton et obtiennent un avis dans l'heure.
Les campagnes d'hameçonnage fictif ont une visée pédagogique et ne produisent aucun classement de personnes.
Le tableau de bord compare un membre à sa propre situation passée plutôt qu'à ses voisins.
Les comptes dormants et les droits excessifs font l'objet d'une revue semestrielle guidée.
Les {exercices} exercices de crise annuels mettent en jeu élus, agents et prestataires.
L'inventaire des logiciels signale les produits sans correctif et propose un remplacement.
== technical
Les agents de détection sont qualifiés ou certifiés par l'autorité nationale, ou démontrent un niveau équivalent.
La réponse à un signal critique débute en moins de {reaction} minutes, tous les jours de l'année.
Les sauvegardes suivent la règle de trois copies, deux supports, un exemplaire hors ligne et non effaçable.
Les accès distants imposent un second facteur résistant à l'hameçonnage pour les comptes d'administration.
Les journaux sont centralisés, signés et conservés douze mois sur un stockage distinct.
La collecte n'occupe pas plus de 2 % de la liaison d'une mairie raccordée en ADSL.
Les règles de détection sont écrites dans un format ouvert, de type Sigma, et remises au membre.
L'analyse d'exposition externe couvre chaque semaine noms de domaine, certificats et services visibles.
Les messageries appliquent SPF, DKIM et DMARC, avec passage progressif en rejet.
Les correctifs critiques sont déployés sous soixante-douze heures après essai sur un groupe témoin.
L'outillage d'investigation garantit l'intégrité des prélèvements destinés à l'enquête.
== data
Les indicateurs de compromission sont partagés au format STIX avec le centre régional de réponse.
Les rapports et plans sont livrés dans un format bureautique modifiable.
L'inventaire des équipements est échangeable avec l'outil de gestion de parc du membre.
Les statistiques publiées ne permettent d'identifier aucun membre.
Les journaux d'un membre sortant lui sont remis, puis détruits avec attestation.
== security
Les analystes n'accèdent au contenu d'un poste que dans le cadre d'un incident ouvert.
Les résultats d'audit sont chiffrés, transmis à deux destinataires nommés et conservés trois ans.
Les incidents touchant des données personnelles sont qualifiés en douze heures pour permettre leur notification.
Le titulaire fait auditer ses propres outils d'administration chaque année.
== deadlines
Diagnostic des trente premiers membres : quatre mois.
Surveillance active de tous les volontaires : dix mois.
Présence sur site en cas de crise majeure : huit heures ouvrées, vingt-quatre heures sinon.
Rapport d'incident provisoire : deux jours ; définitif : trois semaines.
== criteria
Pertinence pour de petites structures
Capacité de détection et de réponse, scénario à l'appui
Prix par poste et par intervention
Pédagogie et qualité des livrables
== clauses
Les intervenants sont soumis à une obligation de secret qui survit cinq ans à la fin du marché.
Un membre peut déclencher la réponse à incident hors adhésion au tarif d'urgence du bordereau.
== awards
72810000 | Audit de sécurité des systèmes d'information et tests d'intrusion
79417000 | Centre de supervision de la sécurité (SOC) et réponse aux incidents
48730000 2019 | EDR et protection de la messagerie : licences et administration
72317000 | Sauvegarde externalisée et plan de reprise d'activité
79417000 | Sensibilisation à la cybersécurité et campagnes d'hameçonnage
72150000 2021 | Parcours de cybersécurité : diagnostic et plan de sécurisation
48730000 | Pare-feu et accès distants sécurisés : fourniture et maintenance
72150000 | RSSI à temps partagé et accompagnement à l'homologation RGS
72150000 2018 | Délégué à la protection des données mutualisé et conformité RGPD
""", """
key: feux
label: feux tricolores et régulation du trafic
title: Modernisation des carrefours à feux et régulation du trafic favorable aux bus et aux cycles
buyer: energie-chantelouve
date: 2021-10-21
procedure: Appel d'offres ouvert
ccag: Travaux
cpv: 34996100
amount: 35000 1250000
months: 12 24 36 48
param carrefours: 58 / 74 / 96
param lignes: quatre / cinq / six
param gain: 12 / 15
param attente: 60 / 70
== about
Le marché porte sur la rénovation de {carrefours} carrefours à feux, l'installation d'un poste central de régulation, la priorité à {lignes} lignes de bus et l'entretien des équipements de signalisation lumineuse.
== context
Les contrôleurs {de_commune} ont entre cinq et trente ans et proviennent de quatre fabricants. La coordination des feux sur les boulevards a été calculée avant l'ouverture du contournement ; les piétons y attendent parfois plus de cent secondes, et les bus perdent un quart de leur temps de parcours à l'arrêt au rouge.
{Acheteur} souhaite rétablir l'ordre des priorités adopté dans le plan de mobilité : sécurité des traversées d'abord, régularité des bus ensuite, fluidité générale enfin. Plusieurs carrefours seront supprimés ou transformés, après essai au clignotant, avant de renouveler le matériel des autres.
Un ingénieur trafic sera recruté ; le prestataire l'accompagnera jusqu'à son autonomie.
== scope
études de carrefour, plans de feux et essais
contrôleurs, signaux à LED, supports et massifs
détection des véhicules, cycles et piétons
poste central, communications et priorité bus
entretien, astreinte et contrôle annuel de sécurité
== functional
Le temps d'attente d'un piéton n'excède pas {attente} secondes et l'appel est confirmé par un témoin visible et sonore.
Le bus en retard obtient la priorité à l'approche ; le bus en avance n'en bénéficie pas.
Les véhicules de secours reçoivent un passage vert sur itinéraire, activé depuis leur centre.
L'exploitant compare plusieurs plans de feux sur un simulateur avant de les appliquer.
Une lampe éteinte, un conflit ou une absence de détection remonte en moins d'une minute avec sa gravité.
Les cyclistes disposent d'un départ anticipé et d'une détection sans appui sur un bouton.
Un plan de circulation s'active lors des marchés, matchs et travaux, puis se retire seul.
Les comptages par mouvement et par mode sont présentés par carrefour et par quart d'heure.
Les traversées proches des écoles allongent leur vert aux heures d'entrée et de sortie.
Le clignotant automatique de nuit n'est admis que sur les carrefours désignés par l'étude de sécurité.
Le bilan mensuel restitue les temps de parcours des bus, les attentes piétonnes et les défauts.
== technical
Les contrôleurs sont conformes à la norme NF P 99-105 et surveillent les couleurs incompatibles de manière indépendante.
Le dialogue entre poste central et contrôleurs emploie DIASER ou un protocole public équivalent.
Les signaux à LED fonctionnent en très basse tension et respectent la norme NF EN 12368.
Les répétiteurs sonores pour personnes aveugles répondent à la norme NF S 32-002.
La détection vidéo ou thermique traite l'image sur place et ne transmet que des comptages.
La priorité bus utilise une liaison radio courte ou le système d'aide à l'exploitation, avec repli local.
Le carrefour poursuit son cycle en autonomie et reste coordonné par horloge après perte de liaison.
Les boucles magnétiques sont vérifiées en isolement et en inductance avant réception.
L'énergie consommée par les signaux baisse d'au moins {gain} % malgré l'ajout de répétiteurs.
Les armoires sont ventilées naturellement, verrouillées et repérées par un code lisible de la chaussée.
Le poste central est virtualisé et pilotable par deux opérateurs sans licence par poste.
== data
Les états de feux et comptages sont offerts aux services de mobilité en DATEX II et par flux SPATEM lorsque l'équipement le permet.
Les plans de feux sont archivés dans un format ouvert avec leur date d'application.
Le référentiel des carrefours reprend les identifiants de voie de la base adresse.
Les comptages horaires sont publiés chaque mois pour les chercheurs et bureaux d'études.
La documentation des échanges avec les contrôleurs est remise avant la réception.
== security
Toute modification de plan à distance est confirmée par un second exploitant et réversible.
Les contrôleurs n'acceptent que des connexions authentifiées issues du réseau de régulation.
La matrice de sécurité d'un carrefour ne se modifie que sur place, clé physique à l'appui.
Aucune plaque ni aucun visage ne sort des détecteurs et l'essai en est fait à la réception.
== deadlines
Étude des douze premiers carrefours : trois mois.
Poste central en service : huit mois.
Rénovation d'un carrefour : quinze jours, sans coupure aux heures de pointe.
Intervention sur feux éteints d'un axe principal : une heure.
== criteria
Méthode de régulation et sécurité des usagers vulnérables
Qualité des matériels et interopérabilité
Prix sur simulation de commandes
Délais d'intervention
== clauses
La mise en service d'un carrefour est subordonnée à un contrôle contradictoire des temps de dégagement.
Le titulaire assure la circulation provisoire et en soumet le plan dix jours avant chaque phase.
== awards
50232200 | Maintenance et renouvellement de la signalisation lumineuse tricolore (SLT)
45316212 | Travaux de modernisation de carrefours à feux
34970000 | Poste central de régulation du trafic et priorité bus aux feux
34996100 | Fourniture de contrôleurs de carrefour et de signaux LED
34972000 | Comptages routiers et directionnels par radar et boucle
63712700 | Étude de plans de feux et d'exploitation de carrefours
45316210 | Panneaux à messages variables : fourniture, pose et supervision
34970000 | Détection piétons et cycles aux carrefours sensibles
34972000 | Radars pédagogiques et capteurs de trafic
50232200 | Entretien des équipements dynamiques de circulation et bornes escamotables
"""]
