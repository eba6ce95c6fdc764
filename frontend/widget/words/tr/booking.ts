import type { BookingWords } from '../booking';

/* A noun stays singular behind a number. Names and times take no endings, which would depend on how they sound. */
export default {
  again: 'Tekrar deneyin',
  anyone: 'Fark etmez',
  back: 'Geri',
  book: 'Randevu al',
  free: 'ücretsiz',
  freeFrom: (moment) => `ilk boş saat: ${moment}`,
  inSalon: 'Salonda',
  loading: 'Yükleniyor',
  minutes: (count) => `${count} dk.`,
  next: 'En yakın boş randevu',
  noBranch: 'Şube bulunamadı.',
  nothing: 'yakında boş saat yok',
  customerTime: (time) => `sizin saatinizle ${time}`,
  salonTime: (time) => `salonda ${time}`,
  staff: 'Kiminle?',
  service: 'Hangi hizmeti almak istersiniz?',
  step: (number, of) => `Adım ${number} / ${of}`,
  taken: 'Bu saat az önce doldu.',
  takenHint: 'Bunlardan biri size uyar mı?',
  time: 'Size hangi saat uygun?',
  unreachable: 'Bir sorun oluştu. İnternet bağlantınızı kontrol edin.',
  video: 'Görüntülü',
  videoOnly: 'Şu anda yalnızca görüntülü görüşmeyle hizmet veriyoruz.',
  with: (name) => `${name} ile`,
} satisfies BookingWords;
