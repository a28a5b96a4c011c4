package dev.huozi.record.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.platform.database.RowDecoder;
import dev.huozi.platform.database.Transaction;
import dev.huozi.platform.i18n.Messages;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.problem.Issue;
import dev.huozi.platform.sql.SqlFragment;
import dev.huozi.platform.value.Money;
import dev.huozi.record.RecordError;
import dev.huozi.record.RecordView;
import dev.huozi.record.Reference;
import dev.huozi.record.TestContexts;
import dev.huozi.record.TestModel;
import dev.huozi.record.query.CursorCodec;
import dev.huozi.record.query.QueryAnalyzer;
import dev.huozi.record.query.RowAccess;
import dev.huozi.record.query.ShapeCache;
import dev.huozi.record.sql.FormulaFilterCompiler;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What becomes of JSON before the database is asked: defaults, coercion, dependent picklists,
/// required fields.
@Tag("fast")
class CoercionTest {
  private static final UUID SOMEBODY = UUID.fromString("019aaaaa-0000-7000-8000-000000000042");
  private static final List<WriteStep> STEPS =
      List.of(new DefaultsStep(), new CoercionStep(), new PicklistStep(), new RequiredStep());

  private final TestModel model = TestModel.stores(1);

  /// What came out.
  private record Outcome(Draft draft, List<Issue> issues, TestModel model) {
    @Nullable Object value(String name) {
      FieldModel field = model.known("store").field(name);
      assertThat(field).isNotNull();
      return draft.values().get(field);
    }
  }

  @Test
  void each_type_takes_its_own_form() {
    Outcome outcome =
        create(
            """
            {"name": "  盒马  ", "channel": "MT", "kind": "hyper", "dealer": "019aaaaa-0000-7000-8000-000000000042",
             "target": {"object": "account", "id": "019aaaaa-0000-7000-8000-000000000042"},
             "owner": "019aaaaa-0000-7000-8000-000000000042", "qty": 12, "price": 12.5, "share": 0.125, "open": true,
             "opened": "2026-02-28", "seen": "2026-02-28T09:30:00.1234567+08:00", "notes": "a\\nb ",
             "email": "li@例子.公司", "phone": "+86 138-0013 8000"}
            """);
    assertThat(outcome.issues()).isEmpty();
    assertThat(outcome.value("name")).isEqualTo("盒马");
    assertThat(outcome.value("dealer")).isEqualTo(new Reference("account", SOMEBODY, null));
    assertThat(outcome.value("target")).isEqualTo(new Reference("account", SOMEBODY, null));
    assertThat(outcome.value("owner")).isEqualTo(new Reference("user", SOMEBODY, null));
    assertThat(outcome.value("qty")).isEqualTo(new BigDecimal("12"));
    assertThat(outcome.value("price")).isEqualTo(new Money(new BigDecimal("12.50"), "CNY"));
    assertThat(outcome.value("share")).isEqualTo(new BigDecimal("0.1250"));
    assertThat(outcome.value("open")).isEqualTo(true);
    assertThat(outcome.value("opened")).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(outcome.value("seen")).isEqualTo(Instant.parse("2026-02-28T01:30:00.123456Z"));
    assertThat(outcome.value("notes")).isEqualTo("a\nb ");
    assertThat(outcome.value("email")).isEqualTo("li@例子.公司");
    assertThat(outcome.value("phone")).isEqualTo("+86138-00138000");
  }

  @Test
  void what_is_left_out_gets_its_default_also_where_nobody_may_write() {
    Outcome outcome = create("{\"name\": \"x\"}");
    assertThat(outcome.issues()).isEmpty();
    assertThat(outcome.value("owner")).isEqualTo(new Reference("user", TestContexts.LI, null));
    assertThat(outcome.value("open")).isEqualTo(false);
    assertThat(outcome.value("score")).isEqualTo(new BigDecimal("1.500"));
    // Already March where the tenant is.
    assertThat(outcome.value("opened")).isEqualTo(LocalDate.of(2026, 3, 1));
  }

