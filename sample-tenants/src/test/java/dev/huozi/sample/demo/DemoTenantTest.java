package dev.huozi.sample.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.metadata.field.FieldType;
import dev.huozi.metadata.optionset.OptionSet;
import dev.huozi.metadata.snapshot.FieldModel;
import dev.huozi.metadata.snapshot.MetadataSnapshot;
import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.sample.pack.SamplePacks;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class DemoTenantTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final DemoTenant DEMO = DemoTenant.of(Company.QINGHEQUAN, TODAY);
  private static final MetadataSnapshot MODEL = SamplePacks.snapshot();

  @Test
  void the_same_company_and_day_give_the_same_rows() {
    assertThat(hash(DemoTenant.of(Company.QINGHEQUAN, TODAY))).isEqualTo(hash(DEMO));
    assertThat(hash(DemoTenant.of(Company.QINGHEQUAN, TODAY.plusDays(1)))).isNotEqualTo(hash(DEMO));
    assertThat(hash(DemoTenant.of(Company.LINGXI, TODAY))).isNotEqualTo(hash(DEMO));
  }

  @Test
  void it_has_the_promised_size() {
    assertThat(DEMO.people()).filteredOn(person -> person.user().startsWith("rep")).hasSize(12);
    assertThat(DEMO.people()).filteredOn(person -> person.role().equals("admin")).hasSize(1);
    assertThat(DEMO.table("store").records()).hasSize(800);
    assertThat(DEMO.table("product").records()).hasSize(64);
    assertThat(DEMO.table("account").records())
        .filteredOn(account -> account.value("type").equals("dealer"))
        .hasSize(40);
    for (int days = 0; days < 400; days += 37) {
      LocalDate day = LocalDate.of(2026, 2, 2).plusDays(days);
      assertThat(DemoTenant.of(Company.QINGHEQUAN, day).table("visit").records().size())
          .as("visits as of %s", day)
          .isBetween(4_400, 4_600);
    }
  }

  @Test
  void china_worked_248_days_in_2026() {
    List<Integer> months = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      LocalDate first = LocalDate.of(2026, month, 1);
      months.add(
          (int)
              first
                  .datesUntil(first.plusMonths(1))
                  .filter(WorkingDays.china()::isWorkingDay)
                  .count());
    }
    assertThat(months).containsExactly(21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23);
  }

  @Test
  void every_link_points_at_a_record_loaded_before() {
    Set<String> loaded = new HashSet<>();
    DEMO.units().records().forEach(unit -> loaded.add("org_unit/" + unit.key()));
    DEMO.people().forEach(person -> loaded.add("user/" + person.user()));
    for (DemoTable table : DEMO.tables()) {
      Set<String> own = new HashSet<>();
      for (DemoRecord record : table.records()) {
        for (Object value : record.values().values()) {
          if (value instanceof Link link) {
            assertThat(loaded.contains(link.object() + "/" + link.key()))
                .as("%s of %s points at %s", record.key(), table.object(), link)
                .isTrue();
          }
        }
        assertThat(own.add(table.object() + "/" + record.key()))
            .as("key %s twice", record.key())
            .isTrue();
      }
      loaded.addAll(own);
    }
  }

  @Test
  void key_fields_tell_records_apart() {
    for (DemoTable table : allTables(DEMO)) {
      Set<List<Object>> seen = new HashSet<>();
      for (DemoRecord record : table.records()) {
        List<Object> key = table.keyFields().stream().map(record::value).toList();
        assertThat(seen.add(key)).as("%s of %s", key, table.object()).isTrue();
      }
    }
  }

  @Test
  void every_value_fits_its_field() {
    for (Company company : Company.ALL) {
      for (DemoTable table : allTables(DemoTenant.of(company, TODAY))) {
        ObjectModel object = Objects.requireNonNull(MODEL.object(table.object()), table.object());
        table
            .records()
            .forEach(
                record -> record.values().keySet().forEach(field -> fits(object, record, field)));
        for (FieldModel field : object.fields()) {
          boolean needed = field.field().required().isAlways() && !field.field().hasDefault();
          assertThat(table.records())
              .filteredOn(
                  record -> needed && !field.system() && !record.values().containsKey(field.name()))
              .as("%s.%s is required", object.name(), field.name())
              .isEmpty();
        }
      }
    }
  }

  @Test
  void a_visit_is_to_an_own_store_on_a_working_day_and_ends_after_it_began() {
    Map<String, String> ownerOfStore =
        DEMO.table("store").records().stream()
            .collect(
                Collectors.toMap(DemoRecord::key, store -> ((Link) store.value("owner")).key()));
    for (DemoRecord visit : DEMO.table("visit").records()) {
      Instant in = (Instant) visit.value("checkin_at");
      Instant out = (Instant) visit.value("checkout_at");
      LocalDate day = in.atZone(Company.ZONE).toLocalDate();
      assertThat(out).as(visit.key()).isAfter(in);
      assertThat(out.atZone(Company.ZONE).toLocalDate()).as(visit.key()).isEqualTo(day);
      assertThat(out.atZone(Company.ZONE).toLocalTime())
          .as(visit.key())
          .isBefore(LocalTime.of(20, 0));
      assertThat(WorkingDays.china().isWorkingDay(day)).as("%s is a working day", day).isTrue();
      assertThat(day).isBefore(TODAY);
      assertThat(ownerOfStore.get(((Link) visit.value("target")).key()))
          .isEqualTo(((Link) visit.value("owner")).key());
    }
  }

  @Test
  void nobody_is_in_two_stores_at_once() {
    Map<String, Instant> lastOut = new HashMap<>();
    for (DemoRecord visit : DEMO.table("visit").records()) {
      Instant in = (Instant) visit.value("checkin_at");
      String rep = ((Link) visit.value("owner")).key();
      Instant before = lastOut.put(rep, (Instant) visit.value("checkout_at"));
      assertThat(before == null || before.isBefore(in)).as(visit.key()).isTrue();
    }
  }

  @Test
  void a_plan_was_visited_exactly_when_there_is_a_visit_for_it() {
    Set<String> visited = new HashSet<>();
    for (DemoRecord visit : DEMO.table("visit").records()) {
      if (visit.values().get("plan") instanceof Link plan) {
        assertThat(visited.add(plan.key())).as(plan.key()).isTrue();
      }
    }
    for (DemoRecord plan : DEMO.table("visit_plan").records()) {
      LocalDate date = (LocalDate) plan.value("date");
      assertThat(plan.value("status").equals("visited"))
          .as(plan.key())
          .isEqualTo(visited.contains(plan.key()));
      assertThat(date.isBefore(TODAY) || plan.value("status").equals("planned"))
          .as(plan.key())
          .isTrue();
    }
  }

  private static void fits(ObjectModel object, DemoRecord record, String name) {
    FieldModel field = Objects.requireNonNull(object.field(name), object.name() + "." + name);
    Object value = record.value(name);
    String place = "%s.%s of %s: %s".formatted(object.name(), name, record.key(), value);
    switch (field.field().type()) {
      case FieldType.Text text ->
          assertThat((String) value).as(place).hasSizeBetween(1, text.length());
      case FieldType.LongText _, FieldType.Phone _, FieldType.Email _ ->
          assertThat(value).as(place).isInstanceOf(String.class);
      case FieldType.Decimal _ -> assertThat(value).as(place).isInstanceOf(Number.class);
      case FieldType.Bool _ -> assertThat(value).as(place).isInstanceOf(Boolean.class);
      case FieldType.Date _ -> assertThat(value).as(place).isInstanceOf(LocalDate.class);
      case FieldType.DateTime _ -> assertThat(value).as(place).isInstanceOf(Instant.class);
      case FieldType.Picklist picklist ->
          assertThat(allowed(record, picklist)).as(place).contains((String) value);
      case FieldType.Lookup lookup ->
          assertThat(value)
              .as(place)
              .isInstanceOf(Link.class)
              .extracting("object")
              .isEqualTo(lookup.target());
      case FieldType.MasterDetail parent ->
          assertThat(value)
              .as(place)
              .isInstanceOf(Link.class)
              .extracting("object")
              .isEqualTo(parent.target());
      case FieldType.PolyLookup poly ->
          assertThat(poly.targets()).as(place).contains(((Link) value).object());
      case FieldType.User _ ->
          assertThat(value)
              .as(place)
              .isInstanceOf(Link.class)
              .extracting("object")
              .isEqualTo("user");
      case FieldType.AutoNumber _, FieldType.Formula _ ->
          throw new AssertionError(place + ": the server gives the value");
    }
  }

  private static List<String> allowed(DemoRecord record, FieldType.Picklist picklist) {
    OptionSet set =
        Objects.requireNonNull(MODEL.optionSet(picklist.optionset()), picklist.optionset());
    OptionSet.DependsOn depends = set.dependsOn();
    String controller = picklist.controlledBy();
    if (depends == null || controller == null) {
      return set.values().stream().map(OptionSet.Option::code).toList();
    }
    return depends.map().getOrDefault((String) record.value(controller), List.of());
  }

  private static List<DemoTable> allTables(DemoTenant tenant) {
    List<DemoTable> tables = new ArrayList<>(tenant.tables());
    tables.addFirst(tenant.units());
    return tables;
  }

  private static String hash(DemoTenant tenant) {
    try {
      byte[] bytes = tenant.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
