import { parseArgs } from 'node:util';
import { BenchError } from './bench-error.js';
import type { Row } from './rows/row.js';
import { PROFILES, rowNamed } from './rows/rows.js';
import { isSystemName, SYSTEM_NAMES, type SystemName } from './systems/system.js';

export interface Options {
  readonly rows: readonly Row[];
  readonly rounds: number;
  /** How long one run of one system shall take. */
  readonly seconds: number;
  /** Null: those that a work is usually compared with. */
  readonly systems: readonly SystemName[] | null;
  /** A folder with another Posthouse, built: for `baseline`. */
  readonly baseline: string | null;
  readonly jsonFile: string | null;
  /** Keep CPU profiles of Posthouse's processes. */
  readonly profilesCpu: boolean;
}

export const USAGE = `npm run bench -- [options] [rows]

  --profile quick|full   two rows in two minutes (default), or every row of the goals
  --rounds N             how often each system has its turn (quick 2, full 3)
  --seconds S            how long one turn takes (quick 4, full 10)
  --systems a,b          only these: ${SYSTEM_NAMES.join(', ')}
  --baseline FOLDER      only Posthouse and the one that is built in that folder
  --json FILE            writes the figures there, too
  --profile-cpu          keeps CPU profiles of Posthouse and prints what took longest

Rows by name, such as 10k-50-signed 1k-50-unsigned 10k-10-newconn, take the place of a profile's.
`;

const DEFAULTS = { quick: { rounds: 2, seconds: 4 }, full: { rounds: 3, seconds: 10 } } as const;

/** Null when somebody asks for help. */
export function readOptions(words: readonly string[]): Options | null {
  const { values, positionals } = parse(words);
  if (values.help) return null;
  const profile = values.profile ?? (positionals.length > 0 ? 'full' : 'quick');
  if (profile !== 'quick' && profile !== 'full') {
    throw new BenchError(`--profile is quick or full, not ${profile}`);
  }
  const names = positionals.length > 0 ? positionals : PROFILES[profile];
  return {
    rows: [...new Set(names)].map(rowNamed),
    rounds: numberOf('--rounds', values.rounds, DEFAULTS[profile].rounds, 50),
    seconds: numberOf('--seconds', values.seconds, DEFAULTS[profile].seconds, 300),
    systems:
      values.systems === undefined ? baselineOnly(values.baseline) : systemsOf(values.systems),
    baseline: values.baseline ?? null,
    jsonFile: values.json ?? null,
    profilesCpu: values['profile-cpu'] ?? false,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        profile: { type: 'string' },
        rounds: { type: 'string' },
        seconds: { type: 'string' },
        systems: { type: 'string' },
        baseline: { type: 'string' },
        json: { type: 'string' },
        'profile-cpu': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new BenchError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

function numberOf(
  option: string,
  given: string | undefined,
  otherwise: number,
  most: number,
): number {
  const number = given === undefined ? otherwise : Number(given);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new BenchError(`${option} is a whole number from 1 to ${most}`);
}

function baselineOnly(baseline: string | undefined): SystemName[] | null {
  return baseline === undefined ? null : ['posthouse', 'baseline'];
}

function systemsOf(list: string): SystemName[] {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !isSystemName(name));
  if (unknown !== undefined) {
    throw new BenchError(`no system is called ${unknown}; there are ${SYSTEM_NAMES.join(', ')}`);
  }
  return names.filter(isSystemName);
}
