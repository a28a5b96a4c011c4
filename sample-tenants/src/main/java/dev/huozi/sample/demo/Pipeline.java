package dev.huozi.sample.demo;

import dev.huozi.sample.demo.Dealers.Customer;
import dev.huozi.sample.demo.ProductRange.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Deals with customers and the follow-ups on them.
final class Pipeline {
  private static final List<String> DEALS =
      List.of("年度框架协议", "旺季首批进货", "无糖茶铺市合作", "冰柜投放合作", "春节礼盒团购", "电解质水独家供应", "新品试销");
  private static final List<String> STAGES =
      List.of("contact", "needs", "proposal", "negotiation", "won", "lost");
  private static final List<Integer> STAGE_WEIGHTS = List.of(20, 20, 18, 14, 18, 10);
  private static final List<String> NEXT_STEPS =
      List.of("递交报价单", "约总经理面谈", "送样品试饮", "确认返利条款", "安排仓库考察");
  private static final List<String> LOST_REASONS =
      List.of("price", "competitor", "budget", "delayed", "mismatch", "silent");
  private static final List<String> FOLLOW_UPS =
      List.of(
          "call/good/确认到货时间/电话确认了本周到货时间，对方仓库周四可收货。",
          "call/neutral/回访动销/回访上批货的动销情况，水走得快，果汁偏慢。",
          "wechat/neutral/发送新品政策/发送了新品价目表和铺市政策。",
          "wechat/good/礼盒询价/对方询问春节礼盒的起订量，已回复。",
          "meeting/good/年度任务沟通/当面谈了年度任务和返利比例，基本认可。",
          "meeting/neutral/库存盘点/一起盘点库存，约定下月调整品项。",
          "visit/neutral/走访仓库/临期产品单独堆放，已提醒优先出货。",
          "email/neutral/寄送对账单/发送对账单，请对方财务核对盖章。",
          "call/bad/返利催办/对方嫌返利到账慢，情绪不太好，已转财务加急。",
          "meeting/bad/铺市进度检讨/新品铺市进度落后，对方希望增加促销支持。");

  private final Company company;
  private final List<Product> products;
  private final LocalDate today;
  private final List<DemoRecord> deals = new ArrayList<>();
  private final List<DemoRecord> lines = new ArrayList<>();
  private final List<DemoRecord> activities = new ArrayList<>();

  Pipeline(Company company, ProductRange range, Dealers dealers, LocalDate today) {
    this.company = company;
    this.products = range.products();
    this.today = today;
    for (Customer customer : dealers.customers()) {
      Dice dice = Dice.of(company.code(), "pipeline", customer.key());
      List<String> names = dice.shuffled(DEALS);
      int count = dice.between(customer.dealer() ? 0 : 1, 2);
      for (int i = 0; i < count; i++) {
        addDeal(customer, names.get(i), dice);
      }
      addActivities(customer, dice);
    }
  }

  DemoTable dealTable() {
    return new DemoTable("opportunity", List.of("account", "name"), deals);
  }

  DemoTable lineTable() {
    return new DemoTable("opportunity_line", List.of("opportunity", "product"), lines);
  }

  DemoTable activityTable() {
    return new DemoTable("activity", List.of("account", "occurred_at"), activities);
  }

  private void addDeal(Customer customer, String name, Dice dice) {
    String key = customer.key() + "/" + name;
    String stage = STAGES.get(dice.weighted(STAGE_WEIGHTS));
    boolean lost = stage.equals("lost");
    boolean open = !lost && !stage.equals("won");
    LocalDate close =
        open ? today.plusDays(dice.between(-6, 75)) : today.minusDays(dice.between(2, 60));
    String reason = dice.pick(LOST_REASONS);
    BigDecimal amount = addLines(key, dice);
    deals.add(
        DemoRecord.of(key)
            .with("name", name)
            .with("account", Link.to("account", customer.key()))
            .with("contact", Link.to("contact", customer.contacts().getFirst()))
            .with("stage", stage)
            .with("amount", amount)
            .with("close_date", close)
            .with("owner", Link.user(customer.owner()))
            .with("source", dice.pick(List.of("referral", "field", "expo", "phone", "partner")))
            .withIf(
                lost && reason.equals("competitor"),
                "competitor",
                dice.pick(List.of("冽川", "云渚", "沁屿")))
            .withIf(lost, "lost_reason", reason)
            .withIf(open, "next_step", dice.pick(NEXT_STEPS))
            .withIf(dice.chance(0.4), "note", Remarks.dealNote(dice))
            .done());
  }

  /// Adds one to three lines and returns what they come to.
  private BigDecimal addLines(String deal, Dice dice) {
    Set<Product> taken = new HashSet<>();
    BigDecimal total = BigDecimal.ZERO.setScale(2);
    int count = dice.between(1, 3);
    for (int i = 0; i < count; i++) {
      Product product = dice.pick(products);
      if (taken.add(product)) {
        int qty = dice.between(2, 60) * 240;
        BigDecimal discount = BigDecimal.valueOf(dice.between(15, 30), 2);
        BigDecimal price = product.price();
        lines.add(
            DemoRecord.of(deal + "/" + product.code())
                .with("opportunity", Link.to("opportunity", deal))
                .with("product", Link.to("product", product.code()))
                .with("qty", qty)
                .with("price", price)
                .with("discount", discount)
                .done());
        BigDecimal net =
            price.multiply(BigDecimal.valueOf(qty)).multiply(BigDecimal.ONE.subtract(discount));
        total = total.add(net.setScale(2, RoundingMode.HALF_UP));
      }
    }
    return total;
  }

  private void addActivities(Customer customer, Dice dice) {
    Set<Instant> taken = new HashSet<>();
    List<LocalDate> days = WorkingDays.china().before(today, company.pastDays());
    int count = dice.between(2, 6);
    for (int i = 0; i < count; i++) {
      List<String> told = List.of(dice.pick(FOLLOW_UPS).split("/"));
      LocalTime time = LocalTime.of(dice.between(9, 17), dice.between(0, 59));
      Instant at = dice.pick(days).atTime(time).atZone(Company.ZONE).toInstant();
      if (taken.add(at)) {
        activities.add(
            DemoRecord.of(customer.key() + "/" + at)
                .with("subject", told.get(2))
                .with("type", told.get(0))
                .with("content", told.get(3))
                .with("occurred_at", at)
                .with("outcome", told.get(1))
                .with("owner", Link.user(customer.owner()))
                .with("account", Link.to("account", customer.key()))
                .with("contact", Link.to("contact", dice.pick(customer.contacts())))
                .done());
      }
    }
  }
}
