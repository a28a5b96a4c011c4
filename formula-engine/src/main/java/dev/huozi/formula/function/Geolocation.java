package dev.huozi.formula.function;

import dev.huozi.formula.number.Places;
import dev.huozi.formula.value.GeoPoint;
import dev.huozi.platform.value.LocalizedText;
import java.math.BigDecimal;
import java.util.List;

/// GEOLOCATION: a point on the earth.
final class Geolocation extends StandardFunction {
  Geolocation() {
    super(
        "GEOLOCATION",
        List.of("坐标"),
        FunctionGroup.GEO,
        Volatility.IMMUTABLE,
        LocalizedText.of(
            "由纬度（-90 到 90）和经度（-180 到 180）组成的点，WGS 84；超出范围出错。",
            "The point with that latitude (-90 to 90) and longitude (-180 to 180), WGS 84; an error"
                + " outside."),
        List.of(
            Signature.propagating(
                ResultType.GEO,
                Kernel.of(
                    Places.class, "point", GeoPoint.class, BigDecimal.class, BigDecimal.class),
                Parameter.number("latitude"),
                Parameter.number("longitude"))),
        List.of(
            new Example(
                "ROUND(DISTANCE(GEOLOCATION(0, 0), GEOLOCATION(0, 1), \"km\"), 3)", "111.195"),
            new Example("DISTANCE(GEOLOCATION(91, 0), GEOLOCATION(0, 0), \"km\")", "#ERROR RANGE"),
            new Example(
                "ISBLANK(DISTANCE(GEOLOCATION(NULL, 0), GEOLOCATION(0, 0), \"km\"))", "true")));
  }
}
