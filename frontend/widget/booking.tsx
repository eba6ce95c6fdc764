import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { request, read, type Salon } from './api';
import { useNewWidget, WidgetContext } from './widget_context';
import type { Fire } from './events';
import type { Found } from './find_presets';
import type { Language } from './language';
import { LegalLinks } from './later_legal_links';
import { Loading, Notice } from './notice';
import { operations } from './operations';
import type { Preset } from './preset';
import { Steps } from './steps';
import type { PresetPart } from './unknown_preset';
import type { BookingWords } from './words/booking';

interface Props {
  preset: Preset;
  language: Language;
  t: BookingWords;
  fire: Fire;
}

/** Reports whether a preset names everything as the salon does: what is by ID on our own page, the steps check themselves. */
const isByIds = ({ service, staff, isOnOwnPage }: Preset, { bookableServices }: NonNullable<Salon['branch']>): boolean =>
  (!service || bookableServices.some(({ id }) => id === service)) && (!staff || (isOnOwnPage === true && staff.startsWith('stf_')));

type Accent = NonNullable<NonNullable<Salon['branch']>['accent']>;

/** Returns the style that shows the accent of a branch, unless the page sets one. */
const wearing = ({ light, dark }: Accent) => ({
  '--accent': `var(--visavis-accent, var(--light, ${light.accent}) var(--dark, ${dark.accent}))`,
  '--on-accent': `var(--readable, var(--visavis-on-accent, var(--light, ${light.text}) var(--dark, ${dark.text})))`,
});

/** The booking of an appointment, from the choice of a service to the confirmation. */
export function Booking({ preset, language, t, fire }: Props) {
  const [found, setFound] = useState<Found>();
  const [failed, setFailed] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [isShown, setShown] = useState(false);
  const onShown = useCallback(() => setShown(true), []);

  const load = useCallback(
    (response?: Promise<Response>) => {
      setFailed(false);
      const asked = response?.then((answer) => read<Salon>(answer)) ?? request<Salon>(preset, language, operations.salon, { slug: preset.branch });
      asked
        .then(async ({ branch }) =>
          branch && isByIds(preset, branch) ? { branch, preset, unknown: undefined } : (await import('./find_presets')).findPresets(branch, preset, language),
        )
        .then(setFound, () => setFailed(true));
    },
    [language, preset],
  );
  useLayoutEffect(() => load(preset.salonResponse), [load, preset]);

  const { branch, unknown } = found ?? {};
  const service = branch?.bookableServices.find(({ id }) => id === found?.preset.service);
  // Several widgets on a page are told apart.
  const label = [t.book, branch?.name, service?.name].filter(Boolean).join(', ');
  const widget = useNewWidget(found?.preset ?? preset, branch, language, t, onShown);
  useEffect(() => {
    if (unknown) {
      fire('error', { code: `UNKNOWN_${unknown.toUpperCase() as Uppercase<PresetPart>}` });
    } else if (failed) {
      fire('error', { code: 'UNREACHABLE' });
    } else if (branch) {
      fire('ready', { branch: branch.slug });
    }
  }, [branch, failed, fire, unknown]);
  if (unknown && !preset.isOnOwnPage) {
    return (
      <slot>
        <a href={found?.link ?? ''}>{t.book}</a>
      </slot>
    );
  }
  return (
    <section class="booking" style={branch?.accent ? wearing(branch.accent) : undefined} lang={language} dir="ltr" aria-label={label}>
      {failed && (
        <Notice text={t.unreachable} isQuiet={!isAsked}>
          <button
            type="button"
            class="plain"
            onClick={() => {
              setAsked(true);
              load();
            }}
          >
            {t.again}
          </button>
        </Notice>
      )}
      {!found && !failed && <Loading text={t.loading} />}
      {found && !branch && <Notice text={t.noBranch} isQuiet />}
      {branch && widget && (
        <WidgetContext.Provider value={widget}>
          <Steps services={branch.bookableServices} fire={fire} />
          {isShown && <LegalLinks />}
        </WidgetContext.Provider>
      )}
    </section>
  );
}
