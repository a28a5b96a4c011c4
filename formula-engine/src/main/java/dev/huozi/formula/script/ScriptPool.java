package dev.huozi.formula.script;

import dev.huozi.formula.script.child.Wire;
import dev.huozi.platform.problem.ProblemException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The children: started when the first script runs, one spare always warm, all ended after a while
/// without calls. A tenant waits for itself first, then in one line with the others, of whom each
/// sends no more than its share: so nobody waits for the queue of another tenant.
final class ScriptPool implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ScriptPool.class);

  private final ScriptSettings settings;
  private final Semaphore places;
  private final Map<Long, Semaphore> tenants = new ConcurrentHashMap<>();
  private final Deque<CompletableFuture<ChildProcess>> spares = new ArrayDeque<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("script-deadlines").factory());
  private @Nullable ChildCommand command;
  private long lastCall;
  private boolean isClosed;

  ScriptPool(ScriptSettings settings) {
    this.settings = settings;
    this.places = new Semaphore(settings.processes(), true);
    long idle = settings.idle().toMillis();
    timer.scheduleWithFixedDelay(this::rest, idle, idle, TimeUnit.MILLISECONDS);
  }

  /// Asks a child on behalf of a tenant. Blocks until there is an answer, at most for the patience
  /// of the settings and then `millis`.
  Wire.Answer ask(long tenant, Wire.Request request, int millis) {
    Semaphore own = tenants.computeIfAbsent(tenant, _ -> new Semaphore(settings.perTenant(), true));
    long patience = settings.patience().toNanos();
    long started = System.nanoTime();
    enter(own, patience, settings.waiting(), request);
    try {
      enter(places, patience - (System.nanoTime() - started), Integer.MAX_VALUE, request);
      try {
        return askChild(request, millis);
      } finally {
        places.release();
      }
    } finally {
      own.release();
    }
  }

  private static void enter(Semaphore gate, long nanos, int waiting, Wire.Request request) {
    try {
      if (gate.getQueueLength() < waiting && gate.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    throw new ProblemException(ScriptError.SCRIPT_BUSY, "function", request.name());
  }

  private Wire.Answer askChild(Wire.Request request, int millis) {
    ChildProcess child = take();
    try {
      return child.ask(request, millis);
    } finally {
      giveBack(child);
    }
  }

  private ChildProcess take() {
    while (true) {
      ChildProcess child = join(next());
      if (child.isFit()) {
        return child;
      }
      child.close();
    }
  }

  private static ChildProcess join(CompletableFuture<ChildProcess> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof ProblemException problem) {
        throw problem;
      }
      throw e;
    }
  }

  private synchronized CompletableFuture<ChildProcess> next() {
    if (isClosed) {
      throw new ProblemException(ScriptError.SCRIPT_UNAVAILABLE);
    }
    lastCall = System.nanoTime();
    CompletableFuture<ChildProcess> spare = spares.poll();
    CompletableFuture<ChildProcess> next = spare == null ? start() : spare;
    if (spares.isEmpty()) {
      // Started when this one is ready: two starts at once would make the first call wait longer.
      spares.add(next.handleAsync((_, _) -> child(), Thread::startVirtualThread));
    }
    return next;
  }

  private synchronized void giveBack(ChildProcess child) {
    if (isClosed || !child.isFit() || spares.size() > settings.processes()) {
      child.close();
    } else {
      spares.addFirst(CompletableFuture.completedFuture(child));
    }
  }

  private CompletableFuture<ChildProcess> start() {
    return CompletableFuture.supplyAsync(this::child, Thread::startVirtualThread);
  }

  private ChildProcess child() {
    return ChildProcess.start(command(), timer);
  }

  private synchronized ChildCommand command() {
    ChildCommand known = command;
    if (known == null) {
      known = ChildCommand.of(settings.heapMegabytes());
      command = known;
      if (known.isOffline()) {
        LOG.info("Scripts run in processes without a network.");
      } else {
        LOG.warn(
            "Scripts run in processes that can reach the network: unshare -n is not allowed here.");
      }
    }
    return known;
  }

  private synchronized void rest() {
    if (System.nanoTime() - lastCall > settings.idle().toNanos()) {
      end();
    }
  }

  private void end() {
    spares.forEach(spare -> spare.thenAccept(ChildProcess::close));
    spares.clear();
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    end();
    timer.shutdown();
  }
}
