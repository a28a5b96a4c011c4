package dev.huozi.metadata.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class SemanticVersionTest {
  private static boolean accepts(String range, String version) {
    return Objects.requireNonNull(VersionRange.parse(range))
        .accepts(Objects.requireNonNull(SemanticVersion.parse(version)));
  }

  @Test
  void versions_are_ordered_by_number_and_pre_releases_stand_before_the_release() {
    List<String> sorted =
        Stream.of("1.10.0", "1.2.0", "1.0.0", "1.0.0-rc.2", "1.0.0-rc.10", "1.0.0-alpha")
            .map(SemanticVersion::parse)
            .sorted()
            .map(SemanticVersion::toString)
            .toList();
    assertThat(sorted)
        .containsExactly("1.0.0-alpha", "1.0.0-rc.2", "1.0.0-rc.10", "1.0.0", "1.2.0", "1.10.0");
  }

  @Test
  void ranges_accept_what_they_say() {
    assertThat(accepts("1.2.0", "1.2.0")).isTrue();
    assertThat(accepts("1.2.0", "1.2.1")).isFalse();
    assertThat(accepts("^1.2.0", "1.9.3")).isTrue();
    assertThat(accepts("^1.2.0", "2.0.0")).isFalse();
    assertThat(accepts("^1.2.0", "1.1.9")).isFalse();
    assertThat(accepts("^0.2.1", "0.2.5")).isTrue();
    assertThat(accepts("^0.2.1", "0.3.0")).isFalse();
    assertThat(accepts(">=1.2.0", "7.0.0")).isTrue();
    assertThat(accepts(">= 1.2.0", "1.1.0")).isFalse();
  }

  @Test
  void what_is_no_version_is_refused() {
    assertThat(
            Stream.of("1", "1.2", "01.2.3", "1.2.3.4", "v1.2.3", "1.2.x", "")
                .map(SemanticVersion::parse))
        .containsOnlyNulls();
    assertThat(Stream.of("~1.2.3", "*", "<1.0.0", "1.x").map(VersionRange::parse))
        .containsOnlyNulls();
  }
}
