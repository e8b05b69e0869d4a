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
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
  .product(name: "NIOHTTP1", package: "swift-nio"),
]

/// A target of the product; it may import what it lists and nothing else.
func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of a target.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "passerelle",
  products: [
    .executable(name: "passerelle", targets: ["PasserelleCLI"]),
    .library(name: "Passerelle", targets: ["Passerelle"]),
    .library(name: "PasserelleCore", targets: ["PasserelleCore"]),
    .library(name: "PasserelleGraph", targets: ["PasserelleGraph"]),
    .library(name: "PasserelleText", targets: ["PasserelleText"]),
    .library(name: "PasserelleSegments", targets: ["PasserelleSegments"]),
    .library(name: "PasserelleIndex", targets: ["PasserelleIndex"]),
    .library(name: "PasserelleOntology", targets: ["PasserelleOntology"]),
    .library(name: "PasserelleMatching", targets: ["PasserelleMatching"]),
    .library(name: "PasserelleNetwork", targets: ["PasserelleNetwork"]),
    .library(name: "PasserelleConformance", targets: ["PasserelleConformance"]),
    .library(
      name: "PasserelleParsers",
      targets: ["PasserelleArchive", "PasserelleJSON", "PasserelleXML", "PasserelleRDF", "PasserelleSPARQL"]),
    .library(name: "PasserelleXML", targets: ["PasserelleXML"]),
    .library(name: "PasserelleSources", targets: ["PasserelleSources"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
  ],
  targets: [
    // Layer 0: system libraries.
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CSerd", pkgConfig: "serd-0", providers: [.apt(["libserd-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(name: "CYajl", pkgConfig: "yajl", providers: [.apt(["libyajl-dev"])]),

    // Layer 1: what everything speaks in.
    module("PasserelleCore", []),
    module("PasserelleDigest", ["PasserelleCore", "CCrypto"]),
    module("PasserelleText", ["CStemmer"]),
    module("PasserelleSegments", ["PasserelleCore", "CXXHash"]),
    module("PasserelleOntology", ["PasserelleCore", "PasserelleText", yams]),

    // Layer 2: engines, each blind to the others.
    module("PasserelleArchive", ["PasserelleCore", "CArchive"]),
    module("PasserelleJSON", ["PasserelleCore", "CYajl"]),
    module("PasserelleXML", ["PasserelleCore", "CLibXML2"]),
    module("PasserelleRDF", ["PasserelleCore", "PasserelleJSON", "PasserelleXML", "CSerd"]),
    module("PasserelleSPARQL", ["PasserelleCore", "CPCRE2"]),
    module(
      "PasserelleGraph",
      ["PasserelleCore", "PasserelleDigest", "PasserelleSegments", grdb, grdbSQLite]),
    module("PasserelleIndex", ["PasserelleCore", "PasserelleText", "PasserelleSegments"]),
    module("PasserelleResolution", ["PasserelleCore", "PasserelleText"]),
    module("PasserelleNetwork", ["PasserelleCore"]),
    module(
      "PasserelleMatching",
      ["PasserelleCore", "PasserelleText", "PasserelleSegments", "PasserelleOntology"]),

    // Layer 3: formats in and out.
    module(
      "PasserelleSources",
      [
        "PasserelleCore", "PasserelleText", "PasserelleArchive", "PasserelleJSON", "PasserelleXML",
        "PasserelleRDF", "PasserelleOntology", yams,
      ]),
    module("PasserelleRendering", ["PasserelleCore"]),

    // Layer 4: stages, evaluations, façade.
    module(
      "PasserellePipeline",
      [
        "PasserelleCore", "PasserelleDigest", "PasserelleText", "PasserelleSegments", "PasserelleOntology",
        "PasserelleArchive", "PasserelleGraph", "PasserelleIndex", "PasserelleMatching",
        "PasserelleNetwork", "PasserelleResolution", "PasserelleSources", "PasserelleRendering",
      ]),
    module(
      "PasserelleConformance",
      [
        "PasserelleCore", "PasserelleDigest", "PasserelleText", "PasserelleOntology", "PasserelleArchive",
        "PasserelleJSON", "PasserelleXML", "PasserelleRDF", "PasserelleSPARQL", "PasserelleIndex",
        "PasserelleMatching", "PasserelleNetwork", "PasserelleResolution",
      ]),
    module(
      "Passerelle",
      [
        "PasserelleCore", "PasserelleDigest", "PasserelleText", "PasserelleOntology", "PasserelleArchive",
        "PasserelleJSON", "PasserelleRDF", "PasserelleSPARQL", "PasserelleGraph", "PasserelleIndex",
        "PasserelleMatching", "PasserelleNetwork", "PasserelleResolution", "PasserelleSources",
        "PasserelleRendering", "PasserellePipeline", "PasserelleConformance", yams,
      ]),

    // Layer 5: thin shells.
    module("PasserelleWeb", ["Passerelle", "PasserelleCore"] + nio),
    .executableTarget(
      name: "PasserelleCLI",
      dependencies: ["Passerelle", "PasserelleCore", "PasserelleRendering", "PasserelleWeb", argumentParser],
      swiftSettings: strict),

    .target(
      name: "PasserelleTestSupport",
      dependencies: ["PasserelleCore", "PasserelleText", "PasserelleSegments", grdb, grdbSQLite],
      swiftSettings: strict),
    tests("PasserelleCore", ["PasserelleCore", "PasserelleTestSupport"]),
    tests("PasserelleDigest", ["PasserelleCore", "PasserelleDigest"]),
    tests("PasserelleText", ["PasserelleText", "PasserelleTestSupport"]),
    tests("PasserelleSegments", ["PasserelleCore", "PasserelleSegments", "PasserelleTestSupport"]),
    tests(
      "PasserelleIndex",
      ["PasserelleCore", "PasserelleText", "PasserelleSegments", "PasserelleIndex", "PasserelleTestSupport"]),
    tests(
      "PasserelleOntology",
      ["PasserelleCore", "PasserelleText", "PasserelleOntology", "PasserelleTestSupport"]),
    tests("PasserelleArchive", ["PasserelleCore", "PasserelleArchive", "CArchive"]),
    tests("PasserelleNetwork", ["PasserelleCore", "PasserelleNetwork", "PasserelleTestSupport"]),
    tests("PasserelleJSON", ["PasserelleCore", "PasserelleJSON"]),
    tests("PasserelleXML", ["PasserelleCore", "PasserelleXML"]),
    tests("PasserelleRDF", ["PasserelleCore", "PasserelleJSON", "PasserelleRDF"]),
    tests(
      "PasserelleSPARQL",
      [
        "PasserelleCore", "PasserelleDigest", "PasserelleJSON", "PasserelleXML", "PasserelleRDF",
        "PasserelleSPARQL", "PasserelleConformance",
      ]),
    tests(
      "PasserelleGraph",
      [
        "PasserelleCore", "PasserelleDigest", "PasserelleSegments", "PasserelleGraph",
        "PasserelleTestSupport",
        grdb,
      ]),
    tests(
      "PasserelleFullText",
      ["PasserelleCore", "PasserelleText", "PasserelleIndex", "PasserelleTestSupport"]),
    tests("PasserelleWeb", ["Passerelle", "PasserelleCore", "PasserelleWeb", "PasserelleTestSupport"]),
    tests(
      "PasserelleResolution",
      ["PasserelleCore", "PasserelleText", "PasserelleResolution", "PasserelleConformance"]),
    tests(
      "PasserelleMatching",
      [
        "PasserelleCore", "PasserelleText", "PasserelleSegments", "PasserelleOntology", "PasserelleMatching",
        "PasserelleTestSupport",
      ]),
    tests(
      "PasserelleSources",
      [
        "PasserelleCore", "PasserelleText", "PasserelleArchive", "PasserelleJSON", "PasserelleXML",
        "PasserelleRDF", "PasserelleOntology", "PasserelleSources",
      ]),
    tests("PasserelleRendering", ["PasserelleCore", "PasserelleRendering"]),
    tests(
      "PasserelleConformance",
      [
        "PasserelleCore", "PasserelleOntology", "PasserelleMatching", "PasserelleConformance",
        "PasserelleTestSupport",
      ]),
    tests(
      "PasserellePipeline",
      [
        "PasserelleCore", "PasserelleDigest", "PasserelleOntology", "PasserelleArchive", "PasserelleGraph",
        "PasserelleMatching", "PasserelleSources", "PasserellePipeline", "PasserelleTestSupport",
      ]),
    tests(
      "Passerelle",
      [
        "Passerelle", "PasserelleCore", "PasserelleText", "PasserelleJSON", "PasserelleGraph",
        "PasserelleIndex", "PasserelleMatching", "PasserelleNetwork", "PasserelleOntology",
        "PasserelleResolution",
        "PasserelleSources", "PasserelleRendering", "PasserellePipeline", "PasserelleTestSupport", grdb,
      ]),
    tests("PasserelleCLI", ["PasserelleTestSupport"]),
    tests(
      "PasserelleDocumentation",
      ["Passerelle", "PasserelleCore", "PasserelleGraph", "PasserelleIndex", "PasserelleSources", grdb]),
  ],
  swiftLanguageModes: [.v6]
)
