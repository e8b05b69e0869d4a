// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "formats-benchmark",
  dependencies: [.package(name: "passerelle", path: "../..")],
  targets: [
    .executableTarget(
      name: "xml-parse",
      dependencies: [
        .product(name: "PasserelleCore", package: "passerelle"),
        .product(name: "PasserelleXML", package: "passerelle"),
        .product(name: "PasserelleSources", package: "passerelle"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
