import { acceptRatio, type Figure } from '../report/figure.js';
import type { Sample } from '../runs/run.js';
import type { SystemName } from '../systems/system.js';
import { MESSAGES_PER_BATCH, sendBatches } from '../tools/api-source.js';
import { workNamed } from '../works.js';
import type { Measured, Row, Scene } from './row.js';
import { runningPosthouse } from './running-posthouse.js';

/** Enough for the database to write two full groups while others are read. */
const REQUESTS_AT_ONCE = 8;
const FIRST_BATCHES = 4;
const WARM_UP_SECONDS = 2;
/** What the messages that come over SMTP are. */
const SMTP = workNamed('10k-50-signed');

interface Round {
  readonly smtp: Sample;
  readonly api: Sample;
  readonly clientCpuSecondsPer1000: number;
}

/** `sendMessages` over GraphQL, and SMTP with the same messages, taking turns. */
export class SendMessages implements Row {
  readonly name = 'send-messages';
  readonly works = [SMTP];

  systemsFor(): readonly SystemName[] {
    return ['posthouse'];
  }

  async measure(scene: Scene): Promise<Measured> {
    let batches = FIRST_BATCHES;
    let smtpCount = FIRST_BATCHES * MESSAGES_PER_BATCH;
    const rounds: Round[] = [];
    for (let round = -2; round < scene.rounds; round += 1) {
      const smtp = await scene.contestants.takeTurn('posthouse', SMTP, smtpCount);
      const result = await this.overApi(scene, batches);
      if (!smtp || !result) break;
      if (round >= 0) rounds.push({ smtp, ...result });
      const seconds = round === -2 ? WARM_UP_SECONDS : scene.seconds;
      smtpCount = Math.ceil(smtp.e2ePerSecond * seconds);
      batches = Math.ceil((result.api.e2ePerSecond * seconds) / MESSAGES_PER_BATCH);
    }
    return { cells: [], figures: rounds.length === 0 ? [] : this.figuresOf(rounds) };
  }

  private async overApi(scene: Scene, batches: number): Promise<Omit<Round, 'smtp'> | null> {
    const { api } = runningPosthouse(scene);
    const count = batches * MESSAGES_PER_BATCH;
    let clientCpuSecondsPer1000 = 0;
    const send = async (_system: unknown, timeoutMs: number) => {
      const before = process.cpuUsage();
      const batch = { sizeBytes: SMTP.sizeBytes, atOnce: REQUESTS_AT_ONCE };
      const seconds = await sendBatches({ api, batches, timeoutMs, ...batch });
      const { user, system } = process.cpuUsage(before);
      clientCpuSecondsPer1000 = (user + system) / 1_000 / count;
      return seconds;
    };
    const sample = await scene.contestants.takeTurnWith('posthouse', this.name, count, send);
    return sample && { api: sample, clientCpuSecondsPer1000 };
  }

  private figuresOf(rounds: readonly Round[]): Figure[] {
    const figure = (name: string, unit: string, of: (round: Round) => number) => ({
      ...{ row: this.name, name, unit, values: rounds.map(of) },
    });
    return [
      figure('accepted over GraphQL', '/s', ({ api }) => api.acceptPerSecond),
      figure('accepted over SMTP, 50 sessions', '/s', ({ smtp }) => smtp.acceptPerSecond),
      figure(
        acceptRatio('SMTP'),
        '×',
        ({ api, smtp }) => api.acceptPerSecond / smtp.acceptPerSecond,
      ),
      figure('end to end over GraphQL', '/s', ({ api }) => api.e2ePerSecond),
      figure('end to end over SMTP', '/s', ({ smtp }) => smtp.e2ePerSecond),
      figure('CPU per 1000, GraphQL', 's', ({ api }) => api.cpuSecondsPer1000),
      figure('CPU per 1000, SMTP', 's', ({ smtp }) => smtp.cpuSecondsPer1000),
      figure('CPU of the client per 1000', 's', (round) => round.clientCpuSecondsPer1000),
    ];
  }
}
