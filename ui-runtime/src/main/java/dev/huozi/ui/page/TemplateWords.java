package dev.huozi.ui.page;

import dev.huozi.platform.i18n.Messages;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.EvaluatedParams;
import io.quarkus.qute.NamespaceResolver;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/// Words in templates: `{t:save}`, `{t:records_found(page.total)}`. The language is the attribute
/// `locale` of the rendering.
public final class TemplateWords implements NamespaceResolver {
  public static final String LOCALE = "locale";

  private final Messages messages;

  public TemplateWords(Messages messages) {
    this.messages = messages;
  }

  @Override
  public String getNamespace() {
    return "t";
  }

  @Override
  public CompletionStage<Object> resolve(EvalContext context) {
    Words words = new Words(messages, locale(context));
    if (context.getParams().isEmpty()) {
      return CompletableFuture.completedFuture(words.get(context.getName()));
    }
    EvaluatedParams params = EvaluatedParams.evaluate(context);
    return params.stage.thenApply(
        _ -> words.get(context.getName(), arguments(params, context.getParams().size())));
  }

  private static Object[] arguments(EvaluatedParams params, int count) {
    Object[] values = new Object[count];
    for (int i = 0; i < values.length; i++) {
      try {
        values[i] = params.getResult(i);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
    return values;
  }

  private static Locale locale(EvalContext context) {
    return context.getAttribute(LOCALE) instanceof Locale locale
        ? locale
        : Messages.LANGUAGES.getFirst();
  }
}
