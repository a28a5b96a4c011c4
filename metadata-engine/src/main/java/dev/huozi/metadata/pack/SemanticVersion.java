package dev.huozi.metadata.pack;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A version `major.minor.patch`, optionally with a pre-release tag (`1.2.0-rc.1`), which stands
/// before the release.
public record SemanticVersion(int major, int minor, int patch, @Nullable String preRelease)
    implements Comparable<SemanticVersion> {
  private static final Pattern PATTERN =
      Pattern.compile(
          "(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})\\.(0|[1-9][0-9]{0,5})(?:-([0-9A-Za-z.-]{1,40}))?");
  private static final Comparator<SemanticVersion> NUMBERS =
      Comparator.comparingInt(SemanticVersion::major)
          .thenComparingInt(SemanticVersion::minor)
          .thenComparingInt(SemanticVersion::patch);

  /// Null when the text is no version.
  public static @Nullable SemanticVersion parse(String text) {
    Matcher matcher = PATTERN.matcher(text);
    return matcher.matches()
        ? new SemanticVersion(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)),
            matcher.group(4))
        : null;
  }

  @Override
  public int compareTo(SemanticVersion other) {
    int numbers = NUMBERS.compare(this, other);
    if (numbers != 0) {
      return numbers;
    }
    String mine = preRelease;
    String theirs = other.preRelease;
    if (mine == null || theirs == null) {
      return mine == null ? theirs == null ? 0 : 1 : -1;
    }
    return comparePreRelease(mine.split("\\.", -1), theirs.split("\\.", -1));
  }

  private static int comparePreRelease(String[] mine, String[] theirs) {
    for (int i = 0; i < Math.min(mine.length, theirs.length); i++) {
      boolean myNumber = isNumber(mine[i]);
      boolean theirNumber = isNumber(theirs[i]);
      int result =
          myNumber && theirNumber
              ? Integer.compare(Integer.parseInt(mine[i]), Integer.parseInt(theirs[i]))
              : myNumber != theirNumber ? (myNumber ? -1 : 1) : mine[i].compareTo(theirs[i]);
      if (result != 0) {
        return result;
      }
    }
    return Integer.compare(mine.length, theirs.length);
  }

  private static boolean isNumber(String part) {
    return part.matches("[0-9]{1,9}");
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch + (preRelease == null ? "" : "-" + preRelease);
  }
}
