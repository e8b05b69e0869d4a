import GRDB
import GRDBSQLite
import PasserelleCore

/// A prepared SQLite statement driven by hand: what hot paths use instead of GRDB's values.
///
/// - Note: Not for use outside the closure that gave the connection.
struct RawStatement: ~Copyable {
  private let handle: OpaquePointer
  private let connection: OpaquePointer

  init(_ database: Database, _ sql: String) throws {
    guard let connection = database.sqliteConnection else { throw StoreErrors.closed() }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement else { throw StoreErrors.error(code, connection) }
    handle = statement
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  func bind(_ value: Int64, at index: Int32) { sqlite3_bind_int64(handle, index, value) }

  func bindNull(at index: Int32) { sqlite3_bind_null(handle, index) }

  func bind(_ bytes: [UInt8], at index: Int32) {
    guard !bytes.isEmpty else {
      sqlite3_bind_zeroblob(handle, index, 0)
      return
    }
    _ = bytes.withUnsafeBytes {
      sqlite3_bind_blob64(handle, index, $0.baseAddress, UInt64($0.count), Self.transient)
    }
  }

  /// Binds bytes that stay where they are until the statement has run.
  func bind(lent bytes: UnsafeRawBufferPointer, at index: Int32) {
    sqlite3_bind_blob64(handle, index, bytes.baseAddress, UInt64(bytes.count), nil)
  }

  /// Binds text that stays where it is until the statement has run.
  func bind(lentText bytes: UnsafeRawBufferPointer, at index: Int32) {
    let text = bytes.assumingMemoryBound(to: CChar.self).baseAddress
    sqlite3_bind_text64(handle, index, text, UInt64(bytes.count), nil, UInt8(SQLITE_UTF8))
  }

  func bind(text: String, at index: Int32) {
    _ = text.withCString {
      sqlite3_bind_text64(handle, index, $0, UInt64(text.utf8.count), Self.transient, UInt8(SQLITE_UTF8))
    }
  }

  /// Steps once: true while there is a row.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw StoreErrors.error(code, connection)
    }
  }

  func reset() { sqlite3_reset(handle) }

  /// Runs a statement that gives no row, and makes it ready to run again.
  func run() throws {
    defer { reset() }
    while try step() {}
  }

  func int64(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func text(_ column: Int32) -> String {
    let count = Int(sqlite3_column_bytes(handle, column))
    guard let bytes = sqlite3_column_text(handle, column) else { return "" }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  func withBlob<R>(_ column: Int32, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    let bytes = sqlite3_column_blob(handle, column)
    let count = Int(sqlite3_column_bytes(handle, column))
    return try body(UnsafeRawBufferPointer(start: bytes, count: count))
  }

  /// Tells SQLite to copy what is bound.
  private static var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
