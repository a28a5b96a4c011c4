package dev.huozi.formula.eval;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.check.CheckedFormula;
import dev.huozi.formula.check.FormulaOptions;
import dev.huozi.formula.check.Shop;
import dev.huozi.formula.type.FormulaType;
import dev.huozi.formula.value.EvaluationContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A deal with its account, that account's parent and the owner; what is not set is blank.
final class DealRow {
  private static final FormulaType CODES = new FormulaType.Picklist("", List.of());
  private static final Shop PARENT =
      new Shop("account")
          .with("name", "名称", FormulaType.TEXT)
          .with("credit_limit", "信用额度", FormulaType.CURRENCY);
  private static final Shop ACCOUNT =
      new Shop("account")
          .with("balance", "欠款", FormulaType.CURRENCY)
          .with("credit_limit", "信用额度", FormulaType.CURRENCY)
          .with("rating", "评级", CODES)
          .to("parent", "上级", PARENT);
  private static final Shop OWNER = new Shop("user").with("level", "级别", FormulaType.NUMBER);
  private static final Shop DEAL =
      new Shop("deal")
          .with("amount", "金额", FormulaType.CURRENCY)
          .with("quantity", "数量", FormulaType.NUMBER)
          .with("price", "单价", FormulaType.CURRENCY)
          .with("discount", "折扣", FormulaType.PERCENT)
          .with("tax", "税率", FormulaType.PERCENT)
          .with("name", "名称", FormulaType.TEXT)
          .with("code", "编码", FormulaType.TEXT)
          .with("approver", "审批人", FormulaType.TEXT)
          .with("region", "区域", CODES)
          .with("stage", "阶段", CODES)
          .with("start", "开始", FormulaType.DATE)
          .with("end", "结束", FormulaType.DATE)
          .to("account", "客户", ACCOUNT)
          .to("owner", "负责人", OWNER);

  private final Map<String, Object> values = new HashMap<>();

  /// `field=value` pairs; numbers and dates are recognised.
  static DealRow of(String... pairs) {
    DealRow row = new DealRow();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      row.values.put(pair.substring(0, equals), value(pair.substring(equals + 1)));
    }
    return row;
  }

  private static Object value(String text) {
    if (text.matches("-?\\d+(\\.\\d+)?")) {
      return new BigDecimal(text);
    }
    return text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : text;
  }

  DealRow with(String field, @Nullable BigDecimal value) {
    if (value != null) {
      values.put(field, value);
    }
    return this;
  }

  static CompiledFormula compile(String source, FormulaType type) {
    return CompiledFormula.of(Formulas.check(source, DEAL, FormulaOptions.field(type)).orThrow());
  }

  @Nullable Object evaluate(CompiledFormula formula) {
    @Nullable Object[] inputs =
        formula.formula().inputs().stream()
            .<@Nullable Object>map(
                input -> values.get(((CheckedFormula.Input.FieldValue) input).path().dotted()))
            .toArray();
    return formula.evaluate(inputs, EvaluationContext.of(Instant.EPOCH, ZoneOffset.UTC));
  }
}
