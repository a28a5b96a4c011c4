package dev.huozi.formula.check;

import dev.huozi.formula.type.FormulaType;
import dev.huozi.platform.value.LocalizedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Objects for tests: a store with fields of every type and Chinese labels, its account, that
/// account's parent, and the owner.
public final class Shop implements FieldScope {
  public static final FormulaType STATUS =
      new FormulaType.Picklist("store_status", List.of("open", "paused", "closed"));

  private static final Shop OWNER =
      new Shop("user").with("name", "姓名", FormulaType.TEXT).with("city", "城市", FormulaType.TEXT);
  private static final Shop ACCOUNT = account();

  private final String name;
  private final Map<String, ScopedField> fields = new LinkedHashMap<>();
  private final Map<String, Shop> targets = new LinkedHashMap<>();

  public Shop(String name) {
    this.name = name;
  }

  public static Shop store() {
    return new Shop("store")
        .with("name", "名称", FormulaType.TEXT)
        .with("code", "客户 编码", FormulaType.TEXT)
        .with("amount", "金额", FormulaType.CURRENCY)
        .with("quantity", "数量", FormulaType.NUMBER)
        .with("discount", "折扣", FormulaType.PERCENT)
        .with("active", "启用", FormulaType.BOOLEAN)
        .with("opened_on", "开业日期", FormulaType.DATE)
        .with("visited_at", "拜访时间", FormulaType.DATETIME)
        .with("opens_at", "开门时间", FormulaType.TIME)
        .with("status", "状态", STATUS)
        .with("channels", "渠道", new FormulaType.MultiPicklist("channel", List.of("web", "phone")))
        .with("place", "位置", FormulaType.GEO)
        .with("related", "相关", new FormulaType.Reference(List.of("account", "contact")))
        .to("account", "客户", ACCOUNT)
        .to("owner", "负责人", OWNER);
  }

  private static Shop account() {
    Shop account =
        new Shop("account")
            .with("name", "名称", FormulaType.TEXT)
            .with("credit", "信用额度", FormulaType.CURRENCY)
            .to("owner", "负责人", OWNER);
    return account.to("parent", "上级客户", account);
  }

  public Shop with(String field, String label, FormulaType type) {
    LocalizedText labels = LocalizedText.of(label, field);
    String id = name + "_" + field;
    fields.put(field, new ScopedField(id, field, labels, type, this));
    return this;
  }

  public Shop to(String field, String label, Shop target) {
    targets.put(field, target);
    return with(field, label, new FormulaType.Reference(List.of(target.name)));
  }

  @Override
  public String objectName() {
    return name;
  }

  @Override
  public @Nullable ScopedField find(String wanted) {
    ScopedField named = fields.get(wanted.toLowerCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    List<ScopedField> labelled = new ArrayList<>();
    for (ScopedField field : fields.values()) {
      if (wanted.equals(field.label().find(Locale.CHINESE))) {
        labelled.add(field);
      }
    }
    return labelled.size() == 1 ? labelled.getFirst() : null;
  }

  @Override
  public @Nullable FieldScope follow(ScopedField reference) {
    return targets.get(reference.name());
  }

  @Override
  public Collection<ScopedField> fields() {
    return fields.values();
  }
}
