import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CityCard } from '../catalog/city-data.js';
import type { Config } from '../platform/config/config.js';
import { DEMO_PASSWORD, DEMO_SECRET, needsCode, readDemoStaff } from './demo-accounts.js';

/** What is printed when the program serves: its addresses, and how to sign in for the first time. */
export async function banner(
  config: Config,
  address: string,
  isAdministered: boolean,
): Promise<string> {
  const city = JSON.parse(await readFile(join(config.cityDir, 'city.json'), 'utf8')) as CityCard;
  const lines = [
    '',
    `Đầu Mối — ${city.name.vi}`,
    '',
    `  Người dân/people ${address}/`,
    `  Cán bộ/staff     ${address}/sign-in`,
    `  API              ${address}/api/docs`,
    `  OpenAPI          ${address}/api/openapi.json`,
    `  Sức khỏe/health  ${address}/health/ready`,
    `  Đo lường/metrics ${address}/metrics`,
  ];
  if (!config.demo && !isAdministered) lines.push(...firstAdministrator);
  if (config.demo) lines.push(...(await demoLines(config, address)));
  return `${[...lines, ''].join('\n')}\n`;
}

const firstAdministrator = [
  '',
  'Chưa có quản trị viên; hãy tạo / there is no administrator yet; make one:',
  '  npm run cli -- create-staff --role administrator --login <login> --name <name>',
];

async function demoLines(config: Config, address: string): Promise<string[]> {
  const staff = await readDemoStaff(config.cityDir);
  const width = Math.max(...staff.map(({ login }) => login.length));
  return [
    `  Thư demo/mailbox ${address}/demo/mailbox`,
    '',
    `Tài khoản demo / demo accounts (mật khẩu / password: ${DEMO_PASSWORD})`,
    ...staff.map(
      (one) =>
        `  ${one.login.padEnd(width)}  ${one.role}${one.agency ? ` · ${one.agency}` : ''}${needsCode(one) ? ' · + mã/code' : ''}`,
    ),
    `  ${'head.<agency code>'.padEnd(width)}  agency_head of every other agency`,
    '',
    '+ mã/code: npm run cli -- demo-code <login>',
    `  hoặc ứng dụng xác thực / or an authenticator: ${DEMO_SECRET}`,
  ];
}
