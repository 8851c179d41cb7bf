import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../machine/free-port.js';
import type { Contestant } from '../runs/contestants.js';
import { Direct } from './direct.js';
import { Haraka } from './haraka/haraka.js';
import { Postfix } from './postfix/postfix.js';
import { PostfixWithOpenDkim } from './postfix/postfix-with-opendkim.js';
import { Posthouse } from './posthouse/posthouse.js';
import type { System, SystemName } from './system.js';

export interface Workshop {
  /** For what the systems keep while they run. */
  readonly folder: string;
  /** For what is worth keeping from one bench to the next. */
  readonly cache: string;
  /** The built command line of Posthouse. */
  readonly main: string;
  /** The same of the Posthouse that it is compared with. */
  readonly baseline: string;
  readonly profiles: string | null;
  readonly tell: (line: string) => void;
}

/** A system that has not started yet, with ports of its own. */
export async function makeSystem(name: SystemName, workshop: Workshop): Promise<Contestant> {
  const folder = join(workshop.folder, name.replace('+', '-'));
  mkdirSync(folder, { recursive: true });
  const sinkPort = await freePort();
  const places = { ...workshop, folder, port: await freePort(), sinkPort };
  return { system: MAKE[name](places), sinkPort };
}

type Places = Workshop & { readonly port: number; readonly sinkPort: number };

const MAKE: Readonly<Record<SystemName, (places: Places) => System>> = {
  direct: ({ sinkPort }) => new Direct(sinkPort),
  posthouse: (places) => new Posthouse('posthouse', places),
  baseline: (places) =>
    new Posthouse('baseline', { ...places, main: places.baseline, profiles: null }),
  postfix: (places) => new Postfix(places),
  'postfix+opendkim': (places) => new PostfixWithOpenDkim(places),
  haraka: (places) => new Haraka(places),
};
