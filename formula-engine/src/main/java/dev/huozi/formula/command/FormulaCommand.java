package dev.huozi.formula.command;

import dev.huozi.formula.check.BlankMode;
import dev.huozi.formula.value.EvaluationContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `huozi formula run --cases FILE [--blank-mode zero|blank] [--sql]` and `huozi formula eval
/// 'TEXT' [--field name[:type]=value …] [--blank-mode zero|blank] [--locale zh|en]`.
public final class FormulaCommand {
  private static final String USAGE =
      """
      huozi formula run --cases FILE [--blank-mode zero|blank] [--sql]
      huozi formula eval 'FORMULA' [--field name[:type]=value]... [--blank-mode zero|blank] [--locale zh|en]
      Types: number currency percent text boolean date datetime time picklist multipicklist geo; without one it is guessed.
      """;

  private final PrintStream out;
  private final PrintStream err;

  FormulaCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out),
            false,
            StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code = new FormulaCommand(out, err).run(arguments);
    out.flush();
    System.exit(code);
  }

  /// Runs the command and returns its exit code: 0 done, 1 the formula is wrong or fails, 2 wrong
  /// usage.
  int run(String... arguments) throws IOException {
    List<String> rest = new ArrayList<>(List.of(arguments));
    String verb = rest.isEmpty() ? "" : rest.removeFirst();
    try {
      return switch (verb) {
        case "run" -> cases(rest);
        case "eval" -> evaluate(rest);
        default -> throw new UsageException("There is no command (formula %s).".formatted(verb));
      };
    } catch (UsageException wrong) {
      err.println(wrong.getMessage());
      err.print(USAGE);
      return 2;
    }
  }

  private int cases(List<String> arguments) throws IOException {
    BlankMode mode = blankMode(take(arguments, "--blank-mode", "zero"));
    String file = take(arguments, "--cases", "");
    boolean sql = arguments.remove("--sql");
    if (file.isEmpty() || !arguments.isEmpty()) {
      throw new UsageException(
          "formula run needs --cases FILE and nothing else, got %s.".formatted(arguments));
    }
    return sql ? inDatabase(file, mode) : answer(file, new CaseRunner(mode, context()));
  }

  /// Answers from the database, compared with those of the JVM; 1 when one differs.
  private int inDatabase(String file, BlankMode mode) throws IOException {
    EvaluationContext context = context();
    try (CaseDatabase database = CaseDatabase.open()) {
      CaseTwin twin = new CaseTwin(database.evaluator(context), err);
      answer(file, new CaseRunner(mode, context, twin));
      err.println(twin.summary());
      return twin.allEqual() ? 0 : 1;
    }
  }

  private int answer(String file, CaseRunner runner) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          out.println(runner.run(line));
        }
      }
    } catch (NoSuchFileException e) {
      throw new UsageException("There is no file (%s).".formatted(file));
    }
    return 0;
  }

  private int evaluate(List<String> arguments) {
    BlankMode mode = blankMode(take(arguments, "--blank-mode", "zero"));
    Locale locale = Locale.of(take(arguments, "--locale", "en"));
    SingleRun run = new SingleRun(mode, locale, context());
    String field = take(arguments, "--field", "");
    while (!field.isEmpty()) {
      run.addField(field);
      field = take(arguments, "--field", "");
    }
    if (arguments.size() != 1) {
      throw new UsageException("formula eval needs one formula, got %s.".formatted(arguments));
    }
    return run.evaluate(arguments.getFirst(), out, err);
  }

  private static EvaluationContext context() {
    return CaseContext.create(Instant.now(), ZoneOffset.UTC);
  }

  private static BlankMode blankMode(String word) {
    return switch (word) {
      case "zero" -> BlankMode.ZERO;
      case "blank" -> BlankMode.BLANK;
      default ->
          throw new UsageException("--blank-mode is zero or blank, not (%s).".formatted(word));
    };
  }

  private static String take(List<String> arguments, String option, String otherwise) {
    int index = arguments.indexOf(option);
    if (index < 0) {
      return otherwise;
    }
    if (index + 1 >= arguments.size()) {
      throw new UsageException("Option (%s) needs a value.".formatted(option));
    }
    arguments.remove(index);
    return arguments.remove(index);
  }
}
