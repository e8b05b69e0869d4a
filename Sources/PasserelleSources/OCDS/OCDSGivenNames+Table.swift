internal import PasserelleText

/// Tells names of natural persons in Spanish and English, which have no number to tell them by.
///
/// A name is a person's when it has two to four words, all of letters, the first of them is a common given name, and
/// none says that it is a company's. In doubt it is taken for a person's, as ``PersonNames`` does for French ones.
enum OCDSGivenNames {
  /// Whether a name is a natural person's.
  static func isPerson(_ name: String) -> Bool {
    let words = name.split { $0.isWhitespace }.map(String.init)
    guard (2...4).contains(words.count), let first = words.first, all.contains(TextFolding.fold(first)),
      words.allSatisfy({
        $0.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "." || $0 == "-" }
      }),
      !words.contains(where: { companyWords.contains(TextFolding.fold($0)) })
    else { return false }
    // After a civility, only the words of companies speak against a person.
    return PersonNames.isPerson("M. " + name)
  }

  private static let all = set(
    """
    aaron adam adrian agustin alan albert alberto alejandra alejandro alexander alfonso alfred alfredo
    alicia alison allan alvaro amanda amy ana andrea andres andrew angel angela angelica ann anna anne
    anthony antonio armando arthur arturo aurelio barbara beatriz benito benjamin bernard bernardo betty
    brian bruce camilo carlos carmen carol caroline catalina catherine cecilia cesar charles christine
    christopher claire claudia colin concepcion craig cristina cristobal cynthia daniel daniela david
    deborah delfino dennis derek diana diane diego dolores donald donna dorothy douglas eduardo edward elena
    elias elizabeth emilio emily emma enrique eric ernesto esteban eva evaristo federico felipe fernando
    francisco frank gabriel gabriela gareth gary geoffrey george gerardo gilberto gloria gonzalo gordon
    graciela graham gregorio gregory guadalupe guillermo gustavo harold harry heather hector helen henry
    heriberto hernan hilario horacio howard hugh hugo humberto ian ignacio ines isabel ivan jacinto jack
    jacqueline jaime james jane janet jason javier jeffrey jennifer jeremy jessica jesus joan joaquin john
    jonathan jorge jose josefina joseph joshua joyce juan juana judith julia julian julie julio karen
    katherine kathleen keith kenneth kevin kimberly laura lawrence leonard leonardo leslie leticia linda
    lisa lorena lorenzo louise lourdes lucia luis luisa magdalena malcolm manuel marcela marcelo marcos
    margaret margarita maria mariana mariano mario mark marta martha martin mary matthew mauricio
    maximiliano mercedes michael michelle miguel miriam monica nancy natalie neil nicholas nicola nicolas
    nigel norma octavio olga oscar pablo pamela paola patricia patrick paul pedro peter philip pilar rachel
    rafael ralph ramiro ramon raquel raul raymond rebeca rebecca ricardo richard robert roberto rocio
    rodolfo rodrigo rogelio roger ronald rosa rosario roy ruben ruth ryan salvador samantha samuel sandra
    santiago sara sarah scott sebastian sergio sharon sheila shirley silvia simon sofia stanley stephanie
    stephen steven stuart susan susana thomas timothy tomas tracy trevor valentin veronica vicente victor
    virginia walter wayne wendy william ximena yolanda
    """)

  private static let companyWords = set(
    """
    abogados agropecuaria and arquitectos asesores asociados automotriz brothers bufete comercial
    comercializadora compania construcciones constructora consultores consultoria corporativo despacho
    distribuidora edificaciones editorial empresa equipos estudio fabrica farmacia ferreteria gasolinera
    grupo hermanos hijos hnos hospital hotel imprenta industrias ingenieria ingenieros inmobiliaria
    instalaciones instituto laboratorio libreria llantas mantenimiento maquinaria materiales muebles notaria
    operadora papeleria productos proveedora proyectos refaccionaria refacciones representaciones
    restaurante seguridad seguros servicio servicios sistemas son sons suministros tecnologia tecnologias
    textiles transportes universidad viajes y
    """)

  private static func set(_ words: String) -> Set<String> {
    Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
