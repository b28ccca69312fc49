import { Global, Module } from '@nestjs/common';
import { AccountList } from './accounts/account-list.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { Accounts } from './accounts/accounts.js';
import { Acting } from './duty/acting.js';
import { Departure } from './duty/departure.js';
import { Directory } from './duty/directory.js';
import { StandInsController } from './duty/stand-ins.controller.js';
import { StandIns } from './duty/stand-ins.js';
import { Housekeeping } from './housekeeping.js';
import { IdentityProvider } from './oidc/identity-provider.js';
import { OidcController } from './oidc/oidc.controller.js';
import { ProviderSignIn } from './oidc/provider-sign-in.js';
import { StaffIdentities } from './oidc/staff-identities.js';
import { HeldKeys } from './keys/held-keys.js';
import { Keys } from './keys/keys.js';
import { KeysController } from './keys/keys.controller.js';
import { KnownAgencies } from './known-agencies.js';
import { LivingSessions } from './living-sessions.js';
import { NoticePreferences } from './notices/notice-preferences.js';
import { NoticesController } from './notices/notices.controller.js';
import { OwnAccount } from './own-account.js';
import { OwnAccountController } from './own-account.controller.js';
import { OwnSecondFactor } from './own-second-factor.js';
import { OwnSessions } from './own-sessions.js';
import { PasswordResets } from './password-resets.js';
import { Passwords } from './passwords.js';
import { ResetTokens } from './reset-tokens.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SecondFactors } from './second-factors.js';
import { SessionController } from './session.controller.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SignIns } from './sign-ins.js';
import { Staff } from './staff.js';

@Global()
@Module({
  controllers: [
    AccountsController,
    KeysController,
    NoticesController,
    OidcController,
    OwnAccountController,
    SecondFactorController,
    SessionController,
    StandInsController,
  ],
  providers: [
    AccountList,
    Accounts,
    Acting,
    Departure,
    Directory,
    HeldKeys,
    Housekeeping,
    IdentityProvider,
    Keys,
    KnownAgencies,
    LivingSessions,
    NoticePreferences,
    OwnAccount,
    OwnSecondFactor,
    OwnSessions,
    PasswordResets,
    Passwords,
    ProviderSignIn,
    ResetTokens,
    SecondFactors,
    SessionCookie,
    Sessions,
    SignInAttempts,
    SignIns,
    Staff,
    StaffIdentities,
    StandIns,
  ],
  exports: [
    Acting,
    Departure,
    Directory,
    HeldKeys,
    KnownAgencies,
    LivingSessions,
    NoticePreferences,
    ResetTokens,
    SessionCookie,
    Sessions,
    Staff,
  ],
})
export class PeopleModule {}
