// swift-tools-version: 6.2
import PackageDescription

let passerelle: (String) -> Target.Dependency = { .product(name: $0, package: "passerelle") }

// Some parsers are open to their own package alone. A package found by its path is called after its folder.
let folder = Context.packageDirectory.split(separator: "/").dropLast().last ?? ""
let packageName = String(folder.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })

let package = Package(
  name: "fuzzing",
  dependencies: [.package(name: "passerelle", path: "..")],
  targets: [
    .systemLibrary(name: "CFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "CFuzzer", passerelle("PasserelleCore"), passerelle("PasserelleParsers"),
        passerelle("PasserelleSources"),
        passerelle("PasserelleText"), passerelle("PasserelleOntology"), passerelle("PasserelleSegments"),
        passerelle("PasserelleIndex"), passerelle("PasserelleMatching"),
      ],
      packageAccess: false,
      swiftSettings: [.unsafeFlags(["-package-name", packageName])]),
  ],
  swiftLanguageModes: [.v6]
)
