import CFuzzer
import Glibc

// fuzz --list                        names the targets
// fuzz TARGET [FOLDER…] [OPTION…]    runs one; folders and options are libFuzzer's
let words = CommandLine.arguments.dropFirst()
guard let name = words.first, name != "--list" else {
  for target in FuzzTargets.all { print(target.name) }
  exit(0)
}
guard let chosen = FuzzTargets.all.first(where: { $0.name == name }) else {
  tell("fuzz: no target is called \(name); fuzz --list names them")
  exit(64)
}
FuzzTargets.chosen = chosen

var count = CommandLine.argc - 1
// The name of the target stands where libFuzzer looks for that of the program, which it runs again with `-fork`.
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
exit(
  LLVMFuzzerRunDriver(&count, &arguments) { data, size in
    FuzzTargets.chosen?.body([UInt8](UnsafeRawBufferPointer(start: data, count: size)))
    return 0
  })
