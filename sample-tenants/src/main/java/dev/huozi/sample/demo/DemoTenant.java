package dev.huozi.sample.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Everything a sample tenant holds on a given day.
///
/// @param people managers before those they manage
/// @param units the org units, needed before the people
/// @param heads login name of the head by key of the unit
/// @param tables all other objects, each after those it points at
public record DemoTenant(
    Company company,
    LocalDate today,
    List<Person> people,
    DemoTable units,
    Map<String, String> heads,
    List<DemoTable> tables) {
  /// Begins the code of the company's root unit; the day that the demo is about follows.
  public static final String MARK = "DEMO-";

  public DemoTenant {
    heads = Map.copyOf(heads);
    people = List.copyOf(people);
    tables = List.copyOf(tables);
  }

  /// Makes the tenant up. The same company and day give the same rows, always.
  public static DemoTenant of(Company company, LocalDate today) {
    Staff staff = new Staff(company, today);
    ProductRange range = new ProductRange(company);
    Dealers dealers = new Dealers(company, staff, today);
    Market market = new Market(company, staff, dealers);
    Routes routes = new Routes(staff, market);
    FieldWork work = new FieldWork(company, staff, market, routes, today);
    Shelves shelves = new Shelves(company, range, work);
    Pipeline pipeline = new Pipeline(company, range, dealers, today);
    List<DemoTable> tables =
        List.of(
            range.categoryTable(),
            range.table(),
            dealers.accountTable(),
            dealers.contactTable(),
            pipeline.dealTable(),
            pipeline.lineTable(),
            pipeline.activityTable(),
            routes.routeTable(),
            market.table(),
            routes.stopTable(),
            work.planTable(),
            work.visitTable(),
            shelves.stockTable(),
            shelves.damageTable(),
            shelves.rivalTable());
    return new DemoTenant(company, today, staff.people(), staff.units(), staff.heads(), tables);
  }

  /// The table of an object.
  public DemoTable table(String object) {
    return tables.stream()
        .filter(table -> table.object().equals(object))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("The demo has no records of (%s).".formatted(object)));
  }
}
