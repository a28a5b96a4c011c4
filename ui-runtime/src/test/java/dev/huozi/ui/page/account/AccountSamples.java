package dev.huozi.ui.page.account;

import java.util.List;

/// Made-up accounts for tests of the templates.
public final class AccountSamples {
  private AccountSamples() {}

  public static AccountsPage page(boolean formOpen) {
    return new AccountsPage(
        List.of(
            new AccountsPage.Row(
                "/admin/accounts/1", "/o/user/1", "admin", "林婉清", true, true, true),
            new AccountsPage.Row(
                "/admin/accounts/2", "/o/user/2", "rep01", "陈思远", false, true, false),
            new AccountsPage.Row(
                "/admin/accounts/3", "/o/user/3", "rep02", "何嘉怡", false, false, false)),
        AccountsPage.Form.EMPTY,
        formOpen ? List.of("密码至少 10 个字符。") : List.of(),
        formOpen);
  }
}
