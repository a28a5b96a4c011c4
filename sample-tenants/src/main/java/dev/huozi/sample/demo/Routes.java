package dev.huozi.sample.demo;

import dev.huozi.sample.demo.Market.Shop;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One route for each rep: two weeks that repeat. A store of grade A is called on twice a week, B
/// once a week, C once in two weeks; the ten days carry equal loads.
final class Routes {
  private static final int WEEKS = 2;
  private static final List<List<Integer>> PAIRS =
      List.of(List.of(1, 4), List.of(2, 5), List.of(1, 3), List.of(2, 4), List.of(3, 5));
  private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri");

  /// A day of the cycle: week 1 or 2, weekday 1 (Monday) to 5.
  private record Slot(int week, int weekday) {}

  private final Staff staff;
  private final Map<String, Map<Slot, List<Shop>>> slotsOfRep = new LinkedHashMap<>();

  Routes(Staff staff, Market market) {
    this.staff = staff;
    for (String rep : staff.reps()) {
      slotsOfRep.put(rep, spread(market.openShops(rep)));
    }
  }

  /// The stores that the rep's route has for that working day, in order.
  List<Shop> stops(String rep, LocalDate day) {
    return slots(rep).getOrDefault(slotOf(day), List.of());
  }

  DemoTable routeTable() {
    List<DemoRecord> records = new ArrayList<>();
    for (String rep : staff.reps()) {
      records.add(
          DemoRecord.of(rep)
              .with("name", staff.team(rep).city() + staff.district(rep) + "线")
              .with("owner", Link.user(rep))
              .with("cycle_weeks", WEEKS)
              .done());
    }
    return new DemoTable("route", List.of("name"), records);
  }

  DemoTable stopTable() {
    List<DemoRecord> records = new ArrayList<>();
    for (String rep : staff.reps()) {
      slots(rep).forEach((slot, shops) -> addStops(rep, slot, shops, records));
    }
    return new DemoTable("route_stop", List.of("route", "store", "week_no", "weekday"), records);
  }

  private static void addStops(String rep, Slot slot, List<Shop> shops, List<DemoRecord> records) {
    for (int i = 0; i < shops.size(); i++) {
      records.add(
          DemoRecord.of("%s/%d/%d/%d".formatted(rep, slot.week(), slot.weekday(), i))
              .with("route", Link.to("route", rep))
              .with("store", Link.to("store", shops.get(i).key()))
              .with("week_no", slot.week())
              .with("weekday", WEEKDAYS.get(slot.weekday() - 1))
              .with("seq", (i + 1) * 10)
              .done());
    }
  }

  private Map<Slot, List<Shop>> slots(String rep) {
    return slotsOfRep.getOrDefault(rep, Map.of());
  }

  /// Weeks alternate without regard to years. A make-up day runs the route of some weekday, not
  /// always the same.
  private static Slot slotOf(LocalDate day) {
    long week = Math.floorDiv(day.with(DayOfWeek.MONDAY).toEpochDay(), 7L);
    int weekday = day.getDayOfWeek().getValue();
    return new Slot(
        (int) Math.floorMod(week, (long) WEEKS) + 1,
        weekday <= 5 ? weekday : day.getDayOfYear() % 5 + 1);
  }

  private static Map<Slot, List<Shop>> spread(List<Shop> shops) {
    Map<Slot, List<Shop>> slots = new LinkedHashMap<>();
    for (int week = 1; week <= WEEKS; week++) {
      for (int weekday = 1; weekday <= WEEKDAYS.size(); weekday++) {
        slots.put(new Slot(week, weekday), new ArrayList<>());
      }
    }
    List<Shop> byGrade = new ArrayList<>(shops);
    byGrade.sort(Comparator.comparing(Shop::grade));
    for (Shop shop : byGrade) {
      List<List<Slot>> choices = choices(shop.grade());
      List<Slot> lightest = choices.getFirst();
      for (List<Slot> choice : choices) {
        if (load(slots, choice) < load(slots, lightest)) {
          lightest = choice;
        }
      }
      lightest.forEach(slot -> slots.getOrDefault(slot, new ArrayList<>()).add(shop));
    }
    slots.values().forEach(stops -> stops.sort(Comparator.comparing(Shop::key)));
    return slots;
  }

  private static int load(Map<Slot, List<Shop>> slots, List<Slot> choice) {
    return choice.stream().mapToInt(slot -> slots.getOrDefault(slot, List.of()).size()).sum();
  }

  /// The sets of days that a store of that grade may get.
  private static List<List<Slot>> choices(char grade) {
    List<List<Slot>> choices = new ArrayList<>();
    if (grade == 'A') {
      PAIRS.forEach(pair -> choices.add(bothWeeks(pair)));
      return choices;
    }
    for (int weekday = 1; weekday <= WEEKDAYS.size(); weekday++) {
      if (grade == 'B') {
        choices.add(bothWeeks(List.of(weekday)));
      } else {
        choices.add(List.of(new Slot(1, weekday)));
        choices.add(List.of(new Slot(2, weekday)));
      }
    }
    return choices;
  }

  private static List<Slot> bothWeeks(List<Integer> weekdays) {
    List<Slot> slots = new ArrayList<>();
    for (int week = 1; week <= WEEKS; week++) {
      for (int weekday : weekdays) {
        slots.add(new Slot(week, weekday));
      }
    }
    return slots;
  }
}
