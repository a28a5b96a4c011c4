package dev.huozi.formula.function;

import dev.huozi.formula.number.Renminbi;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// RMBUPPER: an amount in Chinese capital numerals, rounded to the cent.
final class AmountInCapitals extends StandardFunction {
  AmountInCapitals() {
    super(
        "RMBUPPER",
        List.of("人民币大写", "RMBFORMAT", "RMBCAP", "CNMONEY"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "金额的中文大写，四舍五入到分；没有分时以“整”（或第二个参数“正”）结尾。绝对值须小于一亿亿。",
            "An amount in Chinese capital numerals, rounded to the cent; without cents it ends in"
                + " 整, or in 正 as second argument. Below 10^16."),
        List.of(
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Renminbi.class, "upper", String.class, BigDecimal.class),
                Parameter.number("amount")),
            Signature.propagating(
                ResultType.TEXT,
                Kernel.of(Renminbi.class, "upper", String.class, BigDecimal.class, String.class),
                Parameter.number("amount"),
                Parameter.literal("ending", "整", "正"))),
        List.of(
            new Example("RMBUPPER(1680.32)", "壹仟陆佰捌拾元叁角贰分"),
            new Example("RMBUPPER(100000)", "壹拾万元整"),
            new Example("RMBUPPER(-0.05)", "负伍分"),
            new Example("RMBUPPER(200, \"正\")", "贰佰元正"),
            new Example("RMBUPPER(1409.5)", "壹仟肆佰零玖元伍角整")));
  }
}
