import { InvalidArgumentError, type Command } from 'commander';
import { linkIdentity, type Identity } from '../people/oidc/staff-identities.js';
import { issuer as issuerUrl } from '../platform/config/identity-provider.js';
import { BadValue } from '../platform/config/readers.js';
import { StartError } from '../platform/config/start-error.js';
import { Time } from '../platform/time.js';
import { withDatabase, type Desk } from './database.js';
import { tell } from './say.js';

interface Link extends Omit<Identity, 'issuer'> {
  login: string;
  /** undefined: that of the configuration. */
  issuer?: string | undefined;
}

// OpenID Connect Core, 2: a subject has at most 255 characters of ASCII.
const subjects = /^[\x21-\x7e]{1,255}$/;

/** Lets a person of the provider sign in as a member of staff. @throws StartError when that cannot be */
export async function linkStaff(
  { source, config }: Pick<Desk, 'source' | 'config'>,
  { login, subject, issuer = config.identityProvider?.issuer }: Link,
  time = new Time(),
): Promise<Identity> {
  if (issuer === undefined)
    throw new StartError('Cần --issuer hoặc OIDC_ISSUER', '--issuer or OIDC_ISSUER is needed');
  const identity = { issuer, subject };
  const linked = await linkIdentity(source, login, identity, time.now());
  if (linked === null)
    throw new StartError(`Không có tài khoản ${login}`, `There is no account ${login}`);
  if (linked !== login.toLowerCase())
    throw new StartError(
      `Định danh này đã nối với ${linked}`,
      `This identity is linked to ${linked} already`,
    );
  return identity;
}

function subject(given: string): string {
  if (!subjects.test(given)) throw new InvalidArgumentError('ASCII, 1-255');
  return given;
}

function issuer(given: string): string {
  try {
    return issuerUrl(given);
  } catch (error) {
    if (error instanceof BadValue) throw new InvalidArgumentError(error.english);
    throw error;
  }
}

/** Adds `link-staff` to the program. */
export function addLinkStaff(program: Command): void {
  program
    .command('link-staff')
    .description(
      'Nối tài khoản với định danh / link an account to a person of the identity provider',
    )
    .requiredOption('--login <login>', 'tên đăng nhập / login')
    .requiredOption(
      '--subject <subject>',
      'mã người dùng (sub) ở nơi cấp / the subject (sub)',
      subject,
    )
    .option('--issuer <url>', 'nơi cấp, mặc định OIDC_ISSUER / the issuer', issuer)
    .action(async (link: Link) => {
      const { issuer: by } = await withDatabase((desk) => linkStaff(desk, link));
      tell(`Đã nối / linked: ${link.login} (${by})`);
    });
}
