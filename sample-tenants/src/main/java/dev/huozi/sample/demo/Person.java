package dev.huozi.sample.demo;

import org.jspecify.annotations.Nullable;

/// Somebody who works for the company and may log in.
///
/// @param user login name
/// @param role `admin` or `user`
/// @param unit key of the org unit
/// @param manager login name of the manager, null for the head of the company
public record Person(
    String user,
    String name,
    String role,
    String unit,
    String title,
    String mobile,
    @Nullable String manager) {}
