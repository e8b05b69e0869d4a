/// Codes that tell what a buyer is and does: those of eForms, and what the standard forms before them say instead.
enum BuyerCodes {
  /// What a buyer is (BT-11).
  static let legalTypes: Set<String> = [
    "body-pl", "body-pl-cga", "body-pl-la", "body-pl-ra", "cga", "def-cont", "eu-ins-bod-ag", "int-org",
    "la", "org-sub", "org-sub-cga", "org-sub-la", "org-sub-ra", "pub-undert", "pub-undert-cga",
    "pub-undert-la", "pub-undert-ra", "ra", "spec-rights-entity",
  ]
  /// What a buyer does (BT-10).
  static let activities: Set<String> = [
    "airport", "defence", "econ-aff", "education", "electricity", "env-pro", "gas-heat", "gas-oil",
    "gen-pub", "hc-am", "health", "port", "post", "pub-os", "rail", "rcr", "soc-pro", "solid-fuel",
    "urttb", "water",
  ]

  /// What the standard forms call buyers; where they put two kinds into one, so does the code.
  static let formerLegalTypes: [String: String] = [
    "MINISTRY": "cga", "NATIONAL_AGENCY": "agency-national", "REGIONAL_AUTHORITY": "ra-la",
    "REGIONAL_AGENCY": "agency-ra-la", "BODY_PUBLIC": "body-pl", "EU_INSTITUTION": "eu-int-org",
  ]
  /// What the standard forms call activities.
  static let formerActivities: [String: String] = [
    "GENERAL_PUBLIC_SERVICES": "gen-pub", "DEFENCE": "defence", "PUBLIC_ORDER_AND_SAFETY": "pub-os",
    "ENVIRONMENT": "env-pro", "ECONOMIC_AND_FINANCIAL_AFFAIRS": "econ-aff", "HEALTH": "health",
    "HOUSING_AND_COMMUNITY_AMENITIES": "hc-am", "SOCIAL_PROTECTION": "soc-pro",
    "RECREATION_CULTURE_AND_RELIGION": "rcr", "EDUCATION": "education",
    "PRODUCTION_TRANSPORT_DISTRIBUTION_GAS_HEAT": "gas-heat", "ELECTRICITY": "electricity",
    "EXPLORATION_EXTRACTION_GAS_OIL": "gas-oil", "EXPLORATION_EXTRACTION_COAL_OTHER_SOLID_FUEL": "solid-fuel",
    "WATER": "water", "POSTAL_SERVICES": "post", "RAILWAY_SERVICES": "rail",
    "URBAN_RAILWAY_TRAMWAY_TROLLEYBUS_BUS_SERVICES": "urttb", "PORT_RELATED_ACTIVITIES": "port",
    "AIRPORT_RELATED_ACTIVITIES": "airport",
  ]
}
