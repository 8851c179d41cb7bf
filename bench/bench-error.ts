/** Something that the reader can understand without a stack. */
export class BenchError extends Error {}
