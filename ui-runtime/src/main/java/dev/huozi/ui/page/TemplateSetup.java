package dev.huozi.ui.page;

import dev.huozi.platform.i18n.Messages;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.NamespaceResolver;
import java.util.concurrent.CompletionStage;

/// Makes `{t:…}` known to the templates, at build time already.
@EngineConfiguration
public final class TemplateSetup implements NamespaceResolver {
  private final TemplateWords words = new TemplateWords(new Messages());

  @Override
  public String getNamespace() {
    return words.getNamespace();
  }

  @Override
  public CompletionStage<Object> resolve(EvalContext context) {
    return words.resolve(context);
  }
}
