package dev.huozi.ui.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class BodyLimitTest {
  private static final String LIMIT = Long.toString(BodyLimit.BYTES);
  private static final String MORE = Long.toString(BodyLimit.BYTES + 1);

  @Test
  void aMegabyteIsEnoughForARecord() {
    assertThat(BodyLimit.judge("/api/data/store", LIMIT, null))
        .isEqualTo(BodyLimit.Verdict.ACCEPTED);
    assertThat(BodyLimit.judge("/api/data/store", MORE, null))
        .isEqualTo(BodyLimit.Verdict.TOO_LARGE);
    assertThat(BodyLimit.judge("/api/data/store", "99999999999999999999", null))
        .isEqualTo(BodyLimit.Verdict.TOO_LARGE);
  }

  @Test
  void packsAndBulkLoadsMayBeLarger() {
    assertThat(BodyLimit.judge("/api/bulk/store", MORE, null))
        .isEqualTo(BodyLimit.Verdict.ACCEPTED);
    assertThat(BodyLimit.judge("/api/packs/apply", "16777216", null))
        .isEqualTo(BodyLimit.Verdict.ACCEPTED);
    assertThat(BodyLimit.judge("/api/packs/apply", "16777217", null))
        .isEqualTo(BodyLimit.Verdict.TOO_LARGE);
    assertThat(BodyLimit.judge("/api/packs/apply", null, "chunked"))
        .isEqualTo(BodyLimit.Verdict.LENGTH_MISSING);
    assertThat(BodyLimit.judge("/api/imports", null, "chunked"))
        .isEqualTo(BodyLimit.Verdict.ACCEPTED);
    assertThat(BodyLimit.judge("/api/tenants/dumps", "900000000", null))
        .isEqualTo(BodyLimit.Verdict.ACCEPTED);
    assertThat(BodyLimit.judge("/api/imports/x/start", MORE, null))
        .isEqualTo(BodyLimit.Verdict.TOO_LARGE);
    assertThat(BodyLimit.judge("/api/bulkier", MORE, null)).isEqualTo(BodyLimit.Verdict.TOO_LARGE);
  }

  @Test
  void aBodyOfUnknownLengthIsRefusedWhereItMustBeSmall() {
    assertThat(BodyLimit.judge("/api/data/store", null, "chunked"))
        .isEqualTo(BodyLimit.Verdict.LENGTH_MISSING);
    assertThat(BodyLimit.judge("/api/data/store", null, null))
        .isEqualTo(BodyLimit.Verdict.ACCEPTED);
  }
}
