import { spawn } from 'node:child_process';
import { root } from './ensure.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Starts Node on `args` in the project's folder; output is shared. */
export function startNode(args, env = {}) {
  return spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
}

/** The exit status of a child, by the shell's convention when a signal ended it. */
export function ending(child) {
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** Calls `handle` for every signal that asks to stop, instead of dying from it. */
export function onStopSignal(handle) {
  for (const signal of SIGNALS) process.on(signal, () => handle(signal));
}
