/* The steps that follow the choice of a start, in one file that is loaded meanwhile. */
import type { ComponentType } from 'preact';
import { ClosingWordsContext } from './closing_words';
import { DetailsStep } from './details_step';
import { DoneStep } from './done_step';
import type { Language } from './language';
import { WaitingStep } from './waiting_step';
import { closingWords } from './words/closing';

/** Returns the steps with their texts. */
export async function stepsIn(language: Language) {
  const words = await closingWords(language);
  const withWords =
    <Props extends object>(Step: ComponentType<Props>): ComponentType<Props> =>
    (props) => (
      <ClosingWordsContext.Provider value={words}>
        <Step {...props} />
      </ClosingWordsContext.Provider>
    );
  return { DetailsStep: withWords(DetailsStep), DoneStep: withWords(DoneStep), WaitingStep: withWords(WaitingStep) };
}
