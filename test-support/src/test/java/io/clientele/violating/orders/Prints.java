package io.clientele.violating.orders;

/** Prints past the log. */
class Prints {

    void print() {
        System.out.println("placed");
    }
}
