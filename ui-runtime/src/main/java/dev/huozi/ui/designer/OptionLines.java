package dev.huozi.ui.designer;

import dev.huozi.metadata.optionset.OptionSet;
import java.util.ArrayList;
import java.util.List;

/// Options typed as lines: `中文 | English | CODE`, of which only the first part is needed.
final class OptionLines {
  private OptionLines() {}

  static List<OptionSet.Option> read(String lines) {
    List<OptionSet.Option> options = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (String line : lines.lines().map(String::strip).filter(text -> !text.isEmpty()).toList()) {
      String[] parts = line.split("[|｜]", -1);
      String zh = parts[0].strip();
      String en = parts.length > 1 ? parts[1].strip() : "";
      String typed = parts.length > 2 ? parts[2].strip() : "";
      String code = typed.isEmpty() ? NameProposal.of(zh, en, codes) : typed;
      codes.add(code);
      options.add(new OptionSet.Option(code, FieldInput.localized(zh, en), null, true));
    }
    return options;
  }
}
