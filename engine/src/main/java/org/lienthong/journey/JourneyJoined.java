package org.lienthong.journey;

/**
 * A journey turned out to be about the same as an open one, which goes on in its place.
 *
 * @param journeyId the journey that ends
 */
record JourneyJoined(String journeyId) {}
