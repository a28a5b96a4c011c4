package dev.huozi.ui.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.platform.json.Json;
import dev.huozi.platform.value.Money;
import dev.huozi.record.RecordPage;
import dev.huozi.record.RecordView;
import dev.huozi.record.Reference;
import dev.huozi.ui.testing.SampleModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class RecordJsonTest {
  private static final UUID ID = UUID.fromString("0199f3c2-7a10-7c3e-9a55-3b1f6a2d4e01");
  private static final MetadataSnapshot SNAPSHOT = SampleModel.snapshot();

  private final RecordJson json =
      new RecordJson(Objects.requireNonNull(SNAPSHOT.object("thing")), SNAPSHOT);

  @Test
  void idAndVersionComeFirstAndFieldsInTheirOrder() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", "x");
    values.put("colour", null);
    values.put("good", true);

    assertThat(Json.write(json.record(new RecordView("thing", ID, 4, values))))
        .isEqualTo(
            "{\"id\":\"" + ID + "\",\"version\":4,\"name\":\"x\",\"colour\":null,\"good\":true}");
  }

  @Test
  void numbersArePlainAndExact() {
    assertThat(written("amount", new BigDecimal("1.500"))).isEqualTo("1.500");
    assertThat(written("amount", new BigDecimal("1E+10"))).isEqualTo("10000000000");
    assertThat(written("amount", new BigDecimal("0.00000000000000000001")))
        .isEqualTo("0.00000000000000000001");
    assertThat(written("amount", new BigDecimal("-99999999999999999999999999.99")))
        .isEqualTo("-99999999999999999999999999.99");
    assertThat(written("price", new Money(new BigDecimal("1E3"), "CNY")))
        .isEqualTo("{\"amount\":1000,\"currency\":\"CNY\"}");
  }

  @Test
  void timesAreIso() {
    assertThat(written("day", LocalDate.of(2026, 2, 28))).isEqualTo("\"2026-02-28\"");
    assertThat(written("moment", Instant.parse("2026-02-28T16:00:00Z")))
        .isEqualTo("\"2026-02-28T16:00:00Z\"");
  }

  @Test
  void aReferenceSaysItsObjectOnlyWhereThereAreSeveral() {
    Reference reference = new Reference("thing", ID, "x");

    assertThat(written("parent", reference)).isEqualTo("{\"id\":\"" + ID + "\",\"name\":\"x\"}");
    assertThat(written("about", reference))
        .isEqualTo("{\"object\":\"thing\",\"id\":\"" + ID + "\",\"name\":\"x\"}");
    assertThat(written("parent.about", reference)).startsWith("{\"object\":\"thing\"");
    assertThat(written("parent.parent", new Reference("thing", ID, null)))
        .isEqualTo("{\"id\":\"" + ID + "\",\"name\":null}");
  }

  @Test
  void aPageTellsTheTotalOnlyWhenItWasCounted() {
    JsonNode uncounted = json.page(new RecordPage(List.of(), "c1", null, null, false));
    JsonNode counted = json.page(new RecordPage(List.of(), null, null, 10_000L, true));

    assertThat(uncounted.toString()).isEqualTo("{\"records\":[],\"next\":\"c1\"}");
    assertThat(counted.toString())
        .isEqualTo("{\"records\":[],\"next\":null,\"total\":10000,\"totalCapped\":true}");
  }

  @Test
  void aValueWithoutAFormIsAMistakeOfOurs() {
    assertThatThrownBy(() -> written("name", new StringBuilder("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.StringBuilder");
  }

  private String written(String field, Object value) {
    RecordView record = new RecordView("thing", ID, 1, Collections.singletonMap(field, value));
    return Json.write(json.record(record).get(field));
  }
}
