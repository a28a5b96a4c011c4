package dev.huozi.sample.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The people of a company and the units they work in: a head, one manager for each region, the
/// reps of each team.
final class Staff {
  private static final List<String> REPS =
      List.of(
          "陈嘉树", "林婉清", "周子涵", "何思齐", "赵一鸣", "孙晓岚", "吴启航", "郑雨桐", "冯俊杰", "许静怡", "蒋承宇", "沈若溪", "韩书瑶",
          "曹文博", "彭佳琪");
  private static final List<String> MANAGERS = List.of("顾明远", "陆海宁", "程立群", "邵建平", "田玉珂");
  private static final List<String> ADMINS = List.of("方知行", "白云舒");

  private final Company company;
  private final List<Person> people = new ArrayList<>();
  private final Map<String, Team> teamOfRep = new LinkedHashMap<>();
  private final Map<String, String> districtOfRep = new LinkedHashMap<>();
  private final List<DemoRecord> units = new ArrayList<>();
  private final Map<String, String> heads = new LinkedHashMap<>(Map.of("sales", "mgr01"));

  Staff(Company company, LocalDate today) {
    this.company = company;
    units.add(
        DemoRecord.of("root")
            .with("name", company.name())
            .with("code", DemoTenant.MARK + today)
            .done());
    unit("sales", "销售中心", "root");
    boolean main = company == Company.QINGHEQUAN;
    add("admin", ADMINS.get(main ? 0 : 1), "admin", "root", "系统管理员", null);
    int manager = main ? 0 : 3;
    add("mgr01", MANAGERS.get(manager), "user", "sales", "销售总监", null);
    Map<String, String> managers = new LinkedHashMap<>();
    for (Team team : company.teams()) {
      if (!managers.containsKey(team.region())) {
        String user = "mgr%02d".formatted(managers.size() + 2);
        unit(team.region(), team.region(), "sales");
        add(
            user,
            MANAGERS.get(manager + managers.size() + 1),
            "user",
            team.region(),
            "区域经理",
            "mgr01");
        managers.put(team.region(), user);
        heads.put(team.region(), user);
      }
    }
    int name = main ? 0 : 12;
    for (Team team : company.teams()) {
      String unit = team.city() + "组";
      unit(unit, unit, team.region());
      for (String district : team.districts()) {
        String user = "rep%02d".formatted(teamOfRep.size() + 1);
        add(
            user,
            REPS.get(name + teamOfRep.size()),
            "user",
            unit,
            "业务代表",
            managers.get(team.region()));
        teamOfRep.put(user, team);
        districtOfRep.put(user, district);
      }
    }
  }

  /// Everybody, managers before those they manage.
  List<Person> people() {
    return List.copyOf(people);
  }

  List<String> reps() {
    return List.copyOf(teamOfRep.keySet());
  }

  List<String> reps(Team team) {
    return reps().stream().filter(rep -> team(rep) == team).toList();
  }

  Person person(String user) {
    return people.stream()
        .filter(person -> person.user().equals(user))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "Nobody of (%s) is called (%s).".formatted(company.code(), user)));
  }

  Team team(String rep) {
    Team team = teamOfRep.get(rep);
    if (team == null) {
      throw new IllegalArgumentException(
          "(%s) is in no team of (%s).".formatted(rep, company.code()));
    }
    return team;
  }

  String district(String rep) {
    return Objects.requireNonNull(districtOfRep.get(rep), rep);
  }

  String managerOf(String user) {
    String manager = person(user).manager();
    return manager == null ? user : manager;
  }

  /// Who heads which org unit.
  Map<String, String> heads() {
    return heads;
  }

  DemoTable units() {
    return new DemoTable("org_unit", List.of("name"), units);
  }

  private void unit(String key, String name, String parent) {
    units.add(
        DemoRecord.of(key).with("name", name).with("parent", Link.to("org_unit", parent)).done());
  }

  private void add(
      String user, String name, String role, String unit, String title, @Nullable String manager) {
    String mobile = "1990000%04d".formatted(people.size() + 1);
    people.add(new Person(user, name, role, unit, title, mobile, manager));
  }
}
