package io.clientele.platform.imports;

/** Where an import stands. */
public enum ImportState {
    /** The file is being taken in. An upload cut off stays here, changes nothing and is removed after a day. */
    RECEIVING,
    /** Lines are being worked off. */
    RUNNING,
    /** Every line was taken, known or rejected. */
    COMPLETED,
    /** Stopped by an error of ours; what was taken stays, and sending the file again is safe. */
    FAILED
}
