package dev.huozi.sample.demo;

import dev.huozi.sample.demo.Market.Shop;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plans and visits: each working day a rep calls on the stores of the route, misses a few, adds
/// one here and there.
final class FieldWork {
  private static final double MISSED = 0.055;
  private static final int FRESH_DAYS = 3;
  private static final List<String> TYPES =
      List.of("routine", "promotion", "collection", "complaint", "joint");
  private static final List<Integer> TYPE_WEIGHTS = List.of(82, 8, 6, 2, 2);
  private static final List<String> CANCEL_REASONS =
      List.of("store_shut", "weather", "meeting", "reassigned");
  private static final List<String> PURPOSES =
      List.of("新品铺市", "陈列整改复查", "促销活动布置", "对账收款", "冰柜盘点", "处理客诉");

  /// A visit as the other generators see it.
  ///
  /// @param age working days before today, 1 for the last one
  record Call(String key, String rep, Shop shop, LocalDate day, int age, DemoRecord record) {}

  private final Company company;
  private final Staff staff;
  private final Market market;
  private final Routes routes;
  private final List<DemoRecord> plans = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();

  FieldWork(Company company, Staff staff, Market market, Routes routes, LocalDate today) {
    this.company = company;
    this.staff = staff;
    this.market = market;
    this.routes = routes;
    List<LocalDate> past = WorkingDays.china().before(today, company.pastDays());
    List<LocalDate> coming = WorkingDays.china().from(today, company.comingDays());
    for (String rep : staff.reps()) {
      Dice dice = Dice.of(company.code(), "leave", rep);
      int leave = dice.chance(0.3) ? dice.below(past.size()) : -1;
      for (int i = 0; i < past.size(); i++) {
        workDay(rep, past.get(i), past.size() - i, i == leave);
      }
      coming.forEach(day -> planDay(rep, day));
    }
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  DemoTable planTable() {
    return new DemoTable("visit_plan", List.of("owner", "target", "date"), plans);
  }

  DemoTable visitTable() {
    return new DemoTable(
        "visit", List.of("owner", "checkin_at"), calls.stream().map(Call::record).toList());
  }

  private void workDay(String rep, LocalDate day, int age, boolean onLeave) {
    Dice dice = Dice.of(company.code(), "day", rep, day.toString());
    Clock clock = new Clock(day, dice);
    List<Shop> stops = routes.stops(rep, day);
    int nth = 0;
    for (Shop shop : stops) {
      String status = onLeave ? "cancelled" : outcome(dice, age);
      String plan =
          addPlan(rep, shop, day, status, onLeave ? "leave" : dice.pick(CANCEL_REASONS), dice);
      if (status.equals("visited")) {
        addCall(rep, shop, day, age, plan, nth++, clock, dice);
      }
    }
    while (!onLeave && dice.chance(0.5)) {
      Shop extra = dice.pick(market.openShops(rep));
      if (!stops.contains(extra)) {
        addCall(rep, extra, day, age, null, nth++, clock, dice);
      }
    }
  }

  private void planDay(String rep, LocalDate day) {
    Dice dice = Dice.of(company.code(), "day", rep, day.toString());
    routes.stops(rep, day).forEach(shop -> addPlan(rep, shop, day, "planned", "", dice));
  }

  /// What became of a planned visit. The last days' misses still wait for somebody to say so: they
  /// are overdue.
  private static String outcome(Dice dice, int age) {
    if (!dice.chance(MISSED)) {
      return "visited";
    }
    if (age <= FRESH_DAYS) {
      return "planned";
    }
    return dice.chance(0.6) ? "missed" : "cancelled";
  }

  private String addPlan(
      String rep, Shop shop, LocalDate day, String status, String reason, Dice dice) {
    String key = "%s/%s/%s".formatted(rep, day, shop.key());
    boolean assigned = dice.chance(0.04);
    plans.add(
        DemoRecord.of(key)
            .with("target", Link.toOneOf("store", shop.key()))
            .with("date", day)
            .with("owner", Link.user(rep))
            .with("status", status)
            .with("source", assigned ? "assigned" : "generated")
            .withIf(assigned, "purpose", dice.pick(PURPOSES))
            .withIf(status.equals("cancelled"), "cancel_reason", reason)
            .done());
    return key;
  }

  private void addCall(
      String rep,
      Shop shop,
      LocalDate day,
      int age,
      @Nullable String plan,
      int nth,
      Clock clock,
      Dice dice) {
    String type = TYPES.get(dice.weighted(TYPE_WEIGHTS));
    String status =
        age <= FRESH_DAYS || dice.chance(0.12)
            ? "completed"
            : dice.chance(0.012) ? "rejected" : "verified";
    boolean audited = status.equals("rejected") || (age > FRESH_DAYS && dice.chance(0.05));
    boolean doubtful = audited && !status.equals("rejected") && dice.chance(0.2);
    String verdict = status.equals("rejected") ? "invalid" : doubtful ? "suspect" : "valid";
    boolean told = !type.equals("routine") || dice.chance(0.3);
    Instant checkin = clock.arrive();
    Instant checkout = clock.leave();
    DemoRecord.Draft draft =
        DemoRecord.of("%s/%s/%d".formatted(rep, day, nth))
            .with("target", Link.toOneOf("store", shop.key()));
    if (plan != null) {
      draft.with("plan", Link.to("visit_plan", plan));
    }
    draft
        .with("type", type)
        .with("status", status)
        .with("owner", Link.user(rep))
        .withIf(type.equals("joint"), "joint_with", Link.user(staff.managerOf(rep)))
        .with("checkin_at", checkin)
        .with("checkout_at", checkout)
        .withIf(told, "summary", Remarks.summary(type, dice))
        .withIf(told && dice.chance(0.5), "next_plan", Remarks.nextStep(dice))
        .withIf(audited, "audit_verdict", verdict)
        .withIf(
            audited && !verdict.equals("valid"), "audit_note", Remarks.auditNote(verdict, dice));
    DemoRecord record = draft.done();
    calls.add(new Call(record.key(), rep, shop, day, age, record));
  }

  /// Walks through a rep's day: from half past eight, with a lunch break, from store to store.
  private static final class Clock {
    private static final int LUNCH_FROM = 12 * 3600;
    private static final int LUNCH_TO = 13 * 3600 + 1200;

    private final Instant midnight;
    private final Dice dice;
    private int second;

    Clock(LocalDate day, Dice dice) {
      this.midnight = day.atStartOfDay(Company.ZONE).toInstant();
      this.dice = dice;
      this.second = 8 * 3600 + 1800 + dice.below(1500);
    }

    Instant arrive() {
      second += dice.between(300, 960);
      if (second >= LUNCH_FROM && second < LUNCH_TO) {
        second = LUNCH_TO + dice.below(1800);
      }
      return midnight.plusSeconds(second);
    }

    Instant leave() {
      second += (int) dice.logNormal(11 * 60, 0.5, 150, 3000);
      return midnight.plusSeconds(second);
    }
  }
}
