package org.lienthong.columns;

import org.jspecify.annotations.Nullable;

/**
 * The amounts that law sets and changes, by day and place. A place is a number that only whoever
 * answers understands; place 0 is the country. Immutable.
 */
public interface Amounts {

  /** No amounts at all. */
  Amounts NONE =
      new Amounts() {
        @Override
        public @Nullable Object value(String key, long day, int place) {
          return null;
        }

        @Override
        public long[] changes(String key) {
          return new long[0];
        }
      };

  /** What is in force on a day; null where nothing is. */
  @Nullable Object value(String key, long day, int place);

  /** The days since 1970 from which some place has another value than before, ascending. */
  long[] changes(String key);

  /** How many places there are; every place is below. */
  default int places() {
    return 1;
  }
}
