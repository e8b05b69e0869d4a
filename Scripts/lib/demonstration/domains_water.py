"""Drinking water and wastewater: the material of the specifications and awards."""

TEXTS = ["""
key: eau
label: eau potable, télérelève et fuites
title: Télérelève des compteurs d'eau, sectorisation et recherche de fuites
buyer: eaux-lauzane
date: 2021-04-29
procedure: Procédure avec négociation
ccag: FCS
cpv: 38421100
amount: 35000 2100000
months: 12 24 36 48 60
param compteurs: 14 500 / 18 200 / 23 600
param secteurs: 26 / 34 / 41
param rendement: 68 / 71
param cible: 82 / 84
param lineaire: 610 / 740
== about
Le marché comprend le remplacement de {compteurs} compteurs d'abonnés, leur relève à distance, la création de {secteurs} secteurs de comptage et la recherche permanente de fuites sur {lineaire} km de canalisations.
== context
Le bassin d'alimentation connaît des arrêtés de restriction presque chaque été et le forage principal {de_commune} ne peut être davantage sollicité. Le rendement du réseau stagne à {rendement} % : les casses sont réparées vite, mais les fuites lentes ne sont découvertes qu'à l'occasion d'une baisse de niveau au réservoir.
{Acheteur} exploite le service en régie. Les agents relèvent une fois par an des compteurs parfois inaccessibles, et une part notable des réclamations tient à des estimations. L'assemblée a fixé un rendement de {cible} % à cinq ans et demandé que l'économie profite d'abord aux abonnés, par une alerte de fuite gratuite et une facturation sur index réels.
== scope
fourniture et pose de compteurs et de modules de relève
réseau de collecte des index et portail des abonnés
débitmètres de sectorisation, capteurs de pression et pré-localisateurs acoustiques
logiciel de suivi des volumes de nuit et de conduite des campagnes de recherche
formation des équipes de la régie
== functional
L'index de chaque compteur est relevé chaque jour et les valeurs horaires sont disponibles le lendemain.
L'abonné reçoit un avertissement lorsqu'un débit permanent persiste plus de quarante-huit heures, par le moyen de son choix.
Un débit minimal nocturne anormal fait ressortir le secteur suspect et le volume perdu estimé.
Le logiciel rapproche les volumes mis en distribution, comptés et non comptés par secteur et par semaine.
Les corrélations acoustiques proposent une position probable de la fuite sur le plan, avec son incertitude.
L'agent consulte sur tablette vannes, matériaux, diamètres et historique des casses autour de lui.
Un retour d'eau, une fraude ou un démontage de compteur provoque une alarme distincte.
Les gros consommateurs et les bâtiments publics disposent d'un suivi de leurs profils de consommation.
Une manœuvre de vanne est simulée afin d'indiquer les abonnés privés d'eau et les poteaux d'incendie touchés.
La facture se calcule sur l'index du jour de clôture, avec possibilité de relève contradictoire.
La personne opposée à la relève quotidienne peut demander un relevé limité à l'index de facturation.
== technical
Les compteurs sont conformes à la directive sur les instruments de mesure, de rapport R au moins égal à 160 en toute position.
Le laiton au contact de l'eau dispose d'une attestation de conformité sanitaire et d'une teneur en plomb réduite.
Le module de relève, indépendant de la marque du compteur, assure quinze ans de service sans changement de pile.
Le taux de relève quotidienne atteint 97 % par secteur et 99,5 % sur sept jours glissants.
Les débitmètres électromagnétiques mesurent dans les deux sens avec une erreur inférieure à 0,5 % de la valeur lue.
Les enregistreurs de pression échantillonnent à 128 Hz lorsqu'un transitoire dépasse le seuil fixé.
Les pré-localisateurs acoustiques écoutent entre deux et quatre heures et transmettent niveau et spectre.
Les équipements placés en regard inondable sont d'indice IP68 sous un mètre d'eau pendant sept jours.
Les automates de réservoir sont interrogés en protocole SOFREL, Modbus ou IEC 60870-5-104 selon les sites.
Le logiciel distingue la consommation légitime de nuit des secteurs hospitaliers et industriels.
La pose d'un compteur comprend photographie de l'ancien index, plombage et contrôle d'étanchéité.
== data
Les index et alarmes sont accessibles par une interface REST et repris chaque nuit dans le logiciel de facturation.
Le patrimoine du réseau est décrit selon le géostandard StaR-Eau, avec date et matériau de pose.
Les indicateurs réglementaires du service sont préparés pour leur dépôt dans l'observatoire national SISPEA.
Les volumes par secteur, sans donnée d'abonné, sont publiés en données ouvertes une fois par an.
La régie peut raccorder ses propres émetteurs sur le réseau de collecte sans redevance supplémentaire.
== security
La courbe horaire d'un logement n'est visible que de l'abonné et de l'agent chargé d'instruire sa demande.
Les données fines sont supprimées au bout de treize mois ou remplacées par un volume mensuel.
Le réseau de télérelève est séparé des automates de production et ne peut émettre aucune commande vers eux.
Les clés radio des modules sont remises à la régie dans un coffre dont elle maîtrise l'ouverture.
== deadlines
Plan de sectorisation calé sur modèle hydraulique : trois mois.
Mise en service de tous les débitmètres de secteur : huit mois.
Remplacement des compteurs : trente mois, soit au moins 600 poses par mois.
Intervention de recherche sur alerte : deux jours ouvrés, un jour en période de crise sécheresse.
== criteria
Gain de rendement proposé et méthode de recherche
Qualité métrologique et durée de vie des équipements
Prix par point de comptage sur quinze ans
Information des abonnés et organisation des poses
== clauses
Le taux de relève fait l'objet d'un contrôle mensuel ; deux mois consécutifs sous le seuil suspendent la facturation de l'abonnement.
Les anciens compteurs sont stockés six semaines avant recyclage pour permettre une vérification demandée par l'abonné.
== awards
38421100 | Fourniture de compteurs d'eau et de modules de télérelève
38421100 | Télérelève AEP : réseau fixe, portail abonnés et maintenance
38421000 | Sectorisation du réseau d'eau potable : pose de débitmètres et télégestion
71631430 | Recherche de fuites par corrélation acoustique sur réseau AEP
45232150 | Renouvellement de canalisations d'eau potable, rue des Lavoirs
71631430 | Prélocalisateurs de fuites : fourniture et exploitation des données
65130000 | Assistance à l'exploitation du service public de l'eau
65130000 | Modélisation hydraulique et schéma directeur d'alimentation en eau potable
38421100 | Remplacement du parc de compteurs, tranche {an}
65130000 | Supervision des réservoirs et stations de pompage d'eau potable
""", """
key: assainissement
label: assainissement et autosurveillance
title: Autosurveillance des réseaux d'assainissement et diagnostic permanent
buyer: eaux-tressonne
date: 2022-06-02
procedure: Appel d'offres ouvert
ccag: FCS
cpv: 38344000
amount: 30000 1300000
months: 12 24 36 48
param deversoirs: 28 / 36 / 44
param postes: 52 / 67 / 81
param capacite: 38 000 / 54 000
param pluvios: 6 / 8 / 9
== about
Le marché vise l'équipement de {deversoirs} déversoirs d'orage et de {postes} postes de relevage, la validation des mesures d'autosurveillance et la tenue d'un diagnostic permanent du système d'assainissement.
Il couvre le réseau et la station de traitement d'une capacité de {capacite} équivalents-habitants.
== context
Le système de collecte, unitaire dans les quartiers anciens {de_commune} et séparatif ailleurs, reçoit d'importantes eaux claires parasites en hiver. Le service de police de l'eau a demandé un plan d'actions après plusieurs déversements par temps sec attribués à l'ensablement de collecteurs peu pentus.
{Acheteur} dispose de mesures dispersées : certains déversoirs ne sont équipés que d'un détecteur de surverse, d'autres d'une sonde de hauteur dont la loi de débit n'a jamais été vérifiée. Les rapports annuels demandent trois semaines de travail manuel.
L'objectif n'est pas d'accumuler les capteurs, mais d'obtenir des volumes déversés défendables et de hiérarchiser les travaux sur les bassins de collecte les plus fautifs.
== scope
fourniture, pose et étalonnage des mesures de hauteur, vitesse, pluie et qualité
télétransmission et supervision des postes de relevage
validation des données et production des bilans réglementaires
inspections télévisées ciblées et curage préalable
appui à la hiérarchisation des travaux
== functional
Chaque déversement est restitué avec son début, sa durée, son volume et la pluie qui l'accompagne.
Un rejet par temps sec déclenche en dix minutes un appel vers l'astreinte et une fiche d'événement.
Les mesures brutes, corrigées et validées sont conservées séparément, avec le motif de toute correction.
Le logiciel calcule la part d'eaux claires permanentes et d'eaux de captage par bassin de collecte.
Le bilan annuel de fonctionnement est prérempli et ses écarts avec l'année précédente sont expliqués.
L'exploitant suit les heures de marche, démarrages et dérives de rendement de chaque pompe de relevage.
Les points noirs de curage ressortent du croisement entre inspections, obstructions et faibles pentes.
Une prévision de pluie signale les déversoirs susceptibles de surverser dans les six heures.
Les conventions de rejet des industriels sont suivies avec leurs seuils, analyses et dépassements.
L'équipe de terrain saisit l'entretien d'une sonde et la vérification de sa dérive sur un formulaire mobile.
Une alerte à la baignade ou aux usages de la rivière peut être préparée pour le maire concerné.
== technical
Les couples hauteur-vitesse sont installés après étude hydraulique du site et validés par traçage ou débit de référence.
L'incertitude sur le volume déversé reste inférieure à 20 % pour les ouvrages collectant plus de 600 kg de DBO5 par jour.
Les capteurs radar sont privilégiés hors eau ; les sondes immergées sont démontables sans descente en ouvrage.
Tout matériel posé en zone susceptible de contenir du gaz est certifié ATEX pour la zone considérée.
Les {pluvios} pluviomètres à augets sont contrôlés deux fois l'an et leur intensité vérifiée sur banc.
Les préleveurs réfrigérés asservis au débit conservent les échantillons à 5 °C, plus ou moins 3 °C.
La télétransmission stocke trente jours de données et bascule sur un second opérateur mobile.
Le pas d'enregistrement passe de quinze minutes à deux minutes dès que la surverse commence.
Les inspections télévisées sont codées selon la norme NF EN 13508-2 et rattachées aux tronçons du plan.
Les armoires des postes isolés disposent d'un parafoudre et d'une autonomie électrique de douze heures.
La validation signale valeurs figées, sauts, dérives lentes et incohérences amont-aval.
== data
Les résultats sont transmis au format d'échange SANDRE du scénario autosurveillance, accusé de réception compris.
Les ouvrages reprennent les codes nationaux des systèmes de collecte et de traitement.
Le plan du réseau est enrichi des cotes de radier relevées lors des interventions.
Un fichier annuel des volumes déversés par ouvrage est rendu public avec une notice de lecture.
Les séries de pluie sont échangées librement avec le service de prévention des inondations.
== security
Les commandes à distance des pompes passent par un réseau privé et une liste blanche de postes.
Les intervenants en espace confiné possèdent le certificat CATEC ou un titre reconnu équivalent.
Une copie hors ligne de la supervision et des programmes d'automates est mise à jour chaque trimestre.
Les vidéos d'inspection ne montrent pas l'intérieur des parties privatives sans accord du propriétaire.
== deadlines
Études de site et manuel d'autosurveillance actualisé : quatre mois.
Équipement des ouvrages soumis à obligation : neuf mois.
Transmission mensuelle des données validées : avant le vingt du mois suivant.
Remise en état d'une mesure réglementaire : trois jours ouvrés.
== criteria
Méthode de mesure et maîtrise des incertitudes
Outils de validation et qualité des bilans
Prix des équipements et des prestations
Sécurité des interventions et moyens de maintenance
== clauses
Les prestations d'étalonnage sont contrôlées par un organisme tiers choisi et payé par le pouvoir adjudicateur.
Un bon de commande précise, pour chaque site, les conditions d'accès, de signalisation et de ventilation.
== awards
38344000 | Autosurveillance des déversoirs d'orage : équipement et exploitation des mesures
90480000 | Diagnostic permanent du système d'assainissement et schéma directeur
90480000 | Télégestion des postes de relevage d'eaux usées
90470000 | Inspection télévisée et curage des réseaux EU/EP
38344000 | Fourniture et maintenance de débitmètres, préleveurs et pluviomètres
45232410 | Mise en séparatif et réhabilitation de collecteurs d'assainissement
90480000 | Exploitation de la station d'épuration et des ouvrages de transfert
90491000 | Contrôles de raccordement et recherche d'eaux claires parasites
90480000 | Supervision de la STEP : automates, instrumentation et rapports réglementaires
"""]
