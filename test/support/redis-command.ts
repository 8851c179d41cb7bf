import { connect } from 'node:net';

/**
 * One command over a connection of its own, and the first line of what Redis answers; empty when it ends the
 * connection or says nothing in time.
 */
export function askRedis(path: string, command: string, timeoutMs = 5_000): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path }, () => socket.write(`${command}\r\n`));
    let heard = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      if (heard.includes('\r\n')) socket.destroy();
    });
    socket.setTimeout(timeoutMs, () => socket.destroy());
    socket.once('error', reject);
    socket.once('close', () => resolve(heard.split('\r\n', 1)[0] ?? ''));
  });
}
