import Passerelle
import PasserelleCore
import Testing

@Suite struct NightlySettingsTests {
  private func read(_ block: String) throws -> NightlySettings {
    try WorkspaceSettings(yaml: "format: passerelle-settings/1\n" + block, path: "settings.yaml").nightly
  }

  @Test func whatIsWrittenIsRead() throws {
    var settings = WorkspaceSettings()
    settings.nightly.volumeNights = 3
    settings.nightly.volumeDropPercent = 80
    settings.nightly.fetchTries = 2
    settings.nightly.reportDays = 10
    settings.nightly.quarantineDays = 20
    settings.nightly.sources = [
      NightlySettings.Source(name: "a", url: "https://data.example.org/x.csv?y=1", folder: "csv/a")
    ]
    #expect(try WorkspaceSettings(yaml: settings.yaml, path: "settings.yaml") == settings)
    #expect(try read("") == NightlySettings())
  }

  @Test(arguments: [
    "nightly:\n  volumeNights: 0\n", "nightly:\n  unknown: 1\n", "nightly: 3\n", "retention:\n  reports: x\n",
    "sources: 3\n", "sources:\n  - name: a\n",
    "sources:\n  - {name: a, url: 'ftp://example.org/a', folder: a}\n",
    "sources:\n  - {name: a, url: 'https://example.org/a', folder: ../a}\n",
    "sources:\n  - {name: a, url: 'https://example.org/a', folder: /a}\n",
    "sources:\n  - {name: .a, url: 'https://example.org/a', folder: a}\n",
    "sources:\n  - {name: a, url: 'https://example.org/a', folder: a, key: b}\n",
    "sources:\n  - {name: a, url: 'https://e.org/a', folder: a}\n  - {name: a, url: 'https://e.org/b', folder: b}\n",
  ])
  func whatIsWrongIsRefused(_ block: String) {
    #expect(code { _ = try read(block) } == .settingsInvalid, "\(block)")
  }
}
