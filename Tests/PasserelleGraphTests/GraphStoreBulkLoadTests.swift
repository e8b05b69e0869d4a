import GRDB
import PasserelleCore
import PasserelleTestSupport
import Testing

@testable import PasserelleGraph

@Suite struct GraphStoreBulkLoadTests {
  private func orders(_ store: GraphStore) throws -> [String] {
    try store.readRaw { db in
      try String.fetchAll(
        db,
        sql:
          "SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'quad!_%' ESCAPE '!' ORDER BY name"
      )
    }
  }

  @Test func ordersComeBackAfterABulkLoad() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    try store.suspendProvisionalOrders()
    #expect(try orders(store) == [])
    _ = try fixture.writer(store).write(records(20, seed: 7))
    let before = try store.read { try $0.storeHash() }
    try store.resumeProvisionalOrders()
    #expect(try orders(store) == ["quad_osp", "quad_pos", "quad_spo"])
    #expect(try store.read { try $0.storeHash() } == before)
  }

  @Test func openingMakesTheOrdersThatAKilledLoadLeftOut() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open()
    try store.suspendProvisionalOrders()
    _ = try fixture.writer(store).write(records(5, seed: 8))
    try store.close()
    #expect(try orders(fixture.open()) == ["quad_osp", "quad_pos", "quad_spo"])
  }

  @Test func aStoreWithoutOrdersStaysWithoutThem() throws {
    let fixture = try GraphFixture()
    let store = try fixture.open(provisional: false)
    try store.suspendProvisionalOrders()
    try store.resumeProvisionalOrders()
    #expect(try orders(store) == [])
  }
}
