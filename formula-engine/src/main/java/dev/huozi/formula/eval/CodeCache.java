package dev.huozi.formula.eval;

import dev.huozi.formula.check.TypedExpr;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Code by structure. Formulas of one shape share it, whatever tenant they belong to; the cache
/// holds it weakly, so a class is unloaded when the last snapshot with such a formula goes.
/// Thread-safe.
final class CodeCache {
  private static final CodeCache SHARED = new CodeCache();

  private final ConcurrentHashMap<String, Entry> entries = new ConcurrentHashMap<>();
  private final ReferenceQueue<FormulaCode> gone = new ReferenceQueue<>();

  static CodeCache shared() {
    return SHARED;
  }

  private static final class Entry extends WeakReference<FormulaCode> {
    private final String key;

    private Entry(String key, FormulaCode code, ReferenceQueue<FormulaCode> queue) {
      super(code, queue);
      this.key = key;
    }
  }

  FormulaCode code(TypedExpr expression, Structure structure) {
    forgetGone();
    FormulaCode known = find(structure.key());
    if (known != null) {
      return known;
    }
    FormulaCode made = make(expression, structure);
    Entry entry = new Entry(structure.key(), made, gone);
    entries.put(structure.key(), entry);
    return made;
  }

  private @Nullable FormulaCode find(String key) {
    Entry entry = entries.get(key);
    return entry == null ? null : entry.get();
  }

  /// Compiles; a formula too large for a class is interpreted.
  private static FormulaCode make(TypedExpr expression, Structure structure) {
    try {
      return JvmCompiler.compile(expression, structure);
    } catch (IllegalArgumentException tooLarge) {
      return new Interpreter(expression, structure);
    }
  }

  private void forgetGone() {
    for (Object each = gone.poll(); each != null; each = gone.poll()) {
      if (each instanceof Entry entry) {
        entries.remove(entry.key, entry);
      }
    }
  }

  int size() {
    forgetGone();
    return entries.size();
  }
}
