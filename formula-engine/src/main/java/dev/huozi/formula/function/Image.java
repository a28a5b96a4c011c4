package dev.huozi.formula.function;

import dev.huozi.formula.text.Links;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// IMAGE: a picture as text.
final class Image extends StandardFunction {
  Image() {
    super(
        "IMAGE",
        List.of("图片"),
        FunctionGroup.TEXT,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "图片，写成 ![说明](地址)；可给出高和宽（像素）。地址的要求与 HYPERLINK 相同。",
            "A picture, written ![label](address), with height and width in pixels if given."
                + " Addresses as for HYPERLINK."),
        List.of(
            Signature.blankAware(
                ResultType.TEXT,
                Kernel.of(Links.class, "image", String.class, String.class, String.class),
                Parameter.text("address"),
                Parameter.text("label")),
            Signature.blankAware(
                ResultType.TEXT,
                Kernel.of(
                    Links.class,
                    "image",
                    String.class,
                    String.class,
                    String.class,
                    BigDecimal.class,
                    BigDecimal.class),
                Parameter.text("address"),
                Parameter.text("label"),
                Parameter.number("height"),
                Parameter.number("width"))),
        List.of(
            new Example("IMAGE(\"/f/1.png\", \"红灯\")", "![红灯](/f/1.png)"),
            new Example("IMAGE(\"/f/1.png\", \"红灯\", 16, 32)", "![红灯](/f/1.png =32x16)"),
            new Example("IMAGE(\"data:image/png,x\", \"红灯\")", "红灯")));
  }
}
