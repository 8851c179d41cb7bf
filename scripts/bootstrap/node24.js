import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { BootstrapError, projectFolder } from './project.js';

const NEEDED = 24;
const PACKAGED = join(projectFolder, 'node_modules', '.bin', 'node');

/** The path of a Node that is new enough: this process's own, else the one in node_modules. */
export function findNode() {
  if (majorOf(process.version) >= NEEDED) return process.execPath;
  const { stdout } = spawnSync(PACKAGED, ['--version'], { encoding: 'utf8' });
  if (majorOf(stdout ?? '') >= NEEDED) return PACKAGED;
  throw new BootstrapError(
    [
      `Posthouse needs Node ${NEEDED}; this is Node ${process.version}, and the npm package "node", which brings`,
      `Node ${NEEDED} along, is not in place. Most often npm was told not to run its install script. Allow it with:`,
      '',
      '    npm rebuild node --ignore-scripts=false',
      '',
      'or, where npm lists the script as not approved, with:',
      '',
      '    npm approve-scripts node && npm rebuild node',
      '',
      `or install Node ${NEEDED} yourself, and start again.`,
    ].join('\n'),
  );
}

function majorOf(version) {
  return Number(/^v(\d+)\./.exec(version)?.[1] ?? 0);
}
