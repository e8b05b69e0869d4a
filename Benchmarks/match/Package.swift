// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "match-benchmark",
  dependencies: [.package(name: "passerelle", path: "../..")],
  targets: [
    .executableTarget(
      name: "match-benchmark",
      dependencies: [
        .product(name: "PasserelleCore", package: "passerelle"),
        .product(name: "PasserelleText", package: "passerelle"),
        .product(name: "PasserelleIndex", package: "passerelle"),
        .product(name: "PasserelleMatching", package: "passerelle"),
        .product(name: "PasserelleOntology", package: "passerelle"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
