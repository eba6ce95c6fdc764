import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type ReactNode, useMemo } from 'react';
import { commonWords } from '../language/common_words';
import { useWords } from '../language/words';
import { cssVariables, theme } from './theme';

interface Props {
  /** The nonce with which the content security policy allows our styles. */
  nonce: string;
  children: ReactNode;
}

/** Applies the theme, and labels Mantine's close buttons in the language of the page. */
export function Themed({ nonce, children }: Props) {
  const { close } = useWords(commonWords);
  const named = useMemo(() => {
    const defaultProps = { closeButtonProps: { 'aria-label': close } };
    // By name, because the components are only loaded with the pages that use them.
    return mergeThemeOverrides(theme, { components: { Drawer: { defaultProps }, Modal: { defaultProps }, Notification: { defaultProps } } });
  }, [close]);

  return (
    <MantineProvider theme={named} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <Notifications position="bottom-center" />
      {children}
    </MantineProvider>
  );
}
