package org.lienthong.sweep;

/**
 * A row of a file that could not be read; never what stands in it.
 *
 * @param line counted from 1, the header included
 * @param field the column; empty if the whole row is meant
 */
public record BadRow(long line, String field, String code) {}
