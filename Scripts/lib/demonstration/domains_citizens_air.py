"""Citizen participation and air quality: the material of the specifications and awards."""

TEXTS = ["""
key: participation
label: participation citoyenne
title: Plateforme de participation citoyenne et animation du budget participatif
buyer: metropole-bruyeline
date: 2021-02-11
procedure: Procédure adaptée
ccag: TIC
cpv: 72212200
amount: 15000 320000
months: 12 24 36 48
param budget: 600 000 / 900 000 / 1 200 000
param quartiers: 9 / 11 / 14
param age: 14 / 16
param reunions: 22 / 30
== about
Le marché réunit la fourniture d'une plateforme de participation, la conduite de trois éditions du budget participatif, dotées chacune de {budget} euros, et l'animation de rencontres dans {quartiers} quartiers.
== context
Les consultations menées jusqu'ici {a_acheteur} ont surtout mobilisé des habitants déjà engagés. Les contributions écrites ont été nombreuses, mais peu d'entre elles ont reçu une réponse, et les services n'avaient pas de méthode commune pour expliquer pourquoi une proposition était retenue ou non.
Une charte élaborée avec un panel tiré au sort fixe désormais trois engagements : dire à l'avance ce qui est décidable, répondre à chacun, rendre compte de ce qui a été réalisé. La présente consultation doit donner corps à ces engagements, en ligne comme dans la rue, y compris auprès des jeunes dès {age} ans et des personnes éloignées du numérique {de_commune}.
== scope
plateforme en ligne, paramétrage et assistance
méthode et calendrier du budget participatif
animation de {reunions} rencontres et d'équipes mobiles
analyse des contributions et restitutions
formation des agents et des conseils de quartier
== functional
Une démarche annonce sa question, son calendrier, la marge de décision et l'élu qui en répond.
Le participant dépose une idée en cinq champs au plus et la localise s'il le souhaite.
Les propositions voisines sont rapprochées avec l'accord de leurs auteurs, jamais fusionnées à leur insu.
Chaque proposition reçoit un avis motivé du service instructeur, visible avant l'ouverture du vote.
Le vote s'effectue en ligne ou sur bulletin papier, et le dépouillement réunit les deux sans double compte.
Un contributeur sans adresse électronique est enregistré par un médiateur à partir d'un formulaire imprimé.
L'avancement des projets lauréats est suivi en étapes datées, retards et motifs compris.
Les débats sont modérés après publication selon des règles affichées, avec recours possible.
La synthèse distingue ce que beaucoup ont dit, ce que peu ont dit et ce qui fait désaccord.
Le questionnaire s'adapte à l'écran d'un téléphone et propose une lecture facile à lire et à comprendre.
Les conseils de quartier gèrent leur page, leur agenda et leurs comptes rendus.
== technical
L'application est un logiciel libre déjà employé par d'autres collectivités, dont l'historique de code est public.
Le module de vote journalise les opérations de façon vérifiable tout en dissociant l'identité du choix exprimé.
L'inscription accepte FranceConnect sans le rendre obligatoire.
La plateforme supporte 1 500 visiteurs simultanés dans l'heure qui suit l'ouverture d'un vote.
Les cartes de propositions restent lisibles au clavier et possèdent une alternative sous forme de liste.
Les traitements automatiques de texte sont documentés et leur résultat est relu par un analyste.
Les langues d'interface comprennent le français, l'anglais et une troisième langue choisie par l'acheteur.
Les envois de courriels passent par un service authentifié et permettent le désabonnement en un clic.
Une instance de recette, identique à la production, est disponible pendant tout le marché.
Les modules non employés se désactivent sans intervention sur le serveur.
Les médias déposés sont limités en taille, analysés et convertis dans des formats ouverts.
== data
Les contributions, votes agrégés et réponses sont publiés en données ouvertes à la fin de chaque démarche.
Les identifiants de démarche et de proposition restent stables d'une année à l'autre.
Une interface permet au site institutionnel d'afficher les projets proches d'une adresse.
Les résultats sont archivés au format XML et PDF/A selon les règles du service des archives.
Le corpus anonymisé est tenu à la disposition de chercheurs liés par convention.
== security
Le numéro de téléphone demandé pour le vote n'est conservé que sous forme d'empreinte, jusqu'à la proclamation.
Les données révélant une opinion sont hébergées en France ou dans l'Union et ne servent à aucun profilage.
Les mineurs reçoivent une information adaptée et le compte d'un enfant n'est jamais public.
Un observateur désigné parmi les habitants assiste à l'ouverture et à la clôture du vote.
== deadlines
Plateforme prête à recevoir une première démarche : trois mois.
Cadrage de l'édition annuelle : huit semaines avant le dépôt des idées.
Réponse motivée à toutes les propositions : douze semaines après la clôture du dépôt.
Bilan public de l'édition : six semaines après le vote.
== criteria
Méthode de participation et diversité des publics
Qualité de la plateforme et transparence du code
Références et composition de l'équipe d'animation
Prix
== clauses
Le titulaire s'interdit toute prestation de communication électorale sur le territoire pendant la durée du marché.
Les lieux de rencontre sont accessibles et une garde d'enfants est prévue pour les séances du soir.
== awards
72212200 | Plateforme de participation citoyenne en ligne : licence, paramétrage et assistance
79416200 | Budget participatif : accompagnement méthodologique et outil de vote
71410000 | Concertation préalable au projet de renouvellement du quartier des Tanneries
79315000 2019 | Animation d'une convention citoyenne et tirage au sort des participants
79311000 | Enquête auprès des habitants et analyse des contributions
72212200 | Application de signalement citoyen sur l'espace public
72212200 | Civic tech : module de consultation et de questionnaires
79416200 | AMO concertation pour l'élaboration du plan climat
79315000 | Démarche de dialogue citoyen sur les mobilités du quotidien
79416200 | Mission de facilitation des conseils de quartier
""", """
key: air
label: qualité de l'air
title: Microcapteurs de qualité de l'air et information des habitants
buyer: air-valclair
date: 2022-09-08
procedure: Procédure adaptée
ccag: FCS
cpv: 90731400
amount: 20000 420000
months: 12 24 36
param capteurs: 60 / 85 / 110
param ecoles: 34 / 42
param volontaires: 150 / 200
param taux: 85 / 90
== about
Le marché concerne la fourniture, la qualification et l'exploitation de {capteurs} microcapteurs extérieurs, de boîtiers pour {ecoles} écoles et de {volontaires} capteurs mobiles prêtés à des volontaires, ainsi que la mise à disposition d'une information compréhensible.
== context
La cuvette {de_commune} connaît en hiver des épisodes de particules liés au chauffage au bois, et au printemps des pics d'ozone. Les stations de référence de l'association agréée décrivent bien la situation générale, mais les habitants demandent ce qui se passe devant l'école, le long de la voie rapide ou derrière la zone d'activités.
{Acheteur} ne souhaite pas doubler le réseau réglementaire. Le projet complète celui-ci par des mesures indicatives, dont les limites sont annoncées, pour orienter des décisions locales : rues scolaires, plans de circulation, remplacement des foyers ouverts. Une convention lie le projet à l'association agréée, qui héberge les essais d'intercomparaison.
== scope
fourniture et installation des microcapteurs
campagnes d'intercomparaison et corrections
plateforme de collecte, de contrôle et de restitution
prêt de capteurs mobiles et animation scientifique
bilans par site et appui aux décisions
== functional
La carte publique présente l'indice indicatif de chaque rue équipée et la fiabilité de la mesure.
Un épisode local, distinct du fond régional, est signalé aux services de voirie et d'hygiène.
L'école reçoit chaque matin un conseil d'aération fondé sur l'air extérieur et le confinement des classes.
L'habitant abonné choisit un seuil et un lieu, puis reçoit au plus un message par jour.
Le volontaire visualise son trajet, masque les abords de son domicile et décide seul de le partager.
L'effet d'une rue fermée ou d'un chantier est estimé par comparaison avec des sites témoins.
Les mesures douteuses sont grisées et exclues des moyennes, avec la raison de leur exclusion.
Les responsables de crèches disposent d'un bulletin hebdomadaire imprimable.
Une frise superpose trafic, météorologie et concentrations pour aider à comprendre un pic.
Les bilans annuels par site comparent les résultats aux valeurs guides de l'Organisation mondiale de la santé.
Les animations scientifiques permettent aux élèves de construire et d'étalonner un capteur simple.
== technical
Les paramètres suivis sont PM2,5, PM10 et dioxyde d'azote, complétés par l'ozone sur dix sites au moins.
Le coefficient de détermination en intercomparaison d'hiver dépasse 0,75 pour PM2,5 en moyenne horaire.
L'influence de l'humidité est corrigée par un modèle décrit, dont les coefficients sont livrés.
Une dérive est recherchée chaque mois par comparaison nocturne entre capteurs voisins.
Les boîtiers se fixent sans perçage sur candélabre, à une hauteur comprise entre 2,5 et 4 mètres.
L'alimentation combine panneau photovoltaïque et batterie, avec huit jours d'autonomie en décembre.
Les cellules électrochimiques sont changées tous les dix-huit mois et reprises par le fabricant.
La transmission s'effectue au pas de quinze minutes, par LoRaWAN ou réseau mobile à faible débit.
Le taux de données valides atteint {taux} % par capteur et par trimestre.
Les boîtiers scolaires affichent le dioxyde de carbone par un repère coloré discernable sans les couleurs.
Le bruit d'aspiration reste inférieur à 30 dB(A) à un mètre dans les locaux occupés.
== data
Les valeurs brutes et corrigées sont publiées avec leur incertitude et leur version de correction.
L'indice affiché utilise les seuils et couleurs de l'indice ATMO, accompagnés de la mention indicatif.
Les flux suivent l'interface SensorThings de l'OGC.
Les données sont remises chaque jour à l'association agréée de surveillance.
Les emplacements précisent hauteur, distance à la voie et type d'exposition.
== security
Les trajets individuels sont tronqués de deux cents mètres à chaque extrémité avant tout partage.
Les mesures intérieures d'une école sont communiquées à la direction avant publication.
Aucun capteur ne comporte de microphone ni de caméra.
Un consentement écrit des parents précède la participation des élèves à une campagne mobile.
== deadlines
Intercomparaison initiale : six semaines en période hivernale.
Réseau fixe en service : six mois après notification.
Remplacement d'un capteur défaillant : huit jours ouvrés.
Bilan scientifique annuel relu par l'association agréée : avant le 31 mars.
== criteria
Qualité métrologique démontrée en intercomparaison
Clarté de l'information et accompagnement du public
Coût de possession sur la durée du marché
Reprise et durée de vie des matériels
== clauses
Le candidat remet trois appareils de série qui sont placés deux semaines près d'une station de référence.
Toute publication scientifique mentionne les limites des mesures indicatives et associe le pouvoir adjudicateur.
== awards
38344000 | Réseau de microcapteurs de qualité de l'air et plateforme de restitution
90731400 | Mesure de la qualité de l'air intérieur dans les ERP accueillant des enfants
38434000 | Fourniture d'analyseurs et maintenance des stations de mesure atmosphérique
90731400 | Étude de modélisation des polluants (NO2, particules) à l'échelle de la rue
38344000 | Capteurs mobiles et sciences participatives sur l'air extérieur
90731100 | Diagnostic chauffage au bois et émissions de particules
38120000 | Stations météorologiques urbaines et suivi des îlots de chaleur
90731100 | Assistance à l'élaboration du plan d'action qualité de l'air (PAQA)
90731400 | Surveillance environnementale : bruit, air et pollens
"""]
