/** Enough to know how fast a system is, roughly. */
export const FIRST_COUNT = 200;
/** Messages before anything is measured, as seconds at the cold rate: V8 compiles for some seconds. */
export const WARM_UP_SECONDS = 8;
