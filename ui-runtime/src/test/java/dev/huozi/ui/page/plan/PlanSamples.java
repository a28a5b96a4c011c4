package dev.huozi.ui.page.plan;

import dev.huozi.ui.page.plan.PlanView.Component;
import dev.huozi.ui.page.plan.PlanView.Kind;
import dev.huozi.ui.page.plan.PlanView.Line;
import dev.huozi.ui.page.plan.PlanView.Risk;
import dev.huozi.ui.page.plan.PlanView.Row;
import dev.huozi.ui.page.plan.PlanView.Sign;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A made-up plan for tests of the templates: every sign, every risk, values, lists, losses.
public final class PlanSamples {
  private static final Sign ADD = new Sign("add", "+", "新增");
  private static final Sign CHANGE = new Sign("change", "~", "修改");
  private static final Sign REMOVE = new Sign("remove", "−", "删除");
  private static final Risk SAFE = new Risk("safe", "");
  private static final Risk CAREFUL = new Risk("careful", "需留意");
  private static final Risk DESTRUCTIVE = new Risk("destructive", "有损");

  private PlanSamples() {}

  public static PlanView plan() {
    return new PlanView(
        new PlanView.Approved(7, "0f3a"),
        List.of(new PlanView.Tally(ADD, "1"), new PlanView.Tally(REMOVE, "2")),
        kinds(),
        List.of(
            new PlanView.Statement(
                "alter table \"t_3\".\"o_7f\" add column \"c_91\" numeric(6,0)",
                "ACCESS EXCLUSIVE",
                "执行期间读写都需等待",
                false,
                "只改目录，毫秒级",
                false),
            new PlanView.Statement(
                "create index on \"t_3\".\"o_7f\" (\"c_91\")",
                "SHARE",
                "执行期间写入需等待",
                true,
                "需读取约 1,234 行",
                true)),
        "约 0.2 秒",
        List.of(new PlanView.Loss("门店 › 传真", "1,234 行")),
        List.of(
            new PlanView.User("视图", "全部门店", "列", "/a/field_sales/o/store"),
            new PlanView.User("布局", "门店", "分组 › 基本信息", null)),
        List.of("有修改会使已存数据无法再访问，请确认。"),
        "我知道“门店 › 传真”的 1,234 行数据将不可见");
  }

  public static List<Kind> kinds() {
    return List.of(
        new Kind(
            "对象",
            "cube",
            List.of(
                new Component(
                    CHANGE,
                    "门店",
                    "store",
                    "/designer/store/fields",
                    DESTRUCTIVE,
                    true,
                    List.of(
                        line(ADD, "字段 › 冰柜数量", "数字", null, null, List.of(row("总位数：6")), SAFE),
                        line(CHANGE, "字段 › 渠道 › 必填", "", "否", "是", List.of(), CAREFUL),
                        line(REMOVE, "字段 › 传真", "电话", null, null, List.of(), DESTRUCTIVE))))),
        new Kind(
            "视图",
            "columns",
            List.of(
                new Component(
                    CHANGE,
                    "全部门店",
                    "all_stores",
                    null,
                    SAFE,
                    false,
                    List.of(
                        line(
                            CHANGE,
                            "列",
                            "",
                            null,
                            null,
                            List.of(new Row(REMOVE, "传真"), new Row(ADD, "冰柜数量"), row("其余 6 项不变")),
                            SAFE))))));
  }

  private static Row row(String text) {
    return new Row(Sign.NONE, text);
  }

  private static Line line(
      Sign sign,
      String label,
      String detail,
      @Nullable String before,
      @Nullable String after,
      List<Row> rows,
      Risk risk) {
    return new Line(sign, label, detail, before, after, rows, rows.size() > 1, risk);
  }
}
