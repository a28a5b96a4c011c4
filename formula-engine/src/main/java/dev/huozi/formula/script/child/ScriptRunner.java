package dev.huozi.formula.script.child;

import dev.huozi.formula.script.child.Wire.Answer;
import dev.huozi.formula.script.child.Wire.Outcome;
import dev.huozi.formula.script.child.Wire.Question;
import dev.huozi.formula.script.child.Wire.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Answers questions about scripts: each in a new context of one shared engine, so that parsed code
/// is kept and the world of a script is not.
final class ScriptRunner {
  private static final String JS = "js";
  private static final int KEPT_SOURCES = 64;
  private static final int MAX_MESSAGE = 500;

  private final Engine engine =
      Engine.newBuilder(JS)
          .sandbox(SandboxPolicy.CONSTRAINED)
          .out(OutputStream.nullOutputStream())
          .err(OutputStream.nullOutputStream())
          .option("engine.WarnInterpreterOnly", "false")
          .build();
  private final Source prelude = prelude();
  private final Map<String, Source> sources =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Source> eldest) {
          return size() > KEPT_SOURCES;
        }
      };

  /// Loads what the first script needs.
  void warm() {
    String source = "function run(input) { return { x: input.x.plus(1) }; }";
    answer(
        new Request(Question.RUN, true, 10_000, 1_000, "warm", source, "x", "[[[\"n\",\"1\"]]]"));
  }

  Answer answer(Request request) {
    Progress progress = new Progress();
    ResourceLimits limits =
        ResourceLimits.newBuilder().statementLimit(request.statements(), null).build();
    try (Context context = context(limits)) {
      return answer(context, request, progress);
    } catch (PolyglotException e) {
      return failure(e, request, progress);
    } catch (StackOverflowError _) {
      return new Answer(Outcome.MEMORY, progress.row, 0, 0, "");
    }
  }

  private Answer answer(Context context, Request request, Progress progress) {
    Value prepare = context.eval(prelude);
    Source source = sources.computeIfAbsent(request.source(), text -> source(request.name(), text));
    Value script = prepare.execute(request.deterministic(), request.inputs(), request.rows());
    progress.isParsing = true;
    context.parse(source);
    progress.isParsing = false;
    context.eval(source);
    Value run = context.getBindings(JS).getMember("run");
    if (run == null || !run.canExecute()) {
      return new Answer(Outcome.NO_RUN, 0, 0, 0, "");
    }
    if (request.question() == Question.CHECK) {
      return new Answer(Outcome.DONE, 0, 0, 0, "");
    }
    int rows = script.getMember("count").asInt();
    Value call = script.getMember("call");
    StringBuilder results = new StringBuilder("[");
    for (; progress.row < rows; progress.row++) {
      Value result = call.execute(run, progress.row);
      if (!result.isString()) {
        return new Answer(Outcome.NOT_VALUES, progress.row, 0, 0, "");
      }
      String text = result.asString();
      if (results.length() + text.length() > request.maxLength()) {
        return new Answer(Outcome.TOO_LONG, progress.row, 0, 0, "");
      }
      results.append(progress.row == 0 ? "" : ",").append(text);
    }
    return new Answer(Outcome.DONE, 0, 0, 0, results.append("]").toString());
  }

  private Context context(ResourceLimits limits) {
    return Context.newBuilder(JS)
        .engine(engine)
        .sandbox(SandboxPolicy.CONSTRAINED)
        .allowHostAccess(HostAccess.CONSTRAINED)
        .resourceLimits(limits)
        .timeZone(ZoneOffset.UTC)
        .option("js.allow-eval", "false")
        .option("js.load", "false")
        .option("js.print", "false")
        .option("js.console", "false")
        .option("js.graal-builtin", "false")
        .option("js.webassembly", "false")
        .option("js.strict", "true")
        .build();
  }

  private Answer failure(PolyglotException e, Request request, Progress progress) {
    Outcome outcome = Outcome.THROWN;
    if (e.isSyntaxError() && progress.isParsing) {
      outcome = Outcome.SYNTAX;
    } else if (e.isResourceExhausted() || e.isCancelled()) {
      outcome = e.isCancelled() ? Outcome.STATEMENTS : Outcome.MEMORY;
    }
    SourceSection place = place(e, request.name());
    return new Answer(
        outcome,
        progress.row,
        place == null ? 0 : place.getStartLine(),
        place == null ? 0 : place.getStartColumn(),
        message(e));
  }

  private static @Nullable SourceSection place(PolyglotException e, String name) {
    SourceSection own = e.getSourceLocation();
    if (own != null && own.getSource().getName().equals(name)) {
      return own;
    }
    for (PolyglotException.StackFrame frame : e.getPolyglotStackTrace()) {
      SourceSection section = frame.getSourceLocation();
      if (section != null && section.getSource().getName().equals(name)) {
        return section;
      }
    }
    return null;
  }

  private static String message(PolyglotException e) {
    String message = e.isInternalError() ? "" : e.getMessage();
    if (message == null) {
      return "";
    }
    return message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) + "…" : message;
  }

  private static Source source(String name, String text) {
    return Source.newBuilder(JS, text, name).cached(true).buildLiteral();
  }

  private static Source prelude() {
    try (InputStream in = ScriptRunner.class.getResourceAsStream("prelude.js")) {
      if (in == null) {
        throw new IllegalStateException("prelude.js is missing.");
      }
      return source("huozi", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Progress {
    private boolean isParsing;
    private int row;
  }
}
