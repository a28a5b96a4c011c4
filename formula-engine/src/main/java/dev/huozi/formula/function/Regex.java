package dev.huozi.formula.function;

import dev.huozi.formula.text.Patterns;
import dev.huozi.formula.value.EvaluationContext;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// REGEX: whether the whole text matches a regular expression in RE2 syntax, without
/// back-references. Backslashes are written twice.
final class Regex extends StandardFunction {
  Regex() {
    super(
        "REGEX",
        List.of("正则匹配"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "整段文本是否匹配正则表达式（RE2 语法，不支持回溯引用）。反斜杠要写两个。",
            "Whether the whole text matches a regular expression in RE2 syntax, without back-references. Backslashes are written twice."),
        List.of(
            Signature.propagating(
                ResultType.BOOLEAN,
                Kernel.of(
                    Patterns.class,
                    "regex",
                    boolean.class,
                    EvaluationContext.class,
                    String.class,
                    String.class),
                Parameter.text("text"),
                Parameter.text("pattern"))),
        List.of(
            new Example("REGEX(\"13812345678\", \"1[3-9]\\\\d{9}\")", "true"),
            new Example("REGEX(\"abc\", \"b\")", "false"),
            new Example("REGEX(\"abc\", \"(\")", "#ERROR BAD_PATTERN")));
  }
}
