import type { PageWords } from '../page';

export default {
  index: {
    title: 'Randevu al',
    description: 'Çevrim içi randevu: hizmeti ve saati seçin, adınızı yazın, hepsi bu.',
    noScript: 'Randevu almak için bu sayfada JavaScript gerekir.',
  },
  manage: {
    title: 'Randevunuz',
    description: 'Randevunuzu görün, değiştirin veya iptal edin.',
    noScript: 'Randevunuzu görmek için bu sayfada JavaScript gerekir.',
  },
} satisfies PageWords;
