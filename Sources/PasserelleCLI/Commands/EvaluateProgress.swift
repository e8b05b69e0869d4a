import PasserelleCore

extension ProgressLine {
  /// Shows how far an evaluation is.
  func showEvaluation(_ done: Int, of total: Int) {
    show(
      ProgressUpdate(
        stage: LocalizedText(fr: "Évaluation", en: "Evaluation"), done: done, total: total, unit: .items))
  }
}
