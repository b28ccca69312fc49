import { roles, type Role } from '#lifecycle';
import { InvalidArgumentError, type Command } from 'commander';
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { passwordFault } from '../people/password-rules.js';
import { hashPassword } from '../people/passwords.js';
import { addStaff, type NewStaff } from '../people/staff.js';
import { StartError } from '../platform/config/start-error.js';
import { withDatabase, type Desk } from './database.js';
import { tell } from './say.js';

interface Options {
  login: string;
  name: string;
  role: Role;
  agency?: string;
  email?: string;
  passwordStdin?: boolean;
}

const inAgency = (role: Role) => role === 'agency_head' || role === 'officer';

/** Adds an account. @throws StartError for an agency that does not fit the role, or a login that is taken */
export async function createStaff(
  { source, city, config }: Desk,
  person: NewStaff,
  password: string,
): Promise<void> {
  const { role, agency, login } = person;
  if (inAgency(role) !== (agency !== null))
    throw new StartError(
      `Vai trò ${role} ${agency === null ? 'cần' : 'không có'} --agency`,
      `The role ${role} ${agency === null ? 'needs' : 'has no'} --agency`,
    );
  const known = city.agency(agency);
  if (agency !== null && (!known || known.validTo !== null))
    throw new StartError(`Không có cơ quan ${agency}`, `There is no agency ${agency}`);
  const fault = passwordFault(password, login, config.city);
  if (fault) throw new StartError(fault.vi, fault.en);
  if ((await addStaff(source, [person], await hashPassword(password))) === 0)
    throw new StartError(`Tên đăng nhập ${login} đã có`, `The login ${login} is taken`);
  await source.query(
    `insert into staff_event (staff_id, type, at, data)
     select id, 'created', now(), '{}' from staff where login = $1`,
    [login.toLowerCase()],
  );
}

function matching(pattern: RegExp, what: string) {
  return (given: string): string => {
    if (!pattern.test(given)) throw new InvalidArgumentError(what);
    return given;
  };
}

/** Adds `create-staff` to the program. */
export function addCreateStaff(program: Command): void {
  const login = matching(/^[a-z0-9][a-z0-9._-]{1,79}$/, 'a-z, 0-9, . _ - (2-80)');
  const role = matching(new RegExp(`^(${roles.join('|')})$`), roles.join(', '));
  program
    .command('create-staff')
    .description('Tạo tài khoản cán bộ / make an account for a member of staff')
    .requiredOption('--login <login>', 'tên đăng nhập / login', login)
    .requiredOption('--name <name>', 'họ tên / name', matching(/\S.{0,119}/, '1-120'))
    .requiredOption('--role <role>', roles.join(', '), role)
    .option('--agency <code>', 'mã cơ quan / code of the agency')
    .option('--email <address>', 'thư điện tử / mail', matching(/^[^\s<>@]+@[^\s<>@]+$/, 'a@b'))
    .option('--password-stdin', 'đọc mật khẩu từ stdin / read the password from stdin')
    .action(async ({ passwordStdin, agency = '', email = '', ...given }: Options) => {
      const password = passwordStdin
        ? ((await text(process.stdin)).split(/\r?\n/)[0] ?? '')
        : randomBytes(18).toString('base64url');
      const person = { ...given, agency: agency || null, email: email || null };
      await withDatabase((desk) => createStaff(desk, person, password));
      tell(`Đã tạo / created: ${given.login} (${given.role}${agency && ` · ${agency}`})`);
      if (!passwordStdin) tell(`Mật khẩu, chỉ hiện một lần / password, shown once: ${password}`);
    });
}
