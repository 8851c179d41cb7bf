import { connect } from 'node:net';

const PATIENCE_MS = 2_000;

/** Fails unless somebody greets at this port of 127.0.0.1. */
export function speaksSmtp(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('no greeting')));
    socket.once('data', (chunk) => {
      socket.end('QUIT\r\n');
      if (chunk.toString().startsWith('220')) resolve();
      else reject(new Error(`greeted with ${chunk.toString().trim()}`));
    });
    socket.once('error', reject);
    socket.once('close', () => {
      reject(new Error('closed without a greeting'));
    });
  });
}
