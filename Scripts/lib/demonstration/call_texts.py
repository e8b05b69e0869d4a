"""Eight invented calls for tenders of 2022: one text block a call, `name: value` lines, then lots.

A lot starts with `== title`; `about` is its description. `criteria` is `name weight type` parted by `/`;
`select` is `code text` parted by `/`. `deadline` and `candidates` are local days and hours.
"""

CALLS = ["""
key: eclairage
buyer: energie-kerlouan
nuts: FRH04
published: 2022-01-24
deadline: 2022-03-04 12:00 +01:00
procedure: open
nature: works
cpv: 34928500 50232100
title: Rénovation de l'éclairage public et pilotage des points lumineux des communes adhérentes
about: Remplacement de 2 300 lanternes à décharge par des luminaires LED, mise aux normes des armoires de commande et déploiement d'une télégestion ouverte, avec l'entretien des installations rénovées pendant quatre ans. Les communes fixent elles-mêmes leurs horaires d'extinction.
note: Une visite des armoires témoins est organisée sur rendez-vous auprès du service éclairage.
== Fourniture et pose des luminaires
about: Dépose et recyclage des anciens appareils, fourniture et pose de 2 300 luminaires LED à 2 700 K, remplacement des platines et des protections des armoires.
cpv: 34928500 45316110
amount: 1450000
months: 36
criteria: Valeur technique et photométrique 45 quality / Prix des prestations 40 price / Réemploi et pollution lumineuse 15 quality
select: slc-abil-ref-work Trois chantiers de rénovation d'au moins 500 points lumineux dans les cinq dernières années / slc-suit-reg-prof Habilitation électrique du personnel d'intervention
== Télégestion au point lumineux
about: Fourniture, paramétrage et hébergement d'un logiciel de supervision avec une interface TALQ, nœuds de commande Zhaga, alarmes localisées et mesure de l'énergie par point.
cpv: 48921000 72260000
amount: 320000
months: 48
criteria: Ouverture des interfaces et réversibilité 40 quality / Prix 35 price / Sécurité des accès 25 quality
select: slc-abil-ref-services Deux systèmes de télégestion en exploitation dans des communes
== Entretien et dépannage
about: Entretien préventif, tournées de nuit et dépannage sous quatre heures des rues éteintes, avec astreinte et mise à jour de l'inventaire géoréférencé.
cpv: 50232100
amount: 600000
months: 48
criteria: Délais d'intervention 50 quality / Prix 50 price
""", """
key: eau
buyer: eaux-garonnelle
nuts: FRI14
published: 2022-02-14
deadline: 2022-04-15 16:00 +02:00
procedure: neg-w-call
nature: supplies
cpv: 38421100 65130000
title: Télérelève des compteurs d'eau et recherche permanente de fuites
about: Équipement de 18 500 abonnés en compteurs communicants, concentrateurs radio et portail de consommation, avec la sectorisation du réseau en 24 secteurs et l'alerte des fuites après compteur sous quarante-huit heures.
== Télérelève des compteurs d'eau et recherche permanente de fuites
about: Fourniture et pose des compteurs et modules radio, réseau de collecte LoRaWAN, logiciel de suivi des volumes, débitmètres de secteur, prélocalisation acoustique et formation des agents.
cpv: 38421100 38421110 48421000
amount: 2750000
months: 96
criteria: Taux de lecture et autonomie des modules 40 quality / Coût global sur quinze ans 40 cost / Protection des données des abonnés 20 quality
select: slc-abil-ref-supply Un parc d'au moins 5 000 compteurs communicants en service / slc-stand-to-gen Chiffre d'affaires annuel d'au moins un million d'euros
""", """
key: irve
buyer: energie-brevanche
nuts: FRK11
published: 2022-03-07
deadline: 2022-04-29 12:00 +02:00
procedure: open
nature: works
framework: yes
cpv: 31158000 45310000
title: Bornes de recharge pour véhicules électriques : fourniture, pose, supervision et exploitation
about: Accord-cadre à bons de commande pour l'équipement de 60 sites communaux en bornes de 22 kW et de 6 stations rapides de 100 kW, avec supervision OCPP, itinérance et paiement sans abonnement.
== Bornes de recharge pour véhicules électriques
about: Études de raccordement, génie civil, fourniture et pose des bornes, supervision OCPP 1.6 et OCPI 2.2, assistance aux usagers à toute heure et partage de la puissance entre points de charge.
cpv: 31158000 45310000 50324100
amount: 1800000
maximum: 2400000
months: 48
criteria: Disponibilité garantie des points de charge 40 quality / Prix du bordereau 40 price / Accessibilité et parcours de l'usager 20 quality
select: slc-suit-reg-prof Qualification pour l'installation d'infrastructures de recharge / slc-abil-ref-work Trois réseaux publics de recharge réalisés
""", """
key: donnees
buyer: metropole-estuelle
nuts: FRG01
published: 2022-04-04
candidates: 2022-05-09
procedure: comp-dial
nature: services
cpv: 72322000 48613000
title: Plateforme de données territoriales et socle d'hypervision urbaine
title en: Territorial data platform and urban supervision core
about: Conception, réalisation et exploitation d'une plateforme qui rassemble les données de l'eau, des déchets, de la mobilité et de l'énergie, les partage selon des droits précis et alimente un tableau de bord d'hypervision. Le code propre au projet est livré sous licence libre.
about en: Design, construction and operation of a platform that brings together data on water, waste, mobility and energy, shares them under precise rights and feeds a supervision dashboard. The code written for the project is delivered under a free licence.
== Plateforme de données territoriales et socle d'hypervision urbaine
about: Entrepôt et catalogue de données, connecteurs NGSI-LD, gouvernance des accès, tableaux de bord, supervision croisée des services urbains, hébergement dans l'Union européenne et plan de réversibilité.
cpv: 72322000 48613000 72212900
amount: 3200000
months: 60
criteria: Qualité de la solution et interopérabilité 45 quality / Coût global 30 cost / Méthode et transfert de compétences 25 quality
select: slc-abil-ref-services Deux plateformes de données en production pour des collectivités / slc-sec-inf Démarche de sécurité de l'information documentée
""", """
key: air
buyer: metropole-aurelle
nuts: FRB06
published: 2022-05-16
deadline: 2022-06-20 12:00 +02:00
procedure: open
nature: services
cpv: 90731400 38434000
title: Réseau de microcapteurs de qualité de l'air près des écoles et information des familles
about: Location, pose et maintenance de 45 microcapteurs de particules et de dioxyde d'azote autour des écoles, corrigés par comparaison avec une station de référence, et publication des indices en données ouvertes.
== Réseau de microcapteurs de qualité de l'air
about: Capteurs étalonnés, transmission LoRaWAN, validation horaire des mesures, carte publique, alertes aux écoles et bilan annuel rédigé pour les familles.
cpv: 90731400 38434000 72316000
amount: 210000
months: 36
sme: yes
criteria: Qualité métrologique 50 quality / Prix 30 price / Clarté de l'information 20 quality
select: slc-abil-ref-services Un réseau de mesure d'au moins dix points exploité pendant un an
""", """
key: cyber
buyer: numerique-ormessaie
nuts: FRB05
published: 2022-06-13
deadline: 2022-07-22 16:00 +02:00
procedure: open
nature: services
framework: yes
cpv: 72810000 79417000
title: Cybersécurité mutualisée des communes : audits, détection et réponse aux incidents
about: Accord-cadre ouvert aux 130 communes adhérentes pour l'audit de leurs systèmes, la surveillance continue des postes et serveurs et l'intervention en cas d'attaque, de jour comme de nuit.
== Audits et accompagnement
about: Audits d'organisation et tests d'intrusion, plans d'action chiffrés pour les petites communes, exercices de crise et sensibilisation des agents et des élus.
cpv: 72810000 79417000
amount: 260000
maximum: 400000
months: 48
sme: yes
criteria: Démarche et livrables 60 quality / Prix 40 price
select: slc-sec-inf Qualification des auditeurs en sécurité des systèmes d'information
== Détection et réponse aux incidents
about: Centre de supervision à toute heure, agents de détection sur les postes, qualification des alertes, confinement à distance et remise en service après incident.
cpv: 72810000 72253000
amount: 740000
maximum: 1100000
months: 48
criteria: Délais de détection et de réponse 50 quality / Prix 35 price / Localisation et maîtrise des données 15 quality
select: slc-abil-ref-services Trois centres de supervision exploités pour des organismes publics / slc-stand-ins Assurance des risques professionnels
""", """
key: stationnement
buyer: agglo-valisere
nuts: FRK23
published: 2022-08-29
deadline: 2022-10-14 12:00 +02:00
procedure: open
nature: supplies
cpv: 34926000 38730000
title: Horodateurs, jalonnement dynamique et comptage du stationnement
about: Renouvellement de 140 horodateurs, affichage des places libres de sept parcs en ouvrage et comptage sans image des places de surface, avec un portail unique pour les droits des résidents et des soignants.
== Horodateurs et paiement par téléphone
about: Fourniture, pose et maintenance de 140 horodateurs solaires, paiement par téléphone, gestion des droits et des forfaits de post-stationnement.
cpv: 38730000 48812000
amount: 890000
months: 60
criteria: Fiabilité et accessibilité du matériel 45 quality / Prix 40 price / Consommation et réemploi 15 quality
select: slc-abil-ref-supply Deux parcs d'horodateurs de plus de cinquante appareils
== Jalonnement dynamique et comptage
about: Panneaux d'affichage des places libres, capteurs de comptage sans image, données ouvertes d'occupation et prévision à une heure.
cpv: 34926000 34924000
amount: 430000
months: 60
criteria: Précision du comptage 50 quality / Prix 50 price
""", """
key: lorawan
buyer: metropole-bruyeline
nuts: FRC11
published: 2022-10-03
deadline: 2022-11-18 12:00 +01:00
procedure: open
nature: services
cpv: 32400000 32441300
title: Réseau public LoRaWAN et objets connectés des services techniques
about: Extension du réseau radio bas débit de la communauté urbaine à 40 passerelles, exploitation du serveur de réseau et fourniture de capteurs pour les bâtiments, les déchets et l'arrosage.
== Réseau public LoRaWAN et objets connectés
about: Études de couverture, pose de 28 passerelles sur les points hauts, serveur de réseau libre hébergé par la collectivité, chaîne de clés, fourniture de 1 200 capteurs et formation des services.
cpv: 32400000 32441300 72318000
amount: 540000
months: 48
criteria: Couverture mesurée et disponibilité 40 quality / Prix 40 price / Ouverture et maîtrise des clés 20 quality
select: slc-abil-ref-work Un réseau LoRaWAN d'au moins dix passerelles réalisé
"""]
