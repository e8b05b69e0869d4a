/// The release schema of the Open Contracting Data Standard, a line an object: its fields with what they hold.
///
/// `!` marks what is required, `[…]` a list, `=` the codes of a closed list, a capital another object.
///
/// Source: `release-schema.json`.
enum OCDSSchemaTable {
  static let text = """
    Release ocid:text! id:text! date:moment! publisher:Identifier tag:[string]! initiationType:=tender!
      parties:[Organization] buyer:OrganizationReference planning:Planning tender:Tender awards:[Award]
      contracts:[Contract] language:string relatedProcesses:[RelatedProcess] links:[Link]
    Planning id:string rationale:string budget:Budget project:Project
      finalStatus:=cancelled,unsuccessful finalStatusDetails:string finalStatusDate:moment
      documents:[Document] milestones:[Milestone]
    Tender id:identifier! identifiers:[SimpleIdentifier] title:string description:string
      status:=planning,planned,active,complete,cancelled,unsuccessful,withdrawn
      finalStatus:=complete,cancelled,unsuccessful finalStatusDetails:string finalStatusDate:moment
      procuringEntity:OrganizationReference items:[Item] value:Value minValue:Value maximumValue:Value
      deliveryLocations:[Location] deliveryAddresses:[Address]
      procurementMethod:=open,selective,limited,direct procurementMethodDetails:string
      procurementMethodRationale:string mainProcurementCategory:=goods,services,works
      additionalProcurementCategories:[string] awardCriteria:string awardCriteriaDetails:string
      submissionMethod:[string] submissionMethodDetails:string submissionTerms:SubmissionTerms
      datePublished:moment expressionOfInterestDeadline:moment tenderPeriod:Period enquiryPeriod:Period
      hasEnquiries:boolean eligibilityCriteria:string exclusionGrounds:ExclusionGrounds
      selectionCriteria:SelectionCriteria awardPeriod:Period standstillPeriod:Period
      contractPeriod:Period numberOfTenderers:integer tenderers:[OrganizationReference]
      documents:[Document] milestones:[Milestone] amendments:[Amendment] amendment:Amendment
    Award id:identifier! title:string description:string status:=pending,active,cancelled,unsuccessful
      finalStatus:=complete,cancelled,unsuccessful finalStatusDetails:string finalStatusDate:moment
      date:moment datePublished:moment value:Value maximumValue:Value estimatedValue:Value
      suppliers:[OrganizationReference] items:[Item] contractPeriod:Period documents:[Document]
      amendments:[Amendment] amendment:Amendment
    Contract id:identifier! identifiers:[SimpleIdentifier] awardID:identifier! title:string
      description:string status:=pending,active,terminated,cancelled
      finalStatus:=complete,incomplete,cancelled,unsuccessful finalStatusDetails:string
      finalStatusDate:moment dateSigned:moment value:Value maximumValue:Value estimatedValue:Value
      items:[Item] period:Period documents:[Document] implementation:Implementation
      relatedProcesses:[RelatedProcess] milestones:[Milestone] amendments:[Amendment]
      amendment:Amendment
    Implementation transactions:[Transaction] milestones:[Milestone] documents:[Document]
    Milestone id:identifier! title:string type:string description:string code:string dueAfterDate:moment
      dueDate:moment dateMet:moment dateModified:moment status:=scheduled,met,notMet,partiallyMet
      documents:[Document] value:Value
    Document id:identifier! documentType:string title:string description:string url:uri
      datePublished:moment dateModified:moment format:string languages:[string] language:string
      relatedItems:[string]
    Budget id:identifier description:string amount:Value project:string projectID:identifier uri:uri
      source:uri
    Transaction id:identifier! source:uri date:moment value:Value payer:OrganizationReference
      payee:OrganizationReference uri:uri amount:Value providerOrganization:Identifier
      receiverOrganization:Identifier
    OrganizationReference name:text id:identifier identifier:Identifier address:Address
      additionalIdentifiers:[Identifier] contactPoint:ContactPoint
    Organization name:string id:string identifier:Identifier additionalIdentifiers:[Identifier]
      address:Address contactPoint:ContactPoint roles:[string] details:object
    Item id:identifier! description:string classification:Classification
      additionalClassifications:[Classification] quantity:number unit:Unit
      immediateContainer:ImmediateContainer deliveryLocations:[Location] deliveryAddresses:[Address]
    Amendment date:moment rationale:string id:string description:string amendsReleaseID:string
      releaseID:string changes:[object]
    Classification scheme:string id:identifier description:string uri:uri
    Identifier scheme:string id:identifier legalName:string uri:uri
    Location description:string geometry:object gazetteer:object uri:uri
    Address streetAddress:string locality:string region:string postalCode:string country:country
      countryName:string description:string
    ContactPoint name:string email:string telephone:string faxNumber:string url:uri
    Value amount:number amountNet:number amountGross:number currency:currency
    Period startDate:moment endDate:moment maxExtentDate:moment durationInDays:integer
    RelatedProcess id:string relationship:[string] title:string scheme:string identifier:string uri:uri
    Unit scheme:string id:string name:string value:Value uri:uri
    ImmediateContainer name:text capacity:Quantity
    Quantity unit:SimpleUnit value:any
    SimpleUnit scheme:text id:text
    Link rel:string href:uri
    SimpleIdentifier scheme:string id:string
    SubmissionTerms electronicSubmissionPolicy:=required,allowed,notAllowed
    ExclusionGrounds description:text
    SelectionCriteria description:text
    Project id:text title:text description:text totalValue:Value uri:uri sector:Classification
      additionalClassifications:[Classification] locations:[Location]
    """
}
