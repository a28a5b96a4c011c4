package dev.huozi.ui.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.Category;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.problem.Severity;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.BulkWrite;
import dev.huozi.record.RecordService;
import dev.huozi.record.RowOutcome;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes lines of JSON, a thousand in a transaction, and answers each with what became of it.
@Singleton
public class BulkLines {
  private static final int CHUNK = 1_000;

  private final RecordService records;
  private final Messages messages;

  public BulkLines(RecordService records, Messages messages) {
    this.records = records;
    this.messages = messages;
  }

  /// How rows are to be written.
  public record Wanted(String object, BulkWrite.Mode mode, @Nullable String key) {}

  /// The answers, one line each, in the order of the input.
  public byte[] write(RequestContext context, Wanted wanted, InputStream in) throws IOException {
    JsonLines lines = new JsonLines(in);
    BulkAnswers answers = new BulkAnswers(messages, context.locale());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<JsonLines.Line> chunk = read(lines);
    while (!chunk.isEmpty()) {
      for (ObjectNode answer : write(context, wanted, chunk, answers)) {
        out.write(Json.write(answer).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
      }
      chunk = read(lines);
    }
    return out.toByteArray();
  }

  private static List<JsonLines.Line> read(JsonLines lines) throws IOException {
    List<JsonLines.Line> chunk = new ArrayList<>();
    while (chunk.size() < CHUNK) {
      JsonLines.Line line = lines.next();
      if (line == null) {
        break;
      }
      chunk.add(line);
    }
    return chunk;
  }

  private List<ObjectNode> write(
      RequestContext context, Wanted wanted, List<JsonLines.Line> chunk, BulkAnswers answers) {
    List<ObjectNode> rows = new ArrayList<>();
    chunk.forEach(line -> {
      if (line.values() != null) {
        rows.add(line.values());
      }
    });
    List<RowOutcome> outcomes = write(context, wanted, rows);
    List<ObjectNode> told = new ArrayList<>();
    int next = 0;
    for (JsonLines.Line line : chunk) {
      Issue fault = line.fault();
      told.add(
          fault == null
              ? answers.of(line.number(), outcomes.get(next++))
              : answers.refused(line.number(), List.of(fault)));
    }
    return told;
  }

  /// Where somebody else's write gets in the way of a chunk, its halves are tried, down to the row.
  private List<RowOutcome> write(RequestContext context, Wanted wanted, List<ObjectNode> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    try {
      return records.transact(
          context,
          transaction ->
              transaction.write(new BulkWrite(wanted.object(), wanted.mode(), wanted.key(), rows)));
    } catch (ProblemException conflict) {
      if (conflict.code().category() != Category.CONFLICT) {
        throw conflict;
      }
      if (rows.size() == 1) {
        return List.of(
            new RowOutcome.Refused(
                List.of(
                    new Issue(
                        conflict.code(), Severity.ERROR, null, null, conflict.parameters()))));
      }
      List<RowOutcome> all =
          new ArrayList<>(write(context, wanted, rows.subList(0, rows.size() / 2)));
      all.addAll(write(context, wanted, rows.subList(rows.size() / 2, rows.size())));
      return all;
    }
  }
}
