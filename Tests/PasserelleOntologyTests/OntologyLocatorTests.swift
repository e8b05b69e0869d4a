import PasserelleOntology
import Testing

struct OntologyLocatorTests {
  @Test(arguments: [
    ("/usr/bin", ["/usr/bin/Ontology", "/usr/share/passerelle/Ontology"]),
    ("/opt/passerelle/bin/", ["/opt/passerelle/bin/Ontology", "/opt/passerelle/share/passerelle/Ontology"]),
    ("/", ["/Ontology", "/share/passerelle/Ontology"]),
    ("/bin", ["/bin/Ontology", "/share/passerelle/Ontology"]),
    ("build", ["build/Ontology", "build/../share/passerelle/Ontology"]),
  ])
  func looksBesideTheExecutable(directory: String, paths: [String]) {
    #expect(OntologyLocator.candidates(explicit: nil, executableDirectory: directory) == paths)
    #expect(OntologyLocator.candidates(explicit: "", executableDirectory: directory) == paths)
  }

  @Test func triesOnlyWhatIsAskedFor() {
    #expect(OntologyLocator.candidates(explicit: "mine", executableDirectory: "/usr/bin") == ["mine"])
  }
}
