import type { Logger } from 'pino';
import { failpoint } from '#failpoint';
import { isOutage } from '../../platform/database/errors.js';
import { formatRowKey } from '../../platform/database/row-key.js';
import type { Clock } from '../../platform/clock.js';
import type { Metrics } from '../../platform/metrics.js';
import type { ServerService } from '../servers/servers.service.js';
import type { Conclusions } from './conclusions.js';
import type { Courier } from './courier.js';
import type { Flight } from './flight.js';
import { firstVerdict, GATES } from './gates.js';
import { refuseAfterLapses } from './lapses.js';
import { NO_DECISION, type Outcome } from './outcome.js';
import type { Settler } from './settle.js';
import type { Finding } from './settlement.js';

/** `fenced`: another worker owns the delivery by now. `returned`: nothing happened, it is due again. */
export type Landing = 'settled' | 'fenced' | 'returned';

/** Takes one delivery from its claim to its settlement: gates, courier, conclusions, settle. */
export class Dispatch {
  constructor(
    private readonly servers: ServerService,
    private readonly courier: Courier,
    private readonly conclusions: Conclusions,
    private readonly settler: Settler,
    private readonly platform: {
      readonly clock: Clock;
      readonly log: Logger;
      readonly metrics: Metrics;
    },
  ) {}

  /** Rejects only when the database fails: then it is nobody's attempt. */
  async fly(flight: Flight): Promise<Landing> {
    const { deliveries, attemptSeconds } = this.platform.metrics;
    const finding = await this.find(flight);
    if (finding === 'returned') return finding;
    const settlement =
      finding === 'fenced' ? null : await this.conclusions.of(flight.work, finding);
    const result = settlement ? await this.settler.settle(settlement) : 'fenced';

    if (!settlement || result === 'fenced') {
      deliveries.inc({ outcome: 'FENCED' });
      return 'fenced';
    }
    deliveries.inc({ outcome: settlement.outcome.kind });
    attemptSeconds.observe(settlement.finding.durationMs / 1_000);
    return 'settled';
  }

  private async find(flight: Flight): Promise<Finding | 'fenced' | 'returned'> {
    const startedAt = this.platform.clock.now();
    const started = performance.now();
    try {
      const refused = refuseAfterLapses(flight.work);
      if (refused) {
        this.platform.log.error(
          { delivery: formatRowKey(flight.work) },
          'workers die of a delivery',
        );
        return unsent(refused, 'lapses', startedAt, 0);
      }
      await failpoint('delivery.leased', flight.work.recipient);
      const state = await this.servers.stateOf(flight.work.serverId);
      const verdict = firstVerdict(GATES, flight.work, state);
      if (!verdict) return await this.courier.attempt(flight);
      return unsent(verdict, 'gate', startedAt, performance.now() - started);
    } catch (error) {
      if (isOutage(error)) throw error;
      const delivery = formatRowKey(flight.work);
      this.platform.log.error({ err: error, delivery }, 'delivery attempt failed here');
      return unsent(LOCAL_FAILURE, 'local failure', startedAt, performance.now() - started);
    }
  }
}

/** A bug of ours: the receiver has nothing to do with it, and the text gives nothing away. */
const LOCAL_FAILURE: Outcome = {
  kind: 'DEFERRED',
  code: null,
  enhancedCode: '4.3.0',
  reply: 'Posthouse could not carry out this attempt',
  stage: 'local',
};

function unsent(outcome: Outcome, rule: string, startedAt: Date, durationMs: number): Finding {
  const reasons = [{ rule, because: outcome.reply }];
  return {
    outcome,
    decision: { ...NO_DECISION, reasons },
    transcript: '',
    dsnPassedOn: false,
    startedAt,
    durationMs: Math.round(durationMs),
  };
}
