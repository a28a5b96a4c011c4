package dev.huozi.sample.demo;

import java.time.ZoneId;
import java.util.List;

/// A sample tenant: who it is and how large its demo is.
///
/// @param code the tenant's code, which also seeds its chance
/// @param brand stands before each product name
/// @param products how many of the 64 products it makes
/// @param stores spread evenly over the reps
/// @param pastDays working days of visits before today
/// @param comingDays working days of plans from today on
public record Company(
    String code,
    String name,
    String brand,
    List<Team> teams,
    int products,
    int dealers,
    int stores,
    int pastDays,
    int comingDays) {
  public Company {
    teams = List.copyOf(teams);
  }

  /// All sample companies work in China.
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /// The drinks maker of the demo: 12 reps, 800 stores, about 4,500 visits.
  public static final Company QINGHEQUAN =
      new Company(
          "qinghequan",
          "清禾泉饮品",
          "清禾泉",
          List.of(Team.HANGZHOU, Team.NINGBO, Team.SUZHOU, Team.NANJING),
          64,
          40,
          800,
          30,
          5);

  /// A small neighbour, to show that tenants do not see each other.
  public static final Company LINGXI =
      new Company("lingxi", "泠溪食品", "泠溪", List.of(Team.NANJING), 12, 3, 24, 5, 2);

  public static final List<Company> ALL = List.of(QINGHEQUAN, LINGXI);
}
