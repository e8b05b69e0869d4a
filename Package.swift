// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")

let package = Package(
  name: "passerelle",
  products: [
    .library(name: "Passerelle", targets: ["PasserelleCore"])
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0")
  ],
  targets: [
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "PasserelleCore", swiftSettings: strict),
    .target(
      name: "PasserelleDigest", dependencies: ["PasserelleCore", "CCrypto"], swiftSettings: strict),
    .target(
      name: "PasserelleGraph", dependencies: ["PasserelleCore", "PasserelleDigest", grdb, grdbSQLite],
      exclude: ["FullText"], swiftSettings: strict),
    .testTarget(
      name: "PasserelleCoreTests", dependencies: ["PasserelleCore"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
