package dev.huozi.record.load.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/// The mark that spreadsheets put before UTF-8 text.
final class ByteOrderMark {
  private static final char MARK = '\ufeff';

  private ByteOrderMark() {}

  /// The text without the mark.
  static Reader without(Reader text) {
    try {
      BufferedReader buffered = new BufferedReader(text);
      buffered.mark(1);
      if (buffered.read() != MARK) {
        buffered.reset();
      }
      return buffered;
    } catch (IOException e) {
      throw new UncheckedIOException("The file cannot be read.", e);
    }
  }
}
