internal import PasserelleCore
internal import PasserelleOntology

/// What each form of table makes of a row.
extension TableLayout {
  private typealias Entry = PasserelleOntology.CodeList.Entry

  /// A code with labels in many languages.
  func labelled(_ cells: inout TableCells, _ list: ReferenceListInfo?) throws(Refusal) -> ReferenceItem {
    guard let written = cells.text(.code) else { throw Refusal(.referenceNoCode) }
    let code = try normalised(written, list)
    var french: String?
    var english: String?
    var names: [ReferenceItem.Name] = []
    for (language, index) in labels {
      guard let text = cells.text(at: index) else { continue }
      switch language {
      case "fr": french = french ?? text
      case "en": english = english ?? text
      default: names.append(ReferenceItem.Name(language: language, text: text))
      }
    }
    guard let any = french ?? english ?? cells.text(.name) ?? names.first?.text else {
      throw Refusal(.referenceNoName, value: code)
    }
    let parent = try cells.text(.parent).map { text throws(Refusal) in try normalised(text, list) }
    return ReferenceItem(
      entry: Entry(
        code: code, label: LocalizedText(fr: french ?? any, en: english ?? any),
        parent: parent == code ? nil : parent, line: cells.location.line),
      names: names)
  }

  /// The code as its list writes it: the eight digits of CPV, capital letters of NUTS.
  private func normalised(_ written: String, _ list: ReferenceListInfo?) throws(Refusal) -> String {
    switch (list ?? TableForm.list(ofCode: written))?.id {
    case TableForm.cpv.id?:
      guard let code = CPVCode.read(written)?.code else { throw Refusal(.referenceCode, value: written) }
      return code.digits
    case TableForm.nuts.id?:
      guard TableForm.isNUTS(written) else { throw Refusal(.referenceCode, value: written) }
      return written
    default: return written
    }
  }

  /// A commune; a part of one that keeps the code of the whole names it too, another is replaced by the whole.
  func commune(_ cells: inout TableCells) throws(Refusal) -> ReferenceItem {
    let code = try code(&cells, PlaceCode.isCommune)
    let name = try name(cells, .name, code)
    let isPart = ["COMD", "COMA"].contains(cells.text(.kind) ?? "COM")
    let whole = cells.text(.whole)
    let other = cells.text(.otherName)
    return ReferenceItem(
      entry: Entry(
        code: code, label: LocalizedText(verbatim: name),
        parent: cells.text(.parent) ?? PlaceCode.department(ofCommune: code),
        point: cells.point(.latitude, .longitude),
        alternatives: other.map { $0 == name ? [] : [$0] } ?? [],
        replacedBy: isPart && whole != code ? whole : nil, population: cells.number(.population),
        line: cells.location.line),
      isPart: isPart)
  }

  /// A department or a region.
  func territory(_ cells: inout TableCells) throws(Refusal) -> ReferenceItem {
    let code = try code(&cells) { [form] in
      form == .departements ? PlaceCode.isDepartment($0) : $0.utf8.count == 2 && Int($0) != nil
    }
    return ReferenceItem(
      entry: Entry(
        code: code, label: LocalizedText(verbatim: try name(cells, .name, code)), parent: cells.text(.parent),
        point: cells.point(.latitude, .longitude), line: cells.location.line))
  }

  /// A city of the world; with its country it can be found among those of its name.
  func city(_ cells: inout TableCells) throws(Refusal) -> ReferenceItem {
    let code = try code(&cells) { Int($0) != nil }
    let name = try name(cells, .name, code)
    var alternatives: [String] = []
    if let country = cells.text(.country) {
      alternatives = [name + ", " + country]
      if let district = cells.text(.district) { alternatives.append(name + ", " + district + ", " + country) }
    }
    return ReferenceItem(
      entry: Entry(
        code: code, label: LocalizedText(verbatim: name), point: cells.point(.latitude, .longitude),
        alternatives: alternatives, population: cells.number(.population), line: cells.location.line))
  }

  /// One of the two cities of a twinning, by its Wikidata number.
  func twin(
    _ cells: inout TableCells, _ code: TableForm.Field, _ name: TableForm.Field,
    _ population: TableForm.Field, _ point: TableForm.Field
  ) throws(Refusal) -> ReferenceItem {
    guard let address = cells.text(code) else { throw Refusal(.referenceNoCode) }
    let number = String(
      address[(address.lastIndex(of: "/").map { address.index(after: $0) } ?? address.startIndex)...])
    guard number.first == "Q", Int(number.dropFirst()) != nil else {
      throw Refusal(.referenceCode, value: address)
    }
    return ReferenceItem(
      entry: Entry(
        code: number, label: LocalizedText(verbatim: try self.name(cells, name, number)),
        point: cells.point(point), population: cells.number(population), line: cells.location.line))
  }

  private func code(_ cells: inout TableCells, _ isSound: (String) -> Bool) throws(Refusal) -> String {
    guard let code = cells.text(.code) else { throw Refusal(.referenceNoCode) }
    guard isSound(code) else { throw Refusal(.referenceCode, value: code) }
    return code
  }

  private func name(_ cells: TableCells, _ field: TableForm.Field, _ code: String) throws(Refusal) -> String {
    // A column that is preferred may be empty where the plain one is not.
    guard let name = cells.text(field) ?? cells.text(.otherName) else {
      throw Refusal(.referenceNoName, value: code)
    }
    return name
  }
}
