package dev.huozi.ui.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.metadata.snapshot.SnapshotRegistry;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.RecordService;
import dev.huozi.record.RecordSummary;
import dev.huozi.record.SummaryQuery;
import dev.huozi.record.SummaryQuery.Function;
import dev.huozi.record.SummaryQuery.Measure;
import dev.huozi.ui.error.UiError;
import dev.huozi.ui.login.RequestContexts;
import dev.huozi.ui.login.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Counts and sums of an object's records:
/// `/api/data/deal/summary?group=stage&measure=count,sum(amount)&filter=owner = $User`.
@Path("/api/data/{object}/summary")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public final class SummaryResource {
  private static final String COUNT = "count";
  private static final Pattern MEASURE = Pattern.compile("(sum|min|max)\\((.+)\\)");

  private final RequestContexts contexts;
  private final SnapshotRegistry snapshots;
  private final RecordService records;

  SummaryResource(RequestContexts contexts, SnapshotRegistry snapshots, RecordService records) {
    this.contexts = contexts;
    this.snapshots = snapshots;
    this.records = records;
  }

  @GET
  @RolesAllowed(Roles.USER)
  public ObjectNode summary(@RestPath String object, UriInfo uri) {
    QueryParameters query = QueryParameters.of(uri, "group", "measure", "filter", "q");
    RequestContext context = contexts.current();
    MetadataSnapshot snapshot = snapshots.current(context);
    ObjectModel model = DataResource.object(snapshot, object);
    List<String> words = query.text("measure") == null ? List.of(COUNT) : query.list("measure");
    String filter = query.text("filter");
    SummaryQuery asked =
        new SummaryQuery(
            model.name(),
            query.list("group"),
            words.stream().map(SummaryResource::measure).toList(),
            filter == null ? List.of() : List.of(filter),
            query.text("q"));
    return json(asked, words, records.summary(context, asked), new RecordJson(model, snapshot));
  }

  private static Measure measure(String word) {
    if (word.equals(COUNT)) {
      return new Measure(Function.COUNT, null);
    }
    Matcher parts = MEASURE.matcher(word);
    if (!parts.matches()) {
      throw new ProblemException(
          UiError.PARAMETER_INVALID,
          "name",
          "measure",
          "value",
          word,
          "expected",
          "count, sum(…), min(…), max(…)");
    }
    Function function =
        switch (parts.group(1)) {
          case "sum" -> Function.SUM;
          case "min" -> Function.MIN;
          default -> Function.MAX;
        };
    return new Measure(function, parts.group(2).strip());
  }

  private static ObjectNode json(
      SummaryQuery asked, List<String> words, RecordSummary summary, RecordJson values) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode groups = answer.putArray("groups");
    for (RecordSummary.Group group : summary.groups()) {
      ObjectNode one = groups.addObject();
      for (int i = 0; i < asked.groups().size(); i++) {
        one.set(asked.groups().get(i), values.value(asked.groups().get(i), group.keys().get(i)));
      }
      for (int i = 0; i < words.size(); i++) {
        put(one, words.get(i), group.values().get(i), asked.measures().get(i).field(), values);
      }
    }
    return answer.put("capped", summary.capped());
  }

  private static void put(
      ObjectNode group,
      String word,
      @Nullable Object value,
      @Nullable String field,
      RecordJson values) {
    if (value instanceof Long count) {
      group.put(word, count);
    } else {
      group.set(word, values.value(String.valueOf(field), value));
    }
  }
}
