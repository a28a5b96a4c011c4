package dev.huozi.ui.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the records of a list into a file.
@Command(name = "export-data")
final class ExportDataCommand implements Callable<Integer> {
  @Mixin private final ServerOptions server = new ServerOptions();

  @Option(names = "--view", paramLabel = "VIEW")
  private @Nullable String view;

  @Option(names = "--fields", paramLabel = "A,B")
  private @Nullable String fields;

  @Option(names = "--filter", paramLabel = "FORMULA")
  private @Nullable String filter;

  @Option(names = "--sort", paramLabel = "-A,B")
  private @Nullable String sort;

  @Option(names = "--format", paramLabel = "csv|gb18030|xlsx")
  private @Nullable String format;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      descriptionKey = "export.out",
      required = true)
  private Path out = Path.of("");

  @Parameters(paramLabel = "OBJECT")
  private String object = "";

  @Override
  public Integer call() {
    Console console = server.console();
    ApiConnection connection = server.loggedIn();
    Map<String, @Nullable String> wanted = new LinkedHashMap<>();
    wanted.put("view", view);
    wanted.put("fields", fields);
    wanted.put("filter", filter);
    wanted.put("sort", sort);
    wanted.put("format", format == null && out.toString().endsWith(".xlsx") ? "xlsx" : format);
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    wanted.forEach((name, value) -> {
      if (value != null) {
        query.add(name + "=" + ImportCommand.encode(value));
      }
    });
    String path = "/api/export/" + ImportCommand.encode(object) + query;
    new Progress(console)
        .during(
            "export.writing",
            () -> {
              connection.download(path, out);
              return out;
            });
    console.say("export.done", Map.of("file", out));
    return ExitCode.DONE;
  }
}
