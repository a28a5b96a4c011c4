package dev.huozi.formula.script;

import dev.huozi.formula.script.child.Wire;
import dev.huozi.platform.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// One running child. Not thread-safe: one question at a time.
final class ChildProcess implements AutoCloseable {
  private static final int START_SECONDS = 60;

  /// What a JVM ends with under `ExitOnOutOfMemoryError`.
  private static final int OUT_OF_MEMORY = 3;

  /// After so many answers a child has served long enough.
  private static final int MOST_ANSWERS = 2_000;

  private final Process process;
  private final DataInputStream in;
  private final OutputStream out;
  private final ScheduledExecutorService timer;
  private int answers;
  private volatile boolean isClosed;

  private ChildProcess(Process process, ScheduledExecutorService timer) {
    this.process = process;
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    this.out = process.getOutputStream();
    this.timer = timer;
  }

  /// Starts one and waits until it is ready.
  static ChildProcess start(ChildCommand command, ScheduledExecutorService timer) {
    try {
      ChildProcess child = new ChildProcess(command.start(), timer);
      ScheduledFuture<?> kill = timer.schedule(child::close, START_SECONDS, TimeUnit.SECONDS);
      try {
        Wire.Answer ready = Wire.answer(child.in);
        if (!ready.text().equals(Wire.READY)) {
          throw new IOException("The child greets with something else.");
        }
        return child;
      } catch (IOException e) {
        child.close();
        throw e;
      } finally {
        kill.cancel(false);
      }
    } catch (IOException e) {
      throw new ProblemException(ScriptError.SCRIPT_UNAVAILABLE, Map.of(), List.of(), e);
    }
  }

  /// Asks, and kills the child when it does not answer in time.
  Wire.Answer ask(Wire.Request request, int millis) {
    byte[] frame = Wire.encode(request);
    AtomicBoolean isLate = new AtomicBoolean();
    ScheduledFuture<?> kill =
        timer.schedule(
            () -> {
              isLate.set(true);
              close();
            },
            millis,
            TimeUnit.MILLISECONDS);
    try {
      out.write(frame);
      out.flush();
      answers++;
      return Wire.answer(in);
    } catch (IOException _) {
      ProblemException death = death(request, millis, isLate);
      close();
      throw death;
    } finally {
      kill.cancel(false);
    }
  }

  private ProblemException death(Wire.Request request, int millis, AtomicBoolean isLate) {
    boolean isFull = exitValue() == OUT_OF_MEMORY;
    if (isLate.get()) {
      return new ProblemException(
          ScriptError.SCRIPT_TIME, "function", request.name(), "millis", millis);
    }
    return new ProblemException(
        isFull ? ScriptError.SCRIPT_MEMORY : ScriptError.SCRIPT_CRASHED,
        "function",
        request.name());
  }

  private int exitValue() {
    try {
      return process.waitFor(1, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /// Whether it can serve another call.
  boolean isFit() {
    return !isClosed && process.isAlive() && answers < MOST_ANSWERS;
  }

  @Override
  public void close() {
    isClosed = true;
    process.destroyForcibly();
  }
}
