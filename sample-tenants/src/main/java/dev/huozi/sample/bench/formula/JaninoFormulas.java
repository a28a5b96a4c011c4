package dev.huozi.sample.bench.formula;

import java.util.function.Function;
import org.codehaus.commons.compiler.CompileException;
import org.codehaus.janino.ClassBodyEvaluator;
import org.jspecify.annotations.Nullable;

/// Java source compiled at run time by Janino.
final class JaninoFormulas {
  private JaninoFormulas() {}

  @SuppressWarnings("unchecked")
  static Function<Object, @Nullable Object> compile(BenchFormula formula) {
    ClassBodyEvaluator evaluator = new ClassBodyEvaluator();
    evaluator.setParentClassLoader(JaninoFormulas.class.getClassLoader());
    evaluator.setImplementedInterfaces(new Class<?>[] {Function.class});
    try {
      evaluator.cook(formula.javaClassBody());
      return (Function<Object, @Nullable Object>)
          evaluator.getClazz().getDeclaredConstructor().newInstance();
    } catch (CompileException | ReflectiveOperationException e) {
      throw new IllegalStateException("Janino cannot compile (%s).".formatted(formula.name()), e);
    }
  }
}
