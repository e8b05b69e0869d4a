/// Small systems of linear equations with a symmetric positive matrix.
enum LinearEquations {
  /// Solves `matrix` · x = `right` by Cholesky's decomposition.
  ///
  /// A direction in which the matrix is not positive gets the value 0.
  ///
  /// - Parameters:
  ///   - matrix: The matrix, line after line; only its lower triangle is read.
  ///   - right: The right-hand side.
  /// - Returns: x.
  /// - Complexity: O(*n*³).
  static func solve(_ matrix: [Double], _ right: [Double]) -> [Double] {
    let size = right.count
    var lower = matrix
    var isUsed = [Bool](repeating: true, count: size)
    for column in 0..<size {
      var pivot = lower[column * size + column]
      let floor = 1e-13 * max(1e-300, pivot)
      for inner in 0..<column { pivot -= lower[column * size + inner] * lower[column * size + inner] }
      guard pivot > floor else {
        isUsed[column] = false
        for row in column..<size { lower[row * size + column] = 0 }
        continue
      }
      let root = pivot.squareRoot()
      lower[column * size + column] = root
      for row in (column + 1)..<max(size, column + 1) {
        var sum = lower[row * size + column]
        for inner in 0..<column { sum -= lower[row * size + inner] * lower[column * size + inner] }
        lower[row * size + column] = sum / root
      }
    }
    var solution = right
    for row in 0..<size {
      guard isUsed[row] else {
        solution[row] = 0
        continue
      }
      for inner in 0..<row { solution[row] -= lower[row * size + inner] * solution[inner] }
      solution[row] /= lower[row * size + row]
    }
    for row in stride(from: size - 1, through: 0, by: -1) {
      guard isUsed[row] else { continue }
      for inner in (row + 1)..<max(size, row + 1) {
        solution[row] -= lower[inner * size + row] * solution[inner]
      }
      solution[row] /= lower[row * size + row]
    }
    return solution
  }
}
