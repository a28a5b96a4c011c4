package dev.huozi.sample.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The stores of all reps. Of each rep's stores the best-selling fifth is grade A, the next third
/// B, the rest C.
final class Market {
  /// A store as the other generators see it.
  ///
  /// @param open false when it is paused or closed: on no route
  record Shop(String key, String rep, char grade, boolean open, DemoRecord record) {}

  /// What a shop will be, before it has a grade. `sales` is only good for ranking.
  private record Place(String channel, String kind, double sales) {}

  private static final Map<String, List<String>> KINDS = new LinkedHashMap<>();
  private static final Map<String, List<Integer>> KIND_WEIGHTS =
      Map.of(
          "MT", List.of(1, 3, 6),
          "GT", List.of(5, 6, 3, 1),
          "catering", List.of(4, 3, 5),
          "special", List.of(3, 2, 3, 2));
  private static final Map<String, Double> SIZES =
      Map.of(
          "hypermarket",
          6.0,
          "supermarket",
          3.0,
          "wholesale",
          3.0,
          "convenience",
          1.8,
          "campus",
          1.8,
          "grocery",
          1.3);
  private static final List<Integer> CHANNEL_WEIGHTS = List.of(20, 58, 14, 8);

  static {
    KINDS.put("MT", List.of("hypermarket", "supermarket", "convenience"));
    KINDS.put("GT", List.of("grocery", "mompop", "tobacco", "wholesale"));
    KINDS.put("catering", List.of("restaurant", "hotpot", "fast_food"));
    KINDS.put("special", List.of("campus", "station", "fuel", "scenic"));
  }

  private final Company company;
  private final Staff staff;
  private final Dealers dealers;
  private final List<Shop> shops = new ArrayList<>();

  Market(Company company, Staff staff, Dealers dealers) {
    this.company = company;
    this.staff = staff;
    this.dealers = dealers;
    StoreNames names = new StoreNames();
    List<String> reps = staff.reps();
    for (int i = 0; i < reps.size(); i++) {
      int count = company.stores() * (i + 1) / reps.size() - company.stores() * i / reps.size();
      addStores(reps.get(i), count, names);
    }
  }

  List<Shop> shops() {
    return List.copyOf(shops);
  }

  /// The rep's stores that are open.
  List<Shop> openShops(String rep) {
    return shops.stream().filter(shop -> shop.open() && shop.rep().equals(rep)).toList();
  }

  DemoTable table() {
    return new DemoTable("store", List.of("name"), shops.stream().map(Shop::record).toList());
  }

  private void addStores(String rep, int count, StoreNames names) {
    Dice dice = Dice.of(company.code(), "stores", rep);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add(place(dice));
    }
    List<Place> bySales = new ArrayList<>(places);
    bySales.sort(Comparator.comparingDouble(Place::sales).reversed());
    int closed = Math.max(1, count * 4 / 100);
    for (int i = 0; i < count; i++) {
      int rank = bySales.indexOf(places.get(i));
      char grade = rank < count * 20 / 100 ? 'A' : rank < count * 55 / 100 ? 'B' : 'C';
      boolean shut = i >= count - closed;
      shops.add(
          shop(rep, "%s-%03d".formatted(rep, i + 1), places.get(i), grade, shut, dice, names));
    }
  }

  private static Place place(Dice dice) {
    String channel = List.copyOf(KINDS.keySet()).get(dice.weighted(CHANNEL_WEIGHTS));
    String kind = of(KINDS, channel).get(dice.weighted(of(KIND_WEIGHTS, channel)));
    return new Place(
        channel, kind, SIZES.getOrDefault(kind, 1.0) * dice.logNormal(1, 0.8, 0.1, 20));
  }

  private Shop shop(
      String rep,
      String key,
      Place place,
      char grade,
      boolean closed,
      Dice dice,
      StoreNames names) {
    Team team = staff.team(rep);
    String district = staff.district(rep);
    String road = dice.pick(team.roads());
    int number = dice.between(1, 480);
    String status = !closed ? "active" : dice.chance(0.7) ? "paused" : "closed";
    DemoRecord record =
        DemoRecord.of(key)
            .with("name", names.coin(dice, place.kind(), team.city(), district, road, number))
            .with("channel", place.channel())
            .with("kind", place.kind())
            .with("grade", String.valueOf(grade))
            .with("status", status)
            .with("owner", Link.user(rep))
            .with("dealer", Link.to("account", dice.pick(dealers.keys(team))))
            .withIf(!closed, "route", Link.to("route", rep))
            .with("city", team.city() + "市")
            .with("district", district)
            .with("address", "%s%d号".formatted(road, number))
            .with("keeper", People.name(dice))
            .with("phone", "%s-8000%04d".formatted(team.areaCode(), shops.size() + 1))
            .withIf(closed, "note", status.equals("paused") ? "店主说年后再开门。" : "已转让，改做其他生意。")
            .done();
    return new Shop(key, rep, grade, !closed, record);
  }

  private static <T> T of(Map<String, T> map, String key) {
    return Objects.requireNonNull(map.get(key), key);
  }
}
