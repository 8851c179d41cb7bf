import { setTimeout as sleep } from 'node:timers/promises';
import { LIMITS } from '../../src/config/limits.js';
import { beginData, SmtpHouse } from './smtp-house.js';

const MESSAGE = 'From: app@shop.test\r\nSubject: stop\r\n\r\nbody\r\n.';

it('sends the idle away when it stops, lets a commit and a message under way finish, and takes nobody in', async () => {
  const house = await SmtpHouse.start();
  const idle = await house.submitter();
  const inEnvelope = await house.submitter();
  await inEnvelope.asks('MAIL FROM:<app@shop.test>', 250);
  const inData = await house.submitter();
  await beginData(inData);
  await inData.send('From: app@shop.test\r\n');
  const inHandshake = await house.greeted('SUBMISSION_LISTEN');
  await inHandshake.asks('STARTTLS', 220);
  const committing = await house.submitter();
  await beginData(committing);
  await house.world.database.query('LOCK TABLES messages WRITE');
  await committing.say(MESSAGE);
  await sleep(100);
  const before = performance.now();
  const stopped = house.stop();

  await idle.hears(421, '4.3.2');
  await idle.hearsTheEnd();
  await inEnvelope.hears(421, '4.3.2');
  await inHandshake.hearsTheEnd();
  await expect(house.connect('SUBMISSION_LISTEN')).rejects.toThrow('ECONNREFUSED');
  await house.world.database.query('UNLOCK TABLES');
  await committing.hears(250, '2.0.0');
  await committing.hears(421, '4.3.2');
  await inData.send('\r\nbody\r\n.\r\nMAIL FROM:<app@shop.test>\r\n');
  await inData.hears(250, '2.0.0');
  await inData.hears(421, '4.3.2');
  await inData.hearsTheEnd();
  await stopped;
  expect(performance.now() - before).toBeLessThan(LIMITS.smtpStopMs);
});
