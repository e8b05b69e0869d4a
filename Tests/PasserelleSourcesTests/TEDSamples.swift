/// Notices of TED that are made up, as small as they can be.
enum TEDSamples {
  /// A buyer with a contact person.
  static let buyer = """
    <CONTRACTING_BODY><ADDRESS_CONTRACTING_BODY><OFFICIALNAME>Ville de Rivemont</OFFICIALNAME>
    <NATIONALID>99990169700014</NATIONALID><ADDRESS>1 place du Lac</ADDRESS><TOWN>Rivemont</TOWN>
    <POSTAL_CODE>69001</POSTAL_CODE><COUNTRY VALUE="FR"/><CONTACT_POINT>Jeanne Exemple</CONTACT_POINT>
    <PHONE>+33 400000000</PHONE><E_MAIL>marches@rivemont.example</E_MAIL><n:NUTS CODE="FRK26"/>
    </ADDRESS_CONTRACTING_BODY><URL_DOCUMENT>https://marches.example/eau</URL_DOCUMENT></CONTRACTING_BODY>
    """

  /// An object of one lot.
  static let object = """
    <OBJECT_CONTRACT><TITLE><P>Pompes</P></TITLE><CPV_MAIN><CPV_CODE CODE="42122000"/></CPV_MAIN>
    <TYPE_CONTRACT CTYPE="SUPPLIES"/><SHORT_DESCR><P>Pompes pour l’eau potable</P></SHORT_DESCR>
    <OBJECT_DESCR ITEM="1"><CPV_ADDITIONAL><CPV_CODE CODE="42122130"/></CPV_ADDITIONAL><n:NUTS CODE="FRK26"/>
    <MAIN_SITE><P>Rivemont</P></MAIN_SITE><SHORT_DESCR><P>Débit de 30 m<FT TYPE="SUP">3</FT> par heure</P></SHORT_DESCR>
    <DURATION TYPE="MONTH">24</DURATION></OBJECT_DESCR></OBJECT_CONTRACT>
    """

  /// A winner.
  static func winner(_ name: String, number: String, country: String = "FR", tag: String = "CONTRACTOR")
    -> String
  {
    """
    <\(tag)><ADDRESS_\(tag)><OFFICIALNAME>\(name)</OFFICIALNAME><NATIONALID>\(number)</NATIONALID><TOWN>Ici</TOWN>
    <COUNTRY VALUE="\(country)"/></ADDRESS_\(tag)><SME/></\(tag)>
    """
  }

  /// A document of a form: the name of its element with attributes, such as `F02_2014 FORM="F02"`, and what it holds.
  static func document(
    _ form: String, number: String = "000001-2021", basis: String = "32014L0024", _ body: String,
    procedure: String = "1", others: String = "", dispatched: String = "20210105"
  ) -> String {
    let name = form.prefix { $0 != " " }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- composed -->
      <TED_EXPORT xmlns="http://publications.europa.eu/resource/schema/ted/R2.0.9/publication"
        xmlns:n="http://publications.europa.eu/resource/schema/ted/2016/nuts" DOC_ID="\(number)" EDITION="2021005">
      <TECHNICAL_SECTION><RECEPTION_ID>21-000001-001</RECEPTION_ID></TECHNICAL_SECTION>
      <CODED_DATA_SECTION><REF_OJS><NO_OJ>5</NO_OJ><DATE_PUB>20210108</DATE_PUB></REF_OJS>
      <NOTICE_DATA><ISO_COUNTRY VALUE="FR"/></NOTICE_DATA><CODIF_DATA>
      <DS_DATE_DISPATCH>\(dispatched)</DS_DATE_DISPATCH><PR_PROC CODE="\(procedure)"/></CODIF_DATA></CODED_DATA_SECTION>
      <TRANSLATION_SECTION><ML_TITLES><ML_TI_DOC LG="EN"><TI_CY>France</TI_CY><TI_TEXT><P>Pumps</P></TI_TEXT></ML_TI_DOC>
      </ML_TITLES></TRANSLATION_SECTION>
      <FORM_SECTION><\(form) LG="FR" CATEGORY="ORIGINAL"><LEGAL_BASIS VALUE="\(basis)"/>\(body)</\(name)>\(others)</FORM_SECTION>
      </TED_EXPORT>
      """
  }

  /// The head of a procedure that is open.
  static let openProcedure = """
    <PROCEDURE><PT_OPEN/><DATE_RECEIPT_TENDERS>2021-07-01</DATE_RECEIPT_TENDERS>
    <TIME_RECEIPT_TENDERS>12:00</TIME_RECEIPT_TENDERS><LANGUAGES><LANGUAGE VALUE="FR"/></LANGUAGES></PROCEDURE>
    """

  /// An award of a lot.
  static func award(lot: String? = nil, contract: String? = nil, _ winners: String, value: String = "1000")
    -> String
  {
    """
    <AWARD_CONTRACT ITEM="1">\(contract.map { "<CONTRACT_NO>\($0)</CONTRACT_NO>" } ?? "")
    \(lot.map { "<LOT_NO>\($0)</LOT_NO>" } ?? "")<AWARDED_CONTRACT>
    <DATE_CONCLUSION_CONTRACT>2021-01-02</DATE_CONCLUSION_CONTRACT><TENDERS><NB_TENDERS_RECEIVED>3</NB_TENDERS_RECEIVED>
    </TENDERS><CONTRACTORS>\(winners)</CONTRACTORS><VALUES><VAL_ESTIMATED_TOTAL CURRENCY="EUR">1200</VAL_ESTIMATED_TOTAL>
    <VAL_TOTAL CURRENCY="EUR">\(value)</VAL_TOTAL></VALUES></AWARDED_CONTRACT></AWARD_CONTRACT>
    """
  }
}
