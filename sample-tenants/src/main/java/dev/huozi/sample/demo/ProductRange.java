package dev.huozi.sample.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// What the company makes.
final class ProductRange {
  /// A product with what the shelves need to know of it.
  record Product(String code, String name, BigDecimal price, int shelfLifeDays) {}

  private final List<Product> products = new ArrayList<>();
  private final List<DemoRecord> records = new ArrayList<>();
  private final List<DemoRecord> categories = new ArrayList<>();

  ProductRange(Company company) {
    List<String> seen = new ArrayList<>();
    List<List<String>> rows = Csv.read("products.csv");
    for (int i = 0; i < company.products(); i++) {
      List<String> row = rows.get(i * rows.size() / company.products());
      String category = row.get(1);
      if (!seen.contains(category)) {
        seen.add(category);
        categories.add(
            DemoRecord.of(category).with("name", category).with("seq", seen.size() * 10).done());
      }
      add(company, row, category);
    }
  }

  private void add(Company company, List<String> row, String category) {
    String code = row.get(0);
    String name = company.brand() + row.get(2);
    BigDecimal price = new BigDecimal(row.get(5));
    int shelfLife = Integer.parseInt(row.get(7));
    products.add(new Product(code, name, price, shelfLife));
    records.add(
        DemoRecord.of(code)
            .with("name", name)
            .with("code", code)
            .with("category", Link.to("product_category", category))
            .with("spec", row.get(3))
            .with("unit", row.get(4))
            .with("list_price", price)
            .with("barcode", barcode(records.size() + 1))
            .with("case_qty", Integer.valueOf(row.get(6)))
            .with("shelf_life_days", shelfLife)
            .done());
  }

  List<Product> products() {
    return List.copyOf(products);
  }

  DemoTable categoryTable() {
    return new DemoTable("product_category", List.of("name"), categories);
  }

  DemoTable table() {
    return new DemoTable("product", List.of("code"), records);
  }

  /// A number of the range 200–299, which every company may use inside its own walls, with the
  /// right check digit.
  private static String barcode(int serial) {
    String digits = "29%010d".formatted(serial);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return digits + (10 - sum % 10) % 10;
  }
}
