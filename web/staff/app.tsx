import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { I18nextProvider } from 'react-i18next';
import { Pages } from './pages.tsx';
import { queries } from './api/queries.ts';
import { nonce } from './nonce.ts';
import { theme, variables } from './theme.ts';
import { words } from './words.ts';

export const App = () => (
  <I18nextProvider i18n={words}>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <Pages />
      </QueryClientProvider>
    </MantineProvider>
  </I18nextProvider>
);