  @Test
  void an_explicit_null_is_no_omission() {
    assertThat(create("{\"name\": \"x\", \"owner\": null}").value("owner")).isNull();
  }

  @Test
  void decimals_are_never_rounded() {
    Issue issue = onlyIssue("price", "12.345");
    assertThat(issue.code()).isEqualTo(RecordError.RECORD_NUMBER_SCALE);
    assertThat(issue.parameters())
        .containsEntry("maximum", 2)
        .containsEntry("actual", 3)
        .containsEntry("value", "12.345");
    assertThat(accepted("price", "12.340000")).isEqualTo(new Money(new BigDecimal("12.34"), "CNY"));
    assertThat(accepted("qty", "1e3")).isEqualTo(new BigDecimal("1000"));
    refused("qty", "0.1", RecordError.RECORD_NUMBER_SCALE);
    assertThat(accepted("qty", "999999999999")).isEqualTo(new BigDecimal("999999999999"));
    refused("qty", "1000000000000", RecordError.RECORD_NUMBER_PRECISION);
    assertThat(accepted("price", "-9999999999999999.99"))
        .isEqualTo(new Money(new BigDecimal("-9999999999999999.99"), "CNY"));
    refused("price", "10000000000000000", RecordError.RECORD_NUMBER_PRECISION);
    refused("qty", "1e999999999", RecordError.RECORD_NUMBER_PRECISION);
    refused("qty", "1e-999999999", RecordError.RECORD_NUMBER_PRECISION);
    assertThat(accepted("qty", "-0")).isEqualTo(new BigDecimal("0"));
  }

  @Test
  void an_amount_is_in_the_tenants_currency() {
    assertThat(accepted("price", "{\"amount\": 1, \"currency\": \"CNY\"}"))
        .isEqualTo(new Money(new BigDecimal("1.00"), "CNY"));
    refused("price", "{\"amount\": 1, \"currency\": \"USD\"}", RecordError.RECORD_CURRENCY_OTHER);
    refused("price", "{\"amount\": 1}", RecordError.RECORD_VALUE_TYPE);
    refused(
        "price", "{\"amount\": 1, \"currency\": \"CNY\", \"x\": 1}", RecordError.RECORD_VALUE_TYPE);
    assertThat(accepted("price", "{\"amount\": null, \"currency\": \"CNY\"}")).isNull();
  }

  @Test
  void text_is_counted_in_code_points_and_composed() {
    String emoji = "😀".repeat(20);
    assertThat(accepted("name", quoted(emoji))).isEqualTo(emoji);
    Issue issue = onlyIssue("name", quoted(emoji + "x"));
    assertThat(issue.code()).isEqualTo(RecordError.RECORD_TEXT_TOO_LONG);
    assertThat(issue.parameters()).containsEntry("maximum", 20).containsEntry("actual", 21);
    assertThat(accepted("name", quoted("e\u0301"))).isEqualTo("\u00e9");
  }

  @Test
  void characters_that_cannot_be_kept_are_refused_with_their_place() {
    Issue nul = onlyIssue("notes", "\"ab\\u0000\"");
    assertThat(nul.code()).isEqualTo(RecordError.RECORD_TEXT_CHARACTER);
    assertThat(nul.parameters()).containsEntry("position", 3).containsEntry("character", "U+0000");
    refused("notes", "\"\\ud83d x\"", RecordError.RECORD_TEXT_CHARACTER);
    refused("notes", "\"\\ude00\"", RecordError.RECORD_TEXT_CHARACTER);
    refused("name", "\"a\\nb\"", RecordError.RECORD_TEXT_LINE_BREAK);
  }

