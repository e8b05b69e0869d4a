/// The lists behind ``StopWords``: our own, folded, one group per line.
enum StopWordTable {
  static let french = """
    le la les un une des du de au aux en l d
    a dans par pour sur sous avec sans entre vers chez depuis pendant avant apres contre selon lors hors
    des jusque jusqu malgre parmi outre via afin ainsi dont
    et ou ni mais donc or car que qu qui quoi si comme lorsque lorsqu puisque puisqu quoique quoiqu quand
    je tu il elle on nous vous ils elles me te se lui leur eux y moi toi soi
    ce cet cette ces cela ceci celui celle ceux celles
    mon ma mes ton ta tes son sa ses notre nos votre vos leurs
    quel quelle quels quelles lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels
    desquelles tout toute tous toutes meme memes aucun aucune chaque
    ne pas plus moins tres aussi
    est sont etre ete etait etaient sera seront soit ont avoir ayant etant
    """

  static let english = """
    the a an
    of in on at to for from by with without within into onto over under between among through during before
    after about against upon per via than as
    and or but nor so yet if because while whereas whether although though
    i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
    myself yourself himself herself itself ourselves themselves
    this that these those which who whom whose what where when why how
    is are was were be been being am has have had having do does did
    will would shall should can could may might must
    not no all any each every both either neither some such same other only also there here then
    """

  static let portuguese = """
    o a os as um uma uns umas
    de do da dos das em no na nos nas num numa ao aos por pelo pela pelos pelas para pra com sem sob sobre
    entre ate desde apos ante contra perante segundo conforme durante
    e ou nem mas porem que se como quando porque pois embora caso
    eu tu ele ela eles elas voce voces me te lhe lhes vos
    este esta estes estas esse essa esses essas aquele aquela aqueles aquelas isto isso aquilo
    deste desta destes destas desse dessa neste nesta nestes nestas nesse nessa
    meu minha meus minhas teu tua seu sua seus suas nosso nossa nossos nossas
    qual quais cujo cuja cujos cujas quem onde todo toda todos todas cada
    nao mais menos muito tambem ja so mesmo mesma
    e sao foi foram ser sera serao estar esta estao tem ter ha sido sendo
    """

  static let german = """
    der die das den dem des ein eine einen einem einer eines
    in im an am auf aus bei beim mit nach von vom vor zu zum zur fur durch gegen ohne um uber unter zwischen
    seit bis wahrend wegen gemass sowie
    und oder aber denn sondern wenn weil dass ob als wie damit
    ich du er sie es wir ihr mich mir dich dir ihn ihm uns euch ihnen sich
    mein meine dein deine sein seine seiner seinen ihre ihrer ihren ihrem unser unsere
    dieser diese dieses diesen diesem jener jene jenes welcher welche welches was wer wo
    kein keine keinen alle aller allen jede jeder jedes
    ist sind war waren sein wird werden wurde wurden worden hat haben hatte kann konnen muss mussen soll
    nicht auch nur noch so da hier dann
    """

  static let spanish = """
    el la los las un una unos unas lo
    a al de del en por para con sin sobre bajo entre hasta desde hacia segun durante mediante ante contra tras
    y e o u ni pero sino que si como cuando porque pues aunque
    yo tu ella ello ellos ellas usted ustedes nosotros me te se le les nos
    este esta estos estas ese esa esos esas aquel aquella esto eso
    mi mis tu tus su sus nuestro nuestra nuestros nuestras
    cual cuales cuyo cuya cuyos cuyas quien quienes donde todo toda todos todas cada
    no mas menos muy tambien ya solo
    es son fue fueron ser sera seran esta estan ha han hay sido siendo
    """

  static let italian = """
    il lo la i gli le un uno una l
    di del dello della dei degli delle dell a al allo alla ai agli alle all da dal dallo dalla dai dagli dalle
    dall in nel nello nella nei negli nelle nell con su sul sullo sulla sui sugli sulle sull per tra fra
    senza sotto sopra presso verso contro durante mediante secondo entro
    e ed o od ma ne che se come quando perche anche quindi oppure
    io tu egli lui lei noi voi essi loro mi ti si ci vi
    questo questa questi queste quello quella quelli quelle quell
    mio mia suo sua suoi sue nostro nostra nostri nostre
    quale quali cui chi dove tutto tutta tutti tutte ogni
    non piu meno molto gia solo
    e sono era erano essere stato stata stati state ha hanno avere viene vengono
    """

  static let dutch = """
    de het een der des den
    van in op aan bij met voor naar uit tot te ter ten om over onder tussen door tegen zonder tijdens
    sinds volgens wegens binnen buiten
    en of maar want dus dat als indien wanneer omdat hoewel zoals
    ik jij je hij zij ze wij we jullie hen hun hem haar mij ons u uw zich
    mijn jouw zijn onze
    dit deze die welke wat wie waar waarin waarvan waarbij
    alle elk elke ieder iedere geen
    is zijn was waren wordt worden werd werden heeft hebben had kan kunnen zal zullen moet moeten
    niet ook nog wel er hier daar dan
    """
}
