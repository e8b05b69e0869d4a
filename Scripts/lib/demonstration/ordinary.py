"""Ordinary local purchases: the noise among the awards (no specification is written)."""

TEXTS = ["""
key: bureau
label: fournitures et mobilier de bureau
cpv: 30192000
amount: 5000 160000
months: 12 24 36 48
== awards
30192000 | Fournitures de bureau et papier pour les services
30197630 | Acquisition de papier d'impression recyclé
39130000 | Mobilier de bureau et sièges ergonomiques
30199000 | Fournitures scolaires et petit matériel des écoles
30192000 | Petit équipement administratif et consommables
30199000 | Enveloppes, registres et articles de papeterie
39130000 | Tables et chaises pour salles de réunion et de classe
""", """
key: restauration
label: restauration scolaire
cpv: 55524000
amount: 30000 1400000
months: 12 24 36 48
== awards
55524000 | Fabrication et livraison de repas en liaison froide pour les cantines
55523100 | Restauration scolaire et des accueils de loisirs
15894210 | Fourniture de repas pour les écoles, dont produits biologiques
55524000 | Confection de repas sur place, groupe scolaire et crèche
55523100 | Denrées et repas pour la restauration collective
55523100 | Portage de repas et goûters des accueils périscolaires
""", """
key: nettoyage
label: nettoyage des locaux
cpv: 90910000
amount: 12000 620000
months: 12 24 36 48
== awards
90910000 | Nettoyage des locaux et de la vitrerie
90911200 | Entretien ménager des bâtiments communaux
90919200 | Prestations de propreté des bureaux et équipements sportifs
90911200 | Nettoyage des écoles pendant les congés et remise en état des sols
90910000 | Entretien des sanitaires publics et des halls
90911200 | Lavage de vitres en hauteur et dépoussiérage
""", """
key: impression
label: impression
cpv: 79800000
amount: 5000 140000
months: 12 24 36
== awards
79800000 | Impression du bulletin d'information et de supports de communication
79800000 | Reprographie et façonnage de documents
79810000 | Impression et pose d'affiches et de signalétique temporaire
79810000 | Édition du guide pratique et de dépliants
79800000 | Travaux d'imprimerie : papeterie, cartes et enveloppes à en-tête
""", """
key: verts
label: espaces verts et plein air
cpv: 77310000
amount: 10000 380000
months: 12 24 36 48
== awards
77310000 | Entretien des espaces verts et des terrains enherbés
77310000 | Fauchage des accotements et taille de haies
37535200 | Aires de jeux : fourniture, pose et contrôle
77310000 | Plantations d'arbres et désimperméabilisation de cours
77310000 | Élagage et abattage d'arbres d'alignement
77310000 | Tonte et désherbage des cimetières sans produit phytosanitaire
"""]
