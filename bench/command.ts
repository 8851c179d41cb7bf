import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { whenToldToStop } from '../src/app/shutdown.js';
import { BenchError } from './bench-error.js';
import { commitOf, isInMemory, Machine } from './machine/machine.js';
import { readOptions, USAGE, type Options } from './options.js';
import { PrivateFolder } from './private-folder.js';
import { noiseIn } from './report/noise.js';
import { reportOf, type Report, type Results } from './report/report.js';
import { tableOf } from './report/table.js';
import { measureRows } from './rows/measure-rows.js';
import { Contestants } from './runs/contestants.js';
import { makeSystem } from './systems/make-system.js';
import { SYSTEM_NAMES } from './systems/system.js';

const SYSTEM_LOG = '/dev/log';

export interface Surroundings {
  /** The folder of the project. */
  readonly project: string;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** Runs the bench; resolves to the exit status: 0 done, 1 a system failed, 2 something to mend first. */
export async function runCommand(
  words: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  try {
    const options = readOptions(words);
    if (options) return await bench(options, surroundings);
    surroundings.print(USAGE);
    return 0;
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    surroundings.complain(`${error.message}\n`);
    return 2;
  }
}

async function bench(options: Options, surroundings: Surroundings): Promise<number> {
  const tell = (line: string) => surroundings.complain(`bench: ${line}\n`);
  const toldToStop = whenToldToStop();
  const folder = new PrivateFolder();
  if (isInMemory(folder.path)) tell(`${folder.path} is memory: durability costs nobody anything`);
  if (existsSync(SYSTEM_LOG)) tell(`${SYSTEM_LOG} is there: Postfix has a log to write`);
  const machine = new Machine();
  const works = options.rows.flatMap((row) => row.works);
  const contestants = new Contestants({ ...options, works, folder: folder.path, tell });
  const measuring = measure({ options, contestants, machine, surroundings, folder, tell });
  try {
    const results = await Promise.race([measuring, toldToStop.then(() => null)]);
    if (!results) return 1;
    report({ results, machine, failures: contestants.failures, options, surroundings });
    return contestants.failures.length === 0 ? 0 : 1;
  } finally {
    measuring.catch(() => undefined); // when told to stop, its systems end under it
    await contestants.stop();
    folder.remove();
  }
}

interface Measuring {
  readonly options: Options;
  readonly contestants: Contestants;
  readonly machine: Machine;
  readonly surroundings: Surroundings;
  readonly folder: PrivateFolder;
  readonly tell: (line: string) => void;
}

async function measure(measuring: Measuring): Promise<Results> {
  const { options, contestants, machine, surroundings, folder, tell } = measuring;
  const cache = join(surroundings.project, '.cache', 'bench');
  const profiles = options.profilesCpu ? join(cache, `profiles-${Date.now()}`) : null;
  if (profiles !== null) mkdirSync(profiles, { recursive: true });
  const main = join(surroundings.project, 'dist', 'src', 'main.js');
  const wanted = options.rows.flatMap((row) => row.systemsFor(options.systems));
  const names = SYSTEM_NAMES.filter((name) => wanted.includes(name));
  const workshop = { folder: folder.path, cache, main, profiles, tell };
  await contestants.start(await Promise.all(names.map((name) => makeSystem(name, workshop))));
  machine.beginWatching();
  return measureRows(options.rows, { ...options, contestants, workshop });
}

interface Reporting {
  readonly results: Results;
  readonly machine: Machine;
  readonly failures: readonly string[];
  readonly options: Options;
  readonly surroundings: Surroundings;
}

function report({ results, machine, failures, options, surroundings }: Reporting): void {
  const { project, print } = surroundings;
  const figures: Report = {
    commit: commitOf(project),
    machine: machine.state(),
    ...reportOf(results),
  };
  print(`${tableOf(figures)}\n`);
  const remarks = [...noiseIn(figures.rows, figures.machine), ...failures];
  for (const remark of remarks) print(`\n${remark}\n`);
  if (options.jsonFile !== null) {
    writeFileSync(options.jsonFile, `${JSON.stringify(figures, null, 2)}\n`);
  }
}
