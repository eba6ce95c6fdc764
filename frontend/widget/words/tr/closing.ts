import type { ClosingWords } from '../closing';

export default {
  calendar: 'Takvime ekle',
  calendarFile: 'Takvim dosyası (.ics)',
  confirmed: 'Onay e-postası yolda.',
  // 6698 sayılı Kişisel Verilerin Korunması Kanunu (KVKK), madde 5 ve 10.
  consent: 'Randevu alarak bu bilgileri randevunuz için kaydetmemizi kabul etmiş olursunuz.',
  copied: 'Kopyalandı',
  copy: 'Bağlantıyı kopyala',
  details: 'Neredeyse tamam',
  didYouMean: (email) => `Şunu mu demek istediniz: ${email}?`,
  done: 'Randevunuz alındı!',
  earlier: (name, email) =>
    `Bu randevu zaten alınmıştı: ${name}, ${email}. Sonradan yaptığınız değişiklikler kaydedilmedi. Randevuyu “Değiştir veya iptal et” ile değiştirebilirsiniz.`,
  email: 'E-posta adresiniz',
  emailHint: 'Onayı bu adrese göndereceğiz.',
  emailMissing: 'Bir e-posta adresi girin, örneğin lena@mynet.com.',
  expired: 'Ayırdığımız süre doldu. Lütfen yeniden bir saat seçin.',
  held: (time) => `Sizin için ayrıldı, kalan süre: ${time} dakika`,
  join: 'Görüşmeye katıl',
  joinHint: 'Randevu saatinde bu bağlantıyla görüşmenize katılabilirsiniz.',
  keep: 'Randevunuzun bağlantısı',
  manage: 'Değiştir veya iptal et',
  name: 'Adınız ve soyadınız',
  nameMissing: 'Adınızı girin.',
  noMail: 'Şu anda e-posta göndermiyoruz. Bu bağlantıyı not edin: Randevunuzu onunla görebilir, değiştirebilir ve iptal edebilirsiniz.',
  note: 'Önceden bize söylemek istediğiniz bir şey var mı? (isteğe bağlı)',
  pressButton: (email, time) => `${email} adresine bir e-posta gönderdik. Randevuyu almak için e-postadaki düğmeye basın. Son saat: ${time}.`,
  print: 'Yazdır',
  waiting: 'Son bir adım kaldı',
  waitingHint: 'O zamana kadar bu saat sizin için ayrıldı. İstenmeyen e-posta klasörüne de bakın.',
} satisfies ClosingWords;
