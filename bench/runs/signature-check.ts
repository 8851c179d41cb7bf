import { BenchError } from '../bench-error.js';
import { MailSink } from '../../src/demo/mail-sink/mail-sink.js';
import type { System } from '../systems/system.js';
import type { Letter } from '../tools/letters.js';
import { sendAll } from '../tools/source.js';
import type { Work } from '../works.js';

export interface Probe {
  readonly system: System;
  readonly work: Work;
  readonly letter: Letter;
  readonly signal: AbortSignal;
}

const PATIENCE_MS = 30_000;

/** Sends one message of each work to a sink that looks at it: is it signed as often as it should be? */
export async function checkSignatures(sinkPort: number, probes: readonly Probe[]): Promise<void> {
  const sink = await MailSink.start({ host: '127.0.0.1', port: sinkPort });
  try {
    for (const probe of probes) await checkOne(sink, probe);
  } finally {
    await sink.stop();
  }
}

async function checkOne(sink: MailSink, probe: Probe): Promise<void> {
  const { system, work } = probe;
  const known = sink.received.length;
  await sendAll({ ...probe, count: 1, port: system.port, timeoutMs: PATIENCE_MS });
  await sink.until(() => sink.received.length > known, PATIENCE_MS, `the probe of ${system.name}`);
  const raw = sink.received.at(-1)?.raw.toString('latin1') ?? '';
  const found = raw.match(/^DKIM-Signature:/gim)?.length ?? 0;
  const wanted = system.signaturesOf(work);
  if (found === wanted) return;
  throw new BenchError(
    `a message of ${work.name} left ${system.name} with ${found} signatures instead of ${wanted}`,
  );
}
