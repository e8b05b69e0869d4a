"""Invented vendors: no company named here exists, and no name is a person's.

One line a vendor: name | legal form | size | domains | home commune/département | radius in km.
Size G, M or P (large, medium, small) sets how often the vendor wins; radius 0 means
the whole country.
"""

VENDORS = """
Lumivarène | SAS | G | eclairage feux irve | Dijon/21 | 0
Nuitclaire Réseaux | SA | M | eclairage | Orléans/45 | 300
Candélior | SARL | P | eclairage | Chaumont/52 | 160
Ohméclat Services | SAS | M | eclairage irve | Rodez/12 | 220
Trameclair Ingénierie | SCOP | P | eclairage | Rennes/35 | 260
Réverbéris | SAS | M | eclairage feux | Grenoble/38 | 240
Photonelle Territoires | SAS | P | eclairage | Pontivy/56 | 150
Halovia Électricité | SARL | P | eclairage video | Toulon/83 | 180
Travaux Électriques Ambrelons | SARL | P | eclairage irve | Moulins/03 | 170
Étincelune | SASU | P | eclairage | Colmar/68 | 170
Datavenelle | SAS | G | donnees opendata | Lyon/69 | 0
Urbascope Données | SAS | M | donnees jumeau | Nantes/44 | 0
Confluor Systèmes | SA | M | donnees lorawan | Toulouse/31 | 450
Atelier des Flux Communs | SCOP | P | donnees opendata participation | Clermont-Ferrand/63 | 350
Mosaïdata | SAS | P | donnees | Lille/59 | 300
Silex Interopérabilité | SARL | P | donnees gru | Tours/37 | 320
Carrefour Sémantique | SASU | P | donnees opendata | Montreuil/93 | 400
Bennométrie | SAS | M | dechets lorawan | Strasbourg/67 | 0
Collectelia | SAS | M | dechets | Épinal/88 | 350
Remplisens | SASU | P | dechets | Castres/81 | 300
Trivanel Capteurs | SARL | P | dechets | Dunkerque/59 | 260
Tri-Sonde Atlantique | SARL | P | dechets | La Rochelle/17 | 280
Ecobacs Télémesure | SAS | P | dechets lorawan | Valence/26 | 280
Logibenne Conseil | SARL | P | dechets | Périgueux/24 | 300
Parcoline | SAS | G | stationnement | Marseille/13 | 0
Placelibris | SAS | M | stationnement | Tours/37 | 350
Horodelta Technologies | SA | M | stationnement maas | Lille/59 | 0
Stationéo Conseil | SARL | P | stationnement velos | Valence/26 | 260
Capteurs de Chaussée Réunis | SARL | P | stationnement feux | Mulhouse/68 | 300
Barrièrélec | SARL | P | stationnement video | Arles/13 | 200
Véloriane | SAS | G | velos | Bordeaux/33 | 0
Cyclabelle Mobilités | SCOP | M | velos | Annecy/74 | 300
Pédalune | SAS | P | velos | Lorient/56 | 280
Roulibre Stations | SAS | M | velos irve | Valenciennes/59 | 320
Arceaux et Abris du Centre | SARL | P | velos | Blois/41 | 280
Moyeu Commun | SCIC | P | velos inclusion | Roanne/42 | 220
Correspondia | SAS | G | maas | Villeurbanne/69 | 0
Billetania | SA | M | maas | Nantes/44 | 0
Titres et Trajets | SAS | M | maas stationnement | Annemasse/74 | 350
Multiligne Logiciels | SARL | P | maas opendata | Rouen/76 | 320
Horaires Ouverts | SCOP | P | maas opendata | Rennes/35 | 380
Validelle | SAS | P | maas | Nîmes/30 | 320
Aquatélie | SAS | G | eau assainissement | Nantes/44 | 0
Compteurs de la Vallée Claire | SA | M | eau | Mâcon/71 | 320
Fuitécoute | SARL | P | eau | Alès/30 | 260
Hydrasonde | SAS | M | eau assainissement | Agen/47 | 350
Relevéo | SAS | M | eau lorawan | Arras/62 | 350
Pression Juste | SARL | P | eau | Annecy/74 | 220
Canalis Vernelle | SARL | P | eau assainissement | Saint-Dizier/52 | 240
Télé-Index Services | SASU | P | eau batiments | Rochefort/17 | 260
Épurandre Mesures | SAS | M | assainissement | Arras/62 | 0
Collecteurs et Sondes de l'Ouest | SARL | P | assainissement eau | Laval/53 | 280
Effluentis | SAS | P | assainissement | Valence/26 | 300
Curaval Inspection | SARL | P | assainissement | Agen/47 | 250
Débit et Turbidité | SCOP | P | assainissement | Vesoul/70 | 320
Pluvimètre Ingénierie | SAS | P | assainissement air | Rouen/76 | 300
Thermicône | SAS | G | batiments chaleur | Lyon/69 | 0
Kilowattheure Utile | SCOP | P | batiments | Grenoble/38 | 260
Sobriétal | SAS | M | batiments | Rouen/76 | 0
Régulatherm Collectivités | SARL | P | batiments chaleur | Périgueux/24 | 250
Compteco Bâtiments | SAS | P | batiments eau | Beauvais/60 | 240
Murs et Mesures | SARL | P | batiments | Laval/53 | 260
Dégréjour Conseil | SASU | P | batiments chaleur | Pau/64 | 260
Boisénergie des Plateaux | SAS | M | chaleur | Saint-Flour/15 | 300
Chaufferies du Levant | SA | M | chaleur | Haguenau/67 | 380
Calorival | SAS | G | chaleur batiments | Dijon/21 | 0
Plaquette et Réseau | SCOP | P | chaleur | Ambert/63 | 220
Sous-Stations Alpines | SARL | P | chaleur | Gap/05 | 260
Bûcheval Ingénierie | SARL | P | chaleur | Beauvais/60 | 320
Rechargelia | SAS | G | irve | Toulouse/31 | 0
Ampère Communal | SARL | P | irve eclairage | Chaumont/52 | 220
Bornéval | SAS | M | irve | Valence/26 | 380
Prise et Parcours | SASU | P | irve stationnement | Pontivy/56 | 280
Électromob Littoral | SARL | P | irve | Bayonne/64 | 300
Jeux Ouverts | SCOP | M | opendata donnees | Rennes/35 | 0
Cataloguia | SAS | P | opendata | Orléans/45 | 400
Licence Publique Conseil | SARL | P | opendata | Blois/41 | 300
Agorelle Civique | SAS | G | participation | Montreuil/93 | 0
Voix du Quartier | SCOP | M | participation | Lyon/69 | 400
Concertalys | SARL | P | participation | Nantes/44 | 350
Budget Citoyen Outils | SAS | P | participation opendata | Clermont-Ferrand/63 | 0
Palabre et Plans | SCOP | P | participation inclusion | Toulouse/31 | 350
Atelier Paroles de Place | SARL | P | participation | Strasbourg/67 | 320
Aéromesure Territoires | SAS | G | air | Grenoble/38 | 0
Particulia | SAS | M | air lorawan | Lille/59 | 0
Microcapteurs du Rhône-Clair | SARL | P | air | Valence/26 | 260
Souffle Urbain | SCOP | P | air participation | Nantes/44 | 380
Atmosphéria Conseil | SARL | P | air | Toulon/83 | 320
Vigivoie | SAS | M | video | Nîmes/30 | 0
Optiguet Systèmes | SAS | M | video fibre | Orléans/45 | 350
Images et Voirie | SARL | P | video | Mulhouse/68 | 300
Périmètre Sobre | SARL | P | video cyber | Évry-Courcouronnes/91 | 260
Visuréseau Provence | SARL | P | video | Toulon/83 | 240
Radiolande | SAS | M | lorawan | Saint-Brieuc/22 | 0
Ondécome Réseaux | SAS | M | lorawan | Clermont-Ferrand/63 | 0
Passerelle Basse Fréquence | SCOP | P | lorawan | Rodez/12 | 300
Antenniers du Nord-Est | SARL | P | lorawan fibre | Vesoul/70 | 280
Émissaires Objets | SASU | P | lorawan | Bayonne/64 | 350
Fibrovallée | SAS | G | fibre | Vesoul/70 | 0
Fourreaux et Chambres | SARL | P | fibre | Ambert/63 | 300
Tirage Optique Atlantique | SARL | M | fibre | Vannes/56 | 400
Lienoptis | SAS | M | fibre lorawan | Rodez/12 | 350
Soudure Lumière | SARL | P | fibre | Dijon/21 | 300
Géoplan Jumelia | SAS | G | jumeau | Nantes/44 | 0
Topovial | SARL | M | jumeau | Valence/26 | 350
Nuage de Points Services | SAS | P | jumeau | Charleville-Mézières/08 | 350
Orthophane | SAS | M | jumeau | Tours/37 | 0
Cartéval | SCOP | P | jumeau opendata | Rodez/12 | 300
Réseaux Repérés | SARL | P | jumeau fibre | Reims/51 | 280
Maillage et Volumes | SASU | P | jumeau donnees | Villeurbanne/69 | 300
Guichelia | SAS | G | gru | Toulouse/31 | 0
Demarchéo Logiciels | SAS | M | gru | Tours/37 | 0
Usagers en Ligne | SCOP | P | gru inclusion | Saint-Brieuc/22 | 350
Formulaire Clair | SARL | P | gru | Reims/51 | 320
Télédossier | SAS | P | gru cyber | Blois/41 | 300
Accueil Numérique Partagé | SCIC | M | inclusion | Saint-Brieuc/22 | 350
Clic et Compagnons | SCOP | M | inclusion | Périgueux/24 | 350
La Souris Solidaire | SCIC | P | inclusion | Ambert/63 | 250
Réemploi Écrans | SCIC | P | inclusion | Laval/53 | 320
Médialiens Formation | SARL | P | inclusion gru | Gap/05 | 300
Ateliers Pas à Pas Numériques | SCOP | P | inclusion | Montreuil/93 | 300
Rempartis | SAS | G | cyber | Rennes/35 | 0
Cyberhameau | SAS | M | cyber | Clermont-Ferrand/63 | 400
Audit Clé de Voûte | SARL | P | cyber | Lille/59 | 350
Veille et Parade | SCOP | P | cyber | Lyon/69 | 350
Sauvegardis | SAS | M | cyber donnees | Orléans/45 | 0
Carrefours Réglés | SAS | G | feux stationnement | Villeurbanne/69 | 0
Phasage et Priorité | SARL | P | feux maas | Nantes/44 | 350
Signalis Voirie | SAS | M | feux eclairage | Valenciennes/59 | 350
Comptages Routiers du Midi | SARL | P | feux | Nîmes/30 | 350
Boucle et Radar | SARL | P | feux air | Orléans/45 | 300
Papétance | SAS | M | bureau impression | Lyon/69 | 0
Bureaupratique Diffusion | SARL | M | bureau | Tours/37 | 350
Fournitures du Causse | SARL | P | bureau | Rodez/12 | 220
Ramette et Compagnie | SARL | P | bureau | Arras/62 | 250
Mobil'Assise Collectivités | SAS | P | bureau | Mulhouse/68 | 320
Cantinelle | SAS | G | restauration | Nantes/44 | 0
Les Fourneaux du Préau | SCOP | M | restauration | Dijon/21 | 320
Légumine Restauration | SARL | P | restauration | Pau/64 | 260
Table des Écoliers | SAS | P | restauration | Nîmes/30 | 280
Netavenue | SAS | G | nettoyage | Lille/59 | 0
Brossenclair Propreté | SARL | M | nettoyage | Valence/26 | 320
Insertion Propre des Rives | SCIC | P | nettoyage verts | Périgueux/24 | 260
Vitres et Sols du Val | SARL | P | nettoyage | Orléans/45 | 260
Imprimerie des Trois Encres | SARL | M | impression | Clermont-Ferrand/63 | 0
Tirages du Beffroi | SARL | P | impression | Valenciennes/59 | 280
Presse à Feuilles | SCOP | P | impression | Annecy/74 | 260
Paysages de l'Ambrelle | SARL | M | verts | Beauvais/60 | 320
Jardévane Collectivités | SAS | M | verts | Toulouse/31 | 0
Haies et Vergers Solidaires | SCIC | P | verts | Valence/26 | 260
""".strip().splitlines()


def all_vendors():
    """The vendors as dictionaries, in the order of the list."""
    result = []
    for line in VENDORS:
        name, form, size, domains, place, radius = [part.strip() for part in line.split("|")]
        result.append({
            "name": name, "form": form, "size": size, "domains": domains.split(),
            "place": place, "radius": int(radius),
        })
    return result
