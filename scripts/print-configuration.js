/** Writes docs/CONFIGURATION.md from the settings of the compiled program. */
import { readFileSync, writeFileSync } from 'node:fs';
import { PREFIX, Settings } from '../dist/src/config/config.js';

const MILLISECONDS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
];

const intro = `# Configuration

Every setting is an environment variable; there is no other place. A setting that is wrong, or that
does not exist, stops the start with one line. Durations are written as \`500ms\`, \`15s\`, \`5m\`, \`1h\` or
\`7d\`, lists with commas, and yes or no as \`true\` or \`false\`.

This page is made from \`src/config/config.ts\` by \`npm run codegen\`.
`;

const source = readFileSync('src/config/config.ts', 'utf8');
const sections = sectionsOf(source);
const text = sections.map(
  ({ title, keys }) =>
    `\n## ${title}\n\n| setting | default | meaning |\n|---|---|---|\n${keys.map(row).join('\n')}\n`,
);
writeFileSync('docs/CONFIGURATION.md', intro + text.join(''));

function row(key) {
  const { value, isOptional } = defaultOf(Settings.shape[key]);
  const shown = isOptional ? '–' : `\`${spoken(value, source, key)}\``;
  return `| \`${PREFIX}${key}\` | ${shown} | ${describe(Settings.shape[key])} |`;
}

/** The comment lines of the source are the headings. */
function sectionsOf(text) {
  const found = [];
  for (const line of text.slice(text.indexOf('strictObject({')).split('\n')) {
    if (line.startsWith('});')) break;
    const title = /^ {2}\/\/ (.+)$/.exec(line)?.[1];
    const key = /^ {2}([A-Z][A-Z0-9_]+):/.exec(line)?.[1];
    if (title) found.push({ title, keys: [] });
    if (key) found.at(-1).keys.push(key);
  }
  return found;
}

function defaultOf(type) {
  const given = type.safeParse(undefined);
  const isNothing = given.data === undefined || given.data?.length === 0;
  return { value: given.data, isOptional: !given.success || isNothing };
}

function describe(type) {
  return (type.description ?? '').replaceAll('|', '\\|');
}

function spoken(value, text, key) {
  if (Array.isArray(value)) return value.join(',');
  if (typeof value !== 'number' || !isDuration(text, key)) return String(value);
  const [unit, size] = MILLISECONDS.find(([, step]) => value >= step && value % step === 0) ?? [
    'ms',
    1,
  ];
  return `${value / size}${unit}`;
}

function isDuration(text, key) {
  return new RegExp(`^ {2}${key}:\\s*duration`, 'm').test(text);
}
