import type { Socket } from 'node:net';
import type { Weather } from './weather.js';

/** More than this does not fit on a line: the sender has to wait, as with a full window. */
const ROOM_BYTES = 262_144;
/** How often a narrow line lets something through. */
const BEATS_PER_SECOND = 20;

type Item = { readonly arrival: number } & (
  { readonly kind: 'bytes'; readonly bytes: Buffer } | { readonly kind: 'end' | 'reset' }
);

/** One direction of one connection: carries bytes, ends and resets in order, as the weather allows. */
export class Line {
  /** Bytes that have arrived. */
  carried = 0;
  private readonly items: Item[] = [];
  private waitingBytes = 0;
  private lastArrival = 0;
  private isMoving = false;

  constructor(
    private readonly from: Socket,
    private readonly to: Socket,
    private readonly weather: Weather,
  ) {
    from.on('data', (bytes: Buffer) => this.take({ kind: 'bytes', bytes }));
    from.on('end', () => this.take({ kind: 'end' }));
    from.on('error', () => this.take({ kind: 'reset' }));
    to.on('close', () => from.resume()); // so that its end is seen
  }

  /** Ends this direction now; the other goes on. */
  end(): void {
    this.to.end();
  }

  private take(item: DistributiveOmit<Item, 'arrival'>): void {
    this.lastArrival = Math.max(this.lastArrival, this.weather.arrival());
    this.items.push({ ...item, arrival: this.lastArrival });
    if (item.kind === 'bytes') this.waitingBytes += item.bytes.length;
    if (this.waitingBytes > ROOM_BYTES) this.from.pause();
    if (!this.isMoving) void this.move();
  }

  private async move(): Promise<void> {
    this.isMoving = true;
    for (let item = this.items[0]; item; item = this.items[0]) {
      await this.weather.passable(item.arrival);
      if (item.kind === 'bytes') await this.carry(item.bytes);
      else if (item.kind === 'end') this.to.end();
      else reset(this.to);
      this.items.shift();
      if (this.waitingBytes < ROOM_BYTES / 2) this.from.resume();
    }
    this.isMoving = false;
  }

  private async carry(bytes: Buffer): Promise<void> {
    for (let start = 0; start < bytes.length && !this.to.destroyed;) {
      await this.weather.passable();
      const { bytesPerSecond = Infinity, pieceBytes = bytes.length } = this.weather.now;
      const size = Math.max(1, Math.min(pieceBytes, Math.floor(bytesPerSecond / BEATS_PER_SECOND)));
      const piece = bytes.subarray(start, start + size);
      await this.write(piece);
      this.carried += piece.length;
      start += piece.length;
      if (bytesPerSecond < Infinity) {
        await this.weather.change((piece.length / bytesPerSecond) * 1_000);
      } else if (start < bytes.length) {
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    this.waitingBytes -= bytes.length;
  }

  private write(piece: Buffer): Promise<void> {
    return new Promise((resolve) => {
      this.to.write(piece, () => resolve()); // called with an error when the connection is gone
    });
  }
}

/** RST; a unix socket knows only an end, and Node keeps for ever what it shall reset behind its own end. */
export function reset(socket: Socket): void {
  if (socket.remoteAddress === undefined || socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
