package dev.huozi.ui.login;

import java.util.Locale;

/// What the template `restore` shows.
public record RestorePage(Locale locale, String nonce) {}
