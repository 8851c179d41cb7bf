import WebSocket from 'ws';
import { eventually } from './eventually.js';

const INSPECTOR = '127.0.0.1:9229';
const MIB = 1_048_576;

/**
 * What the heap of a Node process holds when all garbage has been collected, in MiB: asked through its inspector, which a
 * signal opens and which is closed again. One process at a time, for all of them open the same port.
 */
export async function heapOf(pid: number): Promise<number> {
  process.kill(pid, 'SIGUSR1');
  const url = await eventually(
    () => inspectorUrl().catch(() => null),
    (found) => found !== null,
  );
  const inspector = await Inspector.connect(url ?? '');
  try {
    const { result } = await inspector.ask<{ result: { value: number } }>('Runtime.evaluate', {
      expression: 'process.pid',
    });
    if (result.value !== pid) throw new Error(`process ${result.value} has the port of ${pid}`);
    await inspector.ask('HeapProfiler.collectGarbage');
    const { usedSize } = await inspector.ask<{ usedSize: number }>('Runtime.getHeapUsage');
    return usedSize / MIB;
  } finally {
    // the answer does not come back over what it closes
    void inspector
      .ask('Runtime.evaluate', {
        expression: "setTimeout(() => process.getBuiltinModule('node:inspector').close())",
      })
      .catch(() => undefined);
    await eventually(
      () => inspectorUrl().catch(() => null),
      (found) => found === null,
    );
  }
}

async function inspectorUrl(): Promise<string | null> {
  const answer = await fetch(`http://${INSPECTOR}/json/list`);
  const [first] = (await answer.json()) as { webSocketDebuggerUrl: string }[]; // as the inspector documents it
  return first?.webSocketDebuggerUrl ?? null;
}

/** The Chrome DevTools protocol, as much as is needed. */
class Inspector {
  private asked = 0;

  private constructor(private readonly socket: WebSocket) {}

  static connect(url: string): Promise<Inspector> {
    const socket = new WebSocket(url);
    return new Promise((resolve, reject) => {
      socket.once('open', () => resolve(new Inspector(socket)));
      socket.on('error', reject);
    });
  }

  ask<R>(method: string, params: object = {}): Promise<R> {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve, reject) => {
      const hear = (data: WebSocket.RawData) => {
        const message = JSON.parse((data as Buffer).toString()) as { id?: number; result: R }; // one frame is one buffer
        if (message.id !== id) return;
        this.socket.off('message', hear);
        resolve(message.result);
      };
      this.socket.on('message', hear);
      this.socket.once('close', () => reject(new Error('the inspector closed')));
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }
}
