import { setTimeout as sleep } from 'node:timers/promises';
import { CLIENTS, type Submission } from '../clients.js';

const PATIENCE_MS = 20_000;

/** Gives the mail to a mail server that listens at this port of 127.0.0.1, as soon as it does. */
export async function handOver({ from, to, raw }: Submission, port: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      const local = { host: '127.0.0.1', port, security: 'clear', from, to, raw } as const;
      const refusal = await CLIENTS.nodemailer(local);
      if (refusal !== null) throw new Error(`the mail server itself refused: ${refusal}`);
      return;
    } catch (error) {
      const isAway = (error as NodeJS.ErrnoException).code === 'ESOCKET';
      if (!isAway || Date.now() > deadline) throw error;
    }
    await sleep(100);
  }
}
