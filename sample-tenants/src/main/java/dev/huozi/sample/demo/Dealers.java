package dev.huozi.sample.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The company's customers: dealers, who supply the stores of their city, and a few bulk buyers;
/// with their contacts.
final class Dealers {
  /// A customer as the other generators see it.
  record Customer(
      String key, String name, String owner, Team team, boolean dealer, List<String> contacts) {}

  private static final List<String> NAMES =
      List.of(
          "沐丰", "恒稔", "瑞穗", "同禾", "越晟", "锦泰", "汇川", "安澜", "正茂", "启盛", "景和", "盛源", "联穗", "德润", "广禾",
          "永嘉禾", "翔泰", "佳湛", "丰硕", "百润和", "晨禾", "宝穗", "溢泉", "乾通", "泽远", "硕果", "海昇", "华稔", "泰禾源",
          "立信达", "江南春", "平湖", "万穗", "聚源和", "鼎丰", "福临禾", "金穗源", "和顺达", "嘉实", "天润禾");
  private static final List<String> TRADES = List.of("商贸", "食品", "供应链管理", "饮品销售");
  private static final List<String> BUYERS =
      List.of(
          "school/education/%s市明德实验学校",
          "school/education/%s求实职业技术学院",
          "operator/catering/%s澜亭酒店管理有限公司",
          "government/public/%s市体育中心",
          "operator/retail/%s地铁商业经营有限公司",
          "hospital/healthcare/%s康宁医院");
  private static final List<String> TITLES = List.of("总经理", "采购经理", "仓储主管", "财务", "业务经理");
  private static final List<String> ROLES =
      List.of("decider", "influencer", "gatekeeper", "user", "champion");
  private static final List<String> DEPARTMENTS = List.of("总经办", "采购部", "仓储部", "财务部", "业务部");

  private final Company company;
  private final Staff staff;
  private final LocalDate today;
  private final List<Customer> customers = new ArrayList<>();
  private final List<DemoRecord> accounts = new ArrayList<>();
  private final List<DemoRecord> contacts = new ArrayList<>();
  private final Map<Team, List<String>> dealersOfTeam = new LinkedHashMap<>();

  Dealers(Company company, Staff staff, LocalDate today) {
    this.company = company;
    this.staff = staff;
    this.today = today;
    List<Team> teams = company.teams();
    for (int i = 0; i < company.dealers(); i++) {
      addDealer(teams.get(i % teams.size()), i);
    }
    for (int i = 0; i < company.dealers() * 3 / 10; i++) {
      addBuyer(teams.get(i % teams.size()), i);
    }
  }

  List<Customer> customers() {
    return List.copyOf(customers);
  }

  /// Keys of the dealers that supply the team's city.
  List<String> keys(Team team) {
    return dealersOfTeam.getOrDefault(team, List.of());
  }

  DemoTable accountTable() {
    return new DemoTable("account", List.of("name"), accounts);
  }

  DemoTable contactTable() {
    return new DemoTable("contact", List.of("account", "name"), contacts);
  }

  private void addDealer(Team team, int index) {
    Dice dice = Dice.of(company.code(), "dealer", Integer.toString(index));
    String key = "D%03d".formatted(index + 1);
    String name = "%s%s%s有限公司".formatted(team.city(), NAMES.get(index), dice.pick(TRADES));
    String status = List.of("active", "potential", "dormant").get(dice.weighted(List.of(34, 4, 2)));
    add(key, name, "dealer", "wholesale", status, team, dice);
    dealersOfTeam.computeIfAbsent(team, _ -> new ArrayList<>()).add(key);
  }

  private void addBuyer(Team team, int index) {
    Dice dice = Dice.of(company.code(), "buyer", Integer.toString(index));
    List<String> parts = List.of(BUYERS.get(index % BUYERS.size()).split("/"));
    String status = dice.chance(0.6) ? "potential" : "active";
    add(
        "B%03d".formatted(index + 1),
        parts.get(2).formatted(team.city()),
        parts.get(0),
        parts.get(1),
        status,
        team,
        dice);
  }

  private void add(
      String key, String name, String type, String industry, String status, Team team, Dice dice) {
    String owner = dice.pick(staff.reps(team));
    boolean followed = !status.equals("dormant") && dice.chance(0.6);
    accounts.add(
        DemoRecord.of(key)
            .with("name", name)
            .with("type", type)
            .with("grade", List.of("A", "B", "C").get(dice.weighted(List.of(2, 4, 4))))
            .with("industry", industry)
            .with("status", status)
            .with("owner", Link.user(owner))
            .with("region", Link.to("org_unit", team.region()))
            .with("phone", "%s-8100%04d".formatted(team.areaCode(), accounts.size() + 1))
            .with("city", team.city() + "市")
            .with(
                "address",
                "%s%s%d号"
                    .formatted(
                        dice.pick(team.districts()), dice.pick(team.roads()), dice.between(1, 300)))
            .with("credit_code", creditCode(accounts.size() + 1))
            .with("source", dice.pick(List.of("referral", "field", "expo", "phone", "partner")))
            .withIf(followed, "next_follow_at", followUp(dice))
            .done());
    List<String> contactKeys = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    int count = dice.between(1, 3);
    for (int i = 0; i < count; i++) {
      String contactName = People.name(dice);
      if (!taken.contains(contactName)) {
        taken.add(contactName);
        contactKeys.add(addContact(key, contactName, i, dice));
      }
    }
    customers.add(new Customer(key, name, owner, team, type.equals("dealer"), contactKeys));
  }

  private String addContact(String account, String name, int index, Dice dice) {
    String key = account + "/" + name;
    int title = index == 0 ? 0 : dice.between(1, TITLES.size() - 1);
    LocalDate birthday =
        LocalDate.of(dice.between(1970, 1998), dice.between(1, 12), dice.between(1, 28));
    contacts.add(
        DemoRecord.of(key)
            .with("account", Link.to("account", account))
            .with("name", name)
            .with("title", TITLES.get(title))
            .with("department", DEPARTMENTS.get(title))
            .with("mobile", "1990001%04d".formatted(contacts.size() + 1))
            .with("deal_role", ROLES.get(title))
            .with(
                "attitude",
                List.of("supportive", "neutral", "opposed").get(dice.weighted(List.of(5, 4, 1))))
            .withIf(dice.chance(0.4), "birthday", birthday)
            .done());
    return key;
  }

  private Instant followUp(Dice dice) {
    LocalTime time = LocalTime.of(dice.between(9, 17), dice.pick(List.of(0, 30)));
    return today.plusDays(dice.between(-3, 12)).atTime(time).atZone(Company.ZONE).toInstant();
  }

  /// A number shaped like a Chinese business registration, with the right check character. The part
  /// that names the organisation is made of nines, which no register has given out.
  private static String creditCode(int serial) {
    String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    String body = "91990000999%06d".formatted(serial);
    int weight = 1;
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += alphabet.indexOf(body.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return body + alphabet.charAt((31 - sum % 31) % 31);
  }
}
