package io.clientele.stack.demo;

import io.clientele.contracts.clients.Sex;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A Czech birth number's date part, {@code YYMMDD}: a woman's month is raised by 50. The century is the 20th, as all
 * clients of the data set were born in it.
 *
 * @param birthDate the day of birth
 * @param sex as the month tells
 */
record BirthNumber(LocalDate birthDate, Sex sex) {

    private static final int FEMALE_MONTH_OFFSET = 50;

    /**
     * Decodes six digits.
     *
     * @throws DateTimeException when they name no day
     */
    static BirthNumber parse(String digits) {
        if (!digits.matches("[0-9]{6}")) {
            throw new DateTimeException("not a birth number: six digits expected");
        }
        int year = 1900 + Integer.parseInt(digits.substring(0, 2));
        int month = Integer.parseInt(digits.substring(2, 4));
        int day = Integer.parseInt(digits.substring(4, 6));
        return month > FEMALE_MONTH_OFFSET
                ? new BirthNumber(LocalDate.of(year, month - FEMALE_MONTH_OFFSET, day), Sex.FEMALE)
                : new BirthNumber(LocalDate.of(year, month, day), Sex.MALE);
    }
}
