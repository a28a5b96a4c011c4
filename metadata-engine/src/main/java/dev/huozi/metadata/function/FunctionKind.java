package dev.huozi.metadata.function;

import dev.huozi.formula.script.Scripts;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.model.Reference;
import dev.huozi.platform.problem.Issues;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Kind `function`.
@Singleton
public final class FunctionKind implements MetadataKind<Function> {
  public static final String ID = "function";

  /// Checks what can be read, and runs nothing: for work at the desk, and to find functions.
  public static final FunctionKind KIND = new FunctionKind(null);

  private final @Nullable Scripts scripts;

  @Inject
  public FunctionKind(@Nullable Scripts scripts) {
    this.scripts = scripts;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String folder() {
    return "functions";
  }

  @Override
  public Class<Function> type() {
    return Function.class;
  }

  @Override
  public List<Reference> references(Function function) {
    return List.of();
  }

  @Override
  public void check(Function function, ModelView model, Issues issues) {
    new FunctionCheck(function, issues).check();
  }

  @Override
  public void tryOut(long tenant, Function function, Issues issues) {
    if (scripts != null) {
      new FunctionTrial(scripts, tenant).run(function, issues);
    }
  }
}
