export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"/;
const SAMPLE = new RegExp(
  `^(${NAME})(?:\\{((?:${LABEL.source})(?:,${LABEL.source})*)?\\})? (-?[0-9.e+-]+|[Nn]a[Nn]|[+-]Inf)$`,
);
const COMMENT = new RegExp(
  `^# (?:HELP ${NAME} .*|TYPE (${NAME}) (counter|gauge|histogram|summary))$`,
);

/** The samples of a page; fails when it is not Prometheus' text format 0.0.4, or a family lacks its type. */
export function parseMetrics(page: string): Sample[] {
  if (!page.endsWith('\n')) throw new Error('the last line has no end');
  const types = new Map<string, string>();
  const samples: Sample[] = [];
  for (const line of page.split('\n').filter((text) => text !== '')) {
    const comment = COMMENT.exec(line);
    if (comment) declare(types, comment[1], comment[2]);
    else samples.push(parseSample(line, types));
  }
  requireDistinct(samples);
  return samples;
}

/** The sum of a family's samples that have these labels. */
export function sumOf(
  samples: readonly Sample[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number {
  return samples
    .filter((sample) => sample.name === name)
    .filter((sample) =>
      Object.entries(labels).every(([key, value]) => sample.labels[key] === value),
    )
    .reduce((sum, { value }) => sum + value, 0);
}

function declare(types: Map<string, string>, name?: string, type?: string): void {
  if (name === undefined || type === undefined) return; // HELP
  if (types.has(name)) throw new Error(`${name} is declared twice`);
  types.set(name, type);
}

function parseSample(line: string, types: ReadonlyMap<string, string>): Sample {
  const parsed = SAMPLE.exec(line);
  if (!parsed) throw new Error(`this is no sample: ${line}`);
  const [, name = '', labels = ''] = parsed;
  const family = name.replace(/_(?:bucket|sum|count)$/, '');
  if (!types.has(name) && !types.has(family)) throw new Error(`${name} has no type`);
  const pairs = [...labels.matchAll(new RegExp(LABEL, 'g'))];
  return {
    name,
    labels: Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, value])),
    value: Number(parsed.at(-1)?.replace('Inf', 'Infinity')),
  };
}

function requireDistinct(samples: readonly Sample[]): void {
  const seen = new Set<string>();
  for (const { name, labels } of samples) {
    const key = JSON.stringify([name, Object.entries(labels).sort()]);
    if (seen.has(key)) throw new Error(`this sample comes twice: ${key}`);
    seen.add(key);
  }
}
