import type { CallFrame, CpuProfile } from './cpu-profile.js';

/** The steps of a message, by the file that works on it; where files call each other, the innermost says which. */
const STEPS: readonly (readonly [step: string, files: RegExp])[] = [
  ['SMTP in', /\/src\/(smtp\/|mail\/line-ends)/],
  ['compress, expand', /\/messages\/stored-content/],
  [
    'parse, complete',
    /\/src\/mail\/(header|address|received|date|domain|headroom)|\/messages\/(intake|completed|submi|recipients)/,
  ],
  ['accept', /\/messages\/(accept|message-writer|durable)|\/group-commit|\/events\/event-log/],
  [
    'bells, announcements',
    /\/bee-queue\/|\/platform\/(queue|redis|gathering)|\/events\/event-(pub|wire)/,
  ],
  ['claim', /\/delivery\/(delivery-queue|queue|turns|work|delivery\.worker|pace|passed)/],
  ['content', /\/delivery\/contents|\/messages\/content/],
  ['DKIM', /\/src\/mail\/dkim|\/delivery\/(signing|keys)/],
  ['settle', /\/delivery\/(settle|outcome|conclusions|verdict)/],
  ['SMTP out', /\/platform\/(smtp-client|egress|dns)|\/delivery\//],
];
/** Answers, which are read before anybody knows whose they are. */
const DATABASE = /\/mariadb\/|\/platform\/database/;
const GARBAGE = 'garbage';
const OTHER = 'everything else';
/** What a process does once, and not for a message. */
export const LOADING = 'loading';
const LOADERS = /^node:internal\/(modules|bootstrap)/;
const NO_WORK = new Set(['(idle)', '(root)']);

/** Microseconds that the main thread was found at each step: at work, or waiting for a processor. */
export function stepsOf({ nodes, samples, timeDeltas }: CpuProfile): ReadonlyMap<string, number> {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const stepOfNode = new Map(nodes.map(({ id }) => [id, stepOf(stackOf(id, { frames, parents }))]));
  const micros = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const step = stepOfNode.get(id) ?? null;
    if (step !== null) micros.set(step, (micros.get(step) ?? 0) + (timeDeltas[index] ?? 0));
  }
  return micros;
}

interface Tree {
  readonly frames: ReadonlyMap<number, CallFrame>;
  readonly parents: ReadonlyMap<number, number>;
}

/** The innermost frame first. */
function stackOf(id: number, { frames, parents }: Tree): CallFrame[] {
  const stack: CallFrame[] = [];
  for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
    const frame = frames.get(at);
    if (frame) stack.push(frame);
  }
  return stack;
}

/** Null for what is no work on messages. */
function stepOf(stack: readonly CallFrame[]): string | null {
  const [innermost] = stack;
  if (!innermost || NO_WORK.has(innermost.functionName)) return null;
  if (innermost.functionName === '(garbage collector)') return GARBAGE;
  if (stack.some(({ url }) => LOADERS.test(url))) return LOADING;
  for (const { url } of stack) {
    const [step] = STEPS.find(([, files]) => files.test(url)) ?? [];
    if (step !== undefined) return step;
  }
  return stack.some(({ url }) => DATABASE.test(url)) ? 'database client' : OTHER;
}
