package org.lienthong.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * A clock that moves only when told, for tests and scenarios.
 *
 * <p>Moves the engine's own clock too, of which a JVM has only one: two virtual clocks must not be
 * used at the same time. Closing it gives the engine the real time back.
 */
public final class VirtualClock extends Clock implements AutoCloseable {

  private final AtomicLong millis;
  private final ZoneId zone;

  /** A clock that stands at this instant. */
  public VirtualClock(Instant start, ZoneId zone) {
    this(new AtomicLong(start.toEpochMilli()), zone);
    moveTo(start);
  }

  private VirtualClock(AtomicLong millis, ZoneId zone) {
    this.millis = millis;
    this.zone = zone;
  }

  /** Lets time pass. */
  public void advance(Duration by) {
    moveTo(instant().plus(by));
  }

  /** Sets the time, for the engine as for everybody else. */
  public void moveTo(Instant instant) {
    millis.set(instant.toEpochMilli());
    ClockUtil.setCurrentTime(Date.from(instant));
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new VirtualClock(millis, other);
  }

  @Override
  public void close() {
    ClockUtil.reset();
  }
}
