import type { ManageWords } from '../manage';

export default {
  bookAgain: 'Yeni randevu al',
  cancel: 'İptal et',
  cancelTitle: 'Randevuyu iptal et',
  change: 'Saati değiştir',
  keep: 'Randevu kalsın',
  moveTitle: 'Size hangi saat daha uygun?',
  moved: 'Randevunuz değiştirildi.',
  moveNow: 'Randevuyu değiştir',
  delayed: (minutes, time) => `Görüşmeniz yaklaşık ${minutes} dakika geç başlayacak. Tahminî saat: ${time}.`,
  cancelHint: 'Bu saat hemen başkaları için boşa çıkar.',
  newTime: 'Yeni saat',
  oldTime: 'Önceki:',
  otherTime: 'Başka bir saat seç',
  page: 'Randevunuz',
  tooLate: 'Bu randevu artık çevrim içi değiştirilemez. Lütfen salonla iletişime geçin.',
  unknown: 'Randevu bulunamadı.',
  unknownHint: 'Bağlantının tamamını kopyaladığınızdan emin olun.',
  until: (moment) => `Randevunuzu buradan değiştirebilir veya iptal edebilirsiniz. Son tarih: ${moment}.`,
  titles: {
    changeable: 'Randevunuz',
    fixed: 'Randevunuz',
    running: 'Randevunuz başladı',
    over: 'Bu randevu geçti',
    cancelled: 'Bu randevu iptal edildi',
  },
} satisfies ManageWords;
