package dev.huozi.sample.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The processor time that a process and everything below it have used, from Linux's `/proc`:
/// living children by their own counters, ended ones by what their parent waited for.
///
/// What the threads of Java's compiler use is left out: they work for minutes after the start and
/// then no more, and the more so the slower the machine, so that a short run would measure them
/// instead of the program.
public final class CpuClock {
  /// Linux reports in hundredths of a second whatever the kernel's own tick is.
  private static final double TICKS_PER_SECOND = 100;

  // Fields of /proc/<pid>/stat behind the command's name, counted from its state.
  private static final int USER = 11;
  private static final int LAST = 15;

  // Thread names are cut to 15 characters.
  private static final Pattern COMPILER = Pattern.compile("C[12] CompilerThre");

  private final long pid;

  /// Of each thread of the compiler, as last seen; they come and go.
  private final Map<Path, Long> compiling = new HashMap<>();

  /// @param pid the first process
  public CpuClock(long pid) {
    this.pid = pid;
  }

  /// Seconds of processor time so far.
  public double seconds() {
    long ticks = ticks(pid);
    List<ProcessHandle> below =
        ProcessHandle.of(pid).map(ProcessHandle::descendants).orElseGet(Stream::empty).toList();
    for (ProcessHandle child : below) {
      ticks += ticks(child.pid());
    }
    return (ticks - compilerTicks()) / TICKS_PER_SECOND;
  }

  /// Seconds that Java's compiler has used so far.
  public double compilerSeconds() {
    return compilerTicks() / TICKS_PER_SECOND;
  }

  private synchronized long compilerTicks() {
    try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      threads
          .filter(CpuClock::isCompiler)
          .forEach(thread -> compiling.merge(thread, ticks(thread.resolve("stat")), Math::max));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compiling.values().stream().mapToLong(Long::longValue).sum();
  }

  private static boolean isCompiler(Path thread) {
    try {
      return COMPILER.matcher(Files.readString(thread.resolve("comm"))).lookingAt();
    } catch (IOException e) {
      return false; // it ended between listing and reading
    }
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
    return ticks(Path.of("/proc", Long.toString(pid), "stat"));
  }

  private static long ticks(Path stat) {
    try {
      String line = Files.readString(stat);
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
