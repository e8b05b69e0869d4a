// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "resolution-benchmark",
  dependencies: [.package(name: "passerelle", path: "../..")],
  targets: [
    .executableTarget(
      name: "resolution-benchmark",
      dependencies: [.product(name: "PasserelleConformance", package: "passerelle")])
  ],
  swiftLanguageModes: [.v6]
)
