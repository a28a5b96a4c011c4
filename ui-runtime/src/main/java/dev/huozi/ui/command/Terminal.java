package dev.huozi.ui.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether a person sits at the other end of the three standard streams.
final class Terminal {
  private static final int INPUT = 0;
  private static final int OUTPUT = 1;
  private static final int ERRORS = 2;

  private Terminal() {}

  static boolean reads() {
    return isTerminal(INPUT);
  }

  static boolean shows() {
    return isTerminal(OUTPUT);
  }

  static boolean showsErrors() {
    return isTerminal(ERRORS);
  }

  /// By the name of the open file: `System.console()` tells of input and output together only.
  /// Where a system does not name it, nobody is assumed there: plain lines and no questions suit a
  /// person too, colours and questions do not suit a program.
  private static boolean isTerminal(int descriptor) {
    try {
      String name = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return name.startsWith("/dev/pts/") || name.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException withoutProc) {
      return false;
    }
  }
}
