package org.lienthong.population;

/**
 * Why a row of a file was left out. Never holds what stands in the row.
 *
 * @param line the line on which the row begins, counted from 1
 * @param field the column's name; empty if the whole row is meant
 * @param code what is wrong, such as {@code not-a-date}
 */
public record BadCell(long line, String field, String code) {}
