import { workNamed } from '../works.js';
import { DeferredMillion } from './deferred-million.js';
import { FanOut } from './fan-out.js';
import { Growth } from './growth.js';
import { LatencyIdle } from './latency-idle.js';
import { LatencyUnderLoad } from './latency-under-load.js';
import { MailLoad } from './mail-load.js';
import { MessageList } from './message-list.js';
import { Overload } from './overload.js';
import { OverloadApi } from './overload-api.js';
import type { Row } from './row.js';
import { SendMessages } from './send-messages.js';

export const PROFILES = {
  quick: ['10k-50-signed', '10k-50-unsigned'],
  full: [
    '10k-50-signed',
    '10k-50-unsigned',
    '100k-50-signed',
    '10k-1-signed',
    '10k-10-newconn',
    'send-messages',
    'latency-idle',
    'latency-70',
    'fan-out',
    'overload',
    'overload-api',
    'deferred-1m',
    'message-list',
    'growth',
  ],
} as const;

/** Rows that are no plain load of mail. */
const OTHERS: readonly Row[] = [
  new SendMessages(),
  new LatencyIdle(),
  new LatencyUnderLoad(),
  new FanOut(),
  new DeferredMillion(),
  new MessageList(),
  new Growth('growth', 1_000),
  new Growth('growth-10m', 10_000),
  new Overload(),
  new OverloadApi(),
];

/** Any name of the form of a work is a row, not only those of the profiles. */
export function rowNamed(name: string): Row {
  return OTHERS.find((row) => row.name === name) ?? new MailLoad(workNamed(name));
}
