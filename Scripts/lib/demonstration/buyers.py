"""Invented public buyers, each placed in a real commune.

One line a buyer: key | article | name | commune/département | domains it buys in.
A word in capitals stands for a group of domains (GROUPS). No body named here exists.
"""

GROUPS = {
    "ENERGIE": "eclairage batiments chaleur irve",
    "EAUX": "eau assainissement",
    "NUMERIQUE": "donnees opendata lorawan fibre jumeau gru cyber inclusion",
    "MOBILITE": "maas velos stationnement feux irve",
    "VILLE": "eclairage stationnement participation velos gru inclusion video feux batiments",
    "AGGLO": "dechets eau assainissement air jumeau donnees maas chaleur participation cyber",
    "ORDINAIRE": "bureau restauration nettoyage impression verts",
}

BUYERS = """
energie-orlaive | le | Syndicat mixte d'énergie du Val d'Orlaive | Chaumont/52 | ENERGIE bureau
energie-brevanche | le | Syndicat départemental d'énergie de la Brévanche | Moulins/03 | ENERGIE lorawan jumeau impression
energie-sorvanne | le | Syndicat intercommunal d'électricité des Monts de Sorvane | Millau/12 | eclairage irve batiments bureau
energie-kerlouan | le | Syndicat d'énergie des Pays de Kerlouédec | Pontivy/56 | ENERGIE lorawan nettoyage
energie-chantelouve | le | Syndicat mixte Énergies Chantelorme | Vienne/38 | eclairage irve chaleur feux
eaux-vernois | la | Régie des eaux du Haut-Vernelois | Annecy/74 | EAUX bureau nettoyage
eaux-lauzane | le | Syndicat des eaux de la Lauzanette | Alès/30 | eau assainissement lorawan
eaux-marais | la | Régie intercommunale des eaux des Marais d'Aubrelle | Rochefort/17 | EAUX verts
eaux-tressonne | le | Syndicat d'assainissement de la vallée de la Tressonne | Arras/62 | assainissement eau bureau
eaux-garonnelle | le | Syndicat mixte Eaux et Rivières de la Garonnelle | Agen/47 | EAUX impression
eaux-bievrette | la | Régie publique Aqua Bièvrette | Saint-Dizier/52 | eau assainissement nettoyage
numerique-alterre | le | Syndicat mixte Alterre Numérique | Rodez/12 | NUMERIQUE bureau
numerique-septvents | le | Syndicat mixte numérique des Sept Vents | Saint-Brieuc/22 | NUMERIQUE impression
numerique-ormessaie | l' | Agence publique de gestion numérique de l'Ormessaie | Blois/41 | gru cyber inclusion jumeau opendata bureau
numerique-corrival | le | Groupement d'intérêt public Corrival Territoires connectés | Clermont-Ferrand/63 | donnees opendata cyber lorawan jumeau
numerique-valdore | le | Syndicat mixte Fibre et Usages du Valdorais | Vesoul/70 | fibre lorawan inclusion cyber bureau
mobilite-transarve | le | Syndicat mixte des transports du Grand Transarvin | Annemasse/74 | MOBILITE impression
mobilite-loirelles | le | Syndicat mixte Mobilités des Loirelles | Roanne/42 | MOBILITE nettoyage
mobilite-escaudelle | l' | Établissement public Mobilités Escaudelle | Valenciennes/59 | maas velos feux air bureau
mobilite-armorine | la | Régie des transports armorins | Lorient/56 | maas velos irve
mobilite-cigalone | la | Régie de mobilité et de stationnement de la Cigalone | Arles/13 | stationnement velos irve feux
dechets-hautpre | le | Syndicat de collecte et de valorisation du Hautpré | Épinal/88 | dechets lorawan verts
dechets-tarnelle | le | Syndicat mixte de traitement de la Tarnelle | Castres/81 | dechets chaleur nettoyage
dechets-littorale | le | Syndicat Littoral Propre des Deux Anses | Dunkerque/59 | dechets nettoyage bureau
agglo-beauvisle | la | Communauté d'agglomération du Pays de Beauvisle | Beauvais/60 | AGGLO ORDINAIRE velos opendata
agglo-charmelune | la | Communauté d'agglomération Charmelune Agglo | Charleville-Mézières/08 | AGGLO ORDINAIRE eclairage video
agglo-tourvent | la | Communauté d'agglomération de Tourvent | Tours/37 | AGGLO ORDINAIRE stationnement feux
agglo-perigorne | la | Communauté d'agglomération Périgorne | Périgueux/24 | AGGLO ORDINAIRE inclusion gru
agglo-basquelle | la | Communauté d'agglomération des Rives d'Adourelle | Bayonne/64 | AGGLO ORDINAIRE velos lorawan
agglo-cevenelle | la | Communauté d'agglomération Portes de Cévenelle | Nîmes/30 | AGGLO ORDINAIRE eclairage irve
agglo-valisere | la | Communauté d'agglomération du Val d'Isarelle | Valence/26 | AGGLO ORDINAIRE stationnement opendata
agglo-saonelle | la | Communauté d'agglomération Saônelle | Mâcon/71 | AGGLO ORDINAIRE gru velos
agglo-cotentelle | la | Communauté d'agglomération de la Cotentelle | Cherbourg-en-Cotentin/50 | AGGLO ORDINAIRE eclairage
metropole-aurelle | la | Communauté urbaine Grand Aurelle | Orléans/45 | AGGLO VILLE opendata fibre ORDINAIRE
metropole-bruyeline | la | Communauté urbaine de Bruyéline | Dijon/21 | AGGLO VILLE opendata lorawan ORDINAIRE
metropole-estuelle | la | Communauté urbaine de l'Estuelle | Nantes/44 | AGGLO VILLE opendata inclusion ORDINAIRE
cc-troisvallees | la | Communauté de communes des Trois Vallons d'Ambelle | Ambert/63 | dechets gru inclusion fibre ORDINAIRE
cc-plateaurieux | la | Communauté de communes du Plateau de Rieuzane | Saint-Flour/15 | dechets chaleur inclusion cyber ORDINAIRE
cc-terresblanches | la | Communauté de communes des Terres Blanchères | Vitry-le-François/51 | eau dechets jumeau gru ORDINAIRE
cc-boisdore | la | Communauté de communes Bois d'Orsenne | Pithiviers/45 | participation velos irve ORDINAIRE
cc-merlefond | la | Communauté de communes de Merlefond | Gap/05 | chaleur eau eclairage inclusion ORDINAIRE
ville-saintaubrac | la | Régie de quartier et services municipaux de Fontarelle | Montreuil/93 | VILLE ORDINAIRE
ville-clairmarelle | la | Mission mutualisée des communes de Clairmarelle | Évry-Courcouronnes/91 | VILLE cyber ORDINAIRE
ville-rivesud | le | Syndicat intercommunal à vocation multiple Rive-Sud | Toulon/83 | VILLE dechets air ORDINAIRE
ville-houblonne | le | Syndicat intercommunal à vocation unique de la Houblonne | Haguenau/67 | VILLE chaleur ORDINAIRE
ville-carrelune | l' | Entente intercommunale de Carrelune | Mulhouse/68 | VILLE donnees air ORDINAIRE
ville-pontbrun | le | Syndicat de services partagés de Pontbrun | Villeurbanne/69 | VILLE jumeau participation ORDINAIRE
air-valclair | l' | Agence territoriale du climat et de l'air du Valclairon | Grenoble/38 | air donnees batiments participation bureau
caisse-ecoles | la | Caisse intercommunale des écoles de Verneuillet | Rouen/76 | batiments inclusion ORDINAIRE
office-logement | l' | Office intercommunal des bâtiments publics de Sableval | Laval/53 | batiments chaleur cyber nettoyage verts bureau
cuisine-centrale | le | Syndicat de restauration collective des Quatre Saulaies | Pau/64 | restauration nettoyage bureau batiments
""".strip().splitlines()


def all_buyers():
    """The buyers as dictionaries, in the order of the list."""
    result = []
    for line in BUYERS:
        key, article, name, place, words = [part.strip() for part in line.split("|")]
        domains = []
        for word in words.split():
            for domain in GROUPS.get(word, word).split():
                if domain not in domains:
                    domains.append(domain)
        result.append({"key": key, "article": article, "name": name, "place": place, "domains": domains})
    return result
