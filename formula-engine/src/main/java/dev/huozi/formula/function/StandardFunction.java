package dev.huozi.formula.function;

import dev.huozi.platform.value.LocalizedText;
import java.util.List;

/// What a function says of itself, kept as values; the subclasses are the functions.
abstract class StandardFunction implements FormulaFunction {
  private final String name;
  private final List<String> aliases;
  private final FunctionGroup group;
  private final Volatility volatility;
  private final LocalizedText help;
  private final List<Signature> signatures;
  private final List<Example> examples;

  StandardFunction(
      String name,
      List<String> aliases,
      FunctionGroup group,
      Volatility volatility,
      LocalizedText help,
      List<Signature> signatures,
      List<Example> examples) {
    this.name = name;
    this.aliases = List.copyOf(aliases);
    this.group = group;
    this.volatility = volatility;
    this.help = help;
    this.signatures = List.copyOf(signatures);
    this.examples = List.copyOf(examples);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final List<String> aliases() {
    return aliases;
  }

  @Override
  public final FunctionGroup group() {
    return group;
  }

  @Override
  public final Volatility volatility() {
    return volatility;
  }

  @Override
  public final LocalizedText help() {
    return help;
  }

  @Override
  public final List<Signature> signatures() {
    return signatures;
  }

  @Override
  public final List<Example> examples() {
    return examples;
  }
}
