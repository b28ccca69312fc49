import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CityCard } from '../catalog/city-data.js';
import type { Config } from '../platform/config/config.js';
import { DEMO_PASSWORD, readDemoStaff } from './demo-accounts.js';

/** What is printed when the program serves: its addresses, and the demo's accounts. */
export async function banner(config: Config, address: string): Promise<string> {
  const city = JSON.parse(await readFile(join(config.cityDir, 'city.json'), 'utf8')) as CityCard;
  const lines = [
    '',
    `Đầu Mối — ${city.name.vi}`,
    '',
    `  API              ${address}/api/docs`,
    `  OpenAPI          ${address}/api/openapi.json`,
    `  Sức khỏe/health  ${address}/health/ready`,
    `  Đo lường/metrics ${address}/metrics`,
  ];
  if (config.demo) lines.push(...(await demoLines(config, address)));
  return `${[...lines, ''].join('\n')}\n`;
}

async function demoLines(config: Config, address: string): Promise<string[]> {
  const staff = await readDemoStaff(config.cityDir);
  const width = Math.max(...staff.map(({ login }) => login.length));
  return [
    `  Thư demo/mailbox ${address}/demo/mailbox`,
    '',
    `Tài khoản demo / demo accounts (mật khẩu / password: ${DEMO_PASSWORD})`,
    ...staff.map(
      ({ login, role, agency }) =>
        `  ${login.padEnd(width)}  ${role}${agency ? ` · ${agency}` : ''}`,
    ),
    `  ${'head.<agency code>'.padEnd(width)}  agency_head of every other agency`,
  ];
}