  @Test
  void blank_text_is_no_value() {
    assertThat(accepted("email", "\"\"")).isNull();
    assertThat(accepted("notes", "\" \\u3000\\n\"")).isNull();
    refused("name", "\" \\u3000 \"", RecordError.RECORD_FIELD_REQUIRED);
  }

  @Test
  void days_and_times_are_taken_strictly() {
    for (String day :
        List.of(
            "2026-02-29",
            "2026-2-1",
            "20260201",
            "2026-02-01T00:00:00Z",
            "0000-01-01",
            "+12026-01-01",
            "今天")) {
      refused("opened", quoted(day), RecordError.RECORD_DATE_INVALID);
    }
    for (String time :
        List.of(
            "2026-02-01",
            "2026-02-01T00:00:00",
            "2026-02-01T25:00:00Z",
            "2026-02-01 00:00:00Z",
            "99999-01-01T00:00:00Z")) {
      refused("seen", quoted(time), RecordError.RECORD_DATETIME_INVALID);
    }
    assertThat(accepted("seen", quoted("2026-02-01T00:00Z")))
        .isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
  }

  @Test
  void the_wrong_shape_is_named() {
    for (String field :
        List.of(
            "name", "qty", "price", "share", "open", "opened", "seen", "notes", "email", "phone",
            "channel")) {
      refused(field, "[1]", RecordError.RECORD_VALUE_TYPE);
    }
    refused("qty", "\"12\"", RecordError.RECORD_VALUE_TYPE);
    refused("name", "12", RecordError.RECORD_VALUE_TYPE);
    refused("open", "\"true\"", RecordError.RECORD_VALUE_TYPE);
    refused("open", "null", RecordError.RECORD_BOOLEAN_BLANK);
  }

  @Test
  void a_code_must_exist_and_be_active() {
    Issue issue = onlyIssue("channel", "\"mt\"");
    assertThat(issue.code()).isEqualTo(RecordError.RECORD_PICKLIST_UNKNOWN);
    assertThat(issue.parameters().get("nearest")).asString().startsWith("[MT");
    assertThat(onlyIssue("channel", "\"标签GT\"").parameters())
        .containsEntry("nearest", List.of("GT"));
    refused("channel", "\"OLD\"", RecordError.RECORD_PICKLIST_INACTIVE);
  }

  @Test
  void a_deactivated_code_stays_where_it_is() {
    assertThat(update(Map.of("channel", "OLD"), "{\"channel\": \"OLD\", \"qty\": 1}").issues())
        .isEmpty();
    assertThat(codes(update(Map.of("channel", "MT"), "{\"channel\": \"OLD\"}")))
        .containsExactly(RecordError.RECORD_PICKLIST_INACTIVE);
  }

  @Test
  void a_dependent_code_must_go_with_its_controlling_one() {
    Outcome wrong = create("{\"name\": \"x\", \"channel\": \"MT\", \"kind\": \"mompop\"}");
    assertThat(codes(wrong)).containsExactly(RecordError.RECORD_PICKLIST_NOT_ALLOWED);
    assertThat(wrong.issues().getFirst().parameters())
        .containsEntry("control", "MT")
        .containsEntry("allowed", List.of("hyper"));
    assertThat(new Messages().describe(wrong.issues().getFirst(), Locale.of("zh")))
        .contains("标签mompop", "标签MT", "标签hyper")
        .doesNotContain("（MT）", "{");
    assertThat(codes(create("{\"name\": \"x\", \"kind\": \"mompop\"}")))
        .containsExactly(RecordError.RECORD_PICKLIST_NOT_ALLOWED);
    Map<String, Object> before = Map.of("channel", "MT", "kind", "hyper");
    assertThat(codes(update(before, "{\"channel\": \"GT\"}")))
        .containsExactly(RecordError.RECORD_PICKLIST_NOT_ALLOWED);
    assertThat(update(before, "{\"channel\": \"GT\", \"kind\": \"mompop\"}").issues()).isEmpty();
    assertThat(update(Map.of("channel", "MT", "kind", "mompop"), "{\"qty\": 1}").issues())
        .isEmpty();
  }

