package dev.huozi.platform.sql;

/// A parameter of type `jsonb`, as JSON text.
public record SqlJson(String json) {}
