/// The IRIs of the classes and relations that code refers to; the ontology describes them all.
public enum Vocabulary {
  /// The product's own namespace, whatever the base of identifiers.
  public static let pas = "https://passerelle.example/ontology#"
  /// The eProcurement Ontology.
  public static let epo = "http://data.europa.eu/a4g/ontology#"
  /// The Organization Ontology.
  public static let org = "http://www.w3.org/ns/org#"
  /// SKOS.
  public static let skos = "http://www.w3.org/2004/02/skos/core#"
  /// Dublin Core terms.
  public static let dct = "http://purl.org/dc/terms/"
  /// PROV-O.
  public static let prov = "http://www.w3.org/ns/prov#"
  /// schema.org.
  public static let schema = "https://schema.org/"
  /// RDF.
  public static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  /// RDF Schema.
  public static let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
  /// XML Schema datatypes.
  public static let xsd = "http://www.w3.org/2001/XMLSchema#"

  /// `rdf:type`.
  public static let type = rdf + "type"
  /// `rdfs:label`.
  public static let label = rdfs + "label"

  // Classes

  /// A contract that was awarded, or one lot of it.
  public static let contract = epo + "Contract"
  /// A public body that buys.
  public static let buyer = epo + "Buyer"
  /// An economic operator that won.
  public static let winner = epo + "Winner"
  /// A change to a contract in execution.
  public static let modification = epo + "ContractModification"
  /// A specification: what a buyer wants, in words.
  public static let specification = pas + "Specification"
  /// A claim of the product's facts: a statement with its modality, certainty and place in a document.
  public static let claim = pas + "Claim"
  /// A document that claims come from.
  public static let document = pas + "Document"

  // Relations

  /// Thing → BCP 47 language of its text.
  public static let language = dct + "language"
  /// Contract → title.
  public static let title = dct + "title"
  /// Thing → description.
  public static let description = dct + "description"
  /// Thing → identifier as its source writes it.
  public static let identifier = dct + "identifier"
  /// Record, claim or award → document or data set it comes from.
  public static let source = dct + "source"
  /// Contract → buyer.
  public static let hasBuyer = pas + "hasBuyer"
  /// Contract → winner; several for a group.
  public static let hasWinner = pas + "hasWinner"
  /// Contract → CPV code.
  public static let hasMainClassification = epo + "hasMainClassification"
  /// Contract → nature (contract, framework agreement, subsequent contract).
  public static let hasNature = pas + "hasNature"
  /// Contract → procedure type as written.
  public static let hasProcedure = pas + "hasProcedure"
  /// Contract → price form (firm, revisable…).
  public static let hasPriceForm = pas + "hasPriceForm"
  /// Contract → duration in months.
  public static let durationMonths = pas + "durationMonths"
  /// Contract → date of notification to the winner.
  public static let notified = pas + "notified"
  /// Contract → date when the data were published.
  public static let published = dct + "issued"
  /// Contract → amount, tax excluded; its currency is `currency`.
  public static let amount = pas + "amount"
  /// Contract → ISO 4217 code.
  public static let currency = pas + "currency"
  /// Contract → place of performance.
  public static let placeOfPerformance = pas + "placeOfPerformance"
  /// Contract → place of performance in words.
  public static let placeName = pas + "placeName"
  /// Contract → postal code of the place of performance.
  public static let postalCode = pas + "postalCode"
  /// Contract → modification.
  public static let hasModification = pas + "hasModification"
  /// Organisation → name.
  public static let name = schema + "name"
  /// Organisation → establishment number.
  public static let siret = pas + "siret"
  /// Organisation → company number.
  public static let siren = pas + "siren"
  /// Thing → degrees north (WGS 84), a decimal.
  public static let latitude = schema + "latitude"
  /// Thing → degrees east (WGS 84), a decimal.
  public static let longitude = schema + "longitude"
  /// Territory → how many people live there, an integer.
  public static let population = pas + "population"
  /// Thing → value of a field as its source wrote it, `field=value`, where it was repaired.
  public static let sourceValue = pas + "sourceValue"
  /// Thing → state that its record was laid together from: date, SHA-256 and name; see ``RecordAmendment``.
  public static let amendedBy = pas + "amendedBy"
  /// Thing → true for generated data.
  public static let isDemonstration = pas + "isDemonstration"
  /// Specification → text of one paragraph.
  public static let text = pas + "text"
  /// Claim → subject.
  public static let claimSubject = rdf + "subject"
  /// Claim → relation.
  public static let claimPredicate = rdf + "predicate"
  /// Claim → object.
  public static let claimObject = rdf + "object"
  /// Claim → modality.
  public static let modality = pas + "modality"
  /// Claim → certainty.
  public static let certainty = pas + "certainty"
  /// Claim → who says so.
  public static let speaker = pas + "speaker"
  /// Claim → lines of the document.
  public static let lines = pas + "lines"
  /// Claim → first date of validity.
  public static let since = schema + "startDate"
  /// Claim → last date of validity.
  public static let until = schema + "endDate"
}
