/// Common given names in France, folded.
///
/// Names that are everyday words of company names (`france`, `aurore`,
/// `marine`, `rose`, `victoire`…) are left out on purpose.
enum GivenNames {
  static let all: Set<String> = Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))

  private static let text = """
    aaron abdallah abdel abdelaziz abdelkader abdelkrim abderrahmane abdou adam adel adele adeline adrien
    adrienne agathe agnes ahmed aicha aimee alain alban albane albert alberte albin alex alexandra
    alexandre alexia alexis alfred ali alice alicia aline alix alphonse amandine amar amelie amina anais
    anatole andre andrea andree angela angelina angelo anita ann anna annabelle anne annick annie anouk
    anthony antoine antoinette antonin antonio antony ariane aristide arlette armand armelle arnaud arsene
    arthur astrid aubin audrey auguste augustin aurelie aurelien axel axelle aymeric aziz baptiste barbara
    barnabe barthelemy bastien baudouin beatrice benedicte benjamin benoit berangere berenice bernadette
    bernard berthe bertrand bilal blaise boris brahim brice brigitte bruno camille carine carl carla
    carlos carole caroline catherine cathy cecile cedric celia celine chantal charles charlotte cherif
    chloe christel christelle christian christiane christine christophe cindy claire clara claude
    claudette claudia claudie claudine clemence clement clothilde clotilde colette colin coline corentin
    corinne cyril cyrille damien daniel daniele danielle danny david deborah delphine denis denise didier
    dimitri djamel dominique donatien dorothee dylan edgar edith edmond edouard eduardo edwige elena
    eliane elisa elisabeth elise ella elodie elsa emeric emile emilie emilien emma emmanuel emmanuelle
    enzo eric erika ernest erwan esteban estelle esther etienne eugene eugenie evelyne fabien fabienne
    fabrice fanny farid fatiha fatima felicie felix ferdinand fernand fernande fernando flavie flavien
    florence florent florian florine francis francisco franck franco francois francoise frank fred
    frederic frederique gabin gabriel gabrielle gael gaelle gaetan gaston gautier genevieve geoffrey
    geoffroy george georges georgette gerald geraldine gerard germaine gervais ghislain ghislaine gilbert
    gilberte gilles gisele giuseppe gontran gregoire gregory guilhem guillaume gustave guy gwenael
    gwenaelle gwenola habib hakim hamid hamza hassan hassen helene henri henriette henry herve hicham
    hilaire hippolyte honore houria hubert hugo hugues ibrahim ines ingrid irene isaac isabelle ismael
    ivan jack jackie jacky jacqueline jacques jamal jamel jane janine jasmine jean jeanine jeanne jeannine
    jeremie jeremy jerome jessica jessie jimmy joachim joanna jocelyn jocelyne joel joelle johan johann
    johanna johanne john jonas jonathan jordan jorge jose joseph josephine josette josiane josselin joyce
    juan judith jules julia julie julien julienne juliette justine kamel karen karim karima karin karine
    karl katia kevin khadija khaled laetitia laila lakhdar lambert larbi laura laure laurence laurent
    laurette laurie lea leila lena leon leonard leonie leopold leslie lilian liliane lionel lisa lise loic
    louis louisa louise luc luca lucas lucette lucie lucien lucienne lucille ludivine ludovic luis lydia
    lydie lyliane madeleine mado magali maite malik manon manuel manuela marc marceau marcel marceline
    marcelle marco margaux maria marianne marie marielle mariette marina mario marion marius marjorie
    marthe martial martin martine maryline maryse maryvonne mathias mathieu mathilde matthias matthieu
    maud maurice mauricette maurin maxence maxime maximilien mehdi melanie melissa michael michaela michel
    michele micheline michelle mickael miguel mikael mireille mohamed mohammed moise monique morgane
    mouloud mounir mourad moussa muriel mustapha myriam nadege nadia nadine nassim nathalie nathan nicolas
    nicole nicolle noelle noemie nolwenn nora norbert nordine odette odile odilon olivier omar
    ophelie oscar othman pascal pascale patrice patricia patrick paul paula paule paulette pauline pedro
    perrine philippe philomene pierre pierrette pierrick pierrot quentin rachel rachid raoul raphael
    raphaelle raymond raymonde rebecca reginald regine regis remi remy renaud rene renee reynald richard
    robert roberto robin rodolphe rodrigue roger roland rolande rolland romain romane romuald ronan
    rosalie roselyne rosine ruben sabine sabrina said salah salim salvatore samia samir samira samuel samy
    sandra sandrine sarah sebastien selim serge severine sidonie simon simone simonne slimane sofia soizic
    solange solene solenne sonia sophie stanislas steeve stella stephan stephane stephanie steve steven
    suzanne suzette sylvain sylvaine sylvestre sylvette sylviane sylvie tanguy tarik tatiana teddy theo
    theodore theophile therese thibaud thibault thibaut thierry thomas timothee tiphaine tony tristan
    ulrich urbain valentin valentine valerie vanessa veronique vincent violaine virginie viviane vivien
    vladimir walter werner wilfrid wilfried william willy xavier yacine yael yann yannick yasmina yasmine
    yoann yohan yohann yolande youcef younes youssef yvan yves yvette yvon yvonne zakaria zoe zohra
    """
}