  @Test
  void addresses_and_numbers_that_are_plainly_none_are_refused() {
    for (String email :
        List.of(
            "x",
            "a@b",
            "a@b@c.de",
            "a b@c.de",
            "a@c..de",
            "@c.de",
            "a@c.de.",
            "<a@c.de>",
            "a@c.de,b@c.de")) {
      refused("email", quoted(email), RecordError.RECORD_EMAIL_INVALID);
    }
    assertThat(accepted("email", quoted("First.Last+tag@sub.example.com"))).isNotNull();
    for (String phone : List.of("x", "12", "13800x", "138 0013 8000 ; drop", "+", "1".repeat(41))) {
      assertThat(codes(create("{\"name\": \"x\", \"phone\": " + quoted(phone) + "}")))
          .as(phone)
          .hasSize(1);
    }
    assertThat(accepted("phone", quoted("(0571) 8888-1234转12"))).isEqualTo("(0571)8888-1234转12");
  }

  @Test
  void a_long_address_is_judged_at_once() {
    long begin = System.nanoTime();
    refused("email", quoted("a@" + "a-".repeat(120) + "!"), RecordError.RECORD_EMAIL_INVALID);
    refused("phone", quoted("1-".repeat(19) + "!"), RecordError.RECORD_PHONE_INVALID);
    assertThat(System.nanoTime() - begin).isLessThan(1_000_000_000L);
  }

  @Test
  void references_are_ids_or_unique_fields() {
    Outcome byCode = create("{\"name\": \"x\", \"dealer\": {\"code\": \" A-1 \"}}");
    assertThat(byCode.issues()).isEmpty();
    assertThat(byCode.draft().pending().values())
        .extracting(PendingReference::value)
        .containsExactly("A-1");
    assertThat(accepted("dealer", "{\"id\": \"" + SOMEBODY + "\"}"))
        .isEqualTo(new Reference("account", SOMEBODY, null));
    refused("dealer", "{\"name\": \"x\"}", RecordError.RECORD_REFERENCE_KEY);
    refused("dealer", "{\"code\": 1}", RecordError.RECORD_REFERENCE_SHAPE);
    refused("dealer", "{\"code\": \"x\", \"name\": \"y\"}", RecordError.RECORD_REFERENCE_SHAPE);
    refused("dealer", "{}", RecordError.RECORD_REFERENCE_SHAPE);
    refused("dealer", "12", RecordError.RECORD_REFERENCE_SHAPE);
    refused("dealer", "\"1-1-1-1-1\"", RecordError.RECORD_REFERENCE_NOT_FOUND);
    refused("target", "\"" + SOMEBODY + "\"", RecordError.RECORD_REFERENCE_SHAPE);
    refused(
        "target",
        "{\"object\": \"visit\", \"id\": \"" + SOMEBODY + "\"}",
        RecordError.RECORD_REFERENCE_OBJECT);
  }

  @Test
  void unknown_and_read_only_properties_are_refused_by_name() {
    Outcome outcome =
        create(
            """
            {"name": "x", "chanel": "MT", "Name": "y", "dealer.name": "z", "id": "1", "version": 7, "created_at": null,
             "code": "ST-1", "score": 2}
            """);
    assertThat(outcome.issues())
        .extracting(Issue::subject)
        .containsExactly(
            "chanel", "Name", "dealer.name", "id", "version", "created_at", "code", "score");
    assertThat(codes(outcome).subList(0, 3)).containsOnly(RecordError.RECORD_FIELD_UNKNOWN);
    assertThat(codes(outcome).subList(3, 8)).containsOnly(RecordError.RECORD_FIELD_READ_ONLY);
    assertThat(outcome.issues().getFirst().parameters().get("nearest"))
        .asString()
        .startsWith("[channel");
  }

