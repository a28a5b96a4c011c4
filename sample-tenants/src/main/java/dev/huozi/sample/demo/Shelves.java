package dev.huozi.sample.demo;

import dev.huozi.sample.demo.FieldWork.Call;
import dev.huozi.sample.demo.ProductRange.Product;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What reps find in the stores: stock for a sample of the visits of the last two weeks, damage,
/// competitors.
final class Shelves {
  private static final int COUNTED_DAYS = 10;
  private static final Map<String, List<String>> REMEDIES =
      Map.of(
          "transport", List.of("replace", "credit"),
          "leaking", List.of("replace", "destroy"),
          "label", List.of("replace", "credit"),
          "expired", List.of("credit", "destroy"),
          "quality", List.of("replace", "credit", "destroy"),
          "short", List.of("replace", "credit"));
  private static final List<String> CAUSES =
      List.of("transport", "leaking", "label", "expired", "quality", "short");
  private static final List<Integer> CAUSE_WEIGHTS = List.of(40, 20, 12, 15, 5, 8);
  private static final List<String> RIVALS =
      List.of(
          "冽川/天然水 550 ml/2.00",
          "云渚/无糖乌龙茶 500 ml/4.50",
          "沁屿/气泡水 480 ml/5.00",
          "果朗朗/鲜橙汁 450 ml/4.50",
          "跃能/电解质水 500 ml/5.50");
  private static final List<String> PROMOTIONS =
      List.of("price_cut", "gift", "bundle", "tasting", "display");

  private final List<Product> products;
  private final List<DemoRecord> stock = new ArrayList<>();
  private final List<DemoRecord> damages = new ArrayList<>();
  private final List<DemoRecord> rivals = new ArrayList<>();

  Shelves(Company company, ProductRange range, FieldWork work) {
    this.products = range.products();
    for (Call call : work.calls()) {
      Dice dice = Dice.of(company.code(), "shelf", call.key());
      if (call.age() <= COUNTED_DAYS && call.shop().grade() != 'C' && dice.chance(0.35)) {
        countStock(call, dice);
      }
      if (dice.chance(0.025)) {
        reportDamage(call, dice);
      }
      if (dice.chance(0.03)) {
        noteRival(call, dice);
      }
    }
  }

  DemoTable stockTable() {
    return new DemoTable("stock_line", List.of("visit", "product"), stock);
  }

  DemoTable damageTable() {
    return new DemoTable("damage_report", List.of("visit", "product"), damages);
  }

  DemoTable rivalTable() {
    return new DemoTable("competitor_obs", List.of("visit", "brand"), rivals);
  }

  private void countStock(Call call, Dice dice) {
    Set<Product> counted = new HashSet<>();
    int lines = dice.between(6, 10);
    for (int i = 0; i < lines; i++) {
      Product product = dice.pick(products);
      if (counted.add(product)) {
        stock.add(stockLine(call, product, dice));
      }
    }
  }

  private static DemoRecord stockLine(Call call, Product product, Dice dice) {
    boolean empty = dice.chance(0.05);
    int shelf = empty ? 0 : dice.between(2, 36);
    LocalDate expiry = call.day().plusDays(daysLeft(product, dice));
    LocalDate filled = expiry.minusDays(product.shelfLifeDays());
    BigDecimal factor = BigDecimal.valueOf(dice.between(92, 112), 2);
    BigDecimal price = product.price().multiply(factor).setScale(1, RoundingMode.HALF_UP);
    return DemoRecord.of(call.key() + "/" + product.code())
        .with("visit", Link.to("visit", call.key()))
        .with("product", Link.to("product", product.code()))
        .with("shelf_qty", shelf)
        .with("back_qty", empty || dice.chance(0.3) ? 0 : dice.between(1, 8) * 12)
        .with("facings", shelf == 0 ? 0 : dice.between(1, 6))
        .with("price", price)
        .withIf(
            !empty,
            "batch",
            filled.format(DateTimeFormatter.BASIC_ISO_DATE) + dice.pick(List.of("A", "B", "C")))
        .withIf(!empty, "expiry_date", expiry)
        .withIf(dice.chance(0.04), "damaged_qty", dice.between(1, 5))
        .done();
  }

  /// Most goods are fresh; four in a hundred are near their date, a few are past it.
  private static int daysLeft(Product product, Dice dice) {
    double luck = dice.unit();
    if (luck < 0.006) {
      return -dice.between(1, 12);
    }
    if (luck < 0.046) {
      return dice.between(5, 44);
    }
    return dice.between(50, product.shelfLifeDays() - 15);
  }

  private void reportDamage(Call call, Dice dice) {
    String cause = CAUSES.get(dice.weighted(CAUSE_WEIGHTS));
    boolean fresh = call.age() <= 5;
    String status =
        fresh
            ? dice.pick(List.of("reported", "confirmed"))
            : List.of("settled", "confirmed", "rejected").get(dice.weighted(List.of(85, 8, 7)));
    boolean decided = status.equals("settled") || status.equals("confirmed");
    Product product = dice.pick(products);
    damages.add(
        DemoRecord.of(call.key() + "/" + product.code())
            .with("visit", Link.to("visit", call.key()))
            .with("product", Link.to("product", product.code()))
            .with("qty", dice.between(1, 24))
            .with("reason", cause)
            .withIf(decided, "action", dice.pick(REMEDIES.getOrDefault(cause, List.of())))
            .with("status", status)
            .withIf(dice.chance(0.6), "note", Remarks.damageNote(dice))
            .done());
  }

  private void noteRival(Call call, Dice dice) {
    List<String> rival = List.of(dice.pick(RIVALS).split("/"));
    boolean promoted = dice.chance(0.6);
    rivals.add(
        DemoRecord.of(call.key() + "/" + rival.get(0))
            .with("brand", rival.get(0))
            .with("visit", Link.to("visit", call.key()))
            .with("product", rival.get(1))
            .with(
                "price",
                new BigDecimal(rival.get(2))
                    .subtract(promoted ? new BigDecimal("0.50") : BigDecimal.ZERO))
            .withIf(promoted, "promo", dice.pick(PROMOTIONS))
            .with("facings", dice.between(1, 8))
            .done());
  }
}
