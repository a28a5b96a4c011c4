package dev.huozi.formula.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.huozi.formula.Formulas;
import dev.huozi.formula.type.FormulaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Which formula field needs which, over relations too.
@Tag("fast")
final class FormulaSetTest {
  private final Shop order = new Shop("order");
  private final Shop line = new Shop("line");
  private final Map<String, CheckedFormula> formulas = new LinkedHashMap<>();

  FormulaSetTest() {
    line.with("quantity", "数量", FormulaType.NUMBER)
        .with("price", "单价", FormulaType.NUMBER)
        .with("total", "合计", FormulaType.NUMBER)
        .with("net", "净额", FormulaType.NUMBER)
        .to("parent", "订单", order);
    order
        .with("rate", "折扣", FormulaType.NUMBER)
        .with("level", "等级", FormulaType.NUMBER)
        .to("main", "主行", line);
  }

  private void define(Shop object, String field, String source) {
    formulas.put(
        object.objectName() + "." + field,
        Formulas.check(source, object, FormulaOptions.any(BlankMode.ZERO)).orThrow());
  }

  private FormulaSet<String> set() {
    return new FormulaSet<>(formulas, FormulaSetTest::name);
  }

  private static String name(FieldPath path) {
    Shop owner = (Shop) path.last().source();
    return owner.objectName() + "." + path.last().name();
  }

  @Test
  void formulasAreComputedAfterWhatTheyNeed() {
    define(line, "net", "total * (1 - parent.rate)");
    define(line, "total", "quantity * price");
    define(order, "rate", "level / 100");
    assertThat(set().cycles()).isEmpty();
    List<String> order = set().graph().order();
    assertThat(order).containsExactlyInAnyOrder("line.net", "line.total", "order.rate");
    assertThat(order.indexOf("line.total")).isLessThan(order.indexOf("line.net"));
    assertThat(order.indexOf("order.rate")).isLessThan(order.indexOf("line.net"));
  }

  @Test
  void aChangeReachesWhatDependsOnItDirectlyAndThroughOthersAndOverRelations() {
    define(line, "net", "total * (1 - parent.rate)");
    define(line, "total", "quantity * price");
    define(order, "rate", "level / 100");
    DependencyGraph<String> graph = set().graph();
    assertThat(graph.dependants(List.of("line.price"))).containsExactly("line.total", "line.net");
    assertThat(graph.dependants(List.of("order.level"))).containsExactly("order.rate", "line.net");
    assertThat(graph.dependants(List.of("line.parent"))).containsExactly("line.net");
    assertThat(graph.dependants(List.of("line.other"))).isEmpty();
  }

  @Test
  void aCycleThroughTwoObjectsIsNamedByItsPathAndPlace() {
    define(line, "total", "quantity * parent.rate");
    define(line, "net", "total + 1");
    define(order, "rate", "IF(level > 1, main.net, 0)");
    List<FormulaSet.Cycle<String>> cycles = set().cycles();
    assertThat(cycles).hasSize(1);
    assertThat(cycles.getFirst().formula()).isEqualTo("line.total");
    assertThat(cycles.getFirst().diagnostic().parameters())
        .containsEntry("path", "line.total → order.rate → line.net → line.total");
    assertThat(cycles.getFirst().diagnostic().span().of("quantity * parent.rate"))
        .isEqualTo("parent.rate");
  }

  @Test
  void aFormulaThatNeedsItselfIsACycle() {
    define(line, "total", "total + 1");
    assertThat(set().cycles().getFirst().diagnostic().parameters())
        .containsEntry("path", "line.total → line.total");
  }

  @Test
  void chainsOfAnyLengthAreOrderedWithoutRecursion() {
    DependencyGraph<Integer> graph = new DependencyGraph<>();
    for (int i = 0; i < 100_000; i++) {
      graph.add(i, List.of(i + 1));
    }
    List<Integer> order = new ArrayList<>(graph.order());
    assertThat(order).hasSize(100_000);
    assertThat(order.getFirst()).isEqualTo(99_999);
    assertThat(graph.cycles()).isEmpty();
    graph.add(100_000, List.of(0));
    assertThat(graph.cycles()).hasSize(1);
  }

  @Test
  void everyGroupOfFormulasThatNeedEachOtherIsReported() {
    DependencyGraph<String> graph = new DependencyGraph<>();
    graph.add("a", List.of("b"));
    graph.add("b", List.of("a", "c"));
    graph.add("c", List.of("d"));
    graph.add("d", List.of("c"));
    graph.add("e", List.of("a"));
    assertThat(graph.cycles())
        .containsExactlyInAnyOrder(List.of("a", "b", "a"), List.of("c", "d", "c"));
  }
}
