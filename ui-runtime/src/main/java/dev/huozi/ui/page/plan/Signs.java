package dev.huozi.ui.page.plan;

import dev.huozi.metadata.change.PlannedItem.Operation;
import dev.huozi.metadata.change.PlannedItem.Risk;
import dev.huozi.ui.page.Words;
import java.util.Locale;

/// The signs of operations and the words of risks: never colour alone.
final class Signs {
  private Signs() {}

  static PlanView.Sign of(Words words, Operation operation) {
    String id = operation.name().toLowerCase(Locale.ROOT);
    String mark =
        switch (operation) {
          case ADD -> "+";
          case CHANGE -> "~";
          case REMOVE -> "−";
        };
    return new PlanView.Sign(id, mark, words.get("sign_" + id));
  }

  static PlanView.Sign moved(Words words) {
    return new PlanView.Sign("change", "↕", words.get("sign_moved"));
  }

  static PlanView.Risk of(Words words, Risk risk) {
    String id = risk.name().toLowerCase(Locale.ROOT);
    return new PlanView.Risk(id, risk == Risk.SAFE ? "" : words.get("risk_" + id));
  }
}
