import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type ReactNode, useMemo } from 'react';
import { commonWords } from '../language/common_words';
import { useWords } from '../language/words';
import { cssVariables, theme } from './theme';

interface Props {
  /** By which the content security policy knows our styles. */
  nonce: string;
  children: ReactNode;
}

/** The look of the app; what closes something says so in the language of the page. */
export function Themed({ nonce, children }: Props) {
  const { close } = useWords(commonWords);
  const named = useMemo(() => {
    const defaultProps = { closeButtonProps: { 'aria-label': close } };
    // By their names: the components themselves come with the pages that need them.
    return mergeThemeOverrides(theme, { components: { Drawer: { defaultProps }, Modal: { defaultProps }, Notification: { defaultProps } } });
  }, [close]);

  return (
    <MantineProvider theme={named} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <Notifications position="bottom-center" />
      {children}
    </MantineProvider>
  );
}
