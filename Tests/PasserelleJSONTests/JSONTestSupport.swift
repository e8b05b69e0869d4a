import PasserelleCore
import PasserelleJSON

/// What a reader gave, in a form that tests compare.
struct Reading: Equatable {
  var values: [JSONValue] = []
  var bytes: [String] = []
  var lines: [Int?] = []
  var ranks: [Int?] = []
  var offsets: [Int?] = []
  var refused: [String] = []
  var refusedBytes: [[UInt8]] = []

  var count: Int { values.count + refused.count }
}

func read(
  _ text: some Sequence<UInt8>, _ layout: JSONRecordLayout = .arrays([["marches"]]), chunk: Int = 256 << 10,
  depth: Int = 64, recordBytes: Int = 16 << 20, stopAfter: Int = .max
) throws -> Reading {
  var source: any ByteSource = MemoryByteSource(text)
  let limits = JSONLimits(depth: depth, recordBytes: recordBytes, chunkBytes: chunk)
  var result = Reading()
  try JSONRecordReader(layout: layout, limits: limits).read(&source, file: "t.json") { item in
    switch item {
    case .record(let record):
      result.values.append(record.value)
      result.bytes.append(String(decoding: record.bytes, as: UTF8.self))
      result.lines.append(record.location.line)
      result.ranks.append(record.location.record)
      result.offsets.append(record.location.byteOffset)
    case .refused(let refused):
      result.refused.append(refused.diagnostics[0].code.name)
      result.refusedBytes.append(refused.bytes)
    }
    return result.count < stopAfter
  }
  return result
}

func errorCode(_ body: () throws -> Void) -> PasserelleError.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? PasserelleError)?.code
  }
}
