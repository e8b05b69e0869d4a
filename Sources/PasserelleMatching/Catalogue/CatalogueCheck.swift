import PasserelleCore

/// Reads sections as columns and refuses those that would lead outside.
struct CatalogueCheck {
  private let sections: CatalogueSections

  init(_ sections: CatalogueSections) { self.sections = sections }

  func counts() throws -> CatalogueCounts {
    let numbers: CatalogueColumn<Int64> = try column(.counts)
    guard let counts = CatalogueCounts(numbers.map { Int($0) }) else { throw damage(.counts) }
    return counts
  }

  /// A column of any length.
  func column<Element>(_ name: CatalogueSections.Name) throws -> CatalogueColumn<Element> {
    let bytes = sections.bytes(name)
    let width = MemoryLayout<Element>.stride
    guard bytes.count % width == 0, UInt(bitPattern: bytes.baseAddress) % UInt(width) == 0 else {
      throw damage(name)
    }
    // The memory holds nothing but numbers, of which every bit pattern is one.
    return CatalogueColumn(bytes.bindMemory(to: Element.self), owner: sections)
  }

  func column<Element>(_ name: CatalogueSections.Name, _ count: Int) throws -> CatalogueColumn<Element> {
    let column: CatalogueColumn<Element> = try column(name)
    guard column.count == count else { throw damage(name) }
    return column
  }

  /// A column of indices of things of which there are `limit`; -1 for none where that is allowed.
  func indices(
    _ name: CatalogueSections.Name, _ count: Int, below limit: Int, orNone: Bool = false
  ) throws -> CatalogueColumn<Int32> {
    let column: CatalogueColumn<Int32> = try column(name, count)
    guard column.isWithin(orNone ? -1 : 0, Int32(limit) - 1) else { throw damage(name) }
    return column
  }

  func lists<Element>(
    _ starts: CatalogueSections.Name, _ values: CatalogueSections.Name, _ count: Int
  ) throws -> CatalogueLists<Element> {
    let numbers: CatalogueColumn<Element> = try column(values)
    return CatalogueLists(starts: try self.starts(starts, count, of: numbers.count), values: numbers)
  }

  func indexLists(
    _ starts: CatalogueSections.Name, _ values: CatalogueSections.Name, _ count: Int, below limit: Int
  ) throws -> CatalogueLists<Int32> {
    let lists: CatalogueLists<Int32> = try lists(starts, values, count)
    guard lists.values.isWithin(0, Int32(limit) - 1) else { throw damage(values) }
    return lists
  }

  func texts(
    _ starts: CatalogueSections.Name, _ bytes: CatalogueSections.Name, _ count: Int
  ) throws -> CatalogueTexts {
    let column: CatalogueColumn<UInt8> = try column(bytes)
    return CatalogueTexts(starts: try self.starts(starts, count, of: column.count), bytes: column)
  }

  /// The awards with a code; searches rely on the order.
  func codeOrder(_ codes: CatalogueColumn<UInt32>) throws -> CatalogueColumn<Int32> {
    let order: CatalogueColumn<Int32> = try column(.codeOrder)
    guard order.count <= codes.count, order.isWithin(0, Int32(codes.count) - 1) else {
      throw damage(.codeOrder)
    }
    var before: UInt32 = 1
    for award in order {
      guard codes[Int(award)] >= before else { throw damage(.codeOrder) }
      before = codes[Int(award)]
    }
    return order
  }

  func table(_ name: CatalogueSections.Name, _ documents: CatalogueColumn<Int64>) throws -> DocumentTable {
    let slots: CatalogueColumn<Int32> = try column(name)
    guard slots.count >= 2, slots.count.nonzeroBitCount == 1,
      slots.isWithin(-1, Int32(documents.count) - 1)
    else { throw damage(name) }
    return DocumentTable(slots: slots, documents: documents)
  }

  /// The texts of the profiles: at least two each, its size and its country.
  func profileTexts(_ count: Int) throws -> (CatalogueColumn<UInt32>, CatalogueTexts) {
    let starts: CatalogueColumn<UInt32> = try column(.profileTextStarts)
    let texts = try texts(.profileTextStarts, .profileTexts, max(0, starts.count - 1))
    let lists = try self.starts(.profileTextLists, count, of: texts.count)
    for index in 0..<count where lists[index + 1] - lists[index] < 2 { throw damage(.profileTextLists) }
    return (lists, texts)
  }

  /// Where each of `count` lists starts, and after them where the last one ends.
  private func starts(
    _ name: CatalogueSections.Name, _ count: Int, of values: Int
  ) throws -> CatalogueColumn<UInt32> {
    let starts: CatalogueColumn<UInt32> = try column(name, count + 1)
    guard starts.isStarts(upTo: values) else { throw damage(name) }
    return starts
  }

  private func damage(_ name: CatalogueSections.Name) -> PasserelleError {
    sections.damage(
      LocalizedText(
        fr: "le contenu de la section \(name.rawValue) ne concorde pas",
        en: "the contents of section \(name.rawValue) do not agree"))
  }
}
