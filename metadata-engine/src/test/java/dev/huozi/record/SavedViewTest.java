package dev.huozi.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.huozi.metadata.snapshot.ObjectModel;
import dev.huozi.platform.TestDatabase;
import dev.huozi.platform.problem.ProblemException;
import dev.huozi.platform.tenant.RequestContext;
import dev.huozi.record.service.SavedViews;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Lists that people keep for themselves.
@Tag("db")
class SavedViewTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static RecordBench bench;
  private static SavedViews views;

  @BeforeAll
  static void bench() {
    bench = new RecordBench(DATABASE, "keeping");
    views = new SavedViews(DATABASE.tenantDatabase());
  }

  private static ObjectModel object(String name) {
    return bench.model().snapshot().object(name);
  }

  @Test
  void a_view_is_its_owners_alone() {
    RequestContext li = bench.context();
    UUID other = bench.create("user", "{\"name\": \"Wang\"}").id();
    RequestContext wang =
        TestContexts.of(li.tenant(), other).withMetadataVersion(bench.model().version());
    SavedView mine = views.add(li, object("store"), " 本周 ", "view=all&f=grade+%3D+1");
    assertThat(mine.label()).isEqualTo("本周");
    assertThat(views.of(li, object("store"))).containsExactly(mine);
    assertThat(views.of(li, object("memo"))).isEmpty();
    assertThat(views.of(wang, object("store"))).isEmpty();

    views.remove(wang, mine.id());
    assertThat(code(() -> views.change(wang, mine.id(), "view=all")))
        .isEqualTo(RecordError.SAVED_VIEW_NOT_FOUND);
    views.change(li, mine.id(), "view=mine");
    assertThat(views.of(li, object("store")))
        .containsExactly(new SavedView(mine.id(), "本周", "view=mine"));
    views.remove(li, mine.id());
    assertThat(views.of(li, object("store"))).isEmpty();
  }

  @Test
  void there_is_an_end_to_names_filters_and_views() {
    RequestContext li = bench.context();
    ObjectModel dealer = object("dealer");
    assertThat(code(() -> views.add(li, dealer, "  ", ""))).isEqualTo(RecordError.SAVED_VIEW_LABEL);
    assertThat(code(() -> views.add(li, dealer, "长".repeat(81), "")))
        .isEqualTo(RecordError.SAVED_VIEW_LABEL);
    assertThat(code(() -> views.add(li, dealer, "a", "x".repeat(8_001))))
        .isEqualTo(RecordError.SAVED_VIEW_TOO_LONG);
    for (int i = 0; i < SavedView.MOST; i++) {
      views.add(li, dealer, "v" + i, "");
    }
    assertThat(code(() -> views.add(li, dealer, "one more", "")))
        .isEqualTo(RecordError.SAVED_VIEW_TOO_MANY);
  }

  private static Object code(Runnable work) {
    return catchThrowableOfType(ProblemException.class, work::run).code();
  }
}
