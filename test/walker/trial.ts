import type { GraphQLSchema } from 'graphql';
import type { ApiClient } from '../support/api-client.js';
import { firstOfStream } from './first-of-stream.js';
import { firstOnSocket } from './first-on-socket.js';
import type { Pair } from './foreign-values.js';
import {
  operationOf,
  titleOf,
  type Call,
  type Company,
  type Probe,
  type Prober,
} from './probes.js';

/** Subscriptions at a time: a caller may have few sockets. */
const STREAMS_AT_ONCE = 8;
/** Calls at a time; fewer where a document would be too large. */
const AT_ONCE = 25;

export interface TrialParts {
  readonly schema: GraphQLSchema;
  readonly client: ApiClient;
  readonly prober: Prober;
  /** Ids that must not come back, whatever was asked. */
  readonly secrets: readonly string[];
}

/** A probe, and how a subscription is listened to. */
type Asked = Probe & { readonly hears?: typeof firstOfStream };

/** Compares what is heard about another tenant's objects with what is heard about nobody's. */
export class Trial {
  calls = 0;
  readonly leaks: string[] = [];

  constructor(private readonly parts: TrialParts) {}

  async run(probe: Probe, pairs: readonly Pair[], company: Company): Promise<void> {
    if (probe.operation === 'subscription') return this.listen(probe, pairs, company);
    await this.settle(probe, pairs, company);
    for (let at = 0; at < pairs.length; at += AT_ONCE) {
      await this.compare(probe, pairs.slice(at, at + AT_ONCE), company);
    }
  }

  private async listen(probe: Probe, pairs: readonly Pair[], company: Company): Promise<void> {
    for (let at = 0; at < pairs.length; at += STREAMS_AT_ONCE) {
      const some = pairs.slice(at, at + STREAMS_AT_ONCE);
      const trials = [firstOfStream, firstOnSocket].flatMap((hears) =>
        some.map((pair) => this.compare({ ...probe, hears }, [pair], company)),
      );
      await Promise.all(trials);
    }
  }

  /** A change of the caller's own object, beside which the others will stand, has been made before anything is compared. */
  private async settle(probe: Probe, [pair]: readonly Pair[], company: Company): Promise<void> {
    if (probe.operation !== 'mutation' || company === 'alone' || !pair) return;
    await this.hear(probe, [pair], 'unknown', company);
  }

  /** Halves what is too large, and asks one by one where one error takes the other answers with it. */
  private async compare(probe: Asked, pairs: readonly Pair[], company: Company): Promise<void> {
    const [foreign, nobodys] = await Promise.all([
      this.hear(probe, pairs, 'foreign', company),
      probe.hears ? this.hear(probe, pairs, 'unknown', company) : null, // streams do not disturb each other
    ]);
    if (pairs.length > 1 && foreign.answered < pairs.length) {
      const half = foreign.isTooLarge ? Math.ceil(pairs.length / 2) : 1;
      for (let at = 0; at < pairs.length; at += half) {
        await this.compare(probe, pairs.slice(at, at + half), company);
      }
      return;
    }
    if (foreign.isTooLarge) throw new Error(`${titleOf(probe)} does not fit the limits`);
    const unknown = nobodys ?? (await this.hear(probe, pairs, 'unknown', company));
    this.calls += pairs.length;
    const told = this.parts.secrets.filter((id) => foreign.text.includes(id));
    if (foreign.text === unknown.text && told.length === 0) return;
    this.leaks.push(
      `${titleOf(probe)} of ${pairs.map((pair) => pair.foreign).join(', ')} ${company}:\n${foreign.text}\n${unknown.text}`,
    );
  }

  private async hear(
    probe: Asked,
    pairs: readonly Pair[],
    side: keyof Pair,
    company: Company,
  ): Promise<{ text: string; answered: number; isTooLarge: boolean }> {
    const { schema, client, prober } = this.parts;
    const calls = pairs.map((pair, index): Call =>
      prober.call(probe, `a${index}`, prober.inCompany(probe, pair[side], company)),
    );
    const { document, variables } = operationOf(schema, probe, calls);
    const {
      status,
      data,
      errors = [],
    } = probe.hears
      ? await probe.hears(client, 'a0', { document, variables })
      : await client.ask<Record<string, unknown>, object>(document, variables);
    const failed = new Set(errors.map(({ path }) => path?.[0]));
    const answered = pairs.filter((_, index) => {
      const alias = `a${index}`;
      return (data != null && alias in data) || failed.has(alias);
    }).length;
    const said = JSON.stringify({ status, data, errors });
    const text = pairs.reduce((rest, pair) => rest.replaceAll(pair[side], '<it>'), said);
    const isTooLarge = errors.some(
      ({ extensions }) => extensions?.['code'] === 'OPERATION_TOO_LARGE',
    );
    return { text, answered, isTooLarge };
  }
}
