package dev.huozi.formula.function;

import dev.huozi.formula.text.Links;
import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// HYPERLINK: a link as text.
final class Hyperlink extends StandardFunction {
  Hyperlink() {
    super(
        "HYPERLINK",
        List.of("超链接"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "链接，写成 [名称](地址)。只接受站内地址和 http、https、mailto、tel；其他地址只留名称。",
            "A link, written [label](address). Only addresses of this site and http, https, mailto,"
                + " tel; of others only the label stays."),
        List.of(
            Signature.blankAware(
                ResultType.TEXT,
                Kernel.of(Links.class, "hyperlink", String.class, String.class, String.class),
                Parameter.text("address"),
                Parameter.text("label")),
            Signature.blankAware(
                ResultType.TEXT,
                Kernel.of(
                    Links.class,
                    "hyperlink",
                    String.class,
                    String.class,
                    String.class,
                    String.class),
                Parameter.text("address"),
                Parameter.text("label"),
                Parameter.text("target"))),
        List.of(
            new Example(
                "HYPERLINK(\"https://huozi.dev\", \"Huozi\")", "[Huozi](https://huozi.dev)"),
            new Example(
                "HYPERLINK(\"/r/store/1\", \"店 [1]\", \"_blank\")", "[店 \\[1\\]](/r/store/1)"),
            new Example("HYPERLINK(\"javascript:alert(1)\", \"x\")", "x")));
  }
}
