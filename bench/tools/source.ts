import { spawn } from 'node:child_process';
import { requireBinary } from '../../src/app/services/find-binary.js';
import { BenchError } from '../bench-error.js';
import { plainEnvironment } from '../machine/program.js';
import type { Work } from '../works.js';
import { RECIPIENT, type Letter } from './letters.js';

export interface Shipment {
  readonly work: Work;
  readonly letter: Letter;
  readonly count: number;
  /** Where to, on 127.0.0.1. */
  readonly port: number;
  readonly timeoutMs: number;
  /** Ends it before its time. */
  readonly signal: AbortSignal;
}

/** Postfix's `smtp-source`; resolves to the seconds until its last message was accepted. */
export async function sendAll(shipment: Shipment): Promise<number> {
  const command = await requireBinary(['smtp-source']);
  const startedAt = performance.now();
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, argumentsOf(shipment), {
      env: plainEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: shipment.timeoutMs,
      signal: shipment.signal,
      killSignal: 'SIGKILL',
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve();
      else if (status === null) reject(new BenchError('smtp-source did not finish in time'));
      else reject(new BenchError(complaint.trim().split('\n').at(-1) ?? 'smtp-source failed'));
    });
  });
  return (performance.now() - startedAt) / 1_000;
}

function argumentsOf({ work, letter, count, port }: Shipment): string[] {
  return [
    ...['-s', String(Math.min(work.sessions, count)), '-m', String(count)],
    ...(work.reusesConnections ? ['-d'] : []),
    ...['-M', 'app.example', '-f', letter.from, '-t', RECIPIENT, '-F', letter.file],
    ...['-C', '10', `127.0.0.1:${port}`],
  ];
}