  @Test
  void a_required_field_is_asked_of_new_records_and_when_it_is_touched() {
    assertThat(codes(create("{}"))).containsExactly(RecordError.RECORD_FIELD_REQUIRED);
    assertThat(codes(create("{\"name\": 1}"))).containsExactly(RecordError.RECORD_VALUE_TYPE);
    assertThat(update(Map.of(), "{\"qty\": 1}").issues()).isEmpty();
    assertThat(codes(update(Map.of("name", "x"), "{\"name\": null}")))
        .containsExactly(RecordError.RECORD_FIELD_REQUIRED);
  }

  @Test
  void only_what_differs_is_a_change() {
    Map<String, Object> before =
        Map.of(
            "name", "x",
            "qty", new BigDecimal("12"),
            "price", new Money(new BigDecimal("1.50"), "CNY"),
            "dealer", new Reference("account", SOMEBODY, "Somebody"));
    Outcome same =
        update(
            before,
            "{\"name\": \" x \", \"qty\": 12.0, \"price\": 1.5, \"dealer\": \""
                + SOMEBODY
                + "\", \"notes\": null}");
    assertThat(same.draft().changes()).isEmpty();
    Outcome other = update(before, "{\"name\": \"y\", \"qty\": 12}");
    assertThat(other.draft().changes().keySet())
        .extracting(FieldModel::name)
        .containsExactly("name");
  }

  private Outcome create(String json) {
    return run(Draft.of(0, SOMEBODY, object(json), null));
  }

  private Outcome update(Map<String, ? extends Object> before, String json) {
    RecordView record = new RecordView("store", SOMEBODY, 3, new LinkedHashMap<>(before));
    return run(Draft.of(0, SOMEBODY, object(json), record));
  }

  private Outcome run(Draft draft) {
    WriteScope scope =
        WriteScope.of(
            TestContexts.of(TestContexts.LI),
            model,
            model.known("store"),
            new QueryAnalyzer(
                new FormulaFilterCompiler(),
                RowAccess.EVERYTHING,
                new CursorCodec(_ -> new byte[32]),
                new ShapeCache(1)),
            RowAccess.EVERYTHING,
            new NoTransaction(),
            false);
    List<Draft> drafts = List.of(draft);
    for (WriteStep step : STEPS) {
      drafts = step.apply(scope, drafts);
    }
    return new Outcome(drafts.getFirst(), scope.issues().list(), model);
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) Json.read(json);
  }

  private static String quoted(String text) {
    return Json.write(text);
  }

  private @Nullable Object accepted(String field, String json) {
    Outcome outcome = create(with(field, json));
    assertThat(outcome.issues()).isEmpty();
    return outcome.value(field);
  }

  private void refused(String field, String json, RecordError code) {
    Issue issue = onlyIssue(field, json);
    assertThat(issue.code()).as("%s: %s", field, json).isEqualTo(code);
    assertThat(issue.subject()).isEqualTo(field);
    assertThat(issue.parameters()).containsKey("label");
  }

  private Issue onlyIssue(String field, String json) {
    Outcome outcome = create(with(field, json));
    assertThat(outcome.issues()).as("%s: %s", field, json).hasSize(1);
    return outcome.issues().getFirst();
  }

  private static String with(String field, String json) {
    String name = field.equals("name") ? "" : "\"name\": \"x\", ";
    return "{" + name + "\"" + field + "\": " + json + "}";
  }

  private static List<Object> codes(Outcome outcome) {
    return outcome.issues().stream().<Object>map(Issue::code).toList();
  }

  /// The steps under test need no database.
  private static final class NoTransaction implements Transaction {
    @Override
    public <T> List<T> query(SqlFragment statement, RowDecoder<T> decoder) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int execute(SqlFragment statement) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void afterCommit(Runnable work) {
      throw new UnsupportedOperationException();
    }
  }
}
