import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../machine/free-port.js';
import { Program } from '../machine/program.js';
import { LIST_RATIO } from '../report/figure.js';
import { seed } from '../seed/seed.js';
import type { SystemName } from '../systems/system.js';
import { readPages, readStories } from '../tools/page-source.js';
import { OwnPosthouse } from './own-posthouse.js';
import type { Measured, Row, Scene } from './row.js';

const MESSAGES = 1_000_000;
const DESTINATIONS = 1_000;
const DAY_MS = 86_400_000;
const WARM_UP_SECONDS = 8;
const START_MS = 20_000;

interface Round {
  readonly posthouse: number;
  readonly memory: number;
  readonly stories: number;
}

/** A page of fifty messages with their deliveries, of a mail server that has a million; one from memory; and all of one message. */
export class MessageList implements Row {
  readonly name = 'message-list';
  readonly works = [];

  systemsFor(): readonly SystemName[] {
    return [];
  }

  async measure(scene: Scene): Promise<Measured> {
    const own = await OwnPosthouse.start(scene, {
      ...{ name: 'message-list', works: [] },
    });
    try {
      scene.workshop.tell(`writing ${MESSAGES} messages`);
      await this.fill(own);
      return await this.compare(scene, own);
    } finally {
      await own.stop();
    }
  }

  private fill(own: OwnPosthouse): Promise<void> {
    return own.database((sql) =>
      seed(sql, {
        ...{ serverId: own.serverId, domainId: null, messages: MESSAGES, contents: 0 },
        ...{ since: new Date(Date.now() - 2 * DAY_MS), everyMs: 100, state: 'ended' },
        ...{ destinations: DESTINATIONS, hasAttempts: true },
      }),
    );
  }

  private async compare(scene: Scene, own: OwnPosthouse): Promise<Measured> {
    const port = await freePort();
    const memoryApi = await startMemoryApi(port, scene.workshop.folder);
    const { api } = own.posthouse;
    const ours = { ...api, seconds: scene.seconds };
    const theirs = { ...ours, endpoint: `http://127.0.0.1:${port}/graphql` };
    const rounds: Round[] = [];
    try {
      await memoryApi.until(() => readPages({ ...theirs, seconds: WARM_UP_SECONDS }), START_MS);
      await readPages({ ...ours, seconds: WARM_UP_SECONDS });
      while (rounds.length < scene.rounds) {
        const posthouse = await readPages(ours);
        const memory = await readPages(theirs);
        rounds.push({ posthouse, memory, stories: await readStories(ours) });
      }
    } finally {
      await memoryApi.stop(START_MS);
    }
    const figure = (name: string, unit: string, of: (round: Round) => number) => ({
      ...{ row: this.name, name, unit, values: rounds.map(of) },
    });
    return {
      cells: [],
      figures: [
        figure('pages of 50 from 1,000,000 messages', '/s', (round) => round.posthouse),
        figure('pages of 50 from memory', '/s', (round) => round.memory),
        figure('whole stories of single messages', '/s', (round) => round.stories),
        figure(LIST_RATIO, '×', (round) => round.posthouse / round.memory),
      ],
    };
  }
}

function startMemoryApi(port: number, folder: string): Promise<Program> {
  const main = fileURLToPath(new URL('../tools/memory-api.js', import.meta.url));
  return Program.start({
    command: process.execPath,
    args: [main, String(port)],
    logFile: join(folder, 'memory-api.log'),
    mark: main,
  });
}
