import { words } from '../../language/words';

export const pushWords = words(
  {
    byPin: 'Du hast dich mit PIN angemeldet, an einer Kasse für alle. Einschalten kannst du sie auf deinem eigenen Gerät, angemeldet mit Passwort.',
    devices: 'Geräte mit Benachrichtigungen',
    failures: {
      dismissed: 'Du hast nicht zugestimmt. Schalte noch einmal ein, und wähle „Zulassen“.',
      offline: 'Du bist offline. Schalte noch einmal ein, sobald du wieder verbunden bist.',
      noService: 'Der Push-Dienst dieses Browsers ist nicht erreichbar. Vielleicht sperrt ihn das Netz oder eine Einstellung des Browsers. Nichts wurde geändert.',
    },
    hint: 'Mit Leistung und Uhrzeit, aber ohne den Namen des Kunden: Sie stehen auch auf dem gesperrten Bildschirm.',
    obstacles: {
      denied: 'Dieser Browser verbietet Benachrichtigungen von hier. Erlaube sie in seinen Einstellungen für diese Website, meist über das Symbol links neben der Adresse, und lade die Seite neu.',
      notInstalled: 'Tippe in Safari auf „Teilen“ und „Zum Home-Bildschirm“, und öffne Visavis von dort. Dann kannst du sie hier einschalten.',
      unsupported: 'Dieser Browser kann keine Benachrichtigungen empfangen, oder die Seite ist ohne Verschlüsselung (HTTPS) geöffnet.',
    },
    offUnheard: 'Auf diesem Gerät ist es aus; der Server ist nicht erreichbar und erfährt es später.',
    onThisDevice: 'Auf diesem Gerät benachrichtigen',
    removed: 'Entfernt. Wieder einschalten kannst du es nur auf dem Gerät selbst.',
    removeOf: (browser: string) => `${browser} entfernen`,
    since: (moment: string) => `seit ${moment}`,
    thisDevice: 'dieses Gerät',
    title: 'Benachrichtigungen auf diesem Gerät',
    turningOff: 'Wird ausgeschaltet …',
    turningOn: 'Wird eingeschaltet …',
    unknownBrowser: 'Unbekannter Browser',
  },
  {
    byPin: 'You signed in by PIN, at a till for everyone. You can switch them on at your own device, signed in by password.',
    devices: 'Devices with notifications',
    failures: {
      dismissed: 'You have not agreed. Switch it on again, and choose “Allow”.',
      offline: 'You are offline. Switch it on again once you are connected.',
      noService: 'The push service of this browser cannot be reached. The network or a setting of the browser may block it. Nothing was changed.',
    },
    hint: 'With the service and the time, but without the name of the customer: they show on the locked screen too.',
    obstacles: {
      denied: 'This browser forbids notifications from here. Allow them in its settings for this site, mostly by the icon left of the address, and reload the page.',
      notInstalled: 'In Safari, tap “Share” and “Add to Home Screen”, and open Visavis from there. Then you can switch them on here.',
      unsupported: 'This browser cannot receive notifications, or the page is open without encryption (HTTPS).',
    },
    offUnheard: 'It is off on this device; the server cannot be reached and learns of it later.',
    onThisDevice: 'Notify on this device',
    removed: 'Removed. You can switch it on again only on the device itself.',
    removeOf: (browser) => `Remove ${browser}`,
    since: (moment) => `since ${moment}`,
    thisDevice: 'this device',
    title: 'Notifications on this device',
    turningOff: 'Switching off …',
    turningOn: 'Switching on …',
    unknownBrowser: 'Unknown browser',
  },
);
