package dev.huozi.sample.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The processor time that a process and everything below it have used, from Linux's `/proc`:
/// living children by their own counters, ended ones by what their parent waited for.
///
/// @param pid the first process
public record CpuClock(long pid) {
  /// Linux reports in hundredths of a second whatever the kernel's own tick is.
  private static final double TICKS_PER_SECOND = 100;

  // Fields of /proc/<pid>/stat behind the command's name, counted from its state.
  private static final int USER = 11;
  private static final int LAST = 15;

  /// Seconds of processor time so far.
  public double seconds() {
    long ticks = ticks(pid);
    List<ProcessHandle> below =
        ProcessHandle.of(pid).map(ProcessHandle::descendants).orElseGet(Stream::empty).toList();
    for (ProcessHandle child : below) {
      ticks += ticks(child.pid());
    }
    return ticks / TICKS_PER_SECOND;
  }

  /// The most memory that the process has held at once, in MB.
  public long peakMegabytes() {
    return status("VmHWM:") / 1024;
  }

  private long status(String name) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long ticks(long pid) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i = USER; i < LAST; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return ticks;
    } catch (IOException e) {
      return 0; // it ended between listing and reading
    }
  }
}
