package dev.huozi.ui.page.record;

import dev.huozi.ui.page.ObjectHead;

/// A related list on a page of its own.
public record RelatedPage(
    ObjectHead object, String title, String backHref, RecordSheet.Related related) {}
