import Foundation
import PasserelleCore
import PasserelleOntology
import PasserelleSources
import Testing

/// Official tables in CSV: told by their headings, every row accounted for.
@Suite struct TableFileTests {
  private struct Reading {
    var list: ReferenceListInfo?
    var items: [ReferenceItem] = []
    var refused: [DiagnosticCode] = []
    var told: [DiagnosticCode] = []
    var rows = 0

    var entries: [PasserelleOntology.CodeList.Entry] { items.map(\.entry) }
  }

  private func read(_ bytes: [UInt8], file: String = "table.csv") throws -> Reading {
    let table = try #require(TableFile.detect(firstBytes: Array(bytes.prefix(16 << 10))))
    var result = Reading()
    var input: any ByteSource = MemoryByteSource(bytes)
    try table.read(&input, file: file) { list, row in
      result.list = list
      result.rows += 1
      result.items += row.items
      result.refused += row.refusal?.diagnostics.map(\.code) ?? []
      result.told += row.diagnostics.map(\.code)
      return true
    }
    return result
  }

  private func read(_ text: String) throws -> Reading { try read(Array(text.utf8)) }

  @Test func codesOfProcurementHaveAllTheirNames() throws {
    let reading = try read(
      """
      code,Name,fra_label,por_label,eng_label,parent
      45000000-7,Construction work,Travaux de construction,Construção,Construction work,
      45310000,"Electrical, installation",Travaux d'équipement électrique,,Electrical installation work,45300000

      """)
    #expect(reading.list?.id == "cpv" && reading.refused.isEmpty)
    #expect(reading.entries.map(\.code) == ["45000000", "45310000"])
    #expect(reading.entries.map(\.parent) == [nil, "45300000"])
    #expect(reading.entries[1].label.french == "Travaux d'équipement électrique")
    #expect(reading.items[0].names == [.init(language: "pt", text: "Construção")])
    #expect(reading.entries.map(\.line) == [2, 3])
  }

  /// Most territorial units have a name in the language of their country only.
  @Test func aNameInAnyLanguageServes() throws {
    let reading = try read("code,deu_label,fra_label,parent\nAT11,Burgenland,,AT1\nAT1,,,AT\n")
    #expect(reading.list?.id == "nuts")
    #expect(reading.entries.map(\.label.french) == ["Burgenland"])
    #expect(reading.refused == [.referenceNoName])
  }

