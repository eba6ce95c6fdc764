package compose

import "visavis/ent/mail"

// Moments take no endings, which would depend on how they sound.
var turkish = words{
	kinds: map[mail.Kind]introduction{
		mail.KindTO_CONFIRM: {heading: "Randevunuz için son bir adım", opening: "Bu saat sizin için ayrıldı, ancak randevunuz henüz alınmadı:"},
		mail.KindCONFIRMED:  {heading: "Randevunuz alındı", opening: "Sizi görmek için sabırsızlanıyoruz. Randevunuz:"},
		mail.KindMOVED:      {heading: "Randevunuzun zamanı değişti", opening: "Randevunuzun zamanı değişti. Yeni randevunuz:"},
		mail.KindCHANGED:    {heading: "Randevunuz değişti", opening: "Randevunuz değişti. Yeni randevunuz:"},
		mail.KindOFFER:      {heading: "Yeni bir saat seçin", opening: "Ne yazık ki randevunuz planlandığı gibi gerçekleşemiyor. Sizin için başka saatler ayırdık. Planlanan randevu:"},
		mail.KindCANCELLED:  {heading: "Randevunuz iptal edildi", opening: "Şu randevu iptal edildi:"},
		mail.KindREMINDER:   {heading: "Randevu hatırlatması", opening: "Randevunuz yaklaşıyor:"},
	},
	greeting: "Merhaba %s,",
	closing:  "Sevgilerimizle",

	what:          "Hizmet",
	who:           "Kiminle",
	when:          "Ne zaman",
	howLong:       "Süre",
	where:         "Yer",
	byVideo:       "görüntülü görüşme",
	price:         "Fiyat",
	whatBefore:    "Önceki hizmet",
	whoBefore:     "Önceden kiminle",
	whenBefore:    "Önceki zaman",
	howLongBefore: "Önceki süre",
	whenThere:     "Bulunduğunuz yerde",
	phone:         "Telefon",
	email:         "E-posta",

	joining:      "Görüntülü randevunuza bu bağlantıyla katılabilirsiniz. Randevu değişse de bağlantı geçerli kalır.",
	joinLabel:    "Görüşmeye katıl",
	bookingUntil: "Randevuyu bu sayfada onaylayın. Son tarih: %s.",
	bookLabel:    "Randevuyu al",
	notBooked:    "Bu mesajı beklemiyor muydunuz? O zaman silin. Siz onaylamadan randevu alınmaz.",
	confirming:   "Randevuyu siz mi aldınız? Bir dahaki sefere sizi tanıyabilmemiz için bunu bu sayfada onaylayın.",
	confirmLabel: "Bu benim randevum",
	changing:     "Randevunuzu değiştirebilir veya iptal edebilirsiniz. Son tarih: %s.",
	changeLabel:  "Randevuyu değiştir veya iptal et",
	byAsking:     "Randevunuzu değiştirmek veya iptal etmek mi istiyorsunuz? Lütfen bizimle iletişime geçin.",
	seeing:       "Randevunuz artık çevrim içi değiştirilemez veya iptal edilemez. Bir engel çıkarsa ne yapabileceğiniz randevunuzun sayfasında yazar.",
	seeLabel:     "Randevuyu görüntüle",
	tooLate:      "Randevunuz artık çevrim içi değiştirilemez veya iptal edilemez. Bir engel çıkarsa lütfen bizimle iletişime geçin.",
	adding:       "Randevuyu takviminize ekleyin. Randevu değişirse dosya kaydı günceller.",
	addLabel:     "Takvime ekle",
	choosing:     "Bu saatler sizin için ayrıldı. Son an: %s. Bu sayfada birini seçin. O zamana kadar randevunuz geçerli.",
	chooseLabel:  "Saat seçin",
	choice:       "Seçenek",
	choiceWith:   "%s, %s ile",
}
