package dev.huozi.metadata.optionset;

import dev.huozi.metadata.model.ApiName;
import dev.huozi.metadata.model.MetadataError;
import dev.huozi.metadata.model.MetadataKind;
import dev.huozi.metadata.model.ModelView;
import dev.huozi.metadata.model.Reference;
import dev.huozi.metadata.model.TextCheck;
import dev.huozi.metadata.optionset.OptionSet.Option;
import dev.huozi.platform.problem.Issues;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Kind `optionset`.
@Singleton
public final class OptionSetKind implements MetadataKind<OptionSet> {
  public static final String ID = "optionset";
  public static final OptionSetKind KIND = new OptionSetKind();
  public static final int MAX_VALUES = 2_000;
  public static final List<String> COLORS =
      List.of("green", "amber", "red", "blue", "violet", "gray");
  private static final int MAX_CODE_LENGTH = 80;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String folder() {
    return "optionsets";
  }

  @Override
  public Class<OptionSet> type() {
    return OptionSet.class;
  }

  @Override
  public List<Reference> references(OptionSet set) {
    OptionSet.DependsOn depends = set.dependsOn();
    return depends == null ? List.of() : List.of(Reference.of(ID, depends.set(), "dependsOn.set"));
  }

  @Override
  public void check(OptionSet set, ModelView model, Issues issues) {
    if (set.values().isEmpty() || set.values().size() > MAX_VALUES) {
      issues.error(
          MetadataError.OPTIONS_COUNT,
          "values",
          "count",
          set.values().size(),
          "maximum",
          MAX_VALUES);
    }
    Set<String> seen = new HashSet<>();
    for (Option option : set.values()) {
      check(option, seen, issues);
    }
    OptionSet.DependsOn depends = set.dependsOn();
    if (depends != null) {
      checkMap(set, depends, model.find(this, depends.set()), issues);
    }
  }

  @Override
  public void checkChange(OptionSet before, OptionSet after, Issues issues) {
    Set<String> kept = codes(after);
    for (Option option : before.values()) {
      if (!kept.contains(option.code())) {
        issues.error(MetadataError.OPTION_REMOVED, "values", "code", option.code());
      }
    }
  }

  private static void check(Option option, Set<String> seen, Issues issues) {
    String path = "values." + option.code();
    String code = option.code();
    if (code.isEmpty()
        || code.codePointCount(0, code.length()) > MAX_CODE_LENGTH
        || !code.equals(code.strip())
        || code.codePoints().anyMatch(Character::isISOControl)) {
      issues.error(
          MetadataError.CODE_INVALID, path + ".code", "code", code, "maximum", MAX_CODE_LENGTH);
    }
    if (!seen.add(ApiName.key(code))) {
      issues.error(MetadataError.ITEM_DUPLICATE, path, "name", code);
    }
    TextCheck.label(option.label(), path + ".label", issues);
    String color = option.color();
    if (color != null && !COLORS.contains(color)) {
      issues.error(MetadataError.COLOR_UNKNOWN, path + ".color", "color", color, "choices", COLORS);
    }
  }

  private static void checkMap(
      OptionSet set, OptionSet.DependsOn depends, @Nullable OptionSet controlling, Issues issues) {
    if (ApiName.same(depends.set(), set.name())) {
      issues.error(MetadataError.DEPENDS_ON_ITSELF, "dependsOn.set", "optionset", set.name());
    }
    Set<String> own = codes(set);
    for (Map.Entry<String, List<String>> entry : depends.map().entrySet()) {
      String path = "dependsOn.map." + entry.getKey();
      if (controlling != null && !codes(controlling).contains(entry.getKey())) {
        issues.error(
            MetadataError.OPTION_UNKNOWN,
            path,
            "code",
            entry.getKey(),
            "optionset",
            controlling.name());
      }
      for (String allowed : entry.getValue()) {
        if (!own.contains(allowed)) {
          issues.error(
              MetadataError.OPTION_UNKNOWN, path, "code", allowed, "optionset", set.name());
        }
      }
    }
  }

  private static Set<String> codes(OptionSet set) {
    return set.values().stream().map(Option::code).collect(Collectors.toSet());
  }
}
