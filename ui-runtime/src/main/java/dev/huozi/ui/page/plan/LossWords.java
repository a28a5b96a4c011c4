package dev.huozi.ui.page.plan;

import dev.huozi.metadata.change.Loss;
import dev.huozi.ui.page.Formats;
import dev.huozi.ui.page.Words;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Names what would no longer be visible, so that nobody agrees to something unnamed.
final class LossWords {
  private static final int NAMED_MOST = 5;

  private final Words words;
  private final Formats formats;
  private final ChangeTree tree;

  LossWords(Words words, Formats formats, ChangeTree tree) {
    this.words = words;
    this.formats = formats;
    this.tree = tree;
  }

  List<PlanView.Loss> of(List<Loss> losses) {
    return losses.stream()
        .map(loss -> new PlanView.Loss(label(loss), words.get("losses_rows", count(loss.rows()))))
        .toList();
  }

  /// The sentence to be ticked, or null when nothing is lost.
  @Nullable String needed(List<Loss> losses) {
    if (losses.isEmpty()) {
      return null;
    }
    if (losses.size() == 1) {
      Loss loss = losses.getFirst();
      return words.get("losses_agree_one", label(loss), count(loss.rows()));
    }
    String names =
        losses.stream()
            .limit(NAMED_MOST)
            .map(this::label)
            .collect(Collectors.joining(words.get("comma")));
    long rows = losses.stream().mapToLong(Loss::rows).sum();
    return words.get(
        losses.size() > NAMED_MOST ? "losses_agree_more" : "losses_agree_all",
        names,
        losses.size(),
        count(rows));
  }

  private String label(Loss loss) {
    String component = tree.component(loss.ref());
    return loss.path().isEmpty()
        ? component
        : component + " › " + tree.path(loss.ref(), loss.path());
  }

  private String count(long rows) {
    return formats.count(rows, false);
  }
}
