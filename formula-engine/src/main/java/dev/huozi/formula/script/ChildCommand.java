package dev.huozi.formula.script;

import dev.huozi.formula.script.child.Wire;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The command line of a child: the Java that runs the server, a class path of this module and
/// GraalJS, a small heap, no network where the system allows that, the lowest priority.
///
/// @param words the command line
/// @param isOffline whether children are without a network
record ChildCommand(List<String> words, boolean isOffline) {
  private static final String MAIN = "dev/huozi/formula/script/child/ScriptChild.class";

  /// One entry of each jar that JavaScript needs.
  private static final List<String> MARKS =
      List.of(
          MAIN,
          "org/graalvm/polyglot/Context.class",
          "org/graalvm/collections/EconomicMap.class",
          "org/graalvm/nativeimage/ImageInfo.class",
          "org/graalvm/word/WordBase.class",
          "org/graalvm/shadowed/com/ibm/icu/text/Normalizer2.class",
          "com/oracle/truffle/api/Truffle.class",
          "com/oracle/truffle/regex/RegexLanguage.class",
          "com/oracle/truffle/js/lang/JavaScriptLanguage.class");

  /// Ways to run a program without a network, the best first: as root, as anybody.
  private static final List<List<String>> OFFLINE =
      List.of(List.of("unshare", "-n"), List.of("unshare", "-r", "-n"));

  private static final List<String> LAST = List.of("nice", "-n", "10");

  static ChildCommand of(int heapMegabytes) {
    List<String> words = new ArrayList<>();
    if (works(LAST)) {
      words.addAll(LAST);
    }
    List<String> offline =
        OFFLINE.stream().filter(ChildCommand::works).findFirst().orElse(List.of());
    words.addAll(offline);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-Xmx" + heapMegabytes + "m",
            "-Xms16m",
            "-Xss1m",
            "-XX:MaxMetaspaceSize=96m",
            "-XX:MaxDirectMemorySize=4m",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:+UseSerialGC",
            "-XX:ActiveProcessorCount=1",
            // Starting fast matters more than running long: a killed child is replaced by a new
            // one.
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath(),
            "dev.huozi.formula.script.child.ScriptChild"));
    return new ChildCommand(List.copyOf(words), !offline.isEmpty());
  }

  /// A process of this command with nothing of our environment.
  Process start() throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.directory(new File(System.getProperty("java.io.tmpdir")));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static String classPath() {
    Set<String> places = new LinkedHashSet<>();
    for (String mark : MARKS) {
      URL found = Wire.class.getClassLoader().getResource(mark);
      if (found == null) {
        throw new IllegalStateException("(%s) is not on the class path.".formatted(mark));
      }
      places.add(place(found, mark));
    }
    return String.join(File.pathSeparator, places);
  }

  /// The jar or folder that holds `mark`.
  static String place(URL url, String mark) {
    String text = url.toString();
    String outside =
        text.startsWith("jar:")
            ? text.substring("jar:".length(), text.indexOf("!/"))
            : text.substring(0, text.length() - mark.length());
    Path path = Path.of(URI.create(outside));
    if (!Files.exists(path)) {
      throw new IllegalStateException("(%s) is no file.".formatted(path));
    }
    return path.toString();
  }

  private static boolean works(List<String> prefix) {
    List<String> words = new ArrayList<>(prefix);
    words.add("true");
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
