package dev.huozi.formula.function;

import dev.huozi.formula.number.Places;
import dev.huozi.formula.value.GeoPoint;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// DISTANCE: the distance of two points on the earth.
final class Distance extends StandardFunction {
  Distance() {
    super(
        "DISTANCE",
        List.of("距离"),
        FunctionGroup.GEO,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "两点间的球面距离（半径 6371.009 公里，即 3958.761 英里），单位 \"m\"、\"km\" 或 \"mi\"（英里）。",
            "The distance of two points on a sphere of radius 6,371.009 km or 3,958.761 miles, in \"m\", \"km\" or"
                + " \"mi\" (miles)."),
        List.of(
            Signature.propagating(
                ResultType.NUMBER,
                Kernel.of(
                    Places.class,
                    "distance",
                    BigDecimal.class,
                    GeoPoint.class,
                    GeoPoint.class,
                    String.class),
                Parameter.of("from", ParameterType.GEO),
                Parameter.of("to", ParameterType.GEO),
                Parameter.literal("unit", "m", "km", "mi"))),
        List.of(
            new Example(
                "ROUND(DISTANCE(GEOLOCATION(39.9042, 116.4074), GEOLOCATION(31.2304, 121.4737),"
                    + " \"km\"), 1)",
                "1067.3"),
            new Example("DISTANCE(GEOLOCATION(1, 2), GEOLOCATION(1, 2), \"m\")", "0"),
            new Example(
                "ROUND(DISTANCE(GEOLOCATION(0, 0), GEOLOCATION(0, 180), \"mi\"), 2)", "12436.81")));
  }
}
