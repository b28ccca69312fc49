import { readConfig } from './platform/config/config.js';
import { reportStartError } from './start/report-start-error.js';
import { run } from './start/run.js';

try {
  await run(readConfig(process.env));
} catch (error) {
  reportStartError(error);
}
