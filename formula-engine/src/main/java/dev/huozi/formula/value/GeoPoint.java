package dev.huozi.formula.value;

import java.math.BigDecimal;

/// A point on the earth in degrees (WGS 84): latitude -90 to 90, longitude -180 to 180.
public record GeoPoint(BigDecimal latitude, BigDecimal longitude) {}
