package dev.huozi.formula.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Multi-select picklists.
public final class Picklists {
  private Picklists() {}

  public static int count(@Nullable List<?> codes) {
    return codes == null ? 0 : codes.size();
  }
}
