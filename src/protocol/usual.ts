// What holds where nobody has settled anything else, apart from the schemas: a tablet knows it before it parses anything.

/** Minutes of idleness where a ward has settled none. */
export const USUAL_IDLE = 10
