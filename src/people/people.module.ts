import { Global, Module } from '@nestjs/common';
import { IdentityProvider } from './oidc/identity-provider.js';
import { OidcController } from './oidc/oidc.controller.js';
import { ProviderSignIn } from './oidc/provider-sign-in.js';
import { StaffIdentities } from './oidc/staff-identities.js';
import { LivingSessions } from './living-sessions.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { Staff } from './staff.js';

@Global()
@Module({
  controllers: [OidcController, SessionController],
  providers: [IdentityProvider, LivingSessions, ProviderSignIn, StaffIdentities, Sessions, Staff],
  exports: [LivingSessions, Sessions, Staff],
})
export class PeopleModule {}