  @Test func communesHaveTheirPointAndPopulation() throws {
    let reading = try read(
      """
      insee_com,insee_dep,commune,commune_article,code_postal,commune_type,insee_parente,lat,lng,population_2021
      01001,01,Abergement-Clémenciat,L'Abergement-Clémenciat,01400,COM,,46.1517,4.9306,832
      01015,,Arbignieu,Arbignieu,01300,COMD,01015,45.7,5.6,667
      60694,,Villotran,Villotran,60390,COMD,60456,,,12
      2A001,2A,Afa,Afa,20167,COM,,41.981,8.79754,1 336

      """)
    #expect(reading.list?.id == "communes" && reading.list?.parentList == "departements")
    let first = try #require(reading.entries.first)
    #expect(
      first.label.french == "L'Abergement-Clémenciat" && first.alternatives == ["Abergement-Clémenciat"])
    #expect(first.parent == "01" && first.population == 832)
    #expect(first.point == GeographicPoint(latitude: 46.1517, longitude: 4.9306))
    #expect(reading.items.map(\.isPart) == [false, true, true, false])
    #expect(reading.entries.map(\.replacedBy) == [nil, nil, "60456", nil])
    #expect(reading.entries.map(\.parent) == ["01", "01", "60", "2A"])
    #expect(reading.entries[3].population == 1336)
    #expect(reading.told == [.referenceColumn, .referenceNoPoint])
  }

  /// The tables that INSEE itself publishes (code officiel géographique).
  @Test func theTablesOfINSEEAreRead() throws {
    let communes = try read(
      "TYPECOM,COM,REG,DEP,NCC,NCCENR,LIBELLE,COMPARENT\nCOM,38185,84,38,GRENOBLE,Grenoble,Grenoble,\n")
    #expect(communes.list?.id == "communes" && communes.entries.first?.label.french == "Grenoble")
    let departments = try read("DEP,REG,CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE\n01,84,01053,5,AIN,Ain,Ain\n")
    #expect(departments.list?.id == "departements" && departments.entries.first?.parent == "84")
    let regions = try read("REG;CHEFLIEU;LIBELLE\n84;69123;Auvergne-Rhône-Alpes\n")
    #expect(regions.list?.id == "regions" && regions.entries.first?.label.french == "Auvergne-Rhône-Alpes")
  }

  @Test func citiesAreToldApartByTheirCountry() throws {
    let reading = try read(
      "name,country,subcountry,geonameid\nLyon,France,Auvergne-Rhône-Alpes,2996944\nTripoli,Libya,,2210247\n")
    #expect(reading.list?.id == "cities")
    #expect(
      reading.entries.map(\.alternatives) == [
        ["Lyon, France", "Lyon, Auvergne-Rhône-Alpes, France"], ["Tripoli, Libya"],
      ])
  }

  @Test func aTwinningGivesTwoCities() throws {
    let head =
      "city,cityLabel,city_population,city_coordinate_location,sister,sisterLabel,sister_population,sister_coordinate_location\n"
    let reading = try read(
      head
        + "http://www.wikidata.org/entity/Q216,Vilnius,574147,Point(25.28 54.68),http://www.wikidata.org/entity/Q172,Toronto,,Point(-79.38 43.67)\n"
        + "http://www.wikidata.org/entity/Q1,A,12,Point(200 1),http://www.wikidata.org/entity/Q2,B,viele,nowhere\n"
        + "http://example.org/x,A,,,http://www.wikidata.org/entity/Q2,B,,\n")
    #expect(reading.list?.id == "twin-cities")
    #expect(reading.entries.map(\.code) == ["Q216", "Q172", "Q1", "Q2"])
    #expect(reading.entries[1].point == GeographicPoint(latitude: 43.67, longitude: -79.38))
    #expect(reading.entries[1].population == nil && reading.entries[2].point == nil)
    #expect(Set(reading.told) == [.referencePoint, .referenceNumber])
    #expect(reading.refused == [.referenceCode])
  }

  @Test func everyFaultOfARowHasItsCode() throws {
    var bytes = Array("insee_com,commune,lat,lng\n".utf8)
    bytes += Array(",Sans code,1,2\n".utf8)
    bytes += Array("99999,Nulle part,1,2\n".utf8)
    bytes += Array("01001,,1,2\n".utf8)
    bytes += Array("01002,Trop,1,2,3\n".utf8)
    bytes += Array("01003,Caf".utf8) + [0xE9] + Array(",1,2\n".utf8)
    bytes += Array("\n01004,Sain,1,2\n01005,\"ouvert,1,2\n".utf8)
    let reading = try read(bytes)
    #expect(
      reading.refused == [
        .referenceNoCode, .referenceCode, .referenceNoName, .referenceFields, .referenceEncoding,
        .referenceRow,
      ])
    #expect(reading.rows == 7 && reading.entries.map(\.code) == ["01004"])
  }

  @Test func otherTablesAreNoLists() {
    for text in [
      "", "a", "id,objet,montant\n1,x,2\n", "code,name\n1,x\n", "{\"marches\": []}",
      "# Titre\n\ncode, fra_label",
    ] { #expect(TableFile.detect(firstBytes: Array(text.utf8)) == nil, "\(text)") }
    let marked = [0xEF, 0xBB, 0xBF] + Array("insee_reg;region\n84;Auvergne\n".utf8)
    #expect(TableFile.detect(firstBytes: marked) != nil)
  }

  @Test func aMarkAtTheBeginningIsNoPartOfAHeading() throws {
    let reading = try read([0xEF, 0xBB, 0xBF] + Array("insee_reg;region\r\n84;Auvergne\r\n".utf8))
    #expect(reading.entries.map(\.code) == ["84"] && reading.refused.isEmpty)
  }
}
