// Known weaknesses of the packages that the program runs on. What is not answered is said to be skipped, not passed.
import { spawnSync } from 'node:child_process';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
  timeout: 120_000,
  encoding: 'utf8',
});
const report = JSON.parse(stdout || '{}');
const found = report.metadata?.vulnerabilities;
if (!found) {
  console.log(
    `npm audit: skipped, the registry does not answer it (${report.error?.code ?? 'no answer'})`,
  );
} else {
  const serious = found.high + found.critical;
  console.log(
    `npm audit: ${serious} high or critical, ${found.moderate} moderate, ${found.low} low`,
  );
  if (serious > 0) process.exitCode = 1;
}
