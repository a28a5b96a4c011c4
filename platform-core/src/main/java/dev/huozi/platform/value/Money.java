package dev.huozi.platform.value;

import java.math.BigDecimal;

/// An exact amount in a currency (ISO 4217 code).
public record Money(BigDecimal amount, String currency) {}
