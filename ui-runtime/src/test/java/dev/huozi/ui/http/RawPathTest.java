package dev.huozi.ui.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class RawPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/data/store",
        "/api/data/%E5%AE%A2%E6%88%B7/0199f3c2-7a10-7c3e-9a55-3b1f6a2d4e01",
        "/api/data/store?filter=a%2Fb%3B..//",
        "/a.b/c..d",
        "/static/app-1.2.3.js"
      })
  void anOrdinaryPathGoesOn(String target) {
    assertThat(RawPath.isAcceptable(target)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api",
        "*",
        "http://evil.example/",
        "//api/tenants",
        "/api//tenants",
        "/api/tenants//",
        "/api/tenants;a=b",
        "/api/tenants%3B",
        "/api/tenants%3b",
        "/api%2Ftenants",
        "/api%2ftenants",
        "/api%5Ctenants",
        "/api\\tenants",
        "/./api/tenants",
        "/api/./tenants",
        "/x/../api/tenants",
        "/api/tenants/..",
        "/api/tenants/.",
        "/api/%2e%2e/tenants",
        "/api/%2E/tenants",
        "/api/tenants%00",
        "/api/tenants%0a",
        "/api/tenants%7f",
        "/api/tenants%252f",
        "/api/tenants%",
        "/api/tenants%2",
        "/api/tenants%zz",
        "/api/ten ants",
        "/api/tenänts",
        "/api/tenants#x",
        "/api/ten\tants"
      })
  void whatCouldBeReadInTwoWaysIsRefused(String target) {
    assertThat(RawPath.isAcceptable(target)).isFalse();
  }
}
